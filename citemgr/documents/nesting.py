"""Blocks as a reader notes them, one by one, to blocks that lie in each other, with paragraphs for
the words beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citemgr.model import Block, BlockKind, Span

_BLANK_LINE = re.compile(r"\n\n+")
# Blocks that hold paragraphs: one of several is given them where the reader named none.
_OF_PARAGRAPHS = frozenset({BlockKind.QUOTATION, BlockKind.NOTE})


def without_wrappers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without paragraphs that hold other blocks: those are no paragraphs.

    As everywhere here, a container comes after what it holds.
    """
    nested = nest(blocks)
    parents = {block.parent for block in nested}
    kept = [
        block
        for at, block in enumerate(nested)
        if block.kind is not BlockKind.PARAGRAPH or at not in parents
    ]
    return kept[::-1]


def implied(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """Paragraphs for the words beside blocks: in an item that holds a list too, in no block."""
    nested = nest(blocks)
    ends: dict[int | None, int] = {None: 0}
    parents = {block.parent for block in nested}
    for at, block in enumerate(nested):
        start = ends[block.parent]
        yield from _paragraphs(text, start, block.span.start)
        ends[block.parent] = block.span.end
        of_parts = block.kind in _OF_PARAGRAPHS and "\n\n" in block.span.of(text)
        if at in parents or of_parts:
            ends[at] = block.span.start
    for parent, start in ends.items():
        end = len(text) if parent is None else nested[parent].span.end
        yield from _paragraphs(text, start, end)


def _paragraphs(text: str, start: int, end: int) -> Iterator[Block]:
    while start < end:
        gap = _BLANK_LINE.search(text, start, end)
        stop = gap.start() if gap else end
        words = text[start:stop]
        if words.strip():
            first = start + len(words) - len(words.lstrip())
            yield Block(BlockKind.PARAGRAPH, Span(first, first + len(words.strip())))
        start = gap.end() if gap else end


def nest(blocks: Sequence[Block]) -> list[Block]:
    """The blocks sorted by start, containers first, each with the index of the block it lies in.

    Of two blocks with the same span the one noted later is the container: readers note a block when
    it ends.
    """
    order = sorted(
        range(len(blocks)), key=lambda at: (blocks[at].span.start, -blocks[at].span.end, -at)
    )
    nested: list[Block] = []
    open_: list[int] = []
    for at in order:
        block = blocks[at]
        while open_ and nested[open_[-1]].span.end <= block.span.start:
            open_.pop()
        nested.append(replace(block, parent=open_[-1] if open_ else None))
        open_.append(len(nested) - 1)
    return nested
