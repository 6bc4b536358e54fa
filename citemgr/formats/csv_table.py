"""Tables with a header: Scopus, IEEE Xplore, Zotero, PubMed and people's own spread
sheets; written for Excel, with cells that cannot run as formulas (OWASP, "CSV Injection").

A column is known by its heading in lower case; one of unknown meaning is kept under its own name.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

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
from citemgr.model import Entry, Finding
from citemgr.values import Date
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_person

# Columns that are written, in order.
COLUMNS = (
    "key type author editor translator title container series volume number edition pages "
    "publisher location date doi isbn issn url urldate language keywords abstract note"
).split()
_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "key": ("key", "citation key", "id", "bibtex key"),
    "type": ("type", "item type", "document type", "publication type", "reference type"),
    "author": ("author", "authors", "author full names", "creator", "creators"),
    "editor": ("editor", "editors"),
    "translator": ("translator", "translators"),
    "title": ("title", "document title", "article title"),
    "container": (
        "container", "source title", "publication title", "journal", "journal/book",
        "journal title", "booktitle", "book title", "source",
    ),
    "series": ("series", "series title"),
    "volume": ("volume", "vol"),
    "number": ("number", "issue", "no", "art. no."),
    "edition": ("edition",),
    "pages": ("pages", "page", "pagination"),
    "firstpage": ("page start", "start page", "first page"),
    "lastpage": ("page end", "end page", "last page"),
    "house": ("publisher", "institution"),
    "location": ("location", "place", "place of publication", "city"),
    "year": ("year", "publication year", "pubyear"),
    "date": ("date", "publication date", "date published"),
    "doi": ("doi",),
    "isbn": ("isbn", "isbns"),
    "issn": ("issn",),
    "url": ("url", "link", "pdf link", "source url"),
    "urldate": ("urldate", "access date"),
    "langid": ("language", "language of original document", "langid"),
    "keywords": (
        "keywords", "author keywords", "index keywords", "ieee terms", "manual tags",
        "automatic tags",
    ),
    "abstract": ("abstract", "abstract note"),
    "note": ("note", "notes", "extra"),
    "pmid": ("pmid", "pubmed id"),
    "eid": ("eid", "article number"),
}  # fmt: skip
_FIELDS = {heading: field for field, headings in _HEADINGS.items() for heading in headings}
_TYPES = {
    "article": ("article", ""),
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "magazine"),
    "journal article": ("article", ""),
    "journalarticle": ("article", ""),
    "newspaperarticle": ("article", "newspaper"),
    "magazinearticle": ("article", "magazine"),
    "review": ("article", ""),
    "letter": ("article", ""),
    "editorial": ("article", ""),
    "ieee journals": ("article", ""),
    "ieee conferences": ("inproceedings", ""),
    "conference paper": ("inproceedings", ""),
    "conferencepaper": ("inproceedings", ""),
    "conference review": ("inproceedings", ""),
    "book chapter": ("incollection", ""),
    "booksection": ("incollection", ""),
    "webpage": ("online", ""),
    "blogpost": ("online", ""),
    "film": ("movie", ""),
    **{
        type: (type, "")
        for type in (
            "book collection incollection inbook inproceedings proceedings inreference thesis "
            "report online patent legislation jurisdiction dataset software movie unpublished misc"
        ).split()
    },
}
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
# The longest cell that is read: an abstract with all its affiliations is shorter.
_LONGEST_CELL = 10_000_000


def read(text: str, path: str | None = None) -> Parsed:
    """The rows of a table whose first line names its columns."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The rows of a table that comes in pieces, one at a time."""
    lines = lines_of(pieces)
    first = next(lines, "")
    delimiter = ";" if first.count(";") > first.count(",") else ","
    return table_rows(chain([first], lines), delimiter, path)


