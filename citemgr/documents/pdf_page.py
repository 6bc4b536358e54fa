"""The lines of a PDF page: its words put together by where they stand.

PDFium gives characters with their boxes; words are measured at their first and last character,
and character by character only where size or foot line change inside one, as before the number of
a note. Words in another direction than most, as a stamp at the side, are left out.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from math import pi
from typing import Any, NamedTuple

# A gap of this many em between words parts lines; one so wide may lie on the gutter of columns.
WIDE_GAP, NARROW_GAP = 1.6, 0.7
# A word whose foot stands this much of its line's size above the line's, and is smaller, is raised.
RAISED = 0.15
SMALLER = 0.85
# Fonts without names for their characters give TeX's own codes (encodings T1 and OT1) for signs
# that have no place in ASCII.
_TEX_CODES = {
    0x0B: "ﬀ", 0x0C: "ﬁ", 0x0E: "ﬃ", 0x0F: "ﬄ", 0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«",
    0x14: "»", 0x15: "–", 0x16: "—", 0x1B: "ﬀ", 0x1C: "ﬁ", 0x1D: "ﬂ", 0x1E: "ﬃ", 0x1F: "ﬄ",
    0x02: "\u00ad", 0xFFFE: "\u00ad", 0x00: " ",
}  # fmt: skip
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(rf"[^\s{SOFT_HYPHEN}]+{SOFT_HYPHEN}?")
# A word of letters does not change size inside.
_PLAIN = re.compile(r"[^\W\d_]+[.,;:-]?")
BOLD = 600


class Word(NamedTuple):
    """A word or a part of one, its box in points from the page's lower left, and its foot line."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    foot: float
    size: float
    bold: bool


