"""Pages of the web, posts, encyclopaedias, videos, in the styles and languages that cite them."""

from training.templates.grammar import Family

ENGLISH = Family(
    "web",
    ("en", "en", "en", "de", "fr", "es", "it", "pt"),
    (
        "{author:author-apa} (<{date:date-ymd}|{date:year}|{date:nd}>). {title:headline}. {container:site}. <Retrieved {accessed:date-mdy/3}, from |Retrieved from |>{url}",
        "{author:body}. (<{date:date-ymd}|{date:year}|n.d.>). {title:headline}. <Retrieved {accessed:date-mdy/3}, from |Retrieved from |Available at: |>{url}",
        '{author:author-inverted}. <“{title:headline}.”|"{title:headline}."> {container:site}, <{publisher:body}, |>{date:date-short}, {url}. <Accessed {accessed:date-short/3}.|>',
        '<“{title:headline}.”|"{title:headline}."> {container:site}<, {date:date-short}|. {date:date-mdy}|>, {url}. <Accessed {accessed:date-short/3}.|>',
        "{author:author-inverted}. “{title:headline}.” {container:site} (blog). {date:date-mdy}. {url}.",
        "{author:author-full}, “{title:headline},” {container:site}, <{date:date-mdy}, |><accessed {accessed:date-mdy/3}, |last modified {date:date-mdy}, |>{url}.",
        "{author:author-full} ({date:year}) <{title:headline}|'{title:headline}'|‘{title:headline}’>, {container:site}. Available at: {url} (Accessed: {accessed:date-dmy/3}).",
        "{author:body} {date:year}, <{title:headline}|'{title:headline}'>, {container:site}, viewed {accessed:date-dmy/3}, {url}.",
        "{author:author-vancouver}. {title:headline} [Internet]. <{location:place}: ><{publisher:body}; ><{date:year}|{date:year} [updated {:date-yearmonth}]> [cited {accessed:date-yearmonth/3}]. Available from: {url}",
        '[{citation-number:small}] {author:author-ieee}, <“{title:headline},”|"{title:headline},"> {container:site}, {date:date-short}. [Online]. Available: {url}. [Accessed: {accessed:date-short/3}].',
        "{title:headline}{:bar}{container:site}<. |, | >{url}< (accessed {accessed:date/3})| ({date:date})| [{accessed:date/3}]|>",
        "{title:headline}. {container:site}. {url}<. Accessed {accessed:date-mdy/3}.|, last visited {accessed:date/3}|>",
        "{author:body}. <{title:headline}. |>{date:year}<. |, >{url}<. |, ><accessed {accessed:date/3}|Accessed {accessed:date-mdy/3}.|>",
        "{container:site} {date:year}. {url}<|. Accessed {accessed:date/3}>",
        "{author:author-vancouver}. {title:headline}. {container:site} {date:year}. {url} <(accessed {accessed:date-mdy/3}).|>",
        '[{citation-number:small}] {author:body}, <“{title:headline},”|"{title:headline}."> {date:year}. [Online]. Available: {url}',
        "{author:author-ieee}. ({date:year}). {title:headline}. [Online]. Available: {url}",
        "{author:body}, {title:headline} ({date:date}), {url}<.|>",
        "{container:site}. {title:headline}. {url} <[accessed {accessed:date/3}]|>",
        "{author:author-full}. {title:headline}. {url}<, {date:year}|, {accessed:date/3}|>.",
        "{title:headline}, {url} (last visited {accessed:date-short/3}).",
        "{author:author-full}, {title:headline}, {container:siteupper} ({date:date-short}), {url}.",
        '<"{title:word}"|“{title:word}”|{title:word}>. In: {container:encyclopedia}<. {date:date}|>. URL: {url} <(Abgerufen: {accessed:date/3})|>',
        '<“{title:word}.”|"{title:word}"> {container:encyclopedia}, <{edition}, |><{publisher}, |><{date:year}|{date:date-mdy}>, {url}.',
        "{author:author-apa} [@{:party}]. ({date:date-ymd}). {title:headline} [<Tweet|Post|Video|Thread>]. <Twitter|X|YouTube|Facebook|{container:site}>. {url}",
        "{author:one}, <“{title:headline}”|{title:headline}>, <video|YouTube video|podcast>, {:small}:{:small}, {container:site}, {date:date-mdy}, {url}.",
    ),
)
GERMAN = Family(
    "web-german",
    ("de",),
    (
        "{author:author-slashes}: {title:headline}<. In: {container:site}|>, {date:date}. <URL: |Online unter: |Verfügbar unter |>{url}< (abgerufen am {accessed:date/3})"
        "| (Zugriff: {accessed:date/3})| [{accessed:date-numbers/3}]| (letzter Zugriff {accessed:date/3})|, zuletzt aufgerufen am {accessed:date/3}><.|>",
        "{author:body} ({date:year}): {title:headline}. {url} [Stand: {:date-numbers}, abgerufen am {accessed:date-numbers/3}].",
        "{title:headline}. {container:site}, {date:date}, {url}, abgerufen am {accessed:date/3}.",
    ),
)
ROMANCE = Family(
    "web-romance",
    ("fr", "es", "it", "pt"),
    (
        "{author:author-full}, <« {title:headline} »|“{title:headline}”|«{title:headline}»>, {container:site}, {date:date-dmy}<, [en ligne]| [En línea]|>, {url} "
        "<(consulté le {accessed:date-dmy/3})|[consulta: {accessed:date-dmy/3}]|(consultado el {accessed:date-dmy/3})|(consultato il {accessed:date-dmy/3})|(page consultée le {accessed:date/3})>.",
        "{author:author-capitals}. {title:headline}<. {container:site}|>, {date:date}. Disponível em: {url}. Acesso em: {accessed:date/3}.",
        "{author:body}. ({date:year}). {title:headline}. <Disponible en|Recuperado de|Recuperado el {accessed:date-dmy/3} de|Disponibile su:|Repéré à|Récupéré de> {url}",
        "{author:author-semicolons}, {title:headline}, in {container:site}, {date:date}, {url}.",
    ),
)
WEB = (ENGLISH, GERMAN, ROMANCE)
