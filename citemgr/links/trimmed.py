"""Where does a reference in a note really begin and end?

A note may open with a quotation (`“The mill was old.” Peter Alder, The Mills …`), go on in prose
that quotes, or be followed by a note whose label is a bare number: read alone, each looks like part
of the reference. The quotations and the anchors in the text tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citemgr.links.languages import SIGNALS
from citemgr.links.reading import Reading, Stretches, stretches
from citemgr.links.sentences import last_end
from citemgr.model import Kind, Quotation, Reference, Span
from citemgr.quotations import opening_quotation

_SURE = 0.5  # confidence of the reading of what is left below which nothing is cut off


# Before the source: "For another view see", "Vgl."
_LEAD = re.compile(
    rf"(?:for\b[^.“”\"]{{3,80}}?\bsee\s(?:also\s)?|(?:{'|'.join(SIGNALS)})[.:,]?\s)+", re.I
)


def trimmed(reading: Reading, quotations: Sequence[Quotation]) -> tuple[Reference, ...]:
    """The references of `reading`, each without what it has swallowed; of one that holds the
    beginnings of notes, one for each note."""
    quoted = stretches(q.outer for q in quotations if q.kind is Kind.QUOTATION)
    found: list[Reference] = []
    for reference in reading.references:
        spans = _spans(reading, quoted, reference)
        if [span for span, _ in spans] == [reference.span]:
            found.append(reference)
        else:
            found += _read_again(reading, reference, spans)
    return tuple(found)


def _spans(
    reading: Reading, quoted: Stretches, reference: Reference
) -> list[tuple[Span, str | None]]:
    """The stretches of the sources in a reference, with their labels."""
    bodies = list(reading.note_bodies.within(reference.span.start + 1, reference.span.end))
    first = reading.note_at(reference.span.start)
    if not bodies and first < 0 and reference.role == "list" and not reference.label:
        return [(reference.span, reference.label)]
    end = reference.span.end
    if bodies and first >= 0:
        end = min(end, reading.notes[first].span.end)
    parts = [(Span(reference.span.start, end), reference.label)] if first >= 0 or not bodies else []
    parts += [(body, reading.notes[reading.note_at(body.start)].label) for body in bodies]
    return [(_without_quotations(reading, quoted, span), label) for span, label in parts]


def _without_quotations(reading: Reading, quoted: Stretches, span: Span) -> Span:
    """`span` without the quotation that opens it and the sentences that quote behind it."""
    start = span.start + opening_quotation(span.of(reading.text))
    for passage in quoted.within(start, span.end):
        cut = last_end(reading.text[start : passage.start] + "“")
        if cut:
            printed = reading.text[start : start + cut].rstrip()
            lead = _LEAD.match(printed)
            return Span(start + (lead.end() if lead else 0), start + len(printed))
    return Span(start, span.end)


def _read_again(
    reading: Reading, reference: Reference, spans: Sequence[tuple[Span, str | None]]
) -> Iterator[Reference]:
    from citemgr.references import parse_references

    printed = [" ".join(span.of(reading.text).split()) for span, _ in spans]
    read = list(parse_references(printed))
    if len(spans) == 1 and read[0].confidence < _SURE:
        yield reference
        return
    several = len(spans) > 1
    for (span, label), parsed in zip(spans, read, strict=True):
        role = "note" if several else reference.role
        yield replace(parsed, span=span, label=label, role=role)
