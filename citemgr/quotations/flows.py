"""The prose of a document as runs of paragraphs, over which a quotation can go on.

Headings end a run, and so do the edges of block quotations, notes and reference lists; code, tables
and the reference list itself are no prose.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from citemgr.documents import read_text
from citemgr.model import Block, BlockKind, Document, Reference, Span
from citemgr.quotations.openings import opening_quotation

_PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.NOTE})
_MARKS = re.compile("[\"“”„«»「『‘’‚'`＂]")
# What shows that a short line is a sentence: a callout, or a stop inside its last mark.
_CLOSERS = "’‘'”\"»«“」"
_CITED = re.compile(
    rf"[{_CLOSERS}][.,;:]?\s?[\[(¹²³⁴-⁹^]|[.!?…][{_CLOSERS}]?\d{{1,3}}(?:\s|$)|[.!?…][{_CLOSERS}]$"
)
# What a note quotes, as no title begins: with a small letter, or behind a colon and a page.
_QUOTES = re.compile(
    r"[“„«\"](?<![^\s(].)[a-zß-ÿа-яё][^”“»\"]{15,}[”“»\"]|\d:\s[“„«\"][^”“»\"]{20,}[.!?…][”“»\"]"
)
Flow = list[Span]


def blocks_of(document: Document) -> Sequence[Block]:
    """The document's blocks; a document that has none is read as plain text."""
    return document.blocks or read_text(document.text).blocks


def flows(document: Document, references: Sequence[Reference]) -> Iterator[Flow]:
    """Runs of paragraphs in the order of the text, block quotations left out."""
    blocks = blocks_of(document)
    containers = {block.parent for block in blocks}
    closed = _Closed(
        reference.span
        for reference in references
        if reference.role == "list"
        and not _QUOTES.search(reference.text)
        and not opening_quotation(reference.text)
    )
    flow: Flow = []
    inside: int | None = None
    for at, block in enumerate(blocks):
        if at in containers or block.span.start >= block.span.end:
            continue
        section = _section(blocks, at)
        prose = _is_prose(document, block) and not closed.holds(block.span)
        prose = prose and not _in_quotation(blocks, at)
        if flow and (not prose or section != inside):
            yield flow
            flow = []
        inside = section
        if prose:
            flow.append(block.span)
    if flow:
        yield flow


def body(document: Document, references: Sequence[Reference], longest: int) -> str:
    """The first `longest` code points of prose without notes, numbered items and references: in
    these a citation style sets the marks, not the author. Of the whole text where they alone have
    marks."""
    closed = _Closed(reference.span for reference in references)
    blocks = blocks_of(document)
    containers = {block.parent for block in blocks}
    parts: list[str] = []
    length = longest
    for at, block in enumerate(blocks):
        if length <= 0:
            break
        if at in containers or not _is_prose(document, block) or closed.holds(block.span):
            continue
        section = at if block.kind is BlockKind.NOTE else _section(blocks, at)
        noted = section is not None and blocks[section].kind is BlockKind.NOTE
        if noted or block.label is not None:
            continue
        parts.append(
            document.text[block.span.start : min(block.span.end, block.span.start + length)]
        )
        length -= len(parts[-1])
    found = "\n\n".join(parts)
    return found if _MARKS.search(found) else document.text[:longest]


def _is_prose(document: Document, block: Block) -> bool:
    """Whether quotations are looked for in a block. A line of plain text is only guessed to be a
    heading; with a callout or a stop inside a closing mark it is none."""
    guessed = block.kind is BlockKind.HEADING and document.format == "text"
    return block.kind in _PROSE or (
        guessed and _CITED.search(document.text, *block.span) is not None
    )


def _section(blocks: Sequence[Block], at: int) -> int | None:
    """What a quotation cannot leave: the note or table in which the block lies."""
    if blocks[at].kind is BlockKind.NOTE:
        return at
    parent = blocks[at].parent
    while parent is not None:
        if blocks[parent].kind in {BlockKind.NOTE, BlockKind.TABLE, BlockKind.QUOTATION}:
            return parent
        parent = blocks[parent].parent
    return None


def _in_quotation(blocks: Sequence[Block], at: int) -> bool:
    parent = blocks[at].parent
    while parent is not None:
        if blocks[parent].kind is BlockKind.QUOTATION:
            return True
        parent = blocks[parent].parent
    return False


class _Closed:
    """Stretches in which no quotation is looked for, asked in logarithmic time."""

    def __init__(self, spans: Iterator[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def holds(self, span: Span) -> bool:
        """Whether most of `span` is closed."""
        at = bisect_right(self._starts, span.start) - 1
        shared = 0
        for closed in self._spans[max(0, at) :]:
            if closed.start >= span.end:
                break
            shared += max(0, min(closed.end, span.end) - max(closed.start, span.start))
        return shared * 2 > span.end - span.start
