"""The reading order of pages that were set in columns and extracted line by line.

Where text stands on both sides of a gutter, the lines of a page are cut there, and the left column
is read before the right. The text itself stays as it is: the columns are added behind it as a
second reading, so that a table which only looks like columns costs nothing.
"""

from __future__ import annotations

import re
from collections import Counter

from citemgr.sources.layout import Piece, Reading, assembled

# A gap between columns is wider than one between sentences.
_GUTTER = re.compile(r"(?<=\S) {3,}(?=\S)")
# The left column has room for some words.
_LEAST_LEFT = 16
# So many lines with text on both sides make columns; fewer may be a table or a signature.
_LEAST_LINES = 5
_HEAD = 200_000  # characters in which columns would show
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_PAGE_NUMBER = re.compile(r"\s*[-–—\[]?\s*(?:\d{1,4}|[ivxlc]{1,7})\s*[-–—\]]?\s*", re.IGNORECASE)


def in_reading_order(text: str) -> Reading:
    """`text` with its columns, where it has any, added one after the other."""
    if not may_have_columns(text[:_HEAD]):
        return Reading(text, len(text))
    pieces = [Piece("\f", len(text), len(text))]
    for start, end in _stretches(text):
        pieces += Piece(text[start:end], start, end), Piece("\n", end, end)
    if len(pieces) == 1:
        return Reading(text, len(text))
    return assembled(pieces, len(text), before=text)


def may_have_columns(beginning: str) -> bool:
    """Whether the beginning of a text has lines with a gap as wide as between columns."""
    return len(_GUTTER.findall(beginning)) >= _LEAST_LINES


def _stretches(text: str) -> list[tuple[int, int]]:
    """The pieces of lines in the order in which they are read, for pages with columns alone."""
    found: list[tuple[int, int]] = []
    page: list[tuple[int, str]] = []
    at = 0
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.rstrip("\r\n")
        if "\f" in line or (bare.strip() and _PAGE_NUMBER.fullmatch(bare)):
            found += _columns(page)
            page = []
        if bare.startswith("\f") or not _PAGE_NUMBER.fullmatch(bare):
            page.append((at + len(bare) - len(bare.lstrip("\f")), bare.lstrip("\f")))
        at += len(line)
    return found + _columns(page)


def _columns(page: list[tuple[int, str]]) -> list[tuple[int, int]]:
    """The left column of a page, then the right one; nothing where the page has one column."""
    gutter = _gutter([line for _, line in page])
    if gutter is None:
        return []
    left: list[tuple[int, int]] = []
    right: list[tuple[int, int]] = []
    for start, line in page:
        if line[gutter - 2 : gutter].strip():  # the line runs across both columns
            left.append((start, start + len(line)))
            continue
        if line[:gutter].strip():
            left.append((start, start + len(line[:gutter].rstrip())))
        if line[gutter:].strip():
            right.append((start + gutter, start + len(line)))
    return left + right


def _gutter(lines: list[str]) -> int | None:
    """The column at which the right-hand text of most two-sided lines begins."""
    begins = Counter(
        match.end()
        for line in lines
        for match in _GUTTER.finditer(line)
        if match.end() > _LEAST_LEFT
    )
    if not begins:
        return None
    gutter, count = begins.most_common(1)[0]
    return gutter if count >= _LEAST_LINES else None
