"""RIS: tags of the Research Information Systems format, of 2001 and of 2011, with the habits of
EndNote, Zotero, ProQuest, EBSCO and the publishers' sites that write it.

Where programs disagree about a tag (T2, A2, JO), the type of the record decides. A tag of unknown
meaning is kept as the field `ris-TAG` and written back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import (
    Pair,
    build_entry,
    container,
    full_title,
    pages_of,
    people,
    type_name,
)
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed, gathered
from citemgr.formats.tagged import Record, Shape, records
from citemgr.model import Entry, Finding
from citemgr.values import Date, Pages
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_person

_SHAPE = Shape(
    re.compile(r"\s{0,3}(?P<tag>[A-Z][A-Z0-9])(?:\s{1,3}-(?:\s|$)|\s?-\s{1,2})(?P<value>.*)"),
    start="TY",
    end="ER",
)
_TYPES = {
    "JOUR": ("article", ""),
    "NEWS": ("article", "newspaper"),
    "MGZN": ("article", "magazine"),
    "JFULL": ("periodical", ""),
    "EJOUR": ("article", ""),
    "INPR": ("article", ""),
    "ABST": ("article", ""),
    "BOOK": ("book", ""),
    "EBOOK": ("book", ""),
    "CLSWK": ("book", ""),
    "EDBOOK": ("collection", ""),
    "CHAP": ("incollection", ""),
    "ECHAP": ("incollection", ""),
    "CPAPER": ("inproceedings", ""),
    "CONF": ("inproceedings", ""),
    "CONFP": ("proceedings", ""),
    "ENCYC": ("inreference", ""),
    "DICT": ("inreference", ""),
    "THES": ("thesis", ""),
    "RPRT": ("report", ""),
    "GOVDOC": ("report", ""),
    "STAND": ("report", "standard"),
    "ELEC": ("online", ""),
    "BLOG": ("online", ""),
    "ICOMM": ("online", ""),
    "WEB": ("online", ""),
    "PAT": ("patent", ""),
    "STAT": ("legislation", ""),
    "BILL": ("legislation", ""),
    "CASE": ("jurisdiction", ""),
    "DATA": ("dataset", ""),
    "COMP": ("software", ""),
    "MPCT": ("movie", ""),
    "VIDEO": ("movie", ""),
    "SOUND": ("audio", ""),
    "MUSIC": ("music", ""),
    "ART": ("artwork", ""),
    "PCOMM": ("letter", ""),
    "UNPB": ("unpublished", ""),
    "UNPD": ("unpublished", ""),
    "MANSCPT": ("unpublished", ""),
    "PAMP": ("booklet", ""),
    "GEN": ("misc", ""),
}
# Tag -> field or stand-in. Of several tags for one field the first one here is written and, where a
# record has more than one of them, the one that stands first in the record is read.
_FIELDS = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A3": "editor",
    "A4": "translator",
    "TA": "translator",
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "JF": "journal",
    "JO": "journal",
    "J2": "shortjournal",
    "JA": "shortjournal",
    "J1": "shortjournal",
    "T3": "series",
    "ST": "shorttitle",
    "PY": "year",
    "Y1": "year",
    "DA": "date",
    "Y2": "urldate",
    "VL": "volume",
    "VO": "volume",
    "IS": "number",
    "CP": "number",
    "NV": "volumes",
    "ET": "edition",
    "SE": "chapter",
    "PB": "house",
    "CY": "location",
    "PP": "location",
    "SN": "serial",
    "DO": "doi",
    "DI": "doi",
    "UR": "url",
    "L1": "file",
    "AB": "abstract",
    "N2": "abstract",
    "KW": "keywords",
    "N1": "note",
    "LA": "langid",
    "M3": "type",
    "AN": "accession",
    "DB": "database",
    "DP": "library",
    "CN": "callnumber",
    "AD": "affiliation",
    "RN": "annotation",
}
_WHOLE = frozenset({"book", "collection", "proceedings", "thesis", "report", "mvbook"})
_DOI_TAGS = frozenset({"M3", "N1", "M1", "L3"})


def read(text: str, path: str | None = None) -> Parsed:
    """The records of a RIS file; one without a type is read as `GEN`, one without anything that
    names a work is a finding."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The records of a text that comes in pieces, one at a time."""
    for record in records(lines_of(pieces), _SHAPE):
        entry = _entry(record)
        named = entry.fields.keys() & {"title", "author", "journaltitle"}
        if named or (record.opened and (entry.fields or entry.key)):
            yield entry
        if not record.opened:
            yield broken_record("has no type (TY)", path, record.line)
        elif not (entry.fields or entry.key):
            yield broken_record("has nothing but a type", path, record.line)


