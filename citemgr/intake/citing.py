"""Documents that cite works by key, `[@turing1950computing, p. 460]`, and print no reference: the
works are those of the library, or of another document that is taken in at the same time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from citemgr.model import Entry, Scan
from citemgr.references import with_carried
from citemgr.scan import link


def cite_by_key(scan: Scan, entries: Mapping[str, Entry]) -> Scan:
    """The scan with a reference for each key that its document cites, does not print, and that
    `entries` hold; the same scan where there is none."""
    carried = {entry.key for entry in scan.document.entries}
    keys = dict.fromkeys(each.key for mark in scan.document.citations for each in mark.cited)
    found = [entries[key] for key in keys if key in entries and key not in carried]
    document = replace(scan.document, entries=(*scan.document.entries, *found))
    references = with_carried(document, scan.references)
    if len(references) == len(scan.references):
        return scan
    return link(replace(scan, document=document, references=references))