class Row(NamedTuple):
    """A line of one column: its words, its box, the stretches of it that are raised, and its wider
    gaps (where in the text, from, to)."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    raised: tuple[tuple[int, int], ...] = ()
    gaps: tuple[tuple[int, float, float], ...] = ()


def rows_of(page: Any) -> list[Row]:
    """The lines of a pypdfium2 page as far as no wide gap parts them, in the order of the file."""
    text_page = page.get_textpage()
    try:
        return [row for line in _lines(_words(text_page)) for row in _parted(line)]
    finally:
        text_page.close()


# Words


def _words(text_page: Any) -> Iterator[Word]:
    text = _characters(text_page)
    spans = [match.span() for match in _WORD.finditer(text)]
    angles = _angles(text_page, spans)
    usual = Counter(angles).most_common(1)[0][0] if angles else 0
    measure = _Measure(text_page, usual)
    for angle, (start, end) in zip(angles, spans, strict=True):
        if angle != usual:
            continue
        first = measure.word(text, start, end)
        if _PLAIN.fullmatch(text, start, end - (text[end - 1] == SOFT_HYPHEN)):
            yield first
        else:
            yield from _even(text, start, end, first, measure)


def _angles(text_page: Any, spans: Sequence[tuple[int, int]]) -> list[int]:
    """The direction in which each word is written, in quarters of a turn; -1 for any other."""
    from pypdfium2 import raw

    page = text_page.raw
    angles = []
    for start, _ in spans:
        quarters = raw.FPDFText_GetCharAngle(page, start) / (pi / 2)
        near = round(quarters)
        angles.append(near % 4 if abs(quarters - near) < 0.05 else -1)
    return angles


def _even(text: str, start: int, end: int, first: Word, measure: _Measure) -> Iterator[Word]:
    """The parts of a word that stand on one foot line in one size."""
    last = measure.word(text, end - 1, end)
    if (last.foot, last.size) == (first.foot, first.size):
        yield first
        return
    at = start
    before = first
    for place in range(start + 1, end):
        here = measure.word(text, place, place + 1)
        if (here.foot, here.size) != (before.foot, before.size):
            yield measure.word(text, at, place)
            at, before = place, here
    yield measure.word(text, at, end)


def _characters(text_page: Any) -> str:
    """The characters of a page, one for each that PDFium counts."""
    from pypdfium2 import raw

    count = text_page.count_chars()
    text = str(text_page.get_text_range()) if count else ""
    if len(text) != count:
        codes = (raw.FPDFText_GetUnicode(text_page, at) for at in range(count))
        text = "".join(chr(code) if 0 < code < 0x110000 else " " for code in codes)
    return text.translate(_TEX_CODES)


class _Measure:
    """PDFium's measures of characters, turned back where the page is written turned."""

    def __init__(self, text_page: Any, quarters: int) -> None:
        from pypdfium2 import raw

        self._raw = raw
        self._page = text_page.raw
        self._quarters = quarters
        self._box = raw.FS_RECTF()
        self._box_pointer = ctypes.pointer(self._box)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()

    def word(self, text: str, start: int, end: int) -> Word:
        raw, page, box = self._raw, self._page, self._box
        raw.FPDFText_GetCharOrigin(page, start, self._x, self._y)
        raw.FPDFText_GetLooseCharBox(page, start, self._box_pointer)
        left, bottom, right, top = self._turned(box.left, box.bottom, box.right, box.top)
        if end - start > 1:
            final = end - 1 - (text[end - 1] == SOFT_HYPHEN)
            raw.FPDFText_GetLooseCharBox(page, final, self._box_pointer)
            right = self._turned(box.left, box.bottom, box.right, box.top)[2]
        foot = self._turned(*(2 * (self._x.value, self._y.value)))[1]
        size = round(raw.FPDFText_GetFontSize(page, start) * 1.0, 1)
        bold = raw.FPDFText_GetFontWeight(page, start) >= BOLD
        words = text[start:end].translate(_LIGATURES)
        return Word(words, left, right, bottom, top, round(foot, 1), size, bold)

    def _turned(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        if self._quarters == 1:
            return -top, left, -bottom, right
        if self._quarters == 2:
            return -right, -top, -left, -bottom
        if self._quarters == 3:
            return bottom, -right, top, -left
        return left, bottom, right, top


# Lines


def _lines(words: Iterator[Word]) -> Iterator[list[Word]]:
    """Words on one foot line, in the order of the file; raised ones belong to their line."""
    line: list[Word] = []
    low = high = 0.0
    for word in words:
        overlap = min(high, word.top) - max(low, word.bottom)
        height = max(0.1, min(high - low, word.top - word.bottom))
        back = bool(line) and word.left < line[-1].left - 1
        if line and (overlap < 0.4 * height or back):
            yield line
            line = []
        if not line:
            low, high = word.bottom, word.top
        low, high = min(low, word.bottom), max(high, word.top)
        line.append(word)
    if line:
        yield line


def _parted(line: Sequence[Word]) -> Iterator[Row]:
    """The line, cut where a gap is too wide to stand between two words."""
    part = [line[0]]
    for word in line[1:]:
        if word.left - part[-1].right > WIDE_GAP * max(4.0, word.size, part[-1].size):
            yield _row(part)
            part = []
        part.append(word)
    yield _row(part)


def _row(words: Sequence[Word]) -> Row:
    sizes: Counter[float] = Counter()
    feet: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
    size = sizes.most_common(1)[0][0]
    for word in words:
        feet[word.foot] += len(word.text) * (word.size == size)
    foot = feet.most_common(1)[0][0]
    text = ""
    raised: list[tuple[int, int]] = []
    gaps: list[tuple[int, float, float]] = []
    before = words[0]
    for word in words:
        gap = word.left - before.right
        if text.endswith(SOFT_HYPHEN):
            text = text[:-1]
        elif text and gap > (0.2 if word is words[-1] and word.text == "-" else 0.12) * size:
            text += " "
        if gap > NARROW_GAP * size:
            gaps.append((len(text), before.right, word.left))
        if word.size < SMALLER * size and word.foot > foot + RAISED * size:
            raised.append((len(text), len(text) + len(word.text)))
        text += word.text
        before = word
    full = [word for word in words if word.size == size]
    return Row(
        text,
        words[0].left,
        words[-1].right,
        min(word.bottom for word in full),
        max(word.top for word in full),
        size,
        sum(len(word.text) for word in words if word.bold) * 2 > len(text),
        tuple(raised),
        tuple(gaps),
    )
