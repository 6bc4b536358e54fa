"""The whole reference where others print a callout: in brackets in running prose, after a
quotation, behind a dash, or in a note."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.links.pages import cited_page
from citemgr.links.reading import Pointer, Reading
from citemgr.model import Reference, Span, Style, Target

_OPENING, _CLOSING = "([（［", ")]）］"


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield a pointer for every reference that stands outside the reference list."""
    linked = {link.span for link in reading.document.hyperlinks}  # these have their own family
    for index, reference in enumerate(reading.references):
        if reference.span in linked:
            continue
        in_note = reading.note_at(reference.span.start) >= 0
        if (reference.role == "list" and not in_note) or not _says_something(reference):
            continue
        standing = reading.works.canonical(index)
        same = reading.references[standing] if standing != index else None
        span = reference.span if in_note else _with_brackets(reading.text, reference.span)
        yield Pointer(
            span=span,
            style=Style.FULL,
            targets=(Target(standing, cited_page(reading.text, reference, same)),),
            why="the reference is printed here in full",
        )


def _says_something(reference: Reference) -> bool:
    """Whether there is a printed line of which something was read."""
    return bool(reference.text) and bool(reference.entry.fields)


def _with_brackets(text: str, span: Span) -> Span:
    start = len(text[: span.start].rstrip()) if span.start < 2 else span.start
    while start and text[start - 1].isspace() and span.start - start < 2:
        start -= 1
    end = span.end
    if start and text[start - 1] in _OPENING:
        while end < len(text) and text[end] in " .":
            end += 1
        if end < len(text) and text[end] in _CLOSING:
            return Span(start - 1, end + 1)
    return span