def table_rows(
    lines: Iterable[str], delimiter: str, path: str | None = None
) -> Iterator[Entry | Finding]:
    """The rows of a table with that delimiter; a row of another length is a finding."""
    csv.field_size_limit(_LONGEST_CELL)
    # A cell may go on over lines, whose ends are part of it.
    table = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    header: list[str] = []
    while True:
        try:
            row = next(table)
        except StopIteration:
            break
        except csv.Error as error:
            yield broken_record(f"is no row: {error}", path, table.line_num)
            continue
        if not header:
            header = [cell.strip() for cell in row]
        elif any(row):
            entry = _entry(dict(zip(header, row, strict=False)))
            if entry.fields:
                yield entry
            if len(row) != len(header):
                what = f"has {len(row)} cells, not {len(header)}"
                yield broken_record(what, path, table.line_num)


def _entry(row: Mapping[str, str]) -> Entry:
    cells = {heading.lower(): _plain(value) for heading, value in row.items() if heading}
    kind = next((cells[name] for name in _HEADINGS["type"] if cells.get(name)), "")
    type, subtype = _TYPES.get(kind.strip().lower(), ("article" if "issn" in cells else "misc", ""))
    key = next((cells[name] for name in _HEADINGS["key"] if cells.get(name)), "")
    return build_entry(type, subtype, key, _pairs(cells))


def _pairs(cells: Mapping[str, str]) -> Iterator[Pair]:
    for heading, value in cells.items():
        field = _FIELDS.get(heading) or re.sub(r"[^a-z0-9]+", "-", heading).strip("-")
        if field in {"type", "key"}:
            continue
        if field in {"author", "editor", "translator"}:
            for name in _people(value):
                yield field, name
        elif field == "keywords":
            for word in re.split(r"\s*;\s*", value):
                yield field, word
        elif field:
            yield field, value


def _people(cell: str) -> list[str]:
    """Names set apart by semicolons, else by commas where each is `Family I.`; Scopus's numbers in
    brackets are left out."""
    cell = re.sub(r"\s*\(\d{6,}\)", "", cell)
    if ";" in cell:
        return cell.split(";")
    parts = [part.strip() for part in cell.split(",")]
    if len(parts) > 1 and all(re.search(r"\s[A-Z][A-Z.\-]*$", part) for part in parts):
        return [re.sub(r"\s+(?=[A-Z][A-Z.\-]*$)", ", ", part) for part in parts]
    return [cell]


def _plain(cell: str) -> str:
    """The cell without the apostrophe that keeps it from running."""
    return cell[1:] if cell.startswith("'") and cell[1:2] in _DANGEROUS else cell


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as CSV, with a byte order mark, by which Excel knows UTF-8."""
    yield "\ufeff"
    yield from write_table(entries, ",")


def write_table(entries: Iterable[Entry], delimiter: str) -> Iterator[str]:
    """A header, then a row an entry."""
    yield csv_row(COLUMNS, delimiter)
    for entry in entries:
        yield csv_row([_cell(entry, column) for column in COLUMNS], delimiter)


def csv_row(cells: Iterable[str], delimiter: str = ",") -> str:
    """A row for a spread sheet, its cells on one line and none of them a formula."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow([_safe(cell) for cell in cells])
    return buffer.getvalue()


def _safe(cell: str) -> str:
    """The cell, with an apostrophe before what a spread sheet would run."""
    cell = " ".join(cell.split())
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def _cell(entry: Entry, column: str) -> str:
    if column in {"author", "editor", "translator"}:
        return "; ".join(format_person(name) for name in people(entry, column))
    if column in {"date", "urldate"}:
        date = entry.fields.get(column)
        return format_edtf(date) if isinstance(date, Date) else entry.text(column)
    whole = {
        "key": entry.key,
        "type": type_name(entry, _TYPES, "misc"),
        "title": full_title(entry),
        "container": container(entry),
        "pages": pages_of(entry),
        "publisher": entry.text("publisher") or entry.text("institution"),
        "language": entry.text("langid"),
        "keywords": entry.text("keywords").replace(", ", "; "),
    }
    return whole[column] if column in whole else entry.text(column)
