"""From a document to its quotations: blocks, the parse of the marks, kinds, groups."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from citemgr.model import Document, Form, Kind, Quotation, Reference, Span, Status
from citemgr.quotations.alterations import find_alterations
from citemgr.quotations.blocks import find_blocks
from citemgr.quotations.flows import Flow, blocks_of, body, flows
from citemgr.quotations.kinds import AFTER, BEFORE, LONG_TITLE, Titles, judge, says, word_count
from citemgr.quotations.marks import LOOKED_AT, Conventions, conventions, inner_conventions
from citemgr.quotations.options import Options
from citemgr.quotations.parse import Found, parse
from citemgr.quotations.speech import with_speech
from citemgr.quotations.unopened import unopened

# Between two pieces of one quotation ("… ," he says, "…") stand no more than so many code points.
LONGEST_INTERRUPTION = 90
_PADDING = re.compile(r"[\s*_\xa0\u202f\u2009]+")
_ENDS_SENTENCE = re.compile(r"[.!?…]\s*$")
# Before a mark that opens its sentence, in so many code points.
_OPENS = re.compile(r"(?:[.!?…:]['”’\")\]]*\s+|\n\s*\n\s*)$")
LONGEST_OPENING = 12
# Inside the words between two pieces; a stop behind fewer letters is that of a title: "Mr.", "St."
_ENDS_INSIDE = re.compile(
    r"(?:[^\W\d_]{4}|[)\]])[.!?…](?:\d{1,3}|[¹²³⁴-⁹⁰]+|\[[^\]]{1,12}\])?\s+[^\W\d_a-zа-яё]"
)


def find_quotations(
    document: Document, references: Sequence[Reference] = (), options: Options | None = None
) -> tuple[Quotation, ...]:
    """The quotations of a document, in the order of its text.

    Spans leave out the outer marks; a mark that opens a paragraph anew inside a quotation is part
    of it. Linear in the length of the text.
    """
    options = options or Options()
    sample = body(document, references, LOOKED_AT)
    used = _Used(
        conventions(sample, options.singles), Titles(references), options, _syntax(document)
    )
    blocks = list(find_blocks(document, references))
    inline: list[Quotation] = []
    masked = _paragraphs_of(document, blocks)
    for flow in flows(document, references):
        inline.extend(_in_flow(document, _unmasked(flow, masked), used))
    inline = [*inline, *_in_blocks(document, blocks, used)]
    found = sorted([*blocks, *inline], key=lambda quotation: (quotation.span, quotation.level))
    grouped = with_speech(document, _grouped(document.text, found), references)
    return tuple(
        _with_alterations(document.text, quotation)
        for quotation in grouped
        if _wanted(document.text, quotation, options)
    )


# Code in plain text: `print("x")`; not `so' or ``so'', which are quotations of typewriters.
_CODE = re.compile(r"(?<![`\w])`(?=\S)[^`'\n]{1,120}(?<=\S)`(?![`\w])")


def _syntax(document: Document) -> Sequence[Span]:
    """The stretches whose marks are no quotation marks, sorted."""
    if document.format != "text" or "`" not in document.text:
        return document.markup
    code = [Span(*match.span()) for match in _CODE.finditer(document.text)]
    return sorted([*document.markup, *code])


def _with_alterations(text: str, quotation: Quotation) -> Quotation:
    found = find_alterations(text, quotation.span)
    return replace(quotation, alterations=found) if found else quotation


@dataclass(frozen=True, slots=True)
class _Used:
    """What holds for the whole document: its marks, the titles it cites, the options."""

    marks: Conventions
    titles: Titles
    options: Options
    markup: Sequence[Span]  # stretches whose marks are syntax


def _wanted(text: str, quotation: Quotation, options: Options) -> bool:
    words = quotation.span.of(text)
    return (
        quotation.kind in options.kinds
        and len(words) >= options.min_chars
        and (options.min_words <= 1 or word_count(words) >= options.min_words)
        and (quotation.level == 0 or options.include_nested)
    )


def _paragraphs_of(document: Document, blocks: Sequence[Quotation]) -> frozenset[int]:
    """Where the paragraphs start that block quotations of plain text are made of."""
    spans = sorted(block.outer for block in blocks if block.form is Form.BLOCK)
    starts = []
    at = 0
    for block in blocks_of(document) if spans else ():
        while at < len(spans) and spans[at].end <= block.span.start:
            at += 1
        if at < len(spans) and spans[at].overlaps(block.span):
            starts.append(block.span.start)
    return frozenset(starts)


def _unmasked(flow: Flow, masked: frozenset[int]) -> Flow:
    """The paragraphs of a flow without those that are block quotations; `masked` are the places
    where these start."""
    return [span for span in flow if span.start not in masked] if masked else flow


def _in_flow(document: Document, flow: Flow, used: _Used) -> Iterator[Quotation]:
    starts = [span.start for span in flow]
    text = document.text
    closed = 0
    for found in parse(text, flow, used.marks, used.options.max_carry, used.markup):
        begun = starts[bisect_right(starts, found.start) - 1]
        if found.status is Status.UNOPENED:
            lost = unopened(text, begun, closed, Span(found.close_start, found.end))
            if found.start >= closed and lost is not None:
                yield lost
            closed = max(closed, found.end)
            continue
        closed = max(closed, found.end)
        lead = text[begun : found.start] if found.start - begun < BEFORE else None
        quotation = _quotation(document, found, lead, used.titles)
        if quotation is None:
            continue
        yield quotation
        if used.options.include_nested:
            yield from _inner(document, quotation, used)


def _in_blocks(document: Document, blocks: Sequence[Quotation], used: _Used) -> Iterator[Quotation]:
    if used.options.include_nested:
        for block in blocks:
            yield from _inner(document, block, used)


def _inner(document: Document, outer: Quotation, used: _Used) -> Iterator[Quotation]:
    """The quotations inside one, by all marks, single ones too."""
    for found in parse(document.text, [outer.span], inner_conventions(used.marks), 0, used.markup):
        if found.status in (Status.UNCLOSED, Status.UNOPENED):
            continue
        quotation = _quotation(document, found, None, used.titles)
        if quotation is not None and quotation.span != outer.span:
            yield replace(quotation, level=outer.level + 1 + found.level)


def _quotation(
    document: Document, found: Found, lead: str | None, titles: Titles
) -> Quotation | None:
    text = document.text
    span = _trimmed(text, found.open_end, found.close_start)
    if span is None:
        return None
    if found.status is Status.UNCLOSED:
        span = _sentence_end(text, span)
    before = text[max(0, found.start - BEFORE) : found.start]
    after = text[found.end : found.end + AFTER]
    judged = judge(span.of(text), before, after, lead, titles)
    return Quotation(
        span=span,
        outer=Span(found.start, max(found.end, span.end)),
        open_mark=text[found.start : found.open_end],
        close_mark=text[found.close_start : found.end],
        status=found.status,
        kind=judged.kind,
        score=judged.score,
        reasons=judged.reasons,
        level=found.level,
    )


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without the blanks that French puts inside marks; None where nothing is left."""
    head = _PADDING.match(text, start, end)
    start = head.end() if head else start
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Span(start, end) if end > start else None


