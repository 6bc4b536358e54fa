"""Made-up works as CSL-JSON items: a table says which variables a type of work has, and how often.

Types and variables are those of CSL 1.0.2 (https://docs.citationstyles.org/en/stable/specification.html).
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from training.facts import Facts, Work
from training.facts import people as names

Item = dict[str, object]


@dataclass(frozen=True, slots=True)
class Kind:
    """How often a type of work is drawn, and the share of works that have each variable.

    `people` are name variables; `texts` give the fact that fills a variable; `day` is the share of
    dates that have a month and a day.
    """

    weight: int
    people: dict[str, float]
    texts: dict[str, tuple[str, float]]
    day: float = 0.0
    body: float = 0.03


_WEB = {"URL": ("url", 0.95), "container-title": ("site", 0.8)}
_BOOK = {
    "title": ("title", 1.0),
    "publisher": ("publisher", 0.95),
    "publisher-place": ("place", 0.85),
    "edition": ("edition-number", 0.2),
    "collection-title": ("title/3", 0.15),
    "collection-number": ("small", 0.1),
    "ISBN": ("isbn", 0.15),
}
KINDS: dict[str, Kind] = {
    "article-journal": Kind(
        34,
        {"author": 0.98},
        {
            "title": ("title", 1.0),
            "container-title": ("journal", 1.0),
            "volume": ("volume", 0.93),
            "issue": ("issue", 0.65),
            "page": ("pages", 0.93),
            "DOI": ("doi", 0.35),
            "URL": ("url", 0.08),
            "ISSN": ("issn", 0.08),
        },
        day=0.15,
    ),
    "book": Kind(
        18,
        {"author": 0.85, "editor": 0.2, "translator": 0.08},
        {**_BOOK, "volume": ("small/2", 0.08), "number-of-pages": ("count", 0.1)},
        body=0.08,
    ),
    "chapter": Kind(
        14,
        {"author": 0.98, "editor": 0.8, "translator": 0.03},
        {**_BOOK, "container-title": ("title/2", 1.0), "page": ("pages", 0.85)},
    ),
    "paper-conference": Kind(
        10,
        {"author": 1.0, "editor": 0.2},
        {
            "title": ("title", 1.0),
            "container-title": ("conference", 0.95),
            "publisher": ("publisher", 0.5),
            "publisher-place": ("place", 0.4),
            "event-place": ("place/2", 0.2),
            "page": ("pages", 0.8),
            "volume": ("volume", 0.2),
            "collection-title": ("title/3", 0.15),
            "DOI": ("doi", 0.3),
        },
        day=0.2,
    ),
    "thesis": Kind(
        5,
        {"author": 1.0},
        {
            "title": ("title", 1.0),
            "genre": ("thesiskind", 0.9),
            "publisher": ("university", 1.0),
            "publisher-place": ("place", 0.4),
            "URL": ("url", 0.15),
        },
    ),
    "report": Kind(
        6,
        {"author": 0.9},
        {
            "title": ("title", 1.0),
            "genre": ("reportkind", 0.7),
            "number": ("number", 0.6),
            "publisher": ("body", 0.85),
            "publisher-place": ("place", 0.5),
            "URL": ("url", 0.2),
        },
        body=0.4,
        day=0.2,
    ),
    "article-newspaper": Kind(
        6,
        {"author": 0.85},
        {
            "title": ("headline", 1.0),
            "container-title": ("paper", 1.0),
            "page": ("newspage", 0.5),
            "publisher-place": ("paperplace", 0.25),
            "URL": ("url", 0.3),
        },
        day=0.97,
    ),
    "article-magazine": Kind(
        3,
        {"author": 0.9},
        {
            "title": ("headline", 1.0),
            "container-title": ("journal", 1.0),
            "page": ("pages", 0.6),
            "volume": ("volume", 0.4),
            "issue": ("issue", 0.4),
        },
        day=0.7,
    ),
    "webpage": Kind(6, {"author": 0.6}, {"title": ("headline", 1.0), **_WEB}, day=0.7, body=0.4),
    "post-weblog": Kind(2, {"author": 0.9}, {"title": ("headline", 1.0), **_WEB}, day=0.9),
    "dataset": Kind(
        2,
        {"author": 0.95},
        {
            "title": ("title", 1.0),
            "publisher": ("repository", 0.9),
            "version": ("version", 0.4),
            "DOI": ("doi", 0.7),
            "genre": ("datakind", 0.3),
        },
        day=0.2,
        body=0.3,
    ),
    "entry-encyclopedia": Kind(
        2,
        {"author": 0.7, "editor": 0.4},
        {
            "title": ("word", 1.0),
            "container-title": ("encyclopedia", 1.0),
            "volume": ("small", 0.4),
            "page": ("pages", 0.5),
            "publisher": ("publisher", 0.6),
            "publisher-place": ("place", 0.4),
        },
    ),
    "motion_picture": Kind(
        2,
        {"director": 0.95},
        {"title": ("title", 1.0), "publisher": ("studio", 0.8), "medium": ("medium", 0.5)},
    ),
    "patent": Kind(
        2, {"author": 1.0}, {"title": ("title", 1.0), "number": ("patent", 1.0)}, day=0.8
    ),
    "manuscript": Kind(
        2,
        {"author": 0.8},
        {
            "title": ("papers", 1.0),
            "archive": ("archive", 0.9),
            "archive_location": ("file", 0.7),
            "publisher-place": ("place", 0.3),
        },
        day=0.4,
    ),
    "legal_case": Kind(
        2,
        {},
        {
            "title": ("case", 1.0),
            "container-title": ("reporter", 1.0),
            "volume": ("volume", 1.0),
            "page": ("page", 1.0),
            "authority": ("court", 0.6),
        },
    ),
    "speech": Kind(
        1,
        {"author": 1.0},
        {
            "title": ("title", 1.0),
            "event-title": ("conference", 1.0),
            "event-place": ("place", 0.7),
        },
        day=0.9,
    ),
}


def item(number: int, language: str, facts: Facts, rng: random.Random) -> Item:
    """A work of a type drawn at random, its variables filled in `language`."""
    work = Work(facts, language, rng)
    (name,) = rng.choices(list(KINDS), [kind.weight for kind in KINDS.values()])
    kind = KINDS[name]
    made: Item = {"id": str(number), "type": name, "language": language}
    for variable, share in kind.people.items():
        if rng.random() < share:
            made[variable] = _people(work, rng, kind.body if variable == "author" else 0.0)
    for variable, (fact, share) in kind.texts.items():
        if rng.random() < share:
            made[variable] = _value(fact, work, rng)
    if rng.random() < 0.97:
        made["issued"] = _date(work, rng, kind.day)
    if "URL" in made and rng.random() < 0.6:
        made["accessed"] = _date(work, rng, 1.0)
    return made


def _people(work: Work, rng: random.Random, body: float) -> list[dict[str, str]]:
    if rng.random() < body:
        return [{"literal": work.tell("body/9")}]
    count = rng.choices((1, 2, 3, 4, 8), (46, 26, 14, 9, 5))[0]
    if work.language in names.CJK_NAMES:
        families, givens = (line.split() for line in names.CJK_NAMES[work.language])
        drawn = [(rng.choice(givens), rng.choice(families)) for _ in range(min(count, 4))]
    else:
        drawn = [work.facts.person(work.language, rng) for _ in range(count)]
    return [{"given": given, "family": family} for given, family in drawn]


def _value(fact: str, work: Work, rng: random.Random) -> str:
    if fact == "edition-number":
        return str(rng.randint(2, 9))
    return work.tell(fact)


def _date(work: Work, rng: random.Random, day: float) -> dict[str, list[list[int]]]:
    parts = [int(work.tell("year"))]
    if rng.random() < day:
        parts += [rng.randint(1, 12), rng.randint(1, 28)]
    return {"date-parts": [parts]}
