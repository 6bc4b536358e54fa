"""Refer/BibIX, which EndNote exports as `.enw`: `%A`, `%T` and so on, one field a line, a blank
line between records (refer(1); EndNote's manual, "EndNote export")."""

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
from citemgr.formats.table import Parsed, gathered
from citemgr.formats.tagged import Record, Shape, records
from citemgr.model import Entry, Finding
from citemgr.values import Date
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_person

_SHAPE = Shape(re.compile(r"%(?P<tag>[^\s\w]|\w)(?:\s|$)(?P<value>.*)"), start="%0", blank=True)
_TYPES = {
    "Journal Article": ("article", ""),
    "Newspaper Article": ("article", "newspaper"),
    "Magazine Article": ("article", "magazine"),
    "Electronic Article": ("article", ""),
    "Book": ("book", ""),
    "Edited Book": ("collection", ""),
    "Electronic Book": ("book", ""),
    "Book Section": ("incollection", ""),
    "Conference Paper": ("inproceedings", ""),
    "Conference Proceedings": ("inproceedings", ""),
    "Encyclopedia": ("inreference", ""),
    "Thesis": ("thesis", ""),
    "Report": ("report", ""),
    "Government Document": ("report", ""),
    "Web Page": ("online", ""),
    "Blog": ("online", ""),
    "Online Database": ("online", ""),
    "Patent": ("patent", ""),
    "Statute": ("legislation", ""),
    "Bill": ("legislation", ""),
    "Case": ("jurisdiction", ""),
    "Dataset": ("dataset", ""),
    "Computer Program": ("software", ""),
    "Film or Broadcast": ("movie", ""),
    "Audiovisual Material": ("movie", ""),
    "Artwork": ("artwork", ""),
    "Personal Communication": ("letter", ""),
    "Manuscript": ("unpublished", ""),
    "Unpublished Work": ("unpublished", ""),
    "Pamphlet": ("booklet", ""),
    "Generic": ("misc", ""),
}
_FIELDS = {
    "A": "author",
    "Q": "author",
    "E": "editor",
    "Y": "editor",
    "?": "translator",
    "T": "title",
    "!": "shorttitle",
    "J": "journal",
    "B": "container",
    "S": "series",
    "D": "year",
    "8": "date",
    "V": "volume",
    "N": "number",
    "6": "volumes",
    "7": "edition",
    "&": "chapter",
    "P": "pages",
    "I": "house",
    "C": "location",
    "@": "serial",
    "R": "doi",
    "U": "url",
    "[": "urldate",
    "X": "abstract",
    "K": "keywords",
    "Z": "note",
    "<": "note",
    "G": "langid",
    "9": "type",
    "L": "callnumber",
    "M": "accession",
    "W": "database",
    "~": "database",
    "+": "affiliation",
    ">": "file",
}
_SAID_OTHERWISE = frozenset(
    "author editor translator title journal container house serial year date pages urldate".split()
)


def read(text: str, path: str | None = None) -> Parsed:
    """The records of a Refer file; without `%0` the fields tell the type."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The records of a text that comes in pieces, one at a time."""
    entries = map(_entry, records(lines_of(pieces), _SHAPE))
    return (entry for entry in entries if entry.fields)


def _entry(record: Record) -> Entry:
    tags = {tag for tag, _ in record.values}
    type, subtype = _TYPES.get(record.first("0"), (_guess(tags), ""))
    return build_entry(type, subtype, record.first("F"), _pairs(record, type))


def _guess(tags: set[str]) -> str:
    """The type of a record that names none, after refer(1)."""
    if "J" in tags:
        return "article"
    if "B" in tags:
        return "incollection"
    if "R" in tags:
        return "report"
    return "book" if "I" in tags else "misc"


def _pairs(record: Record, type: str) -> Iterator[Pair]:
    for tag, value in record.values:
        if tag in "0F":
            continue
        field = _FIELDS.get(tag, "note")
        if tag == "R" and not re.search(r"10\.\d{4,9}/", value):
            field = "number" if type == "report" else "note"
        yield field, value


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as Refer, a blank line between them."""
    for entry in entries:
        lines = [f"%0 {type_name(entry, _TYPES, 'Generic')}"]
        lines += [f"%{tag} {' '.join(value.split())}" for tag, value in _written(entry) if value]
        yield "\n".join(lines) + "\n\n"


def _written(entry: Entry) -> Iterator[Pair]:
    for tag, field in (("A", "author"), ("E", "editor"), ("?", "translator")):
        for name in people(entry, field):
            yield tag, format_person(name)
    yield "T", full_title(entry)
    yield ("J" if entry.text("journaltitle") else "B"), container(entry)
    date, accessed = entry.fields.get("date"), entry.fields.get("urldate")
    if isinstance(date, Date):
        yield "D", format_edtf(date) if date.end or date.circa else str(date.year)
        yield "8", format_edtf(date) if date.month and not date.end else ""
    else:
        yield "D", entry.text("date") or entry.text("year")
    yield "[", format_edtf(accessed) if isinstance(accessed, Date) else entry.text("urldate")
    yield "P", pages_of(entry)
    yield "I", entry.text("publisher") or entry.text("institution")
    yield "@", entry.text("isbn")
    yield "@", entry.text("issn")
    done = set(_SAID_OTHERWISE)
    for tag, field in _FIELDS.items():
        if field not in done:
            done.add(field)
            yield tag, entry.text(field)
    yield "F", entry.key
