"""Labelled reference strings: read, repaired, brought to one label set, and split.

A file has one JSON object a line: `{"text", "fields": [[label, value, start, end], ...], "source"}`
with offsets in code points.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

# Labels of the sources -> labels of the model. What is missing here is left out of all fields.
LABELS = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "director",
    "producer": "director",
    "title": "title",
    "journal": "container",
    "container-title": "container",
    "booktitle": "container",
    "container": "container",
    "collection-title": "series",
    "series": "series",
    "volume": "volume",
    "biblScope": "volume",
    "issue": "issue",
    "number": "number",
    "edition": "edition",
    "pages": "pages",
    "date": "date",
    "publisher": "publisher",
    "location": "location",
    "pubPlace": "location",
    "institution": "institution",
    "orgName": "institution",
    "genre": "genre",
    "note": "note",
    "notes": "note",
    "source": "note",
    "medium": "medium",
    "original": "original",
    "url": "url",
    "accessed": "accessed",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "idno": "number",
    "citation-number": "citation-number",
}
# `volume` of the AnyStyle sets may hold the issue, year and pages as well.
_VOLUME = re.compile(
    r"""
    ^ (?P<volume> [^\d(]* (?:\d+ | [IVXLC]+\b) [a-z]? )
    (?: \W* (?: [(,:/.\s] | no\.? | issue | nr\.? | n[°º] | number )+ \s* )
    (?P<issue> \d[\d/–\-]* | (?:suppl|special)[^)]* )
    (?P<rest> .* ) $
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_YEAR = re.compile(r"\(?\b(1[5-9]\d\d|20\d\d)\b\)?")
# Identifiers that a source labels only as such.
_IDENTIFIERS = (
    ("doi", re.compile(r"10\.\d{4,}/\S+")),
    ("isbn", re.compile(r"isbn|97[89][\d-]{10,}", re.IGNORECASE)),
    ("issn", re.compile(r"issn|\b\d{4}-\d{3}[\dxX]\b", re.IGNORECASE)),
    ("arxiv", re.compile(r"arxiv|\b\d{4}\.\d{4,5}\b", re.IGNORECASE)),
    ("pmid", re.compile(r"pmid|pubmed", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Example:
    """A reference string, its labelled stretches `(label, start, end)`, and where it is from."""

    text: str
    fields: tuple[tuple[str, int, int], ...]
    source: str


def read(path: Path) -> Iterator[Example]:
    """The examples of a file, with their labels repaired."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            fields: list[tuple[str, int, int]] = []
            for name, value, start, end in row["fields"]:
                fields.extend(_repair(name, value, start, end))
            yield Example(row["text"], tuple(fields), row.get("source", path.stem))


def _repair(name: str, value: str, start: int, end: int) -> list[tuple[str, int, int]]:
    label = LABELS.get(name)
    if label is None:
        return []
    if name == "idno":
        for identifier, pattern in _IDENTIFIERS:
            if pattern.search(value):
                return [(identifier, start, end)]
    if name in {"volume", "biblScope"}:
        return _split_volume(value, start, end)
    return [(label, start, end)]


def _split_volume(value: str, start: int, end: int) -> list[tuple[str, int, int]]:
    match = _VOLUME.match(value)
    if match is None or _YEAR.fullmatch(match["issue"]):
        return [("volume", start, end)]
    at = start + match.start("issue")
    issue = ("issue", at, start + match.end("issue"))
    return [("volume", start, start + match.end("volume")), issue]


def fold(text: str) -> str:
    """Letters and digits only, in lower case: two strings that are the same but for marks."""
    return "".join(character for character in text.lower() if character.isalnum())


def fifth(text: str) -> int:
    """Which of five parts a string belongs to; the same on every machine."""
    return int(hashlib.sha1(text.encode()).hexdigest(), 16) % 5
