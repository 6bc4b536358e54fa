"""Plain text with a label a line, as ProQuest and EBSCO save citations: `Author: ...`, `Publication
title: ...`, records set apart by rules of dashes, underscores or equals signs, or by their numbers.

Labels are known in lower case; a line whose label is not known goes on with the value before it
only where it has no label at all. A record without the label of a title has it on its first line.
No specification is public: labels and order are those of the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats import newspapers
from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.model import Entry

_LABELS = {
    "author": "author",
    "authors": "author",
    "byline": "byline",
    "by": "byline",
    "correspondence author": "author",
    "editor": "editor",
    "title": "title",
    "document title": "title",
    "headline": "title",
    "publication title": "paper",
    "source title": "paper",
    "journal": "paper",
    "publication": "paper",
    "publication info": "info",
    "volume": "volume",
    "issue": "number",
    "pages": "pages",
    "first page": "firstpage",
    "section": "section",
    "edition": "edition",
    "publication year": "year",
    "year": "year",
    "publication date": "date",
    "load-date": "loaded",
    "publisher": "house",
    "place of publication": "location",
    "dateline": "dateline",
    "country of publication": "country",
    "issn": "issn",
    "isbn": "isbn",
    "doi": "doi",
    "document url": "url",
    "persistent link to this record (permalink)": "url",
    "permalink": "url",
    "url": "url",
    "language of publication": "langid",
    "language": "langid",
    "subject": "keywords",
    "subject terms": "keywords",
    "abstract": "abstract",
    "source type": "source-type",
    "document type": "document-type",
    "publication type": "document-type",
    "source": "source",
    "accession number": "accession",
    "proquest document id": "accession",
    "database": "database",
    "identifier / keyword": "keywords",
    **dict.fromkeys(
        (
            "publication subject",
            "location",
            "people",
            "company / organization",
            "number of pages",
            "full text word count",
            "credit",
            "copyright",
            "classification",
            "source attribution",
            "last updated",
            "links",
            "full text",
            "body",
            "length",
        ),
        "",
    ),
}
_LINE = re.compile(r"(?P<label>[A-Z][^:\n]{1,45}?):(?:\s+(?P<value>.*)|$)")
_RULE = re.compile(r"\s*[_=\-*]{20,}\s*$|Record: \d+\s*$|(?:Document|Record) \d+ of \d+\s*$")
_TYPES = {
    "newspaper": ("article", "newspaper"),
    "magazine": ("article", "magazine"),
    "journal": ("article", ""),
    "periodical": ("article", ""),
    "dissertation": ("thesis", ""),
    "thes": ("thesis", ""),
    "book chapter": ("incollection", ""),
    "book": ("book", ""),
    "conference": ("inproceedings", ""),
    "report": ("report", ""),
    "web": ("online", ""),
    "blog": ("online", ""),
}
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|Summer|Fall|Winter)[a-z]*"
# EBSCO's source: `Mind. Oct1950, Vol. 59 Issue 236, p433-460.`
_SOURCE = re.compile(
    r"(?P<container>.+?)[.;,]\s+(?P<date>(?:\d{1,2}[/.\s]|" + _MONTH + r"[./]?\s?){0,3}\d{4})\b"
    r"(?:[,;]\s*Vol\.?\s*(?P<volume>\w+))?"
    r"(?:,?\s*(?:Issue|No\.)\s*(?P<number>[\w/]+))?(?:,\s*pp?\.?\s*(?P<pages>[\w\-–]+))?"
)
# ProQuest's: `Mind, British edition; Oxford Vol. 59, Iss. 236, (Oct 1950): 433-460.`
_PAPER = re.compile(
    r"(?P<container>.+?)(?:,\s*(?P<edition>[^,;]+?) edition)?(?:;\s*(?P<location>[^\[\d]*?)\s*"
    r"(?=$|\[|\(|\bVol\.|\bIss\.|\d).*)?$",
    re.IGNORECASE,
)
_INFO = (
    ("volume", re.compile(r"\bVol\.\s*(\w+)")),
    ("number", re.compile(r"\bIss\.\s*([\w/]+)")),
    ("date", re.compile(r"\(([^()]*\d{4})\)|(\d{1,2} [^\W\d_]{3,9} \d{4})")),
    ("pages", re.compile(r"\d{4}\)?:\s*([\w.\-–]+?)\.?(?:\s|$)")),
)


_NO_FIELDS = frozenset({"source-type", "document-type", "source", "loaded", "first line"})


def read(text: str, path: str | None = None) -> Parsed:
    """The records of the text; one without a title is a finding."""
    entries = []
    findings = []
    for line, values in _records(text):
        entry = _entry(values)
        if "title" in entry.fields:
            entries.append(entry)
        elif len(values) > 1:
            findings.append(broken_record("has no title", path, line))
    return Parsed(tuple(entries), tuple(findings))


def _records(text: str) -> Iterator[tuple[int, list[Pair]]]:
    """The line and the labelled values of each record."""
    values: list[tuple[str, list[str]]] = []
    begun = 1
    for number, line in enumerate(lines_of([text]), 1):
        if _RULE.match(line):
            if values:
                yield begun, list(_joined(values))
            values, begun = [], number + 1
            continue
        match = _LINE.match(line.strip())
        field = _LABELS.get(match["label"].strip().lower()) if match else None
        if not values and line.strip():
            begun = number
        if match and field is not None:
            values.append((field, [(match["value"] or "").strip()]))
        elif values and line.strip():
            values[-1][1].append(line.strip())
        elif line.strip():
            values.append(("first line", [line.strip()]))
        elif values and values[-1][0] == "first line":
            values.append(("", []))  # what stands behind the headline is no part of it
    if values:
        yield begun, list(_joined(values))


def _joined(values: list[tuple[str, list[str]]]) -> Iterator[Pair]:
    """Values whose lines are one: names and keywords have one a line, anything else goes on."""
    for name, lines in values:
        joint = "; " if name in {"author", "keywords"} else " "
        yield name, joint.join(filter(None, lines))


def _entry(values: list[Pair]) -> Entry:
    kinds = " ".join(value for name, value in values if name in {"source-type", "document-type"})
    told = (kind for word, kind in _TYPES.items() if word in kinds.lower())
    type, subtype = next(told, ("article", ""))
    return build_entry(type, subtype, "", _pairs(values))


def _pairs(values: list[Pair]) -> Iterator[Pair]:
    for name, value in values:
        if name in {"author", "editor"}:
            for person in re.split(r"\s*;\s*", value):
                yield name, _person(person)
        elif name == "byline":
            for writer in newspapers.writers(value):
                yield "author", writer
        elif name == "title":
            yield name, re.sub(r"(?<=[^.])\.$", "", value)
        elif name == "paper":
            yield from _paper(value)
        elif name == "info":
            yield from _paper(value)
            for field, pattern in _INFO:
                if said := pattern.search(value):
                    found = next(filter(None, said.groups()), "")
                    yield field, _page(found) if field == "pages" else found
        elif name == "keywords":
            for word in re.split(r"\s*;\s*", value):
                yield name, word.lstrip("* ")
        elif name == "source" and (found := _SOURCE.match(value)):
            for field, part in found.groupdict().items():
                yield field, _apart(part) if field == "date" else part or ""
        elif name == "dateline":
            yield "note", f"Dateline: {value}"
        elif name == "section":
            yield "pages", newspapers.page(value)
        elif name == "issn":
            yield name, value.split(",")[0]
        elif name in {"pages", "firstpage"}:
            yield name, _page(value)
        elif name and name not in _NO_FIELDS:
            yield name, value
    yield from (("title", value) for name, value in values if name == "first line")


def _apart(date: str) -> str:
    """`Oct1950` and `10/1/1950` as dates are read."""
    return re.sub(r"(?<=[^\W\d_])(?=\d{4})", " ", date)


def _paper(value: str) -> Iterator[Pair]:
    """Title, edition and place of a paper as ProQuest prints them in one."""
    said = _PAPER.match(value)
    for field, part in said.groupdict().items() if said else ():
        yield field, (part or "").strip(" ,;")


def _page(value: str) -> str:
    """ProQuest's `A.7` as papers print it."""
    return re.sub(r"(?<=^[A-Z])\.(?=\d)", "", value)


# What EBSCO puts behind names: the number of an affiliation, an address, a role.
_BEHIND_NAME = re.compile(r"(?:\s*\([^()]*\)|\s*\S+@\S+|(?<=[^\d\s])[\d,]+|\*)+$")


def _person(name: str) -> str:
    """The name without what stands behind it, and without a full stop that closes the line."""
    name = _BEHIND_NAME.sub("", name.strip())
    return name.rstrip(".") if len(name) > 3 and name[-3] not in " .-" else name
