"""BibLaTeX: the data model of its manual (Lehman et al., section 2), which is citemgr's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.bib_entries import in_order, print_entry, print_value, stream_blocks
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding
from citemgr.values import Date
from citemgr.values.dates import format_edtf

ORDER = tuple(
    "author editor editora translator title subtitle maintitle booktitle booksubtitle journaltitle "
    "issuetitle series edition volume number chapter pages pagetotal publisher organization "
    "institution location date type entrysubtype howpublished note doi isbn issn eprint eprinttype "
    "eprintclass url urldate langid".split()
)
# Types that the standard styles do not know, as they know them.
_TYPES = {"misc": "misc", "interview": "misc", "legislation": "legislation"}


def read(text: str, path: str | None = None) -> Parsed:
    """The entries of a `.bib` file in either dialect."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The entries of a file that comes in pieces, a few thousand at a time."""
    return stream_blocks(pieces, path)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as BibLaTeX, a blank line between them."""
    for at, entry in enumerate(entries):
        yield ("\n" if at else "") + print_biblatex(entry)


def print_biblatex(entry: Entry) -> str:
    """One entry as BibLaTeX."""
    fields = {
        name: f"{{{format_edtf(value)}}}" if isinstance(value, Date) else print_value(name, value)
        for name, value in entry.fields.items()
        if value
    }
    if entry.type == "movie" and "editora" in entry.fields:
        fields["editoratype"] = "{director}"
    ordered = ((name, fields[name]) for name in in_order(fields, ORDER))
    return print_entry(_TYPES.get(entry.type, entry.type), entry.key, ordered)
