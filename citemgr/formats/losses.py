"""What a conversion cannot carry: each entry is written, and what is missing of it then is said.
So a loss is what it is, not what a table believes.

A format that can be read is read again. In a list for readers, what is printed of a field is looked
for: its letters and digits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import unescape

from citemgr.formats.coding import read_entries, write_entries
from citemgr.formats.fields import full_title, pages_of
from citemgr.formats.problems import lost_field
from citemgr.formats.table import FORMATS
from citemgr.formats.tex_math import plain
from citemgr.model import Entry, Finding
from citemgr.values import Date, Names, Value

# A title and its subtitle in one field are no loss, and are compared together.
_JOINED = {"title": "subtitle", "booktitle": "booksubtitle"}


def losses(entries: Iterable[Entry], format: str) -> Iterator[Finding]:
    """A finding for each field of each entry that `format` does not hold as it is."""
    for entry in map(plain, entries):
        text = write_entries([entry], format)
        if not FORMATS[format].reads:
            lost = list(_not_shown(entry, text))
        else:
            again = read_entries(text, format).entries
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


def _not_shown(entry: Entry, text: str) -> Iterator[str]:
    printed = _letters(unescape(text))
    for name, value in entry.fields.items():
        if any(words not in printed for words in map(_letters, _said(entry, name, value))):
            yield name


def _said(entry: Entry, name: str, value: Value) -> list[str]:
    """What a list must print of a field."""
    if isinstance(value, Names):
        return [each.literal or each.family for each in value.names]
    if isinstance(value, Date):
        return [str(value.year)]
    return [pages_of(entry) if name == "pages" else str(value)]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
