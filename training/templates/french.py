"""French habits, with guillemets, `dans`, `dir.` and `n°`."""

from training.templates.grammar import Family

_TITLE = '<« {title} »|«{title}»|“{title}”|{title}|"{title}">'
BOOKS = Family(
    "french-book",
    ("fr",),
    (
        "{author}, {title}, {location:place}, {publisher}, <coll. « {series:title/2} », |>{date:year}<, {pages:count} p.|, p. {:page}|><.|>",
        "{author:author-capitals}, {title}<, {edition}|>, {location:place}<, | : >{publisher}, {date:year}<, {pages:count} p|>.",
        "{author:author-apa} ({date:year}). {title}<. {edition}|>. {location:place} : {publisher}.",
        "{author:author-full}, {title}, <trad. de l’allemand par {translator:one}|traduit par {translator:one}>, {location:place}, {publisher}, {date:year}.",
        "{editor:author-full} (<dir.|éd.|éds>), {title}<, t. {volume}|>, {location:place}, {publisher}, {date:year}.",
        "{author:author-capitals}. {title}. {location:place} : {publisher}, {date:year}, <{pages:count} p. |><({series:title/2} ; {number:small})|>",
        "{author:author-gost} {date:year}. {title}, {location:place}, {publisher}.",
    ),
)
ARTICLES = Family(
    "french-article",
    ("fr",),
    (
        "{author:author-full}, "
        + _TITLE
        + ", {container:journal}, <vol. {volume}, n° {issue}|n° {volume}|t. {volume}|{volume}, {issue}|vol. {volume}>, <{date:year}|{date:date-month}|{date:date-season}>, "
        "<p. |pp. >{pages}.",
        "{author:author-capitals}, "
        + _TITLE
        + ", <in |>{container:journal}, <vol. {volume}, n° {issue}|n° {volume}|no. {volume}|t. {volume}>, {date:year}, p. {pages}.",
        "{author:author-apa} ({date:year}). "
        + _TITLE
        + ". {container:journal}, <{volume}({issue})|{volume}|n° {volume}|vol. {volume}, n<o|°> {issue}>, <p. |>{pages}.",
        "{author:author-full}, "
        + _TITLE
        + ", <dans|in> {editor:author-full/2} (<dir.|éd.|éds>), {container:title/2}, {location:place}, {publisher}, {date:year}, p. {pages}.",
        "{author:author-apa} ({date:year}). "
        + _TITLE
        + ". <Dans|In> {editor:author-ieee/2} (<dir.|Dir.>), {container:title/2} (p. {pages}). {location:place} : {publisher}.",
        "{author:author-full}, "
        + _TITLE
        + ", <dans|in> {container:title/2}, {location:place}, {publisher}, {date:year}, p. {pages}.",
        "{author:author-gost}, {date:year}, "
        + _TITLE
        + ", {container:journal}, {volume}<, {volume}| ({volume})|>, <p. |pp. |>{pages}.",
        "{author:author-capitals}, « {title} », in : {container:journal}, {date:date-numbers}<, p. {pages}|>.",
        "{author:author-capitals}, « {title} », in: {container:paper}, {date:date-numbers}.",
        "{author:author-full}, « {title} », {container:paper}, {date:date-dmy}<, p. {pages:page}|>.",
    ),
)
FRENCH = (BOOKS, ARTICLES)
