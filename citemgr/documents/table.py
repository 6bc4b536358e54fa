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
    """A format: the module that reads it, its suffixes, and whether it wants bytes.

    A file whose suffix says nothing is of this format if it begins with one of `starts`, or if one
    of `signs` stands near its beginning; both in lower case.
    """

    name: str
    module: str
    suffixes: tuple[str, ...]
    binary: bool = False
    starts: tuple[bytes, ...] = ()
    signs: tuple[bytes, ...] = ()


_TABLE = (
    Format("text", "citemgr.documents.plain", (".txt", ".text")),
    Format(
        "markdown",
        "citemgr.documents.markdown",
        (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd"),
    ),
    Format("jats", "citemgr.documents.jats", (".jats", ".nxml"), signs=(b"<article", b"jats")),
    Format("tei", "citemgr.documents.tei", (".tei",), signs=(b"<tei", b"tei-c.org/ns")),
    Format(
        "html",
        "citemgr.documents.html",
        (".html", ".htm", ".xhtml"),
        starts=(b"<!doctype html", b"<html"),
        signs=(b"<html", b"<body"),
    ),
    Format(
        "docx",
        "citemgr.documents.docx",
        (".docx", ".docm", ".dotx", ".doc"),
        binary=True,
        starts=(b"\xd0\xcf\x11\xe0",),
        signs=(b"word/", b"[content_types].xml"),
    ),
    Format(
        "odt",
        "citemgr.documents.odt",
        (".odt", ".ott", ".fodt"),
        binary=True,
        signs=(b"opendocument.text",),
    ),
    Format("pdf", "citemgr.documents.pdf", (".pdf",), binary=True, starts=(b"%pdf-",)),
    Format("epub", "citemgr.documents.epub", (".epub",), binary=True, signs=(b"epub+zip",)),
    Format("rtf", "citemgr.documents.rtf", (".rtf",), binary=True, starts=(b"{\\rtf",)),
    Format("notebook", "citemgr.documents.notebook", (".ipynb",)),
    Format("mediawiki", "citemgr.documents.wiki", (".wiki", ".mediawiki", ".wikitext")),
    Format("typst", "citemgr.documents.typst", (".typ",)),
    Format("rst", "citemgr.documents.rst", (".rst", ".rest")),
    Format("org", "citemgr.documents.org", (".org",)),
    Format("asciidoc", "citemgr.documents.asciidoc", (".adoc", ".asciidoc", ".asc")),
    Format(
        "latex",
        "citemgr.documents.latex",
        (".tex", ".latex", ".ltx"),
        signs=(b"\\documentclass", b"\\begin{document}"),
    ),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in _TABLE}
_BY_SUFFIX = {suffix: format for format in _TABLE for suffix in format.suffixes}
# How many bytes at the beginning of a file are looked at.
LOOKED_AT = 4096


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
        if head.startswith(format.starts):
            return format
    for format in _TABLE:
        if any(sign in head for sign in format.signs):
            return format
    return FORMATS["text"]
