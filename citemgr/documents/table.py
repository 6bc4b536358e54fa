"""The formats that can be read, in one table; the format of a file is told by suffix, then content.

A reader module has one function: `read(data: bytes, path: str) -> Document` for formats that are
bytes, or `read(text: str, path: str) -> Document` for those that are text. It is imported when a
file of its format comes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the module that reads it, whether it wants bytes, its suffixes, and the bytes by
    which a file without a known suffix is recognised."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    signs: tuple[bytes, ...] = ()


_TABLE = (
    Format("text", "citemgr.documents.plain", (".txt", ".text", "")),
    Format(
        "markdown",
        "citemgr.documents.markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
    ),
    Format(
        "html",
        "citemgr.documents.html",
        (".html", ".htm", ".xhtml"),
        signs=(b"<!doctype html", b"<html"),
    ),
    Format("epub", "citemgr.documents.epub", (".epub",), binary=True),
    Format("jats", "citemgr.documents.jats", (".jats", ".nxml"), signs=(b"<article", b"jats")),
    Format("tei", "citemgr.documents.tei", (".tei",), signs=(b"<tei", b"tei-c.org")),
    Format("latex", "citemgr.documents.latex", (".tex", ".latex", ".ltx")),
    Format("docx", "citemgr.documents.docx", (".docx", ".docm", ".dotx"), binary=True),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in _TABLE}
_BY_SUFFIX = {suffix: format for format in _TABLE for suffix in format.suffixes if suffix}
# How many bytes at the beginning of a file are looked at.
LOOKED_AT = 1024


def known_suffix(path: PurePath) -> bool:
    """Whether a file of this name is read when its folder is."""
    return path.suffix.lower() in _BY_SUFFIX


def format_of(path: str, data: bytes) -> Format:
    """The format of a file, by its suffix, else by how it begins; plain text where nothing says."""
    by_suffix = _BY_SUFFIX.get(PurePath(path).suffix.lower())
    if by_suffix is not None:
        return by_suffix
    head = data[:LOOKED_AT].lstrip().lower()
    for format in _TABLE:
        if any(head.startswith(sign) for sign in format.signs):
            return format
    return FORMATS["text"]
