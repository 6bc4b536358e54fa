"""Theses and dissertations."""

from training.templates.grammar import Family

ENGLISH = Family(
    "thesis",
    ("en",),
    (
        "{author:author-apa} ({date:year}). {title} (<{genre:thesiskind}>). {publisher:university}<, {location:place}|><. {url}|>.",
        "{author:one-inverted}. <“{title}.”|{title}.> {genre:thesiskind}, {publisher:university}, {date:year}<. ProQuest {:digits}|. {url}|>.",
        '{author:one-ieee}, <“{title},”|"{title},"> {genre:thesiskind}, {publisher:university}, {location:place}, {date:year}.',
        "{author:one-vancouver}. {title} [{genre:thesiskind}]. {location:place}: {publisher:university}; {date:year}.",
        "{author:one}, {title} ({genre:thesiskind}, {publisher:university}, {date:year})<, pp. {pages}|, {:page}|>.",
        "{author:one-gost} {date:year}. {title}. {genre:thesiskind}, {publisher:university}<, {location:place}|>.",
        "{author:one-inverted} ({date:year}) {title}, unpublished {genre:thesiskind}, {publisher:university}.",
        "{title}. {author:one-inverted}. {publisher:university}<, ProQuest Dissertations Publishing,|.> {date:year}. {:digits}.",
    ),
)
GERMAN = Family(
    "thesis-german",
    ("de",),
    (
        "{author:one-slashes}: {title}. <{genre:germanthesis}|Diss., {publisher:university}>, <{publisher:university}|{location:place}> {date:year}.",
        "{author:one-inverted} ({date:year}): {title}. {genre:germanthesis}, {publisher:university}.",
        "{author:one-capitals}: {title}. {location:place}, {publisher:university}, {genre:germanthesis}, {date:year}.",
    ),
)
ROMANCE = Family(
    "thesis-romance",
    ("fr", "es", "it", "pt"),
    (
        "{author:one-capitals}, {title}, {genre:romancethesis}, {publisher:university}, {date:year}<, {pages:count} p|>.",
        "{author:one-apa} ({date:year}). {title} ({genre:romancethesis}). {publisher:university}<, {location:place}|>.",
        "{author:one-capitals}. {title}. {date:year}. <{:count} f. |>{genre:romancethesis} <– |- |, >{publisher:university}, {location:place}<, {date:year}|>.",
        "{author:one}, {title}, {genre:romancethesis}, <sous la direction de {editor:one/2}, |>{publisher:university}, {date:year}.",
    ),
)
THESES = (ENGLISH, GERMAN, ROMANCE)
