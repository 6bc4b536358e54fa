"""BibTeX: types and fields of the standard styles ("BibTeXing", Patashnik 1988), with the fields
that later styles know (`url`, `doi`, `langid`, `day`) beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.bib_entries import in_order, print_entry, print_value, stream_blocks
from citemgr.formats.bib_values import MONTHS
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding
from citemgr.values import Date
from citemgr.values.dates import format_edtf

ORDER = (
    "author editor translator title booktitle journal series edition volume number chapter pages "
    "publisher organization institution school address year month day howpublished type note doi "
    "isbn issn eprint archiveprefix primaryclass url urldate langid"
).split()
# BibLaTeX type -> BibTeX type; types that are missing are BibTeX's own or `misc`.
_TYPES = {
    "report": "techreport",
    "collection": "book",
    "mvbook": "book",
    "mvcollection": "book",
    "reference": "book",
    "mvproceedings": "proceedings",
    "inreference": "incollection",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "suppperiodical": "article",
    "review": "article",
}
_OWN = frozenset(
    "article book booklet inbook incollection inproceedings manual mastersthesis misc phdthesis "
    "proceedings techreport unpublished".split()
)
_FIELDS = {
    "journaltitle": "journal",
    "location": "address",
    "eprinttype": "archiveprefix",
    "eprintclass": "primaryclass",
    "annotation": "annote",
    "editora": "director",
}
# Fields of ours that BibTeX's styles would misread, or that are said otherwise.
_SAID_OTHERWISE = frozenset(
    {"title", "subtitle", "booktitle", "booksubtitle", "date", "entrysubtype"}
)
_MASTERS = ("mathesis", "master", "magister", "m.a.", "m.sc")


def read(text: str, path: str | None = None) -> Parsed:
    """The entries of a `.bib` file in either dialect."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The entries of a file that comes in pieces, a few thousand at a time."""
    return stream_blocks(pieces, path)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as BibTeX, a blank line between them."""
    for at, entry in enumerate(entries):
        yield ("\n" if at else "") + print_bibtex(entry)


def print_bibtex(entry: Entry) -> str:
    """One entry as BibTeX."""
    type = _type(entry)
    printed = dict(_printed(entry, type))
    return print_entry(
        type, entry.key, ((name, printed[name]) for name in in_order(printed, tuple(ORDER)))
    )


def _type(entry: Entry) -> str:
    if entry.type == "thesis":
        kind = entry.text("type").lower()
        return "mastersthesis" if kind.startswith(_MASTERS) else "phdthesis"
    type = _TYPES.get(entry.type, entry.type)
    return type if type in _OWN else "misc"


def _printed(entry: Entry, type: str) -> Iterator[tuple[str, str]]:
    fields = entry.fields
    for name in ("title", "booktitle"):
        title = _joined(entry, name)
        if title:
            yield name, print_value(name, title)
    date = fields.get("date")
    if isinstance(date, Date):
        yield from _date(date)
    elif isinstance(date, str):
        yield "year", print_value("year", date)
    for name, value in fields.items():
        if name in _SAID_OTHERWISE or (name == "type" and entry.type == "thesis"):
            continue
        if isinstance(value, Date):
            yield name, f"{{{format_edtf(value)}}}"
        elif value:
            yield _name(name, type, fields), print_value(name, value)


def _name(name: str, type: str, fields: object) -> str:
    if name == "institution" and type.endswith("thesis"):
        return "school"
    return _FIELDS.get(name, name)


def _joined(entry: Entry, name: str) -> str:
    """Title and subtitle in one field, as BibTeX has them."""
    subtitle = entry.text(name.replace("title", "subtitle"))
    title = entry.text(name)
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def _date(date: Date) -> Iterator[tuple[str, str]]:
    year = str(date.year)
    if date.end is not None:
        year += f"--{date.end.year}"
    yield "year", f"{{{'c. ' if date.circa else ''}{year}{'?' if date.uncertain else ''}}}"
    if date.month is not None and date.month <= 12 and (date.end is None):
        yield "month", MONTHS[date.month - 1]
        if date.day is not None:
            yield "day", f"{{{date.day}}}"
