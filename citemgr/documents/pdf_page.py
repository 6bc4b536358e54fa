"""The lines of a PDF page in the order in which a person reads them.

PDFium gives characters with their boxes. They are put together to words and lines by where they
stand; a gutter that no line crosses parts columns, lines that cross it part what is above from
what is below.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

# A gap of this many em between characters parts columns.
COLUMN_GAP = 1.6
# A character that begins this much of the line's height above its foot, and is smaller, is raised.
RAISED = 0.25
SMALLER = 0.85
# A page has columns if so much of its lines lie wholly beside the gutter.
LEAST_BESIDE = 0.6
# Fonts without names for their characters give TeX's own codes (encodings T1 and OT1) for signs
# that have no place in ASCII.
_TEX_CODES = {
    0x0B: "ff", 0x0C: "fi", 0x0E: "ffi", 0x0F: "ffl", 0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«",
    0x14: "»", 0x15: "–", 0x16: "—", 0x1B: "ff", 0x1C: "fi", 0x1D: "fl", 0x1E: "ffi", 0x1F: "ffl",
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl",
}  # fmt: skip
_SOFT_HYPHENS = "\u00ad\ufffe\x02"


@dataclass(slots=True)
class Glyph:
    """A character and its box, in points from the page's lower left."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float


@dataclass(slots=True)
class Row:
    """A line of one column: its words, the stretches of them that are raised, and its box."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    raised: list[tuple[int, int]] = field(default_factory=list)


def rows_of(page: Any) -> list[Row]:
    """The lines of a pypdfium2 page as far as no wide gap parts them, in the order of the file."""
    return [row for line in _lines(_glyphs(page)) for row in _rows(line)]


def _glyphs(page: Any) -> list[Glyph]:
    from pypdfium2 import raw

    text = page.get_textpage()
    box = [ctypes.c_double() for _ in range(4)]
    glyphs = []
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        character = _TEX_CODES.get(code) or (chr(code) if 0 < code < 0x110000 else "")
        if not character or character in "\r\n":
            continue
        raw.FPDFText_GetCharBox(text, index, *map(ctypes.byref, box))
        left, right, bottom, top = (each.value for each in box)
        size = raw.FPDFText_GetFontSize(text, index)
        if character in _SOFT_HYPHENS:
            character = "\u00ad"
        glyphs.append(Glyph(character, left, bottom, right, top, size))
    text.close()
    return glyphs


def _lines(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Characters on one foot line, in the order of the file; raised ones belong to their line."""
    line: list[Glyph] = []
    low = high = 0.0
    for glyph in glyphs:
        if glyph.text.isspace():
            if line:
                line.append(glyph)
            continue
        overlap = min(high, glyph.top) - max(low, glyph.bottom)
        height = max(0.1, min(high - low, glyph.top - glyph.bottom))
        back = bool(line) and glyph.left < line[-1].left - 3 * max(glyph.size, 6)
        if line and (overlap < 0.3 * height or back):
            yield line
            line = []
        if not line:
            low, high = glyph.bottom, glyph.top
        low, high = min(low, glyph.bottom), max(high, glyph.top)
        line.append(glyph)
    if line:
        yield line


def _rows(line: Sequence[Glyph]) -> Iterator[Row]:
    """The line, cut where a gap is too wide to stand between two words."""
    part: list[Glyph] = []
    end = 0.0
    for glyph in line:
        if glyph.text.isspace():
            if part and part[-1].text != " ":
                part.append(Glyph(" ", glyph.left, glyph.bottom, glyph.right, glyph.top, 0.0))
            continue
        em = max(4.0, glyph.size)
        if part and glyph.left - end > COLUMN_GAP * em:
            yield _row(part)
            part = []
        part.append(glyph)
        end = glyph.right
    if any(not glyph.text.isspace() for glyph in part):
        yield _row(part)


def _row(part: list[Glyph]) -> Row:
    while part and part[-1].text.isspace():
        part.pop()
    sizes = Counter(round(glyph.size, 1) for glyph in part if glyph.text.isalpha())
    size = sizes.most_common(1)[0][0] if sizes else max(glyph.size for glyph in part)
    full = [g for g in part if g.size >= SMALLER * size and not g.text.isspace()] or part
    bottom, top = min(g.bottom for g in full), max(g.top for g in full)
    text = ""
    raised: list[tuple[int, int]] = []
    for glyph in part:
        high = glyph.bottom > bottom + RAISED * (top - bottom) and glyph.size < SMALLER * size
        start = len(text)
        text += glyph.text
        if high and glyph.text.isalnum():
            if raised and raised[-1][1] == start:
                raised[-1] = (raised[-1][0], len(text))
            else:
                raised.append((start, len(text)))
    return Row(text, part[0].left, part[-1].right, bottom, top, size, raised)


def columns_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The columns of a page, each its lines from top to bottom, in reading order."""
    ordered = sorted(rows, key=lambda row: (-round(row.top), row.left))
    gutter = _gutter(ordered)
    if gutter is None:
        if ordered:
            yield _joined(ordered)
        return
    left: list[Row] = []
    right: list[Row] = []
    for row in ordered:
        if row.left < gutter < row.right:
            yield from (_joined(column) for column in (left, right) if column)
            left, right = [], []
            yield [row]
        else:
            (left if row.right <= gutter else right).append(row)
    yield from (_joined(column) for column in (left, right) if column)


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the middle of the page is left free by most lines, with text on both sides."""
    if len(rows) < 8:
        return None
    first, last = min(row.left for row in rows), max(row.right for row in rows)
    width = last - first
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        at = first + width * step / 100
        crossing = sum(row.left < at < row.right for row in rows)
        left = sum(row.right <= at for row in rows)
        right = sum(row.left >= at for row in rows)
        if left < 4 or right < 4 or min(left, right) < 0.15 * len(rows):
            continue
        if crossing <= (1 - LEAST_BESIDE) * len(rows) and (best is None or crossing < best[0]):
            best = (crossing, at)
    return best[1] if best else None


def _joined(rows: list[Row]) -> list[Row]:
    """Rows on one line put together again where no gutter parts them."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and _same_line(last, row):
            shift = len(last.text) + 1
            raised = [(start + shift, end + shift) for start, end in row.raised]
            joined[-1] = Row(
                f"{last.text} {row.text}",
                last.left,
                row.right,
                min(last.bottom, row.bottom),
                max(last.top, row.top),
                max(last.size, row.size),
                last.raised + raised,
            )
        else:
            joined.append(row)
    return joined


def _same_line(last: Row, row: Row) -> bool:
    overlap = min(last.top, row.top) - max(last.bottom, row.bottom)
    lower = min(last.top - last.bottom, row.top - row.bottom)
    return row.left >= last.right and overlap > 0.5 * lower
