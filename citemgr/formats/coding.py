"""Reading and writing entries in a format of the table."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from pathlib import PurePath
from types import ModuleType

from citemgr.formats.table import FORMATS, Format, Parsed
from citemgr.model import CitemgrError, Entry


def read_entries(text: str, format: str | None = None, path: str | None = None) -> Parsed:
    """The entries that `text` holds, in `format`, else told from the suffix of `path` and from how
    the text begins. A broken record is a finding with its line; the others come in."""
    chosen = _named(format) if format else _told(text, path)
    if not chosen.reads:
        raise CitemgrError(f"{chosen.name} can be written, not read")
    parsed: Parsed = _module(chosen).read(text, path)
    return parsed


def write_entries(entries: Iterable[Entry], format: str) -> str:
    """The entries in `format`, as one text."""
    chosen = _named(format)
    if not chosen.writes:
        raise CitemgrError(f"{chosen.name} can be read, not written")
    return "".join(_module(chosen).write(entries))


def _named(name: str) -> Format:
    if name not in FORMATS:
        raise CitemgrError(f"no format is called {name!r}; known are: {', '.join(FORMATS)}")
    return FORMATS[name]


def _told(text: str, path: str | None) -> Format:
    suffix = PurePath(path).suffix.lower() if path else ""
    for format in FORMATS.values():
        if suffix and suffix in format.suffixes:
            return format
    return FORMATS["csl-json" if text.lstrip()[:1] in {"[", "{"} else "bibtex"]


def _module(format: Format) -> ModuleType:
    return import_module(format.module)
