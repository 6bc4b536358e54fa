"""The formats of bibliographies, in one table.

A format's module has `read(text, path) -> Parsed` where it can be read, and
`write(entries) -> Iterator[str]` where it can be written; it is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from citemgr.model import Entry, Finding


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds: its entries, and what is wrong with it."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its module, its suffixes, its directions, and how its text begins."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    reads: bool = True
    writes: bool = True


_TABLE = (
    Format("bibtex", "citemgr.formats.bibtex", (".bib", ".bibtex")),
    Format("biblatex", "citemgr.formats.biblatex", (".biblatex",)),
    Format("csl-json", "citemgr.formats.csl_json", (".json",)),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in _TABLE}
