"""From files to scans: the edge at which a bad file becomes a finding and the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from citemgr import scan
from citemgr.documents import read
from citemgr.intake.rules import unreadable
from citemgr.model import CitemgrError, Document, Entry, Finding, Scan
from citemgr.quotations import Options


def scan_files(
    paths: Iterable[Path], options: Options | None = None, entries: Iterable[Entry] = ()
) -> Iterator[Scan | Finding]:
    """Read and scan each file; for one that cannot be read, the finding that says why.

    `entries` are those of the library, which documents may cite by key without printing them.
    """
    by_key = {entry.key: entry for entry in entries}
    for path in paths:
        try:
            yield scan(_with_cited(read(path), by_key), options)
        except CitemgrError as error:
            yield unreadable(error, path)


def _with_cited(document: Document, by_key: Mapping[str, Entry]) -> Document:
    """The document with the library's entries for the keys that it cites and does not carry."""
    carried = {entry.key for entry in document.entries}
    keys = dict.fromkeys(cited.key for mark in document.citations for cited in mark.cited)
    found = [by_key[key] for key in keys if key in by_key and key not in carried]
    return replace(document, entries=(*document.entries, *found)) if found else document
