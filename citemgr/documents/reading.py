"""Reading: bytes from a path or stdin, to the reader of their format."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path

from citemgr.documents.decoding import decode
from citemgr.documents.table import FORMATS, Format, format_of
from citemgr.model import CitemgrError, Document

# A file larger than this is refused: it is no document that a person wrote.
LARGEST_FILE = 512 * 1024 * 1024


def read(path: str | Path, format: str | None = None) -> Document:
    """The document in the file `path`, or on standard input where `path` is `-`.

    `format` is a name of `FORMATS`; without it the suffix decides, then the content. Raises
    `CitemgrError` for what cannot be opened or is no text.
    """
    name = str(path)
    if name == "-":
        return read_bytes(sys.stdin.buffer.read(), "-", format)
    file = Path(path)
    try:
        if file.stat().st_size > LARGEST_FILE:
            raise CitemgrError("the file is larger than 512 MB; split it first", path=name)
        data = file.read_bytes()
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=name) from error
    return read_bytes(data, name, format)


def read_bytes(data: bytes, path: str = "-", format: str | None = None) -> Document:
    """The document that `data` holds; `path` names it in places and messages."""
    reader = _named(format) if format else format_of(path, data)
    content = data if reader.binary else decode(data, path)
    document: Document = import_module(reader.module).read(content, path)
    return document


def read_text(text: str, path: str = "<text>", format: str = "text") -> Document:
    """The document that `text` is, in one of the formats that are text."""
    reader = _named(format)
    if reader.binary:
        raise CitemgrError(f"{format} is not a text format; use read_bytes", path=path)
    document: Document = import_module(reader.module).read(text, path)
    return document


def _named(name: str) -> Format:
    if name not in FORMATS:
        known = ", ".join(FORMATS)
        raise CitemgrError(f"no document format is called {name!r}; known are: {known}")
    return FORMATS[name]
