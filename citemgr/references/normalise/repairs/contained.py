"""What holds a work stands behind "In", or the double slash of GOST: a title that goes on behind it
is cut there, and what the model took for a publisher, a person or a second title there holds it.
"""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of
from citemgr.references.normalise.types import is_periodical

# Inside a title: a stop, then "In:" or "in" and a capital. A bare "In" after a stop may begin a
# second sentence of the title, so a capital must follow that no small word precedes.
_INSIDE = re.compile(
    r"(?:(?<=[.?!])|(?<=[)\]”»\"]))\s+(?:[Ii]n\s?:\s*|(?:[Ii]n|En|Dans)\s+)(?=[^\W\d_a-zà-ÿ])|\s[Ii]n\s?:\s+"
)
# Before a part: what announces that it holds the work.
_BEFORE = re.compile(
    r"(?:^|[\s.,;“”»\"])(?:[Ii]n:|In|En|Dans|En:|Dans:|[Ii]n :)\s*[“«„\"]?$|//\s*$"
)
_IN_COLON = re.compile(r"\b(?:In|En|Dans):\s$")
REACH = 8
# Labels that the name of a paper or site is given behind an "In".
_MISTAKEN = frozenset({"publisher", "title"})
# Only what is no person's name is taken from these, unless slashes stand before it.
_PEOPLE = frozenset({"editor", "author"})
_ACRONYM = re.compile(r"\b[A-ZÀ-Þ]{2,}\b")


def hold_what_is_in(text: str, parts: Parts) -> Parts:
    """Titles cut at "In", and the parts behind an "In" made containers."""
    if "container" in labels_of(parts):
        return parts
    for at, part in enumerate(parts):
        match = _INSIDE.search(part.value) if part.label == "title" else None
        if match is not None and match.start() > 3:
            cut = (part.cut("title", 0, match.start()), part.cut("container", match.end()))
            return (*parts[:at], *cut, *parts[at + 1 :])
    for at, part in enumerate(parts):
        if _is_held(text, part) and any(before.label == "title" for before in parts[:at]):
            return (*parts[:at], part.under("container"), *parts[at + 1 :])
    return _second_title(parts)


def _is_held(text: str, part: Part) -> bool:
    before = text[max(0, part.start - REACH) : part.start]
    if part.label in _PEOPLE and not before.rstrip().endswith("//"):
        return bool(_IN_COLON.search(before)) and bool(
            is_periodical(part.value) or _ACRONYM.search(part.value)
        )
    return part.label in _MISTAKEN | _PEOPLE and bool(_BEFORE.search(before))


def _second_title(parts: Parts) -> Parts:
    """A second title in front of volume, pages or publisher holds the first."""
    titles = [at for at, part in enumerate(parts) if part.label == "title"]
    if len(titles) != 2 or len(parts[titles[1]].value) < LEAST_TITLE:
        return parts
    behind = labels_of(parts[titles[1] + 1 :])
    between = labels_of(parts[titles[0] + 1 : titles[1]])
    if not behind & {"volume", "pages", "issue"} or between & {"date"}:
        return parts
    second = titles[1]
    return (*parts[:second], parts[second].under("container"), *parts[second + 1 :])


# A shorter second title is a slip of the labels.
LEAST_TITLE = 8
