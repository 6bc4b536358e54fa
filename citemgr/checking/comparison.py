"""A piece of a quotation beside a stretch of its source, word by word.

The words are aligned from a place where the two run together; what stands between paired words is
a group, and every group is settled in `differences`. What is left over at both ends is held against
as many words of the source.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise

from citemgr.checking.alignment import Pair, align
from citemgr.checking.differences import Group, Sides, settle
from citemgr.checking.match import Match
from citemgr.checking.pattern import Piece
from citemgr.checking.words import words_of
from citemgr.sources import Candidate, Source
from citemgr.sources.index import WINDOW

# Letters of the source that are read on both sides of the place, at first and, where words stay
# without counterpart, once more: room for a phrase that was left out, then for a long footnote.
_MARGINS = (300, 2500)
# Anchors that are tried: one of them begins with a word, unless all spaces are lost.
_MOST_ANCHORS = 40
# A run of words without counterpart from which a second look is worth while.
_LONG_LOSS = 3


def compare_words(quote: str, piece: Piece, source: Source, candidate: Candidate) -> Match | None:
    """The match of `piece` at `candidate`, or None where not even an anchor holds."""
    found: Match | None = None
    for margin in _MARGINS:
        better = _compare(quote, piece, source, candidate, margin)
        if better is not None and (found is None or better.paired > found.paired):
            found = better
        if found is not None and found.lost < _LONG_LOSS:
            break
    return found


def _compare(
    quote: str, piece: Piece, source: Source, candidate: Candidate, margin: int
) -> Match | None:
    letters = [word.letters for word in piece.words]
    at = [0, *accumulate(map(len, letters))]
    first, last = candidate.anchors[0]
    low = max(0, min(last - first, candidate.start) - margin)
    high = max(last - first + at[-1], candidate.end) + margin
    window = source.window(low, high)
    words = words_of(window.text)
    theirs = [word.letters for word in words]
    stands = list(accumulate(map(len, theirs), initial=window.letter))[:-1]
    anchor = _anchor(candidate, letters, at, theirs, stands)
    if anchor is None:
        return None
    pairs = align(letters, theirs, anchor)
    sides = Sides(quote, piece.words, window.text, words, window.start, source)
    groups = _groups(pairs, piece, letters, theirs)
    settled = settle(sides, pairs, groups.inner, piece.shown)
    low_word, high_word = groups.reach
    return Match(
        start=window.start + words[low_word].start,
        end=window.start + words[high_word - 1].end,
        first=stands[low_word],
        last=stands[high_word - 1] + len(theirs[high_word - 1]),
        edits=settled.edits,
        paired=len(letters) - settled.unpaired,
        words=len(letters),
        lost=settled.longest,
    )


def _anchor(
    candidate: Candidate, ours: list[str], at: list[int], theirs: list[str], stands: list[int]
) -> Pair | None:
    """The longest word that stands at the same letters on both sides."""
    best: Pair | None = None
    for q, s in candidate.anchors[:_MOST_ANCHORS]:
        i = bisect_left(at, q)
        while i < len(ours) and at[i] < q + WINDOW:
            j = bisect_left(stands, s + at[i] - q)
            if j < len(theirs) and stands[j] == s + at[i] - q and theirs[j] == ours[i]:
                if best is None or len(ours[i]) > len(ours[best[0]]):
                    best = (i, j)
            i += 1
        if best is not None and len(ours[best[0]]) > 3:
            break
    return best


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups between paired words, and the stretch of source words that the piece takes."""

    inner: tuple[Group, ...]
    reach: Pair


def _groups(pairs: list[Pair], piece: Piece, ours: list[str], theirs: list[str]) -> Groups:
    n, m = len(ours), len(theirs)
    (first_i, first_j), (last_i, last_j) = pairs[0], pairs[-1]
    head = first_j - _taken(
        ours[:first_i][::-1], theirs[:first_j][::-1], _partial(piece, 0, first_i)
    )
    tail = last_j + 1
    tail += _taken(ours[last_i + 1 :], theirs[last_j + 1 :], _partial(piece, last_i + 1, n))
    groups = [Group(0, first_i, head, first_j)]
    groups += [Group(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(pairs)]
    groups.append(Group(last_i + 1, n, last_j + 1, tail))
    return Groups(tuple(groups), (max(0, head), min(m, tail)))


def _partial(piece: Piece, low: int, high: int) -> int:
    """Words of which a part stands in brackets, among the words left over at one end."""
    return sum(each.partial and low <= each.at <= high for each in piece.shown)


def _taken(ours: list[str], theirs: list[str], partial: int) -> int:
    """How many words of the source stand for the words left over at one end: those with the same
    letters where spaces were lost or added, else as many."""
    if not ours:
        return min(partial, len(theirs))
    whole = sorted("".join(ours))
    for count in range(1, min(len(ours) + 3, len(theirs) + 1)):
        if sorted("".join(theirs[:count])) == whole:
            return count
    return min(len(ours) + partial, len(theirs))
