"""How a text is read: the same text, or stretches of it in another order or without what spoils it.

A reading is made of stretches, each of which knows the stretch of the original that it stands for;
so every place that is found in a reading is a place of the original.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from citemgr.model import Span


class Piece(NamedTuple):
    """Text that is read for the code points `start` to `end` of the original."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """`text` as it is read. The stretch from `starts[i]` to `starts[i + 1]` stands for `origins[i]`
    to `ends[i]` of the original, which has `length` code points; what comes before `starts[0]` is
    the original itself. The last start is the end of the text."""

    text: str
    length: int
    starts: tuple[int, ...] = ()
    origins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """The stretch of the original from the first to the last character of `start`:`end`."""
        if not self.starts or end <= self.starts[0]:
            return Span(start, min(end, self.length))
        low = bisect_right(self.starts, start)
        high = bisect_left(self.starts, end)
        borders = [start, *self.starts[low:high]]
        firsts = [self._origin(at) for at in borders]
        lasts = [self._origin_end(at) for at in [*borders[1:], max(end, start)]]
        return Span(min(firsts), max(max(lasts), min(firsts)))

    def is_original(self, start: int, end: int) -> bool:
        """Whether the stretch stands in the original just so."""
        if not self.starts or end <= self.starts[0]:
            return True
        at = bisect_right(self.starts, start) - 1
        return 0 <= at < len(self.starts) - 1 and end <= self.starts[at + 1] and self._is_same(at)

    def _is_same(self, at: int) -> bool:
        return self.starts[at + 1] - self.starts[at] == self.ends[at] - self.origins[at]

    def _origin(self, offset: int) -> int:
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset
        last = max(self.origins[at], self.ends[at] - 1)
        return min(self.origins[at] + offset - self.starts[at], last)

    def _origin_end(self, offset: int) -> int:
        """The end in the original of what is read before `offset`."""
        at = bisect_left(self.starts, offset) - 1
        if at < 0:
            return offset
        if at + 1 < len(self.starts) and offset == self.starts[at + 1]:
            return self.ends[at]
        return min(self.origins[at] + offset - self.starts[at], self.ends[at])

    def stretches(self) -> Iterator[tuple[int, int, int, int]]:
        """Start and end in the reading, and those in the original, of each stretch."""
        if not self.starts:
            yield 0, self.length, 0, self.length
            return
        if self.starts[0]:
            yield 0, self.starts[0], 0, self.starts[0]
        for at in range(len(self.starts) - 1):
            yield self.starts[at], self.starts[at + 1], self.origins[at], self.ends[at]


def assembled(pieces: Iterable[Piece], length: int, before: str = "") -> Reading:
    """The reading that begins with `before`, the original, and goes on with `pieces`."""
    parts = [before]
    starts: list[int] = []
    origins: list[int] = []
    ends: list[int] = []
    at = len(before)
    for piece in pieces:
        parts.append(piece.text)
        starts.append(at)
        origins.append(piece.start)
        ends.append(piece.end)
        at += len(piece.text)
    return Reading("".join(parts), length, (*starts, at), (*origins, length), (*ends, length))


def through(outer: Reading, inner: Reading) -> Reading:
    """The reading `outer` of the text of the reading `inner`, as one of inner's original."""
    if not outer.starts or not inner.starts:
        kept = inner if not outer.starts else outer
        return Reading(outer.text, inner.length, kept.starts, kept.origins, kept.ends)
    pieces: list[Piece] = []
    for start, end, first, last in outer.stretches():
        if end - start != last - first:
            span = inner.original(first, last)
            pieces.append(Piece(outer.text[start:end], span.start, span.end))
            continue
        low = bisect_right(inner.starts, first)
        high = bisect_left(inner.starts, last)
        borders = [first, *inner.starts[low:high], last]
        for one, other in pairwise(borders):
            span = inner.original(one, other)
            text = outer.text[start + one - first : start + other - first]
            pieces.append(Piece(text, span.start, span.end))
    return assembled(pieces, inner.length)


def behind(text: str, reading: Reading) -> Reading:
    """The original `text`, and behind it another `reading` of it."""
    pieces = [Piece("\f", len(text), len(text))]
    for start, end, first, last in reading.stretches():
        pieces.append(Piece(reading.text[start:end], first, last))
    return assembled(pieces, len(text), before=text)
