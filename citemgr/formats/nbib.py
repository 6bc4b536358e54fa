"""MEDLINE's tagged display, which PubMed saves as `.nbib` or plain text (NLM, "MEDLINE/PubMed Data
Element Descriptions")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed, gathered
from citemgr.formats.tagged import Record, Shape, records
from citemgr.model import Entry, Finding

_SHAPE = Shape(re.compile(r"(?P<tag>[A-Z]{2,5})\s{0,2}-\s?(?P<value>.*)"), start="PMID", blank=True)
_FIELDS = {
    "PMID": "pmid",
    "PMC": "pmcid",
    "TT": "titleaddon",
    "BTI": "booktitle",
    "CTI": "booktitle",
    "JT": "journal",
    "TA": "shortjournal",
    "DP": "date",
    "VI": "volume",
    "IP": "number",
    "PG": "pages",
    "EN": "edition",
    "PB": "publisher",
    "LA": "langid",
    "AB": "abstract",
    "OT": "keywords",
    "MH": "keywords",
    "AD": "affiliation",
    "PL": "country",
    "GN": "note",
    "CI": "copyright",
    "ED": "editor",
    "FED": "editor",
    "CN": "author",
}
_DOI = re.compile(r"(10\.\d{4,9}/\S+) \[doi\]|doi:\s*(10\.\d{4,9}/\S+)")
_BOOKS = frozenset({"Book", "Books", "Review Book"})


def read(text: str, path: str | None = None) -> Parsed:
    """The records of a MEDLINE file; one without a title is a finding."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The records of a text that comes in pieces, one at a time."""
    for record in records(lines_of(pieces), _SHAPE):
        entry = _entry(record)
        if entry.fields.keys() - {"pmid"}:
            yield entry
        if "title" not in entry.fields:
            yield broken_record("has no title (TI)", path, record.line)


def _entry(record: Record) -> Entry:
    kinds = {value for tag, value in record.values if tag == "PT"}
    book = bool(record.first("BTI") or kinds & _BOOKS)
    whole = book and not (record.first("TI") and record.first("BTI"))
    type = "book" if whole else "incollection" if book else "article"
    return build_entry(type, "", "", _pairs(record, whole))


def _pairs(record: Record, whole: bool) -> Iterator[Pair]:
    tags = {tag for tag, _ in record.values}
    # Some write a title that is long on several lines, each with the tag.
    title = " ".join(value for tag, value in record.values if tag == "TI")
    if title:
        yield "title", re.sub(r"(?<=[^.])\.$", "", title).strip("[]")
    for tag, value in record.values:
        if tag in {"FAU", "AU"}:
            if tag == "FAU" or "FAU" not in tags:
                yield "author", value
        elif tag in {"AID", "LID", "SO"}:
            if doi := _DOI.search(value):
                yield "doi", doi[1] or doi[2]
            elif tag == "LID" and "PG" not in tags and (page := re.match(r"(\S+) \[pii\]", value)):
                yield "eid", page[1]
        elif tag == "IS":
            for issn in re.findall(r"\d{4}-\d{3}[\dX]", value):
                yield "issn", issn
        elif tag == "ISBN":
            yield "isbn", value.split(" ")[0]
        elif tag == "BTI" and whole:
            yield "title", value
        elif tag == "TA" and "JT" not in tags:
            yield "journal", value
        elif tag == "CN" and tags & {"FAU", "AU"}:
            yield "author", f"{value},"
        elif tag in _FIELDS:
            yield _FIELDS[tag], value
