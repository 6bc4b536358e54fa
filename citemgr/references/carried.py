"""Works that a document cites by a key and does not print: their entries came with it.

A Zotero field, a Word source or a `[@key]` whose entry stands in the library is a reference
without a printed line. It stands, without length, where its first citation does, so that a callout
can point to it like to any other; where the document prints a reference with that key, that one
counts.
"""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.model import Document, Reference, Span


def with_carried(document: Document, printed: Sequence[Reference]) -> tuple[Reference, ...]:
    """The `printed` references and those of cited entries that are not printed, in text order."""
    entries = {entry.key: entry for entry in document.entries if entry.key}
    known = {key for reference in printed for key in (reference.label, reference.entry.key) if key}
    carried: dict[str, Reference] = {}
    for citation in document.citations:
        at = Span(citation.span.start, citation.span.start)
        for key in (cited.key for cited in citation.cited):
            if key in entries and key not in known and key not in carried:
                carried[key] = Reference(at, "", entries[key], label=key, role="note")
    return tuple(sorted((*printed, *carried.values()), key=lambda each: each.span))
