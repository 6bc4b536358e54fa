"""The footnotes of a PDF: small lines at the foot of a column, from the first that bears a number.

A number counts where it is raised, or where it stands raised in the text of the page too. Small
lines above it go on with the last note of the page before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from citemgr.documents.pdf_page import Row

# Notes are set smaller than the text.
NOTE_SIZE = 0.93
_START = re.compile(r"(?P<label>\d{1,3}(?!\d)|[*†‡§¶]{1,3}|[a-z](?=\s?[A-ZÀ-Ý“„«]))[.)]?\s*(?=\S)")
_ENDED = re.compile(r"[.!?:…。][\"'”’»)\]\d]*$")


@dataclass(slots=True, eq=False)
class FootNote:
    """A note's label, and its lines, each with the index of its page; the anchor is on the first
    one's."""

    label: str
    rows: list[tuple[int, Row]]

    @property
    def skipped(self) -> int:
        """Where its words start in the first line, behind the label."""
        start = _START.match(self.rows[0][1].text)
        return start.end() if start else 0


def take_notes(
    columns: Sequence[list[Row]], page: int, size: float, before: FootNote | None
) -> list[FootNote]:
    """Take the notes out of the columns of a page; `before` is the last note of the pages before
    it, which may go on here. `size` is that of the text."""
    anchors = {row.text[start:end] for rows in columns for row in rows for start, end in row.raised}
    notes: list[FootNote] = []
    for column in columns:
        first = len(column)
        while first > 0 and column[first - 1].size <= NOTE_SIZE * size:
            first -= 1
        small, kept = column[first:], column[:first]
        starts = [at for at, row in enumerate(small) if _label(row, anchors)]
        begin = starts[0] if starts else len(small)
        last = notes[-1] if notes else before
        goes_on = _goes_on(last, small[:begin]) if last is not None else begin
        kept += small[:goes_on]
        if last is not None:
            last.rows += [(page, row) for row in small[goes_on:begin]]
        for start, end in pairwise([*starts, len(small)]):
            label = _label(small[start], anchors)
            notes.append(FootNote(label, [(page, row) for row in small[start:end]]))
        column[:] = kept
    return notes


def _label(row: Row, anchors: set[str]) -> str:
    """The label with which a note begins in this line; empty where none does."""
    match = _START.match(row.text)
    if match is None:
        return ""
    raised = bool(row.raised) and row.raised[0][0] == 0
    return match["label"] if raised or match["label"] in anchors else ""


def _goes_on(note: FootNote, rows: Sequence[Row]) -> int:
    """From which of the small lines at the foot of a column on they are the rest of a note: they
    are set as it is, and it was not at its end, or its last line was full."""
    last = note.rows[-1][1]
    right = max(row.right for _, row in note.rows)
    full = last.right > right - last.size and len(note.rows) > 1
    first = len(rows)
    if full or not _ENDED.search(last.text):
        while first > 0 and abs(rows[first - 1].size - last.size) < 0.5:
            first -= 1
    return first
