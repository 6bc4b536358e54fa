"""What was taken for a container or a note, and publishes the work.

A work with author, title, a body's name and a year, but no volume, issue, pages or "In", stands
alone: the body published it. A container that holds a sentence more than its title ends with the
publisher.
"""

from __future__ import annotations

import re

from citemgr.references.labels import known_lists
from citemgr.references.normalise.repairs.gaps import NAME
from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of, stretch
from citemgr.references.normalise.types import is_periodical

BODY = re.compile(
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
    r"(?i)^(?:in|dans|en)\b|\b(?:conf\w*|symposi\w+|workshop|seminar|congress|meeting|proc\w*|lecture"
    r"|presentation)\b"
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]{3}")
LONGEST_PUBLISHER = 7
# What stands with a part of a larger work, never with a work that stands alone.
_OF_A_PART = frozenset({"volume", "issue", "pages", "editor", "url", "issn", "doi", "journal"})
_PUBLISHES = frozenset({"publisher", "institution"})
# "Sourcebooks Explore; 2018.": behind a journal's name Vancouver prints volume and pages too.
_YEAR_ENDS = re.compile(r";\s(?:1[5-9]|20)\d\d\.?$")
# "(Založba Univerze, V Novi Gorici, 2022)": publisher, place and year in one pair of brackets.
_BRACKETED = re.compile(r"(?P<publisher>[^,():]{3,60})(?:, (?P<place>[^()]{2,40}))?")
REACH = 8


def publish_what_stands_alone(text: str, parts: Parts) -> Parts:
    """Containers and notes that publish, under the label `publisher`."""
    parts = _in_brackets(text, _shared_name(text, parts))
    labels = labels_of(parts)
    if labels & _PUBLISHES or "title" not in labels:
        return parts
    parts = _noted(text, parts)
    holders = [at for at, part in enumerate(parts) if part.label == "container"]
    if len(holders) != 1 or labels_of(parts) & _PUBLISHES:
        return parts
    at = holders[0]
    held = parts[at]
    if labels & {"pages", "editor"} and not labels & {"volume", "issue"}:
        inside = _LEAD.search(text[max(0, held.start - REACH) : held.start])
        cuts = list(_LAST.finditer(held.value))
        last = held.value[cuts[-1].end() :] if cuts else ""
        if last and _ends_with_publisher(held.value[: cuts[-1].start()], last, bool(inside)):
            return (*parts[:at], *_parted(held, cuts[-1]), *parts[at + 1 :])
    if labels & _OF_A_PART or _LEAD.search(text[max(0, held.start - 8) : held.start]):
        return parts
    if not _publishes(text, held, parts):
        return parts
    return (*parts[:at], held.under("publisher"), *parts[at + 1 :])


def _parted(held: Part, cut: re.Match[str]) -> tuple[Part, Part]:
    return held.cut("container", 0, cut.start()), held.cut("publisher", cut.end())


def _ends_with_publisher(title: str, last: str, inside: bool) -> bool:
    """Whether the last sentence of a container publishes it: by its own words, or, in a book,
    because it is a name behind a title without abbreviations."""
    if len(last.split()) > LONGEST_PUBLISHER:
        return False
    if _is_publisher(last):
        return True
    named = NAME.fullmatch(last) is not None and last[-1:] != "."
    return inside and named and len(title.split()) > 2 and "." not in title[:-1]


def _noted(text: str, parts: Parts) -> Parts:
    """Notes that publish: a name in brackets with the year, or the author's own name again."""
    authors = {part.value.strip(" .") for part in parts if part.label == "author"}
    first = next((part for part in parts if part.label == "title"), None)
    for at, part in enumerate(parts):
        if part.label != "note" or at == 0 or first is None:
            continue
        again = part.value.strip(" .")
        if again in authors or first.value.startswith(again + ". "):
            return (*parts[:at], part.under("publisher"), *parts[at + 1 :])
        follows = text[part.end :].lstrip(" ,")
        opened = text[part.start - 1 : part.start] == "("
        match = _BRACKETED.fullmatch(part.value)
        if opened and match is not None and re.match(r"(?:1[5-9]|20)\d\d\)", follows):
            split = [part.cut("publisher", *match.span("publisher"))]
            if match["place"]:
                split.append(part.cut("location", *match.span("place")))
            return (*parts[:at], *split, *parts[at + 1 :])
    return parts


def _in_brackets(text: str, parts: Parts) -> Parts:
    """`On Liberty (John W. Parker and Son, 1859)`: a bracket that the title opens and the year
    closes holds the publisher, and the place before a colon."""
    if labels_of(parts) & (_PUBLISHES | {"container", "location"}):
        return parts
    for at in range(len(parts) - 1):
        title, date = parts[at], parts[at + 1]
        opens = title.value.rfind("(")
        if title.label != "title" or date.label != "date" or opens < 1:
            continue
        closed = text[date.end : date.end + 1] == ")"
        gap = text[title.end : date.start]
        if ")" in title.value[opens:] or gap != ", " or not closed:
            continue
        place, colon, _ = title.value[opens + 1 :].partition(": ")
        first = opens + 1 + len(place + colon) if colon else opens + 1
        split = [title.cut("title", 0, opens), title.cut("publisher", first)]
        if colon:
            split.insert(1, title.cut("location", opens + 1, opens + 1 + len(place)))
        return (*parts[:at], *split, *parts[at + 1 :])
    return parts


def _shared_name(text: str, parts: Parts) -> Parts:
    """A publisher of two bodies, the first of which was left to the container: `Dictionary.
    National Centre of Biography, Australian National University`."""
    for at in range(len(parts) - 1):
        held, body = parts[at], parts[at + 1]
        if held.label != "container" or body.label not in _PUBLISHES:
            continue
        cuts = list(_LAST.finditer(held.value))
        gap = text[held.end : body.start]
        if not cuts or gap != ", " or not BODY.search(held.value[cuts[-1].end() :]):
            continue
        start = held.start + cuts[-1].end()
        whole = stretch(text, body.label, start, body.end, min(held.sure, body.sure))
        return (*parts[:at], held.cut("container", 0, cuts[-1].start()), whole, *parts[at + 2 :])
    return parts


def publish_what_is_no_text(text: str, parts: Parts) -> Parts:
    """What holds a data set, software or a film is its publisher, as APA prints it."""
    labels = labels_of(parts)
    if labels & (_PUBLISHES | {"volume", "issue", "pages"}):
        return parts
    title = next((part for part in parts if part.label == "title"), None)
    if title is None or _NO_TEXT.match(text, title.end) is None:
        return parts
    return tuple(part.under("publisher") if part.label == "container" else part for part in parts)


# What the work is, in brackets behind its title.
_NO_TEXT = re.compile(
    r"(?i)\s?\[(?:data\s?set|database|(?:computer )?software|mobile app|code|film|motion picture"
    r"|video game)\]"
)


def _publishes(text: str, held: Part, parts: Parts) -> bool:
    if is_periodical(held.value) or _MEETING.search(held.value):
        return False
    if BODY.search(held.value) or _YEAR_ENDS.match(text, held.end):
        return True
    if _CYRILLIC.search(held.value):
        return True  # GOST marks what holds a work by slashes
    # A title in marks is part of something; one without stands alone.
    title = next(part for part in parts if part.label == "title")
    marked = text[max(0, title.start - 1) : title.start] in {"“", "«", "„", '"', "‘"}
    return not marked and _is_publisher(held.value)


def _is_publisher(words: str) -> bool:
    return bool(BODY.search(words)) or "h" in known_lists(words.lower().strip(" .,"))
