"""From the columns of a PDF to its blocks: paragraphs, headings, block quotations, list items.

They are told from gaps, indents and sizes. A block goes on in the next column where it was not at
its end and the first line there begins where its last one did; a caption between the two is put
before it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citemgr.documents.pdf_page import SOFT_HYPHEN, Row
from citemgr.model import BlockKind

# Headings are set larger than the text.
HEADING_SIZE = 1.12
# A gap of so many line heights parts paragraphs; so many em move a line in.
PARAGRAPH_GAP, INDENT = 1.25, 0.8
# Lines within this many em begin at the same place.
ALIKE = 0.4
LONGEST_HEADING = 6
ITEM = re.compile(r"(?:\[(?P<label>[\w+.-]{1,12})\]|(?P<number>\d{1,3})[.)]|[•–-])\s+(?=\S)")
_CAPTION = re.compile(
    r"(?:fig(?:ure|ura|\.)?|abb(?:ildung|\.)|tab(?:le|elle|leau|la|\.)?|planche|plate|illustration"
    r"|schema|scheme|chart|рис(?:унок|\.)|таблица)\s*\d{1,3}\b",
    re.IGNORECASE,
)
ENDED = re.compile(r"[.!?:…。][\"'”’»)\]\d]*$")
HYPHENS = ("-", SOFT_HYPHEN, "‐")


@dataclass(slots=True, eq=False)
class Piece:
    """A block, or as much of it as one column holds: its lines, each with its page's index."""

    kind: BlockKind
    rows: list[tuple[int, Row]]
    offset: float = 0.0
    open: bool = False
    hanging: bool = False
    label: str | None = None
    skipped: int = 0
    caption: bool = False


class Blocks:
    """Puts the pieces of columns together; `size` is that of the text, `line_height` a multiple of
    a line's size."""

    def __init__(self, size: float, line_height: float) -> None:
        self._size = max(size, 4.0)
        self._line_height = line_height
        self._held: Piece | None = None
        self._item = 0

    def page(self, columns: Sequence[list[Row]], page: int) -> Iterator[Piece]:
        """The blocks that end on this page, or before it."""
        for column in columns:
            if column:
                margins = _margins(column, columns, self._size)
                yield from self._column(column, page, *margins)

    def rest(self) -> Iterator[Piece]:
        """The block that was open at the end."""
        if self._held is not None:
            yield self._held
            self._held = None

    def _column(self, column: list[Row], page: int, left: float, right: float) -> Iterator[Piece]:
        hanging = self._held is not None and self._held.hanging
        first = True
        for group in _groups(column, self._line_height):
            for piece in self._pieces(group, page, left, hanging):
                last = piece.rows[-1][1]
                full = last.right > self._end(piece, left, right) - 1.2 * self._size
                piece.open = last.text.endswith(HYPHENS) or full or not ENDED.search(last.text)
                piece.offset = last.left - left
                if piece.caption and self._held is not None and self._held.open:
                    yield piece
                    first = True
                elif first and self._goes_on(piece, left):
                    self._extend(piece)
                    first = False
                else:
                    yield from self.rest()
                    self._held = piece
                    first = False

    def _goes_on(self, piece: Piece, left: float) -> bool:
        held = self._held
        if held is None or not held.open or BlockKind.HEADING in {held.kind, piece.kind}:
            return False
        row, last = piece.rows[0][1], held.rows[-1][1]
        if abs(row.size - last.size) > 0.06 * last.size or (piece.label and not held.hanging):
            return False
        offset = row.left - left
        near = abs(offset - held.offset) < ALIKE * self._size
        return near or (len(held.rows) == 1 and abs(offset) < ALIKE * self._size)

    def _end(self, piece: Piece, left: float, right: float) -> float:
        """Where a full line of the piece ends; a block quotation may be narrower on both sides."""
        own = max(row.right for _, row in piece.rows)
        narrow = piece.kind is BlockKind.QUOTATION and len(piece.rows) > 1
        return own if narrow and own - left > 0.6 * (right - left) else right

    def _extend(self, piece: Piece) -> None:
        if self._held is not None:
            if len(self._held.rows) == 1 and piece.kind is BlockKind.QUOTATION:
                self._held.kind = piece.kind
            self._held.rows += piece.rows
            self._held.open = piece.open
            self._held.offset = piece.offset

    def _pieces(
        self, group: Sequence[Row], page: int, left: float, hanging: bool
    ) -> Iterator[Piece]:
        """The pieces of lines with no gap between them."""
        indent = left + INDENT * self._size
        moved = all(row.left > indent for row in group)
        items = [row for row in group if ITEM.match(row.text)]
        listed = bool(items) and (moved or len(items) > 1 or self._follows(items[0]))
        if listed and items[0] is group[0]:
            yield from self._items(group, page)
        elif self._is_heading(group):
            yield Piece(BlockKind.HEADING, [(page, row) for row in group])
        elif _CAPTION.match(group[0].text) and group[0].size <= self._size:
            yield Piece(BlockKind.PARAGRAPH, [(page, row) for row in group], caption=True)
        elif moved and (
            len(group) > 1 or group[0].size < self._size or self._quotes(group[0], left)
        ):
            yield Piece(BlockKind.QUOTATION, [(page, row) for row in group])
        else:
            hangs = _hangs(group, indent) or hanging
            for rows in _paragraphs(group, indent, hangs):
                yield Piece(BlockKind.PARAGRAPH, [(page, row) for row in rows], hanging=hangs)

    def _quotes(self, row: Row, left: float) -> bool:
        """Whether a line begins where those of the block quotation before it do."""
        held = self._held
        if held is None or held.kind is not BlockKind.QUOTATION:
            return False
        return abs(row.left - left - held.offset) < ALIKE * self._size

    def _is_heading(self, group: Sequence[Row]) -> bool:
        if len(group) > LONGEST_HEADING:
            return False
        if group[0].size > HEADING_SIZE * self._size:
            return True
        bold = all(row.bold for row in group)
        return bold and group[0].size >= self._size and not group[-1].text.endswith((".", ",", ";"))

    def _follows(self, row: Row) -> bool:
        """Whether a line bears the number after that of the item before it, or the first one."""
        label = ITEM.match(row.text)
        number = (label["number"] or label["label"] or "") if label else ""
        return number.isdecimal() and int(number) in {1, self._item + 1}

    def _items(self, group: Sequence[Row], page: int) -> Iterator[Piece]:
        """The items of a list, each from its printed label on."""
        starts = [at for at, row in enumerate(group) if ITEM.match(row.text)]
        for start, end in pairwise([*starts, len(group)]):
            match = ITEM.match(group[start].text)
            if match is not None:
                label = match["label"] or match["number"]
                self._item = int(label) if label and label.isdecimal() else 0
                rows = [(page, row) for row in group[start:end]]
                yield Piece(BlockKind.LIST_ITEM, rows, label=label, skipped=match.end())


