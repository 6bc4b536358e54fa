"""References in layouts that no labelled data has, from templates: one file a family.

To add a family is one file and one line of `FAMILIES`.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from training.data import Example
from training.facts import Facts
from training.templates.archives import ARCHIVES
from training.templates.asian import ASIAN
from training.templates.databases import DATABASES
from training.templates.french import FRENCH
from training.templates.german import GERMAN
from training.templates.grammar import filled
from training.templates.law import LAW
from training.templates.media import MEDIA
from training.templates.newspapers import NEWSPAPERS
from training.templates.romance import ROMANCE
from training.templates.russian import RUSSIAN
from training.templates.scholarly import SCHOLARLY
from training.templates.technical import TECHNICAL
from training.templates.theses import THESES
from training.templates.web import WEB

__all__ = ["FAMILIES", "Facts", "drawn"]

# Family -> how often it is drawn.
FAMILIES = {
    **dict.fromkeys(DATABASES, 4),
    **dict.fromkeys(NEWSPAPERS, 4),
    **dict.fromkeys(LAW, 4),
    **dict.fromkeys(WEB, 7),
    **dict.fromkeys(THESES, 4),
    **dict.fromkeys(TECHNICAL, 3),
    **dict.fromkeys(MEDIA, 3),
    **dict.fromkeys(ARCHIVES, 3),
    **dict.fromkeys(GERMAN, 7),
    **dict.fromkeys(FRENCH, 7),
    **dict.fromkeys(ROMANCE, 4),
    **dict.fromkeys(RUSSIAN, 6),
    **dict.fromkeys(ASIAN, 6),
    **dict.fromkeys(SCHOLARLY, 9),
}


def drawn(facts: Facts, count: int, rng: random.Random) -> Iterator[Example]:
    """So many references of all families."""
    families, weights = list(FAMILIES), list(FAMILIES.values())
    for family in rng.choices(families, weights, k=count):
        yield filled(family, facts, rng)
