"""What would a hyperlink be as a reference? `Brown [argues](https://…)`, `([source](https://…))`.

On the web the link often is all the reference there is: an `online` entry with the address and what
the words under the link say of the work.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citemgr.links.reading import stretches
from citemgr.links.work import address
from citemgr.model import Document, Entry, Hyperlink, Reference
from citemgr.values import Date, Name, Names, Value

_WEB = re.compile(r"https?://", re.I)
# A page about a person or a thing, not by the person.
_ABOUT = re.compile(r"https?://(?:[\w-]+\.)*(?:wikipedia|wiktionary|wikidata)\.org/", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MARKS = "“”„«»\"‘’「」『』'*_"
_CONFIDENCE = 0.7
_TITLE_WORDS = 3  # of a link's text; fewer are a verb or a name


def linked_pages(
    document: Document, hyperlinks: Sequence[Hyperlink], references: Sequence[Reference]
) -> list[Reference]:
    """The `hyperlinks` of `document` to the web that are in none of `references` and lead to none,
    each as a reference of role `note`."""
    known = {address(reference.entry.text("url")) for reference in references}
    listed = stretches(reference.span for reference in references if reference.text)
    return [
        _as_reference(document, link)
        for link in hyperlinks
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
