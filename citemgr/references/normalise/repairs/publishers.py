"""What was taken for a container and publishes the work.

A work with author, title, a body's name and a year, but no volume, issue, pages or "In", stands
alone: the body published it. A container that holds a sentence more than its title ends with the
publisher.
"""

from __future__ import annotations

import re

from citemgr.references.labels import known_lists
from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of
from citemgr.references.normalise.repairs.sentences import is_daily
from citemgr.references.normalise.types import is_periodical

_BODY = re.compile(
    r"""\b(?:universit\w*|universidad\w*|institut\w*|college|school|ministry|minist\w+|foundation|bank|press
    |verlag|books|publish\w+|publications|agency|commission|council|department|office|society|organi[sz]ation
    |association|laborator\w+|centre|center|hochschule|akademie|academ\w+|éditions|editorial|editora
    |edizioni|casa\seditrice|gmbh|inc|ltd|llc|international|theses)\b|大学|大學|学院|出版社|издательство""",
    re.VERBOSE | re.IGNORECASE,
)
_LAST = re.compile(r"(?<=[^\W_]{3}[.?!])\s+(?=[^\W_a-zß-öø-ÿ])")
# What stands before, or begins, the name of something that holds a work.
_LEAD = re.compile(r"(?:^|\W)(?:[Ii]n:?|En:?|Dans|//)\s+[“«„\"]?$|//\s*$")
_MEETING = re.compile(
    r"(?i)^(?:in|dans|en)\b|\b(?:conf\w*|symposi\w+|workshop|congress|meeting|proc\w*|lecture)\b"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{3}")
LONGEST_PUBLISHER = 7
# What stands with a part of a larger work, never with a work that stands alone.
_OF_A_PART = frozenset({"volume", "issue", "pages", "editor", "url", "issn", "doi", "journal"})


def publish_what_stands_alone(text: str, parts: Parts) -> Parts:
    """Containers that publish, under the label `publisher`."""
    labels = labels_of(parts)
    if labels & {"publisher", "institution"} or "title" not in labels:
        return parts
    holders = [at for at, part in enumerate(parts) if part.label == "container"]
    if len(holders) != 1:
        return parts
    at = holders[0]
    held = parts[at]
    if labels & {"pages", "editor"} and not labels & {"volume", "issue"}:
        cuts = list(_LAST.finditer(held.value))
        last = held.value[cuts[-1].end() :] if cuts else ""
        if last and len(last.split()) <= LONGEST_PUBLISHER and _is_publisher(last):
            split = (
                held.cut("container", 0, cuts[-1].start()),
                held.cut("publisher", cuts[-1].end()),
            )
            return (*parts[:at], *split, *parts[at + 1 :])
    if labels & _OF_A_PART or _LEAD.search(text[max(0, held.field.start - 8) : held.field.start]):
        return parts
    if not _publishes(text, held, parts):
        return parts
    return (*parts[:at], held.under("publisher"), *parts[at + 1 :])


def hold_what_comes_daily(text: str, parts: Parts) -> Parts:
    """A publisher of what came out on a day, and stands alone, is the newspaper or the site."""
    labels = labels_of(parts)
    if labels & {"container", "location", "isbn", "edition", "editor", "genre", "institution"}:
        return parts
    daily = any(part.label == "date" and is_daily(part.value) for part in parts)
    if not daily or "title" not in labels:
        return parts
    return tuple(
        part.under("container")
        if part.label == "publisher" and (is_periodical(part.value) or not _BODY.search(part.value))
        else part
        for part in parts
    )


def _publishes(text: str, held: Part, parts: Parts) -> bool:
    if is_periodical(held.value) or _MEETING.search(held.value):
        return False
    if _BODY.search(held.value):
        return True
    if _CYRILLIC.search(held.value):
        return True  # GOST marks what holds a work by slashes
    # A title in marks is part of something; one without stands alone.
    title = next(part for part in parts if part.label == "title")
    marked = text[max(0, title.field.start - 1) : title.field.start] in {"“", "«", "„", '"', "‘"}
    return not marked and _is_publisher(held.value)


def _is_publisher(words: str) -> bool:
    return bool(_BODY.search(words)) or "h" in known_lists(words.lower().strip(" .,"))
