"""Reference strings to references: labelled in batches, each built into an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from citemgr.model import Document, Entry, LabelledField, Reference, Span
from citemgr.references.labels import Labelling, label
from citemgr.references.lists import Item
from citemgr.references.normalise import Context, build_entry, lead_with_family
from citemgr.references.words import folded
from citemgr.values import Names

# Strings labelled at a time: enough to be quick, few enough to stay small.
BATCH = 256
# Fields without which nothing is described; one alone, and doubtful, is no reading either.
_OF_SUBSTANCE = frozenset(
    {"title", "author", "editor", "journaltitle", "booktitle", "date", "publisher", "url", "doi"}
)
DOUBTFUL = 0.5
# Two words of ordinary length, somewhere at the start.
_WORDS = re.compile(r"\W*\w{1,40}\W+\w{1,40}\b")
_SPACE = re.compile(r"\s+")


# What announces a reference and is no part of it.
_LEAD_IN = re.compile(
    r"""\W{0,3}(?: (?:please\s|how\sto\s)?cite\s(?:this\s\w+\s?)?(?:as)?
    | (?:suggested|recommended|preferred|original)?\s?citation | zitiervorschlag | zitierweise
    | (?:pour|à)\sciter[\w\s]{0,30} | (?:cómo|como)\scitar[\w\s]{0,30}
    | per\scitare[\w\s]{0,30} | для\sцитирования | reference )\s?:\s+""",
    re.VERBOSE | re.IGNORECASE,
)


def _without_lead(text: str) -> str:
    """`text` with blanks for a lead-in such as "Citation:", so that all else stays in its place."""
    match = _LEAD_IN.match(text)
    return " " * match.end() + text[match.end() :] if match else text


def parse_references(texts: Iterable[str]) -> Iterator[Reference]:
    """The reference that each string describes, in order; spans are code points of the string.

    A string that describes nothing gives an entry of type `misc` with the string in `note` and
    the confidence 0. Memory does not grow with the number of strings.
    """
    remaining = iter(texts)
    before: Names | None = None
    while batch := list(islice(remaining, BATCH)):
        strings = [_SPACE.sub(" ", text).strip() for text in batch]
        labellings = label([_without_lead(string) for string in strings])
        for string, labelling in zip(strings, labellings, strict=True):
            item = Item(Span(0, len(string)), None)
            reference = _reference(string, labelling, item, Context(before))
            before = authors_of(reference.entry)
            yield reference


def parse_items(document: Document, items: Sequence[Item]) -> list[Reference]:
    """The references that stand at `items` of a document, spans in the document's text."""
    texts, offsets = [], []
    for item in items:
        words, places = folded(document, item.span, item.holes)
        texts.append(words)
        offsets.append(places)
    references = []
    before: Names | None = None
    labellings = label([_without_lead(text) for text in texts])
    family_first = lead_with_family(
        field.value
        for labelling in labellings
        for field in labelling.fields
        if field.label == "author"
    )
    for item, text, places, labelling in zip(items, texts, offsets, labellings, strict=True):
        reference = _reference(text, labelling, item, Context(before, family_first))
        before = authors_of(reference.entry)
        spans = {
            name: Span(places[span.start], places[span.end - 1] + 1)
            for name, span in reference.entry.spans.items()
            if span.end > span.start
        }
        references.append(replace(reference, entry=replace(reference.entry, spans=spans)))
    return references


def authors_of(entry: Entry) -> Names | None:
    """The authors of an entry, or None."""
    names = entry.fields.get("author")
    return names if isinstance(names, Names) else None


def _reference(text: str, labelling: Labelling, item: Item, context: Context) -> Reference:
    built = build_entry(text, labelling, item.role, context)
    entry, whole = built.entry, labelling.confidence
    found = entry.fields.keys() & _OF_SUBSTANCE
    alone = len(found) == 1 and not found & {"url", "doi"}
    confidence = built.confidence
    if not found or (alone and (whole < DOUBTFUL or not _WORDS.match(text))):
        entry, whole = Entry("misc", fields={"note": text} if text else {}), 0.0
        confidence = {}
    return Reference(
        span=item.span,
        text=text,
        entry=entry,
        label=item.label or _printed_number(labelling.fields),
        role=item.role,
        confidence=whole,
        field_confidence=confidence,
        labelled=built.labelled,
    )


def _printed_number(fields: Sequence[LabelledField]) -> str | None:
    first = fields[0] if fields else None
    if first is None or first.label != "citation-number":
        return None
    return first.value.strip("[]().: ") or None
