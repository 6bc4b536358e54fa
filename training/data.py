"""Labelled reference strings: read, repaired, brought to one label set, and split.

A file has one JSON object a line: `{"text", "fields": [[label, value, start, end], ...], "source"}`
with offsets in code points.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from citemgr.references.labels.tags import OUTSIDE, trim
from citemgr.references.labels.tokens import Token

# Where the files that ship with the package go.
TARGET = Path(__file__).parent.parent / "citemgr/references/labels/data"
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
# `volume` of the AnyStyle sets may hold the year before it, and the issue after it.
_VOLUME = re.compile(
    r"""
    ^ \W* (?: (?P<year> 1[5-9]\d\d | 20\d\d ) (?: \s+ \w+ (?: \s+ \d+ )? )? \s* ; )?
    (?P<volume> [^\d(;:]*? (?: \d+ [A-Z]? | \b[IVXLC]+\b ) )
    (?: \W* (?: [(,:/.\s] | [Nn]os?\b\.? | [Ii]ssue | [Nn][ru]\. | [Nn][°º] | [Hh]eft )+
        (?P<issue> \d [\d/–\-]* | (?: [Ss]uppl | [Ss]pecial ) [^)]* )
        (?: \W+ (?: pp?\.\s* )? (?P<pages> [A-Za-z]?\d [^;,()]* ) )? [^\d]* )? \W* $
    """,
    re.VERBOSE | re.DOTALL,
)
# Words that announce a field and are no part of its value; each is cut off with what stands before.
_ANNOUNCED = {
    label: re.compile(rf"^\W*(?:{words})\b[.:]?\s*", re.IGNORECASE)
    for label, words in {
        "container": r"in|dans|en(?=\s*:)|aus|appeared in|presented at|source",
        "editor": r"in|dans|edited by|ed\. by|eds?(?=\.\s*\w)|hrsg\.? v(?:on|\.)|herausgegeben von|"
        r"edición de|sous la direction de|a cura di|под ред",
        "translator": r"translated by|trans(?=\.)|transl(?=\.)|tr(?=\.)|übers(?:etzt)?\.? von|"
        r"traduit par|traducción de|aus dem \w+ von",
        "volume": r"vols?|volumes?|band|bd|bde|tome|t|v|jg|jahrgang|т",
        "issue": r"nos?|nr|n|num|issue|heft|h|number|iss|№",
        "pages": r"pp?|pgs?|pages?|ss?|seiten?|págs?|pags?|с|c|стр|f",
        "accessed": r"accessed|retrieved|abgerufen|consulté|zugriff|visited|on|am|le",
        "doi": r"doi|https?://(?:dx\.)?doi\.org/",
        "isbn": r"isbn(?:-1[03])?",
        "issn": r"e?issn",
        "pmid": r"pmid|pubmed(?: pmid)?",
        "arxiv": r"arxiv",
        "url": r"url|available at|available from|retrieved from|disponible en",
        "author": r"by|byline|author(?:\(s\))?(?=:)|von(?=:)",
    }.items()
}
# Identifiers that a source labels only as such.
_IDENTIFIERS = (
    ("doi", re.compile(r"10\.\d{4,}/\S+")),
    ("isbn", re.compile(r"isbn|97[89][\d-]{10,}", re.IGNORECASE)),
    ("issn", re.compile(r"issn|\b\d{4}-\d{3}[\dxX]\b", re.IGNORECASE)),
    ("arxiv", re.compile(r"arxiv|\b\d{4}\.\d{4,5}\b", re.IGNORECASE)),
    ("pmid", re.compile(r"pmid|pubmed", re.IGNORECASE)),
)
_DAY = (
    r"(?:\d{1,2}\.?\s+(?:de\s+)?\w{3,10}\.?,?\s+(?:de\s+)?\d{4}"
    r"|\w{3,10}\.?\s+\d{1,2},?\s+\d{4}|[\d./-]{8,10})"
)
_TOLD_BY_FORM = (
    (
        "accessed",
        re.compile(
            r"(?i)(?:accessed|retrieved|visited|viewed|abgerufen am|zugriff(?: am)?|consulté le"
            r"|cited|web\.|обращения)"
            rf"[:\s]*(?:on\s+)?({_DAY})"
        ),
    ),
    ("doi", re.compile(r"(?i)\bdoi(?:\.org/|[:\s])\s*(10\.\d{4,}/[^\s,;]+)")),
    ("url", re.compile(r"((?:https?://|www\.)[^\s<>]{4,})")),
    ("pmid", re.compile(r"\bPMID:?\s*(\d{6,8})")),
    ("isbn", re.compile(r"\bISBN:?\s*([\d–-]{9,16}[\dxX])")),
    ("arxiv", re.compile(r"(?i)\barxiv:\s*([a-z.-]*/?\d[\d.]{6,})")),
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
            fields.extend(_unlabelled(row["text"], fields))
            yield Example(row["text"], tuple(fields), row.get("source", path.stem))


def write(examples: Iterable[Example], path: Path) -> None:
    """Write examples as a file that `read` takes; a run cut short leaves none."""
    part = path.with_suffix(".part")
    with part.open("w", encoding="utf-8") as lines:
        for example in examples:
            fields = [
                [label, example.text[start:end], start, end] for label, start, end in example.fields
            ]
            row = {"text": example.text, "fields": fields, "source": example.source}
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    part.replace(path)


def _unlabelled(text: str, fields: Sequence[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """What a source leaves without a label although its form tells what it is."""
    taken = list(fields)
    for label, pattern in _TOLD_BY_FORM:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            if all(end <= first or last <= start for _, first, last in taken):
                taken.append((label, start, end))
    return taken[len(fields) :]


def _repair(name: str, value: str, start: int, end: int) -> list[tuple[str, int, int]]:
    label = LABELS.get(name)
    if label is None:
        return []
    if name == "idno":
        for identifier, pattern in _IDENTIFIERS:
            if pattern.search(value):
                return [_bare(identifier, value, start, end)]
    if name == "volume":
        return _split_volume(value, start, end)
    return [_bare(label, value, start, end)]


def _bare(label: str, value: str, start: int, end: int) -> tuple[str, int, int]:
    """The stretch without the word that announces it."""
    announced = _ANNOUNCED.get(label)
    match = announced.match(value) if announced else None
    if match is not None and match.end() < len(value):
        start += match.end()
    return (label, start, end)


def _split_volume(value: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """The year, volume, issue and pages that one `volume` of a source may hold."""
    match = _VOLUME.match(value)
    if match is None:
        return [_bare("volume", value, start, end)]
    labels = {"year": "date", "volume": "volume", "issue": "issue", "pages": "pages"}
    return [
        _bare(label, match[group], start + match.start(group), start + match.end(group))
        for group, label in labels.items()
        if match[group]
    ]


def fold(text: str) -> str:
    """Letters and digits only, in lower case: two strings that are the same but for marks."""
    return "".join(character for character in text.lower() if character.isalnum())


def fifth(text: str) -> int:
    """Which of five parts a string belongs to; the same on every machine."""
    return int(hashlib.sha1(text.encode()).hexdigest(), 16) % 5


def tags_of(example: Example, tokens: Sequence[Token]) -> list[str]:
    """The label of each token of an example; marks at the edge of a stretch are outside of it."""
    tags = [OUTSIDE] * len(tokens)
    at = 0
    for label, start, end in sorted(example.fields, key=lambda field: field[1]):
        while at < len(tokens) and tokens[at].start < start:
            at += 1
        first = at
        while at < len(tokens) and tokens[at].end <= end:
            at += 1
        edges = trim(tokens, first, at - 1)
        if edges is not None:
            tags[edges[0] : edges[1] + 1] = [label] * (edges[1] - edges[0] + 1)
    return tags
