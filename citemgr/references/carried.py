"""Works that a document cites by a key and does not print: their entries came with it.

A Zotero field, a Word source or a `[@key]` whose entry stands in the library is a reference
without a printed line. It stands, without length, where its first citation does, so that a callout
can point to it like to any other. Where the document prints a reference with that key, or inside a
citation of that key alone, the printed one stands, with the entry that came with it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from citemgr.model import Document, Entry, Reference, Span


def with_carried(document: Document, printed: Sequence[Reference]) -> tuple[Reference, ...]:
    """The `printed` references and those of cited entries that are not printed, in text order."""
    entries = {entry.key: entry for entry in document.entries if entry.key}
    if not entries:
        return tuple(printed)
    printed = _exact(document, printed, entries)
    known = {key for reference in printed for key in (reference.label, reference.entry.key) if key}
    carried: dict[str, Reference] = {}
    for citation in document.citations:
        at = Span(citation.span.start, citation.span.start)
        for key in (cited.key for cited in citation.cited):
            if key in entries and key not in known and key not in carried:
                carried[key] = Reference(at, "", entries[key], label=key, role="note")
    return tuple(sorted((*printed, *carried.values()), key=lambda each: each.span))


def _exact(
    document: Document, printed: Sequence[Reference], entries: Mapping[str, Entry]
) -> list[Reference]:
    """The `printed` references, those that came with an entry having that one."""
    alone = sorted(
        (each.span, each.cited[0].key)
        for each in document.citations
        if len(each.cited) == 1 and each.cited[0].key in entries
    )
    starts = [span.start for span, _ in alone]
    found = []
    for reference in printed:
        at = bisect_right(starts, reference.span.start) - 1
        inside = at >= 0 and reference.text and alone[at][0].contains(reference.span)
        key = alone[at][1] if inside else reference.label
        entry = entries.get(key or "")
        if entry is not None:
            reference = replace(
                reference, entry=entry, confidence=1.0, field_confidence={}, labelled=()
            )
        found.append(reference)
    return found
