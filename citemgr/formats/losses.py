"""What a conversion cannot carry: each entry is written and read again, and what is missing then is
reported. So a loss is what it is, not what a table believes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.coding import read_entries, write_entries
from citemgr.formats.fields import full_title
from citemgr.formats.problems import lost_field
from citemgr.formats.table import FORMATS
from citemgr.formats.tex_math import plain
from citemgr.model import Entry, Finding

# Fields that a list for readers shows.
_SHOWN = frozenset(
    "author editor title subtitle journaltitle booktitle booksubtitle date volume number edition "
    "pages publisher institution location doi".split()
)
# A title and its subtitle in one field are no loss, and are compared together.
_JOINED = {"title": "subtitle", "booktitle": "booksubtitle"}


def losses(entries: Iterable[Entry], format: str) -> Iterator[Finding]:
    """A finding for each field of each entry that `format` does not hold as it is."""
    for entry in map(plain, entries):
        if not FORMATS[format].reads:
            lost = [name for name in entry.fields if name not in _SHOWN]
        else:
            again = read_entries(write_entries([entry], format), format).entries
            lost = list(_lost(entry, again[0])) if again else ["everything"]
        for name in lost:
            yield lost_field(entry.key or full_title(entry)[:40] or "an entry", name, format)


def _lost(entry: Entry, again: Entry) -> Iterator[str]:
    if entry.type != again.type:
        yield f"the type {entry.type}"
    for name, value in entry.fields.items():
        if name in _JOINED or name in _JOINED.values():
            continue
        if _spaced(again.fields.get(name)) != _spaced(value):
            yield name
    for name in _JOINED:
        if full_title(entry, name) != full_title(again, name):
            yield name


def _spaced(value: object) -> object:
    """Text without its line ends, which are no part of what it says."""
    return " ".join(value.split()) if isinstance(value, str) else value