def _sentence_end(text: str, span: Span) -> Span:
    """An unclosed quotation ends with its last whole sentence, or where its paragraph does."""
    last = None
    for match in re.finditer(r"[.!?…](?=\s|$)", text[span.start : span.end]):
        last = match.end()
    return Span(span.start, span.start + last) if last else span


def _grouped(text: str, found: Sequence[Quotation]) -> list[Quotation]:
    """The quotations again, pieces of one that "he said" interrupts under one group."""
    grouped = list(found)
    previous: int | None = None
    for at, quotation in enumerate(grouped):
        if quotation.level or quotation.form is not Form.INLINE:
            continue
        if previous is not None and _interrupted(text, grouped[previous], quotation):
            first = grouped[previous].group
            group = previous if first is None else first
            grouped[previous] = replace(_said(text, grouped[previous]), group=group)
            grouped[at] = replace(quotation, group=group)
        previous = at
    return grouped


def _said(text: str, first: Quotation) -> Quotation:
    """The first piece of an interrupted quotation; where it opens its sentence it is no title or
    term: “Politics”, he said, “is the boring of boards.”"""
    start = first.outer.start
    opens = _OPENS.search(text[max(0, start - LONGEST_OPENING) : start]) or start == 0
    titled = first.kind is Kind.TITLE and word_count(first.span.of(text)) >= LONG_TITLE
    if first.kind is Kind.QUOTATION or titled or not opens:
        return first
    return replace(first, kind=Kind.QUOTATION, score=0.9, reasons=("it goes on behind “he said”",))


def _interrupted(text: str, first: Quotation, second: Quotation) -> bool:
    between = text[first.outer.end : second.outer.start]
    if len(between) > LONGEST_INTERRUPTION or "\n\n" in between:
        return False
    if Kind.QUOTATION not in (first.kind, second.kind):
        return False
    unfinished = not _ENDS_SENTENCE.search(first.span.of(text)) or between.rstrip().endswith(",")
    ended = _ENDS_SENTENCE.search(between) or _ENDS_INSIDE.search(between)
    return says(between) and unfinished and not ended
