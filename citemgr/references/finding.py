"""From a document to its references: lists, full citations in notes, and what the file carries."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citemgr.model import Document, Finding, Reference, Span
from citemgr.references.lists import Item, find_items
from citemgr.references.notes import find_full_citations
from citemgr.references.parsing import parse_items
from citemgr.references.rules import RULES


def find_references(document: Document) -> tuple[Reference, ...]:
    """The references of a document, in the order of its text.

    Items of reference lists have the role `list`; the first full citation of a work in a note has
    the role `note` and the note's label.
    """
    items = sorted(_items(document), key=lambda item: item.span)
    return tuple(parse_items(document, items))


def _items(document: Document) -> Iterator[Item]:
    for note in document.notes:
        yield from find_full_citations(document, Item(note.span, note.label, "note"))
    notes = sorted(note.span for note in document.notes)
    for item in find_items(document):
        if _touches(item.span, notes):
            continue
        if item.role == "note":
            yield from find_full_citations(document, item)
        else:
            yield item


def _touches(span: Span, notes: Sequence[Span]) -> bool:
    """Whether `span` shares a stretch with one of the `notes`, sorted and apart from each other."""
    at = bisect_left(notes, (span.end, span.end)) - 1
    return at >= 0 and notes[at].overlaps(span)


def check_references(document: Document, references: tuple[Reference, ...]) -> tuple[Finding, ...]:
    """What a person should look at in the references of a document."""
    return tuple(
        finding
        for reference in references
        for rule in RULES
        if (finding := rule(document, reference)) is not None
    )
