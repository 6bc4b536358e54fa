"""Links: the callouts of a document, and from every quotation the reference it was taken from."""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.links.in_text import with_sources_in_text
from citemgr.links.linking import make_links, with_pages_named
from citemgr.links.pointers import find_pointers
from citemgr.links.reading import read
from citemgr.links.rules import find_problems
from citemgr.model import Callout, Document, Finding, Link, Quotation, Reference

__all__ = ["find_links", "with_sources_in_text"]


def find_links(
    document: Document, quotations: Sequence[Quotation], references: Sequence[Reference]
) -> tuple[tuple[Callout, ...], tuple[Link, ...], tuple[Finding, ...]]:
    """The callouts of `document` in the order of the text, the links from its quotations to its
    references, and what is wrong with either.

    Links and the targets of callouts point by index into `quotations`, `references` and the
    callouts returned. A quotation has at most one link; one without a source in print has none.
    """
    reading = read(document, quotations, references)
    pointers = find_pointers(reading)
    links, choices = make_links(reading, pointers) if references else ((), {})
    pointers = with_pages_named(pointers, choices)
    callouts = tuple(Callout(p.span, p.style, p.targets) for p in pointers)
    return callouts, links, find_problems(reading, pointers, choices)
