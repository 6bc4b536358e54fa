"""The lines of a text, with their offsets; the origin of a text file."""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from typing import NamedTuple

from citemgr.model import Note, Origin

_EDITORS_LINE_END = re.compile(r"\r\n|\n|\r")
_LINE_END = re.compile(r"\r\n|\n|\r|\x0b|\x0c|\u2028|\u2029")


class Line(NamedTuple):
    """A line: where it starts, where its first word starts, and where its last word ends."""

    start: int
    first: int
    last: int

    @property
    def blank(self) -> bool:
        return self.first == self.last

    @property
    def indent(self) -> int:
        return self.first - self.start


def lines_of(text: str) -> list[Line]:
    """The lines of `text`; line feeds, carriage returns, form feeds and Unicode's separators end
    one."""
    lines = []
    start = 0
    for match in _LINE_END.finditer(text):
        lines.append(_line(text, start, match.start()))
        start = match.end()
    if start < len(text):
        lines.append(_line(text, start, len(text)))
    return lines


def _line(text: str, start: int, end: int) -> Line:
    words = text[start:end]
    stripped = words.strip()
    first = start + len(words) - len(words.lstrip()) if stripped else start
    return Line(start, first, first + len(stripped))


def origin_of(
    path: str,
    text: str,
    pages: Sequence[tuple[int, str | None]] = (),
    notes: Sequence[Note] = (),
) -> Origin:
    """The map from offsets to line and column where the text is the file itself, with the pages
    and the notes that were told in it.

    Lines are counted as editors do: form feeds and Unicode's separators do not end one here.
    """
    starts = array("q", [0])
    starts.extend(end.end() for end in _EDITORS_LINE_END.finditer(text))
    count = len(starts)
    return Origin(
        path,
        offsets=starts,
        lines=array("q", range(1, count + 1)),
        columns=array("q", [1]) * count,
        pages=tuple(sorted(pages)),
        notes=tuple(
            place
            for note in notes
            for place in ((note.span.start, note.label), (note.span.end, None))
        ),
    )
