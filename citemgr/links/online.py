"""Which hyperlinks are the reference? `Brown [argues](https://…) that “…”`, `“…” ([source](https://…))`.

On the web the link often is all the reference there is. Every link is tried as one; those to which
a quotation is then linked, because they stand where its callout would stand and no other does,
become references of role `note`: an `online` entry with the address and what is printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citemgr.links.linking import make_links
from citemgr.links.pointers import find_pointers
from citemgr.links.reading import read, stretches
from citemgr.links.work import address
from citemgr.model import Document, Entry, Hyperlink, Kind, Quotation, Reference
from citemgr.values import Date, Name, Names, Value

_WEB = re.compile(r"https?://", re.I)
# A page about a person or a thing, not by the person.
_ABOUT = re.compile(r"https?://(?:[\w-]+\.)*(?:wikipedia|wiktionary|wikidata)\.org/", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MARKS = "“”„«»\"‘’「」『』'*_"
_CONFIDENCE = 0.7
_TITLE_WORDS = 3  # of a link's text; fewer are a verb or a name


def with_linked_pages(
    document: Document, quotations: Sequence[Quotation], references: Sequence[Reference]
) -> tuple[Reference, ...]:
    """`references` and, in text order, those hyperlinks of `document` that are the only source of a
    quotation."""
    quoted = [quotation for quotation in quotations if quotation.kind is Kind.QUOTATION]
    links = _candidates(document, references) if quoted else []
    if not links:
        return tuple(references)
    tried = [_as_reference(document, link) for link in links]
    supposed = (*references, *tried)
    reading = read(document, quoted, supposed)
    made, _ = make_links(reading, find_pointers(reading))
    used = {link.reference for link in made}
    kept = [
        reference
        for index, reference in enumerate(tried, start=len(references))
        if reading.works.canonical(index) == index and index in used
    ]
    return tuple(sorted((*references, *kept), key=lambda reference: reference.span))


def _candidates(document: Document, references: Sequence[Reference]) -> list[Hyperlink]:
    """The links to the web that are in no reference and lead to none."""
    known = {address(reference.entry.text("url")) for reference in references}
    listed = stretches(reference.span for reference in references if reference.text)
    return [
        link
        for link in document.hyperlinks
        if _WEB.match(link.url)
        and not _ABOUT.match(link.url)
        and link.span.start < link.span.end
        and address(link.url) not in known
        and not listed.overlap(link.span)
    ]


def _as_reference(document: Document, link: Hyperlink) -> Reference:
    printed = " ".join(link.span.of(document.text).split())
    said = _said(printed)
    kind = "online" if said is None or said.type == "misc" else said.type
    fields = {**(said.fields if said else _name_and_year(printed)), "url": link.url}
    entry = Entry(kind, "", fields)
    return Reference(link.span, printed, entry, role="note", confidence=_CONFIDENCE)


def _said(printed: str) -> Entry | None:
    """What a link of several words or in marks says of the work; None for a verb or a name."""
    words = printed.split()
    if _WEB.match(printed) or (len(words) < _TITLE_WORDS and printed[0] not in _MARKS):
        return None
    from citemgr.references import parse_references

    return next(iter(parse_references([printed]))).entry


def _name_and_year(printed: str) -> dict[str, Value]:
    words = [word.strip(_MARKS + ",.:;") for word in printed.split()]
    fields: dict[str, Value] = {}
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        fields["author"] = Names((Name(family=words[-1], given=" ".join(words[:-1])),))
    year = _YEAR.search(printed)
    if year is not None:
        fields["date"] = Date(int(year[0]))
    return fields