def _entry(record: Record) -> Entry:
    type, subtype = _TYPES.get(record.first("TY").upper(), ("misc", ""))
    return build_entry(type, subtype, record.first("ID"), _pairs(record, type))


def _pairs(record: Record, type: str) -> Iterator[Pair]:
    tags = {tag for tag, _ in record.values}
    for tag, value in record.values:
        if tag in _DOI_TAGS and (doi := re.match(r"(?:doi:?\s*)?(10\.\d{4,9}/\S+)$", value, re.I)):
            yield "doi", doi[1]
        elif tag == "SP":
            yield "firstpage", value
        elif tag == "EP":
            yield "lastpage", value
        elif tag == "T2":
            yield ("series" if type in _WHOLE else "container"), value
        elif tag == "BT":
            yield ("title" if type in _WHOLE and not tags & {"TI", "T1"} else "container"), value
        elif tag == "A2":
            yield ("editor" if type != "article" or tags & {"AU", "A1"} else "author"), value
        elif tag == "M1" and "IS" not in tags and type == "article":
            yield "number", value
        elif tag == "UR" and not value.startswith(("http", "ftp")) and " " in value:
            yield "note", value
        elif tag not in {"TY", "ID"}:
            yield from _pair(tag, value, tags)


def _pair(tag: str, value: str, tags: set[str]) -> Iterator[Pair]:
    field = _FIELDS.get(tag, f"ris-{tag.lower()}")
    if field == "shortjournal" and not tags & {"JF", "JO", "T2"}:
        field = "journal"
    if tag == "JO" and tags & {"JF", "T2"} and "." in value:
        field = "shortjournal"
    if tag == "KW":
        for word in re.split(r"\s*;\s*", value):
            yield field, word
    else:
        yield field, value


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as RIS, with a blank line behind each record."""
    for entry in entries:
        lines = [f"TY  - {type_name(entry, _TYPES, 'GEN')}"]
        lines += [f"{tag}  - {value}" for tag, value in _written(entry) if value]
        yield "\n".join([*lines, "ER  - "]) + "\n\n"


def _written(entry: Entry) -> Iterator[Pair]:
    for tag, field in (("AU", "author"), ("ED", "editor"), ("A4", "translator")):
        for name in people(entry, field):
            yield tag, format_person(name)
    yield "TI", full_title(entry)
    # T2 is what EndNote, Zotero and Mendeley write for a journal; of a book it would be the series.
    yield ("JO" if entry.text("journaltitle") and entry.type in _WHOLE else "T2"), container(entry)
    yield from _dates(entry)
    pages = entry.fields.get("pages")
    if isinstance(pages, Pages) and len(pages.ranges) == 1:
        yield "SP", pages.ranges[0].first
        yield "EP", pages.ranges[0].last or ""
    else:
        yield "SP", pages_of(entry)
    yield "PB", entry.text("publisher") or entry.text("institution")
    yield "SN", entry.text("isbn")
    yield "SN", entry.text("issn")
    for word in entry.text("keywords").split(", "):
        yield "KW", word
    for tag, field in _written_as_text():
        yield tag, _line(entry.text(field))
    for field in entry.fields:
        if field.startswith("ris-"):
            yield field[4:].upper(), _line(entry.text(field))
    yield "ID", entry.key


def _dates(entry: Entry) -> Iterator[Pair]:
    date = entry.fields.get("date")
    if isinstance(date, Date):
        yield (
            "PY",
            format_edtf(date) if date.end or date.circa or date.uncertain else str(date.year),
        )
        if date.month is not None and date.end is None:
            yield "DA", _slashed(date) if date.month <= 12 else format_edtf(date)
    else:
        yield "PY", entry.text("date") or entry.text("year")
    accessed = entry.fields.get("urldate")
    yield "Y2", _slashed(accessed) if isinstance(accessed, Date) else entry.text("urldate")


def _slashed(date: Date) -> str:
    return "/".join(
        "" if part is None else f"{part:02d}" for part in (date.year, date.month, date.day)
    )


_SAID_OTHERWISE = frozenset(
    "author editor translator title journal house serial keywords year date urldate".split()
)


def _written_as_text() -> Iterator[Pair]:
    done = set(_SAID_OTHERWISE)
    for tag, field in _FIELDS.items():
        if field not in done:
            done.add(field)
            yield tag, field


def _line(value: str) -> str:
    """The value on one line: a second one would be read as a tag, or not at all."""
    return " ".join(value.split())