def _margins(
    column: Sequence[Row], columns: Sequence[list[Row]], size: float
) -> tuple[float, float]:
    """Where the lines of a column begin and end: lines of others that stand below or above it
    count too, for a short column may hold nothing but a quotation."""
    start = min(row.left for row in column)
    end = max(row.right for row in column)
    pool = [
        row
        for other in columns
        if other and abs(min(row.left for row in other) - start) < 4 * size
        for row in other
        if row.right < end + 4 * size
    ] or list(column)
    places = Counter(round(row.left / 2) * 2 for row in pool)
    least = min(max(places.values()), max(2, len(pool) // 20))
    left = min(place for place, count in places.items() if count >= least)
    return float(left), max(row.right for row in pool)


def _groups(column: Sequence[Row], line_height: float) -> Iterator[list[Row]]:
    """Lines with no wider gap and no change of size between them."""
    group = [column[0]]
    for above, below in pairwise(column):
        size = max(above.size, below.size)
        wide = above.bottom - below.bottom > PARAGRAPH_GAP * line_height * size
        resized = abs(above.size - below.size) > 0.06 * size
        if wide or resized:
            yield group
            group = []
        group.append(below)
    yield group


def _hangs(group: Sequence[Row], indent: float) -> bool:
    """Whether the lines after a paragraph's first are moved in: a bibliography's habit."""
    inner = sum(row.left > indent for row in group[1:])
    return inner * 2 > len(group) - 1 and group[0].left <= indent


def _paragraphs(group: Sequence[Row], indent: float, hanging: bool) -> Iterator[list[Row]]:
    """Cut a group where a line is moved in, or moved out where the others are moved in."""
    right = max(row.right for row in group)
    left = min(row.left for row in group)
    paragraph = [group[0]]
    for above, below in pairwise(group):
        moved = below.left > indent
        short = above.right < right - 0.25 * (right - left) and bool(ENDED.search(above.text))
        if (not moved if hanging else moved) or short:
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph
