"""A piece of a quotation beside a stretch of its source, word by word.

The words are aligned from a place where the two run together; what stands between paired words is
a group, and every group is settled in `differences`. What is left over at both ends is held against
as many words of the source.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

from citemgr.checking.alignment import MOST_DIFFERENCES, Pair, align
from citemgr.checking.brackets import fits
from citemgr.checking.differences import Group, settle
from citemgr.checking.furniture import without_furniture
from citemgr.checking.languages import Language
from citemgr.checking.match import Match
from citemgr.checking.pattern import Piece, Shown
from citemgr.checking.sides import Sides
from citemgr.checking.words import Word, words_of
from citemgr.model import UNMARKED_EDITS
from citemgr.sources import Candidate, Source, Window
from citemgr.sources.index import WINDOW

# Letters of the source that are read on both sides of the place, at first and, where words stay
# without counterpart, once more: room for a phrase that was left out, then for a long footnote.
_MARGINS = (200, 2500)
# Anchors that are tried: one of them begins with a word, unless all spaces are lost.
_MOST_ANCHORS = 40
# A lost end is looked for so many words further on; it has at least so many letters.
_FAR_END = 120
_LEAST_END = 6
# Words left over that a quotation of one word may have; a longer one has more.
_FEW_DIFFERENCES = 20
# A word of more letters is a good anchor; it need not be looked for further.
_CERTAIN = 3
# Words of which the mark of a note or a page consists ("[note 12]") between a word and its end.
_MARK_WORDS = 3
# A run of words without counterpart from which a second look is worth while.
_LONG_LOSS = 3
# A place with a smaller share of the words is not worth it.
_WORTH_A_LOOK = 0.4


def compare_words(quote: str, piece: Piece, source: Source, candidate: Candidate) -> Match | None:
    """The match of `piece` at `candidate`, or None where not even an anchor holds."""
    found: Match | None = None
    for margin in _MARGINS:
        stretch = _stretch(piece, source, candidate, margin)
        better = _compare(quote, piece, source, candidate, stretch)
        if better is not None and _may_hide_furniture(better, piece):
            kept = without_furniture(stretch.window.text, stretch.words, source)
            if len(kept) < len(stretch.words):
                stripped = _compare(quote, piece, source, candidate, stretch.only(kept))
                better = min(filter(None, (better, stripped)), key=_order)
        if better is not None and (found is None or _order(better) < _order(found)):
            found = better
        if found is None or found.lost < _LONG_LOSS or found.share < _WORTH_A_LOOK:
            break
    return found


def _may_hide_furniture(match: Match, piece: Piece) -> bool:
    """Whether words are lost, or several of the source stand for nothing: a running head may have
    come between."""
    first, last = piece.words[0].start, piece.words[-1].end
    return match.lost > 1 or any(
        " " in edit.source_text
        or not edit.source_text
        or not first < edit.quote.start <= edit.quote.end < last
        for edit in match.edits
        if edit.type in UNMARKED_EDITS
    )


def _order(match: Match) -> tuple[int, int]:
    return match.words - match.paired, match.unmarked


class _Stretch(NamedTuple):
    """A window of the source with its words, and the letter at which each stands."""

    window: Window
    words: list[Word]
    stands: list[int]

    def only(self, kept: list[int]) -> _Stretch:
        return _Stretch(self.window, [self.words[j] for j in kept], [self.stands[j] for j in kept])


def _stretch(piece: Piece, source: Source, candidate: Candidate, margin: int) -> _Stretch:
    first, last = candidate.anchors[0]
    length = sum(len(word.letters) for word in piece.words)
    low = max(0, min(last - first, candidate.start) - margin)
    high = max(last - first + length, candidate.end) + margin
    window = source.window(low, high)
    words = words_of(window.text)
    stands = list(accumulate((len(word.letters) for word in words), initial=window.letter))[:-1]
    return _Stretch(window, words, stands)


def _compare(
    quote: str, piece: Piece, source: Source, candidate: Candidate, stretch: _Stretch
) -> Match | None:
    window, words, stands = stretch
    letters = [word.letters for word in piece.words]
    at = [0, *accumulate(map(len, letters))]
    theirs = [word.letters for word in words]
    anchor = _anchor(candidate, letters, at, theirs, stands)
    if anchor is None:
        return None
    pairs = _with_ends(align(letters, theirs, anchor, _most(letters)), letters, theirs)
    sides = Sides(quote, piece.words, window.text, words, window.start, source)
    groups = _groups(pairs, piece, sides)
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


def _most(letters: list[str]) -> int:
    """Words left over on both sides beyond which a quotation so long is another text."""
    return min(MOST_DIFFERENCES, _FEW_DIFFERENCES + len(letters))


def _with_ends(pairs: list[Pair], ours: list[str], theirs: list[str]) -> list[Pair]:
    """The pairs, and those of a beginning or end that stands a little further away: cheaper to
    drop for the alignment than what was left out before it."""
    last_i, last_j = pairs[-1]
    if found := _stands(ours[last_i + 1 :], theirs[last_j + 1 : last_j + 1 + _FAR_END]):
        skipped, at, count = found
        i, j = last_i + 1 + skipped, last_j + 1 + at
        pairs = pairs + [(i + k, j + k) for k in range(count)]
    first_i, first_j = pairs[0]
    behind = theirs[max(0, first_j - _FAR_END) : first_j][::-1]
    if found := _stands(ours[:first_i][::-1], behind):
        skipped, at, count = found
        i, j = first_i - 1 - skipped, first_j - 1 - at
        pairs = [(i - k, j - k) for k in range(count - 1, -1, -1)] + pairs
    return pairs


def _stands(ours: list[str], theirs: list[str]) -> tuple[int, int, int] | None:
    """Where all words but the first one or two of a lost end stand together: how many words are
    skipped, where the rest stands, and how many words it has."""
    for skipped in range(min(3, len(ours))):
        rest = ours[skipped:]
        if len(rest) < 2 or sum(map(len, rest)) < _LEAST_END:
            return None
        for at in range(len(theirs) - len(rest) + 1):
            if theirs[at] == rest[0] and theirs[at : at + len(rest)] == rest:
                return skipped, at, len(rest)
    return None


def _anchor(
    candidate: Candidate, ours: list[str], at: list[int], theirs: list[str], stands: list[int]
) -> Pair | None:
    """The longest word that stands at the same letters on both sides."""
    best: Pair | None = None
    longest = 0
    for q, s in candidate.anchors[:_MOST_ANCHORS]:
        i = bisect_left(at, q)
        while i < len(ours) and at[i] < q + WINDOW:
            place = s + at[i] - q
            j = bisect_left(stands, place)
            found = j < len(theirs) and stands[j] == place and theirs[j] == ours[i]
            if found and len(ours[i]) > longest:
                best, longest = (i, j), len(ours[i])
            i += 1
        if longest > _CERTAIN:
            break
    return best


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups between paired words, and the stretch of source words that the piece takes."""

    inner: tuple[Group, ...]
    reach: Pair


