"""An entry from labelled stretches: one reader a label, then the type and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from citemgr.model import Entry, LabelledField, Role, Span
from citemgr.references.labels import Labelling
from citemgr.references.normalise.dates import read_date
from citemgr.references.normalise.draft import Context, Draft
from citemgr.references.normalise.readers import READERS, SAME_AUTHOR
from citemgr.references.normalise.repairs import repaired
from citemgr.references.normalise.settle import settle
from citemgr.references.normalise.types import Held, is_periodical, type_of
from citemgr.values import Date
from citemgr.values.identifiers import (
    find_arxiv,
    find_doi,
    find_isbn,
    find_issn,
    find_pmid,
    find_url,
)

# The confidence in what no label said.
GUESSED = 0.5
_ALONE = Context()
# What announces a page; newspapers' own are printed with it.
_PAGE = re.compile(r"\b(?:pp?|S|с|págs?)\.?\s?$")


@dataclass(frozen=True, slots=True)
class Built:
    """An entry, the confidence in each of its fields, and the stretches it was made of."""

    entry: Entry
    confidence: Mapping[str, float]
    labelled: tuple[LabelledField, ...]


def build_entry(
    text: str, labelling: Labelling, role: Role = "list", context: Context = _ALONE
) -> Built:
    """The entry that `text` describes, from its labelled stretches.

    `role` is `note` for a citation in a note, where a page is a locator and no part of the work.
    `context` is what the references around this one tell. Spans of the entry are code points of
    `text`.
    """
    draft = Draft(text, context)
    parts = repaired(text, labelling)
    labelled = tuple(
        [LabelledField(part.label, part.value, part.start, part.end) for part in parts]
    )
    for field, part in zip(labelled, parts, strict=True):
        reader = READERS.get(field.label)
        if reader is not None:
            reader(draft, field, part.sure)
    _add_author_before(draft)
    _add_identifiers(draft)
    _add_date(draft)
    if role == "note":
        _drop_locator(draft, labelling.fields)
    typed = type_of(draft.fields, Held(draft.container, draft.inside), text, draft.mark)
    settle(draft, typed)
    entry = Entry(typed.type, "", draft.fields, draft.spans)
    return Built(entry, draft.confidence, labelled)


def _add_author_before(draft: Draft) -> None:
    """A dash in the place of the author stands for the authors of the reference before."""
    before = draft.context.before
    if before is not None and "author" not in draft.fields and SAME_AUTHOR.match(draft.text):
        draft.fields["author"] = before
        draft.confidence["author"] = 1.0


def _add_identifiers(draft: Draft) -> None:
    """Identifiers are recognised wherever they stand, whatever their label."""
    doi = find_doi(draft.text)
    date = draft.fields.get("date")
    if isinstance(date, Date):
        doi = doi.removesuffix(f"({date.year})")
    found = {
        "doi": doi,
        "isbn": find_isbn(draft.text),
        "issn": find_issn(draft.text),
        "pmid": find_pmid(draft.text),
        "eprint": find_arxiv(draft.text),
        "url": find_url(draft.text),
    }
    for name, value in found.items():
        if value:
            draft.fields[name] = value
            draft.confidence[name] = 1.0
            at = draft.text.find(value)
            if at >= 0:
                draft.spans[name] = Span(at, at + len(value))
    if found["eprint"]:
        draft.fields["eprinttype"] = "arxiv"


def _add_date(draft: Draft) -> None:
    """A year that stands outside of all other fields dates a work that has no other date."""
    if "date" in draft.fields:
        return
    rest = list(draft.text)
    for name, span in draft.spans.items():
        if name not in {"volume", "number"}:
            rest[span.start : span.end] = " " * (span.end - span.start)
    date = read_date("".join(rest))
    if date is not None:
        draft.fields["date"] = date
        draft.confidence["date"] = GUESSED
        if draft.fields.get("volume") == str(date.year) and "pages" not in draft.fields:
            del draft.fields["volume"], draft.spans["volume"], draft.confidence["volume"]


def _drop_locator(draft: Draft, parts: Sequence[LabelledField]) -> None:
    """In a note the page behind a book says where the quoted words stand; so does a single page
    behind what is part of a book. An article's own pages stay."""
    pages = [part for part in parts if part.label == "pages"]
    labels = {part.label for part in parts}
    named = bool(pages) and _PAGE.search(draft.text[: pages[0].start]) is not None
    daily = named and getattr(draft.fields.get("date"), "day", None) is not None
    article = bool(labels & {"volume", "issue"}) or daily or is_periodical(draft.container)
    whole = "container" in labels and re.search(
        r"\d\s?[-–‑—]\s?\d", pages[-1].value if pages else ""
    )
    if len(pages) == 1 and not (article and draft.container) and not whole:
        draft.fields.pop("pages", None)
        draft.spans.pop("pages", None)
        draft.confidence.pop("pages", None)
