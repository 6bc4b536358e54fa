"""Chinese (GB/T 7714) and Japanese habits, with full-width marks or without."""

from training.templates.grammar import Family

_N = "<|||[{citation-number:small}] |[{citation-number:small}]|{citation-number:small}. |［{citation-number:small}］>"
CHINESE = Family(
    "gbt7714",
    ("zh",),
    (
        _N
        + "{author}<. |．|: |．>{title}<[J]|［J］|[J/OL]>< . |. |．|.>{container:journal}<, |，|,>{date:year}<, |，|,><{volume}({issue})|{volume}（{issue}）|({issue})|（{issue}）|{volume}>"
        "<: |：|:>{pages}<.|．|><| DOI:{doi}.|>",
        _N
        + "{author}<. |．>{title}<[M]|［M］|：{:title/2}[M]><. |．|. {edition}. |．{edition}．>{location:place}<: |：>{publisher}<, |，|,>{date:year}<: {pages}|：{pages}|: {pages:page}|><.|．|>",
        _N
        + "{author}<. |．>{title}<[D]|［D］><. |．>{location:place}<: |：>{publisher:university}<, |，>{date:year}<: {pages}|><.|．|>",
        _N
        + "{author}<. |．>{title}<[N]|［N］><. |．>{container:zhpaper}<, |，>{date:date-iso}<(|（>{pages:newsnumber}<)|）><.|．>",
        _N
        + "{author}<. |．>{title}<[C]|［C］>//{editor:author/2}<. |．>{container:title/2}<. |．>{location:place}<: |：>{publisher}<, |，>{date:year}<: |：>{pages}<.|．>",
        _N
        + "{author}<. |．>{title}<[EB/OL]|［EB/OL］><. |．><(|（>{date:date-iso}<)|）>[{accessed:date-iso/3}]<. |．>{url}<.|>",
        _N
        + "{author}<. |．>{title}[P]<. |．><中国专利|中国>: <CN|ZL>{number:digits}<, |，>{date:date-iso}.",
        "{author}<：|:>《{title}》，<《{container:journal}》|{container:journal}>{date:year}年第{issue}期<，第{pages}页|>。",
        "{author}<：|:>《{title}》，<{location:place}：|>{publisher}{date:year}年版，第{pages:page}页。",
        "{author}<：|:><《{title}》|“{title}”>，<载|见>《{container:title/2}》，{publisher}{date:year}年版<，第{pages}页|>。",
        "{author}（{date:year}）<。|．>{title}<。|．>{container:journal}<，|, >{volume}<（{issue}）|>，{pages}。",
    ),
)
ENGLISH = Family(
    "gbt7714-english",
    ("en",),
    (
        _N
        + "{author:author-vancouver}. {title}[J]. {container:journal}, {date:year}, <{volume}({issue})|{volume}>: {pages}.",
        _N
        + "{author:author-capitals}. {title}[M]. <{edition} |>{location:place}: {publisher}, {date:year}<: {pages}|>.",
        _N
        + "{author:author-vancouver}. {title}[C]//{container:conference}. {location:place}: {publisher}, {date:year}: {pages}.",
        _N
        + "{author:author-vancouver}. {title}[D]. {location:place}: {publisher:university}, {date:year}.",
    ),
)
JAPANESE = Family(
    "japanese",
    ("ja",),
    (
        "{author}「{title}」『{container:journal}』<{volume}巻{issue}号|{volume}号|第{volume}号|{volume}({issue})>、<{date:year}年|{date:year}>、<{pages}頁|pp.{pages}|{pages}>。",
        "{author}『{title}』<（{publisher}、{date:year}年）|{publisher}、{date:year}年|{publisher}，{date:year}>。",
        "{author}（{date:year}）「{title}」『{container:journal}』{volume}<（{issue}）|>、<pp. |>{pages}。",
        "{author}({date:year}). {title}. {container:journal}, {volume}({issue}), {pages}.",
        "{author}「{title}」{editor:author/2}編『{container:title/2}』{publisher}、{date:year}年、{pages}頁。",
    ),
)
ASIAN = (CHINESE, JAPANESE, ENGLISH)
