"""A place that was taken together with the publisher behind it, or is no place at all."""

from __future__ import annotations

import re

from citemgr.references.labels import known_lists
from citemgr.references.normalise.repairs.parts import Parts, labels_of

_SPLIT = re.compile(r"(?P<place>[^:,]{2,40})(?P<mark>\s?:|,)\s+(?P<publisher>[^\W\d_][^:]{2,60})")
_SCHOOL = re.compile(
    r"(?i)\b(?:universit\w*|universidad\w*|college|institut\w*|hochschule)\b|大学|大學"
)
# "Reading, MA", "New York, N.Y.", "London, UK" are places whole.
_REGION = re.compile(r"(?:[A-Z]\.?){1,3}|[A-Z][a-z]{1,3}\.|USA|England|Canada|Australia")


def part_places_from_publishers(text: str, parts: Parts) -> Parts:
    """`Neuwied: Luchterhand` and `Torino, Einaudi` cut in two; a school is no place."""
    if labels_of(parts) & {"publisher", "institution"}:
        return parts
    at = next((at for at, part in enumerate(parts) if part.label == "location"), -1)
    if at < 0:
        return parts
    place = parts[at]
    if _SCHOOL.search(place.value):
        return (*parts[:at], place.under("institution"), *parts[at + 1 :])
    match = _SPLIT.fullmatch(place.value)
    if match is None or (match["mark"] == "," and not _is_place_and_publisher(match)):
        return parts
    split = (
        place.cut("location", 0, match.end("place")),
        place.cut("publisher", match.start("publisher")),
    )
    return (*parts[:at], *split, *parts[at + 1 :])


def _is_place_and_publisher(match: re.Match[str]) -> bool:
    known = "l" in known_lists(match["place"].strip().lower())
    behind = match["publisher"].strip()
    return known and not _REGION.fullmatch(behind) and "l" not in known_lists(behind.lower())
