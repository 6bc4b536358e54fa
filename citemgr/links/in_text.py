"""The references that stand beside quotations in the running text, and nowhere else.

A hyperlink, a full citation in brackets, an attribution line: each is tried as a reference of role
`note`; those to which a quotation is then linked, because they stand where its callout would stand
and no other callout does, are references.
"""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.links.beside import citations_beside
from citemgr.links.linking import make_links
from citemgr.links.online import linked_pages
from citemgr.links.pointers import find_pointers
from citemgr.links.reading import read
from citemgr.links.trimmed import trimmed
from citemgr.model import Document, Kind, Quotation, Reference


def with_sources_in_text(
    document: Document, quotations: Sequence[Quotation], references: Sequence[Reference]
) -> tuple[Reference, ...]:
    """`references` and, in text order, those that only the words beside a quotation print."""
    quoted = [quotation for quotation in quotations if quotation.kind is Kind.QUOTATION]
    if not quoted:
        return tuple(references)
    references = trimmed(read(document, quoted, references), quoted)
    reading = read(document, quoted, references)
    tried = citations_beside(reading, quoted)
    tried += linked_pages(document, reading.hyperlinks, (*references, *tried))
    if not tried:
        return tuple(references)
    supposed = read(document, quoted, (*references, *tried))
    made, _ = make_links(supposed, find_pointers(supposed))
    used = {link.reference for link in made}
    kept = [
        reference
        for index, reference in enumerate(tried, start=len(references))
        if supposed.works.canonical(index) == index and index in used
    ]
    return tuple(sorted((*references, *kept), key=lambda reference: reference.span))
