"""Where does a reference in a note really begin and end?

A note may open with a quotation (`“The mill was old.” Peter Alder, The Mills …`), go on in prose
that quotes, or be followed by a note whose label is a bare number: read alone, each looks like part
of the reference. The quotations and the anchors in the text tell them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citemgr.links.languages import QUOTED_IN, SIGNALS
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
    if not bodies and first < 0 and reference.role == "list" and not reference.label:  # no note
        return [(reference.span, reference.label)]
    end = reference.span.end
    if bodies and first >= 0:
        end = min(end, reading.notes[first].span.end)
    parts = [(Span(reference.span.start, end), reference.label)] if first >= 0 or not bodies else []
    parts += [(body, reading.notes[reading.note_at(body.start)].label) for body in bodies]
    if reference.role == "list" and not bodies:
        parts = list(_lines(reading.text, reference))
    return [
        (_without_quotations(reading, quoted, work), label)
        for span, label in parts
        for work in _works(reading.text, span, first >= 0 or reference.role == "note")
    ]


_LABELLED = re.compile(r"\n[ \t]*\[(?P<label>\d{1,3})\][ \t]+")
_QUOTED_IN = re.compile(rf"[,;(.]?\s*\b(?:{'|'.join(QUOTED_IN)})\s+", re.I)
_DATED = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
_SHORTEST = 25  # code points of a source in full


def _lines(text: str, reference: Reference) -> Iterator[tuple[Span, str | None]]:
    """The lines of a reference that is several, with labels that count on."""
    start, label = reference.span.start, reference.label
    for match in _LABELLED.finditer(text, *reference.span):
        if label is None or not label.isdecimal() or int(match["label"]) != int(label) + 1:
            continue
        yield Span(start, match.start()), label
        start, label = match.end(), match["label"]
    yield Span(start, reference.span.end), label


def _works(text: str, span: Span, noted: bool) -> Iterator[Span]:
    """Of a note that cites one work as quoted in another, both; the other only where it is printed
    in full."""
    match = _QUOTED_IN.search(text, span.start, span.end) if noted else None
    if match is None or match.start() - span.start < _SHORTEST:
        yield span
        return
    yield Span(span.start, match.start())
    if span.end - match.end() >= _SHORTEST and _DATED.search(text, match.end(), span.end):
        yield Span(match.end(), span.end)


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
    for (span, label), parsed in zip(spans, read, strict=True):
        noted = len(spans) > 1 and reading.note_at(span.start) >= 0
        yield replace(parsed, span=span, label=label, role="note" if noted else reference.role)
