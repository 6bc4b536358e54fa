"""Web of Science: the plain-text export and the tab-delimited one, with the same two-letter tags
(Clarivate, "Web of Science field tags"); Inspec's and MEDLINE's files by the same maker too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.table import Parsed, gathered
from citemgr.formats.tagged import Record, Shape, records
from citemgr.model import Entry, Finding

_SHAPE = Shape(
    re.compile(r"(?P<tag>[A-Z][A-Z0-9])(?:\s|$)(?P<value>.*)"),
    start="PT",
    end="ER",
    lists=frozenset({"AU", "AF", "BE", "BF", "ED", "CR", "CA", "GP"}),
)
_TYPES = {
    "J": ("article", ""),
    "JOURNAL": ("article", ""),
    "JOURNAL ARTICLE": ("article", ""),
    "B": ("book", ""),
    "S": ("incollection", ""),
    "P": ("patent", ""),
    "C": ("inproceedings", ""),
}
_FIELDS = {
    "BE": "editor",
    "ED": "editor",
    "CA": "author",
    "GP": "author",
    "TI": "title",
    "CT": "eventtitle",
    "CL": "venue",
    "SE": "series",
    "VL": "volume",
    "IS": "number",
    "PY": "year",
    "BP": "firstpage",
    "EP": "lastpage",
    "AR": "eid",
    "PU": "publisher",
    "PI": "location",
    "SN": "issn",
    "EI": "issn",
    "BN": "isbn",
    "DI": "doi",
    "D2": "doi",
    "PM": "pmid",
    "AB": "abstract",
    "LA": "langid",
    "DT": "type",
    "UT": "accession",
    "C1": "affiliation",
    "PG": "pagetotal",
}
_HEADER = frozenset({"FN", "VR", "EF", "PT", "ER"})


def read(text: str, path: str | None = None) -> Parsed:
    """The records of either export."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The records of a text that comes in pieces, one at a time."""
    lines = lines_of(pieces)
    first = next(lines, "")
    tabbed = first.count("\t") > 4
    found = _rows(first, lines) if tabbed else records(chain([first], lines), _SHAPE)
    entries = map(_entry, found)
    return (entry for entry in entries if entry.fields)


def _rows(first: str, lines: Iterable[str]) -> Iterator[Record]:
    """The records of the tab-delimited export, whose first line names the tags; it quotes
    nothing."""
    header = first.split("\t")
    for number, line in enumerate(lines, 2):
        values: list[tuple[str, str]] = []
        for tag, value in zip(header, line.split("\t"), strict=False):
            parts = value.split("; ") if tag in _SHAPE.lists else [value]
            values += [(tag, part) for part in parts if part]
        yield Record(number, values, opened=True)


def _entry(record: Record) -> Entry:
    type, subtype = _TYPES.get(record.first("PT").upper(), ("misc", ""))
    conference = record.first("CT") or "proceedings" in record.first("DT").lower()
    if conference and type != "article":
        type = "inproceedings"
    if type == "book" and record.first("SO") and record.first("TI") != record.first("SO"):
        type = "incollection"
    return build_entry(type, subtype, "", _pairs(record, type))


def _pairs(record: Record, type: str) -> Iterator[Pair]:
    tags = {tag for tag, _ in record.values}
    for tag, value in record.values:
        if tag in {"AU", "AF"}:
            if tag == ("AF" if "AF" in tags else "AU"):
                for name in value.split(";"):
                    yield "author", name
        elif tag == "SO":
            yield "container", _title_case(value)
        elif tag == "TI":
            yield "title", re.sub(r"/(?:sub|sup) ([^/]*)/", r"\1", value)
        elif tag in {"DE", "ID"}:
            for word in value.split(";"):
                yield "keywords", word
        elif tag == "PD":
            yield "month", value
        elif tag == "PS" and "BP" not in tags:
            yield "pages", value
        elif tag in _FIELDS and tag not in _HEADER:
            yield _FIELDS[tag], value


_SMALL = frozenset("a an and as at by for from in of on or the to und der die das de la et".split())


def _title_case(title: str) -> str:
    """Titles of journals stand in capitals; as a title where all of it does."""
    if not title.isupper():
        return title
    words = [
        word.lower() if at and word.lower() in _SMALL else word.title()
        for at, word in enumerate(title.split(" "))
    ]
    return " ".join(words)