def _groups(pairs: list[Pair], piece: Piece, sides: Sides) -> Groups:
    ours = [word.letters for word in sides.ours]
    theirs = [word.letters for word in sides.theirs]
    n, m = len(ours), len(theirs)
    (first_i, first_j), (last_i, last_j) = pairs[0], pairs[-1]
    before, after = _partial(piece, 0, first_i), _partial(piece, last_i + 1, n)
    language = sides.language if before or after else None
    head = first_j - _taken(ours[:first_i][::-1], theirs[:first_j][::-1], before, language)
    tail = last_j + 1 + _taken(ours[last_i + 1 :], theirs[last_j + 1 :], after, language)
    groups = [Group(0, first_i, head, first_j)]
    groups += [Group(a + 1, c, b + 1, d) for (a, b), (c, d) in pairwise(pairs)]
    groups.append(Group(last_i + 1, n, last_j + 1, tail))
    return Groups(tuple(groups), (max(0, head), min(m, tail)))


def _partial(piece: Piece, low: int, high: int) -> list[Shown]:
    """The words of which a part stands in brackets, among the words left over at one end."""
    return [each for each in piece.shown if each.partial and low <= each.at <= high]


def _taken(
    ours: list[str], theirs: list[str], partial: list[Shown], language: Language | None
) -> int:
    """How many words of the source stand for the words left over at one end: those with the same
    letters where spaces were lost or added, the same words behind a mark of the page, else as
    many. Both are read away from where the texts run together."""
    if not ours and len(partial) == 1 and language is not None:
        near = enumerate(theirs[: _MARK_WORDS + 1], 1)
        return next(
            (count for count, word in near if fits(word, partial[0], language)),
            min(1, len(theirs)),
        )
    if not ours:
        return min(len(partial), len(theirs))
    whole = sorted("".join(ours))
    letters = 0
    for count, word in enumerate(theirs, 1):
        letters += len(word)
        if letters > len(whole):
            break
        if letters == len(whole) and sorted("".join(theirs[:count])) == whole:
            return count
    for marks in range(1, _MARK_WORDS + 1):
        if theirs[marks : marks + len(ours)] == ours:
            return marks + len(ours)
    return min(len(ours) + len(partial), len(theirs))
