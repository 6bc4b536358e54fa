"""Articles, books, chapters, conference papers with their parts in every order and with every mark.

No style prints most of these; what a model learns from them is to read the marks.
"""

from training.templates.grammar import Family

_N = "<||||{citation-number:small}. |[{citation-number:small}] |({citation-number:small}) |{citation-number:small} >"
_DATE = "<, {date:year}| ({date:year})|. {date:year}>"
_JOURNAL = (
    "<Vol. {volume}, No. {issue}|{volume}({issue})|{volume} ({issue})|{volume}:{issue}|{volume}.{issue}|{volume}, no. {issue}|{volume}, {issue}|{volume}|{volume}|vol. {volume}"
    "|v. {volume}|v. {volume}, n. {issue}|vol. {volume}({issue})|{volume} no. {issue}|{volume}/{issue}>"
)
_PAGES = "<, pp. {pages}|: {pages}|, {pages}|:{pages}|, p. {pages}|, pages {pages}|, {pages:page}|>"
_IN = "<In |in |In: |in: |>"
_EDITORS = "<{editor:author-ieee/2} (<eds.|Eds.|ed.>)<,|> |edited by {editor:author-full/2}, |{editor:author-full/2}, <eds.|ed.>, |>"
ARTICLES = Family(
    "article",
    ("en",),
    (
        _N
        + '{author}<. |, |: |.><“{title}.”|"{title}."|{title}.|"{title}",|“{title},”|\'{title}\',|{title},> {container:journal}<, | |. >'
        + _JOURNAL
        + _DATE
        + _PAGES
        + "<.|>",
        _N
        + "{author}< ({date:year})|, {date:year}|. {date:year}|. ({date:year})|, ({date:year})><. |, |: | ><“{title}.”|\"{title},\"|{title}.|{title},|'{title}',|“{title},”> {container:journal}<, | |. >"
        + _JOURNAL
        + _PAGES
        + "<.|><| doi:{doi}| https://doi.org/{doi}>",
        _N
        + "{author}<. |, ><“{title}.”|{title}.|{title},> {container:journal}<, | |. ><{date:year}|{date:date-month}|{date:date-season}>;{volume}<({issue})|>:{pages}<.|>",
        _N + "{author} {title}. {container:journal} {volume}:{pages}, {date:year}",
        _N
        + "{author}, {container:journal} <{volume}|{volume}, {issue}>, {pages:page} ({date:year}).",
        _N + "{author}. {container:journal} {date:year}, {volume}, <{pages:page}|{pages}>.",
        "<{title}. |“{title}.” >{author}. {container:journal}<, |. >"
        + _JOURNAL
        + _DATE
        + _PAGES
        + ".",
        "<{citation-number:small}. |>{author:author-apa}< et al.|> {title}. {container:journal} {volume}, {pages} ({date:year}).",
        "{author:author-apa} {title}. {container:journal} {volume}, {pages:page} ({date:year}).",
        "{author}, “{title},” {container:journal}, <vol. {volume}. No. {issue}. {date:date-month}|vol. {volume}, no. {issue}, {date:date-month}>, pp. {pages}.",
        "{author} ({date:date-ymd}). {title}. {container:journal}<, {volume}({issue}), {pages}|>.",
        "{author} <{date:year}|({date:year})> {title} {container:journal} {volume} {pages}",
        '{author}, "{title}", {container:journal}, {date:date-month}' + _PAGES + ".",
        "{author}, {title}, {container:journal}, <forthcoming|in press|to appear>.",
    ),
)
BOOKS = Family(
    "book",
    ("en", "en", "en", "en", "nl", "sv"),
    (
        _N
        + "{author}< ({date:year})|, {date:year}|. {date:year}|. ({date:year})><. |, |: | >{title}<, |. | (>{edition}<), |, |. ><{location:place}<: |, >{publisher}|{publisher}<, |: >{location:place}|{publisher}>.",
        _N
        + "{author}<. |, |: >{title}<. |, >< {edition}, |><{location:place}<: |, >{publisher}|{publisher}<, >{location:place}|{publisher}>, {date:year}<, {pages:count} pp|><.|>",
        _N
        + "{author}, {title} (<{location:place}: {publisher}, |{publisher}, {location:place}, |{location:place}, |{publisher}, >{date:year})<, {:page}|, p. {:page}|><.|>",
        _N
        + "{editor}<, eds.|, editor.|, ed.| (Eds.)| (ed.)>< ({date:year})|><. |, >{title}. {publisher}, <{location:place}, |>{date:year/2}.",
        "{author}. {title}. <{series:title/2}, |{series:title/2} {number:small}. |>{publisher}, <{location:place}, |>{date:year}.",
        "{author}. {title}. <Trans. |Translated by |Tr. >{translator:one}. {location:place}: {publisher}, {date:year}.",
        "{author}, {title}, <vol. {volume}|Vol. {volume}>, {publisher}, {date:year}.",
        "{title}. {edition} {location:place}: {publisher}; {date:year}.",
        "{author} {title} {publisher} {date:year}",
    ),
)
CHAPTERS = Family(
    "chapter",
    ("en",),
    (
        _N
        + "{author}< ({date:year})|, {date:year}|. {date:year}><. |, |: ><“{title}.”|\"{title},\"|{title}.|{title},|'{title}',> "
        + _IN
        + _EDITORS
        + "{container:title/2}< (pp. {pages})|, pp. {pages}|, {pages}|, p. {pages}|>. <{location:place}: |>{publisher}<, {location:place}|>.",
        _N
        + '{author}<. |, ><“{title}.”|{title}.|“{title},”|"{title},"> <In |in >{container:title/2}<, |. ><ed. {editor:author-full/2}, |edited by {editor:author-full/2}<, |. >|>< {pages}. |, {pages}. ><{location:place}: |>{publisher}, {date:year}.',
        "{author:author-vancouver}. {title}. In: {container:title/2}. <{location:place}: |>{publisher}; {date:year}:{pages}.",
        "{author:author-vancouver}. {title}. In: {editor:author-vancouver/2}, eds. {container:title/2}. <{edition}. |>{location:place}: {publisher}; {date:year}:{pages}.",
        "{author:author-vancouver}. {title}. In: {container:conference}; {date:year/2}:{pages}.",
        _N
        + '{author}, "{title}", in {container:title/2}, {editor:author-ieee/2} (<eds.|ed.|editors>), {publisher}, {location:place}, {date:year}<, pp. {pages}|>.',
        _N
        + "{author}, {title}, in {editor:author-ieee/2}, <eds.|ed.|editors>, {container:title/2}, {publisher}, {date:year}, {pages}.",
        _N
        + "{author} ({date:year}), <“{title}”|\"{title}\"|'{title}'|{title}>, <Chapter {:small} |pp. {pages} |>in {container:title/2} (<edited by |>{editor:author-full/2}<, eds.|>), {location:place}: {publisher}.",
    ),
)
CONFERENCES = Family(
    "conference",
    ("en",),
    (
        _N
        + '{author}<. |, |: ><“{title}.”|"{title},"|{title}.|{title},> '
        + _IN
        + "{container:conference}<, pages {pages}|, pp. {pages}|, {pages}|>, <{location:place}, |><{publisher}, |>{date:year}.",
        _N
        + "{author} ({date:year})<. |, |: >{title}. "
        + _IN
        + "{container:conference}< (pp. {pages})|, {pages}|, pp. {pages}|>. <{location:place}|{publisher}|{location:place}: {publisher}>.",
        _N
        + "{author}. {title}. "
        + _IN
        + "{editor:author-ieee/2}, <editors|eds.>, {container:conference}, <volume {volume} of {series:title/2}, |>pages {pages}. {publisher}, <{location:place}, |><{date:year}|{date:date-month}>.",
        _N
        + "{author}. {title}. "
        + _IN
        + "{container:conference}, <{location:place}, |>{date:date-month}<, pp. {pages}|>.",
    ),
)
SCHOLARLY = (ARTICLES, BOOKS, CHAPTERS, CONFERENCES)
