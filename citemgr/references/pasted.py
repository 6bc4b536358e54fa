"""A pasted list of references, cut into them: every line counts, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.model import Document, Span
from citemgr.references.candidates import Candidate, candidates_of, is_page_number
from citemgr.references.headings import heading_of
from citemgr.references.words import words_of


def split_list(text: str) -> list[Span]:
    """Cut a pasted list into its references: stretches of `text` without labels.

    Blank lines, labels, hanging indents and line ends part them; wrapped lines, and what the end of
    a page broke, are kept together. Headings and page numbers are left out.
    """
    return [candidate.span for candidate in _items(_document(text))]


def strings_of(text: str) -> list[str]:
    """The reference strings of a pasted list, without labels, line ends and page numbers."""
    document = _document(text)
    return [words_of(document, item.span, item.holes) for item in _items(document)]


def _document(text: str) -> Document:
    from citemgr.documents import read_text

    return read_text(text)


def _items(document: Document) -> Iterator[Candidate]:
    for candidate in candidates_of(document):
        heading = candidate.label is None and heading_of(candidate.words) is not None
        if not heading and not is_page_number(candidate.words):
            yield candidate
