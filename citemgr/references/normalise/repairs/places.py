"""A place that was taken together with the publisher behind it, or is no place at all."""

from __future__ import annotations

import re

from citemgr.references.labels import known_lists
from citemgr.references.normalise.repairs.parts import Parts, labels_of

_SPLIT = re.compile(r"(?P<place>[^:,]{2,40})(?P<mark>\s?:|,)\s+(?P<publisher>[^\W\d_][^:]{2,60})")
_SCHOOL = re.compile(
    r"(?i)\b(?:universit\w*|universidad\w*|college|institut\w*|hochschule)\b|大学|大學"
)


def part_places_from_publishers(text: str, parts: Parts) -> Parts:
    """`Neuwied: Luchterhand` and `Torino, Einaudi` cut in two; a school is no place."""
    parts = _out_of_edition(parts)
    if labels_of(parts) & {"publisher", "institution"}:
        return parts
    at = next((at for at, part in enumerate(parts) if part.label == "location"), -1)
    if at < 0:
        return parts
    place = parts[at]
    if _SCHOOL.search(place.value):
        return (*parts[:at], place.under("institution"), *parts[at + 1 :])
    if _is_known_publisher(place.value):
        return (*parts[:at], place.under("publisher"), *parts[at + 1 :])
    match = _SPLIT.fullmatch(place.value)
    if match is None or not _is_place_and_publisher(match):
        return parts
    split = (
        place.cut("location", 0, match.end("place")),
        place.cut("publisher", match.start("publisher")),
    )
    return (*parts[:at], *split, *parts[at + 1 :])


def _out_of_edition(parts: Parts) -> Parts:
    """`Europe; Brussels` behind a newspaper: an edition, and the place behind its semicolon."""
    at = next((at for at, part in enumerate(parts) if part.label == "edition"), -1)
    mark = parts[at].value.find("; ") if at >= 0 else -1
    if mark < 0 or "location" in labels_of(parts):
        return parts
    split = (parts[at].cut("edition", 0, mark), parts[at].cut("location", mark + 1))
    return (*parts[:at], *split, *parts[at + 1 :])


def _is_known_publisher(value: str) -> bool:
    lists = known_lists(value.strip(" .()[]").lower())
    return "h" in lists and "l" not in lists


def _is_place_and_publisher(match: re.Match[str]) -> bool:
    place, publisher = (match[name].strip(" .").lower() for name in ("place", "publisher"))
    if "l" not in known_lists(place):
        return False
    return match["mark"] != "," or _is_known_publisher(publisher)
