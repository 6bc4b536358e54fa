"""Plain text with a label a line, as ProQuest, EBSCO and LexisNexis save citations: `Author: ...`,
`Publication title: ...`, records set apart by rules of dashes, underscores or equals signs.

Labels are known in lower case; a line whose label is not known goes on with the value before it
only where it has no label at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.model import Entry

_LABELS = {
    "author": "author",
    "authors": "author",
    "byline": "author",
    "by": "author",
    "correspondence author": "author",
    "editor": "editor",
    "title": "title",
    "document title": "title",
    "headline": "title",
    "publication title": "container",
    "source title": "container",
    "journal": "container",
    "publication": "container",
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
            "publication info",
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
_RULE = re.compile(r"\s*[_=\-*]{20,}\s*$")
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
# EBSCO's source: `Mind. Oct1950, Vol. 59 Issue 236, p433-460.`
_SOURCE = re.compile(
    r"(?P<container>[^.;]+?)[.;,]\s+(?P<date>[^,;]*\d{4})(?:[,;]\s*Vol\.?\s*(?P<volume>\w+))?"
    r"(?:,?\s*(?:Issue|No\.)\s*(?P<number>[\w/]+))?(?:,\s*pp?\.?\s*(?P<pages>[\w\-–]+))?"
)


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
    values: list[Pair] = []
    begun = 1
    for number, line in enumerate(text.splitlines(), 1):
        if _RULE.match(line):
            if values:
                yield begun, values
            values, begun = [], number + 1
            continue
        match = _LINE.match(line.strip())
        field = _LABELS.get(match["label"].strip().lower()) if match else None
        if match and field is not None:
            if not values:
                begun = number
            values.append((field, (match["value"] or "").strip()))
        elif values and line.strip():
            name, value = values[-1]
            values[-1] = (name, f"{value} {line.strip()}".strip())
    if values:
        yield begun, values


def _entry(values: list[Pair]) -> Entry:
    kinds = " ".join(value for name, value in values if name in {"source-type", "document-type"})
    told = (kind for word, kind in _TYPES.items() if word in kinds.lower())
    type, subtype = next(told, ("article", ""))
    return build_entry(type, subtype, "", _pairs(values))


def _pairs(values: list[Pair]) -> Iterator[Pair]:
    for name, value in values:
        if name in {"author", "editor"}:
            for person in re.split(r"\s*;\s*", value):
                yield name, person.rstrip(".") if len(person) > 3 and person[-3] != " " else person
        elif name == "keywords":
            for word in re.split(r"\s*;\s*", value):
                yield name, word
        elif name == "source" and (found := _SOURCE.match(value)):
            for field, part in found.groupdict().items():
                yield field, _apart(part) if field == "date" else part or ""
        elif name == "dateline":
            yield "location", value
        elif name == "section":
            yield "pages", _page_of(value)
        elif name == "issn":
            yield name, value.split(",")[0]
        elif name and name not in {"source-type", "document-type", "source", "loaded"}:
            yield name, value


def _apart(date: str) -> str:
    """`Oct1950` and `10/1/1950` as dates are read."""
    return re.sub(r"(?<=[^\W\d_])(?=\d{4})", " ", date)


def _page_of(section: str) -> str:
    """The page of `Section A; Column 1; Pg. 7`."""
    page = re.search(r"\bPg?\.?\s*(\w+)", section)
    return page[1] if page else ""
