"""Reading and writing entries in a format of the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import chain
from pathlib import PurePath
from types import ModuleType

from citemgr.formats.inheritance import inherited_stream
from citemgr.formats.table import FORMATS, Format, Parsed
from citemgr.formats.tex_math import plain
from citemgr.model import CitemgrError, Entry, Finding


def read_entries(text: str, format: str | None = None, path: str | None = None) -> Parsed:
    """The entries that `text` holds, in `format`, else told from the suffix of `path` and from how
    the text begins. A broken record is a finding with its line; the others come in."""
    parsed: Parsed = _module(_to_read(text, format, path)).read(text, path)
    return parsed


def read_stream(
    pieces: Iterable[str],
    format: str | None = None,
    path: str | None = None,
    inherit: bool = False,
) -> Iterator[Entry | Finding]:
    """The entries of a text that comes in pieces, and what is wrong with it, one at a time: in the
    memory that a record takes where the format lets its records be read one by one, else whole.

    With `inherit` an entry gets what it has from others by `crossref` or `xdata`, where the format
    knows these."""
    pieces = iter(pieces)
    beginning = ""
    while len(beginning) < _BEGINNING and (piece := next(pieces, None)) is not None:
        beginning += piece
    chosen = _to_read(beginning, format, path)
    module = _module(chosen)
    whole = chain([beginning], pieces)
    if hasattr(module, "stream"):
        records: Iterator[Entry | Finding] = module.stream(whole, path)
        yield from inherited_stream(records) if inherit and chosen.name in WITH_TEX else records
    else:
        parsed: Parsed = module.read("".join(whole), path)
        yield from parsed.entries
        yield from parsed.findings


def _to_read(text: str, format: str | None, path: str | None) -> Format:
    chosen = _named(format) if format else told_format(text, path)
    if not chosen.reads:
        raise CitemgrError(f"{chosen.name} can be written, not read")
    return chosen


def write_entries(entries: Iterable[Entry], format: str) -> str:
    """The entries in `format`, as one text."""
    return "".join(stream_entries(entries, format))


def stream_entries(entries: Iterable[Entry], format: str) -> Iterator[str]:
    """The text of the entries in `format`, piece by piece as they come."""
    chosen = _named(format)
    if not chosen.writes:
        raise CitemgrError(f"{chosen.name} can be read, not written")
    if chosen.name not in WITH_TEX:
        entries = map(plain, entries)
    pieces: Iterator[str] = _module(chosen).write(entries)
    return pieces


# Formats whose texts may have formulas of TeX in them.
WITH_TEX = frozenset({"bibtex", "biblatex"})


def _named(name: str) -> Format:
    if name not in FORMATS:
        raise CitemgrError(f"no format is called {name!r}; known are: {', '.join(FORMATS)}")
    return FORMATS[name]


# How much of a text is looked at to tell its format.
_BEGINNING = 4096


def told_format(text: str, path: str | None = None) -> Format:
    """The format of `text`: that of its suffix where its content does not speak against it, else
    the first whose pattern is met. Raises `CitemgrError` where none is."""
    suffix = PurePath(path).suffix.lower() if path else ""
    beginning = text[:_BEGINNING].lstrip("\ufeff")
    met = [
        format
        for format in FORMATS.values()
        if format.reads and format.sniff and re.search(format.sniff, beginning)
    ]
    named = [format for format in FORMATS.values() if format.reads and suffix in format.suffixes]
    for format in named:
        if format in met or (not met and named):
            return format
    if met:
        return met[0]
    if not text.strip():
        return FORMATS["bibtex"]
    raise CitemgrError("is in no known format; name it with --from", path=path)


def _module(format: Format) -> ModuleType:
    return import_module(format.module)
