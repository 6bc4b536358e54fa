"""Where the pieces of a quotation stand in a source: one after the other, as near as may be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citemgr.checking.comparison import compare_words
from citemgr.checking.exact import compare_exact
from citemgr.checking.match import Match
from citemgr.checking.pattern import Pattern, Piece
from citemgr.sources import Candidate, Source, find_exact, find_similar

# A piece of few letters is looked for so many letters around its neighbour; it stands anywhere.
_FEW_LETTERS = 12
_NEAR = 4000
# Fewer letters beside brackets tell nothing.
_FEWEST_LETTERS = 3
# Of the places of the longest piece so many are tried; each is one chain of pieces.
_MOST_CHAINS = 8
# A piece that stands nowhere costs as much as so many hidden letters.
_MISSING = 1 << 30
# Where a place differs by so few words, one with less support is not the passage.
_FEW_WORDS = 2
# Places that agree in fewer of their words are no match at all.
_LEAST_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Placed:
    """The matches of the pieces of a pattern, None for one that stands nowhere."""

    matches: tuple[Match | None, ...]

    @property
    def cost(self) -> int:
        """What is missing, what differs, and how far the pieces are apart."""
        found = [each for each in self.matches if each is not None]
        spread = found[-1].last - found[0].first if found else 0
        missing = len(self.matches) - len(found)
        lost = sum(each.unmarked + each.words - each.paired for each in found)
        return missing * _MISSING + lost * 1000 + spread


def place(
    quote: str, pattern: Pattern, source: Source, prefer: Callable[[Match], float]
) -> Placed | None:
    """The best chain of matches of the pieces, or None where the longest stands nowhere. `prefer`
    is higher for the better of two places that are otherwise equal."""
    pieces = pattern.pieces
    main = max(range(len(pieces)), key=lambda at: len(_letters(pieces[at])))
    places = matches_of(quote, pieces[main], source)
    chains = [_chain(quote, pieces, main, each, source) for each in places[:_MOST_CHAINS]]
    if not chains:
        return None
    return min(chains, key=lambda each: (each.cost, -prefer(_first(each))))


def _first(placed: Placed) -> Match:
    return next(each for each in placed.matches if each is not None)


def _chain(
    quote: str, pieces: tuple[Piece, ...], main: int, match: Match, source: Source
) -> Placed:
    found: list[Match | None] = [None] * len(pieces)
    found[main] = match
    border = match.last
    for at in range(main + 1, len(pieces)):
        if next_ := _nearest(quote, pieces[at], source, border, after=True):
            found[at], border = next_, next_.last
    border = match.first
    for at in range(main - 1, -1, -1):
        if previous := _nearest(quote, pieces[at], source, border, after=False):
            found[at], border = previous, previous.first
    return Placed(tuple(found))


def _nearest(quote: str, piece: Piece, source: Source, border: int, after: bool) -> Match | None:
    """The match of `piece` that stands nearest to letter `border`, on one side of it."""
    if not piece.words:
        return None
    low, high = (border, len(source.index)) if after else (0, border)
    letters = _letters(piece)
    if len(letters) < _FEW_LETTERS:
        low, high = (low, min(high, border + _NEAR)) if after else (border - _NEAR, high)
    found = _scanned(quote, piece, source, max(0, low), high, after)
    if found is None and len(letters) >= _FEW_LETTERS:
        near = [
            each
            for each in matches_of(quote, piece, source)
            if (each.first >= border if after else each.last <= border)
        ]
        found = min(near, key=lambda each: (each.unmarked, abs(each.first - border)), default=None)
    return found


def _scanned(
    quote: str, piece: Piece, source: Source, low: int, high: int, after: bool
) -> Match | None:
    """The first exact match from `border` on; the whole words decide, not the letters."""
    letters = _letters(piece)
    needle = source.index.encode(letters)
    for _ in range(_MOST_CHAINS):
        if after:
            at = source.index.scan(needle, low, high)
        else:
            at = source.index.scan_back(needle, low, high)
        if at < 0:
            return None
        if match := _match_at(quote, piece, source, at, len(letters)):
            return match
        low, high = (at + 1, high) if after else (low, at + len(letters) - 1)
    return None


def _match_at(quote: str, piece: Piece, source: Source, at: int, length: int) -> Match | None:
    """The match of a piece whose letters stand at letter `at`, if its words and brackets fit."""
    if not piece.shown:
        text = quote[piece.words[0].start : piece.words[-1].end]
        return compare_exact(text, len(piece.words), source, at, length)
    if length < _FEWEST_LETTERS:
        return None
    candidate = Candidate(((0, at),), length, at, at + length)
    match = compare_words(quote, piece, source, candidate)
    return match if match is not None and not match.unmarked else None


def matches_of(quote: str, piece: Piece, source: Source) -> list[Match]:
    """The places at which `piece` stands, the best first: exactly, else nearly so."""
    letters = _letters(piece)
    if not letters:
        return []
    found: list[Match] = []
    if not piece.shown:
        text = quote[piece.words[0].start : piece.words[-1].end]
        for at in find_exact(source.index, letters):
            if match := compare_exact(text, len(piece.words), source, at, len(letters)):
                found.append(match)
    if found:
        return found
    words = [word.letters for word in piece.words]
    best = 0
    for candidate in find_similar(source.index, letters, words):
        if found and found[0].unmarked <= _FEW_WORDS and candidate.support < best:
            break
        best = max(best, candidate.support)
        near = compare_words(quote, piece, source, candidate)
        if near is not None and near.share >= _LEAST_SHARE:
            found.append(near)
            if near.unmarked == 0 and near.lost == 0:
                break
    return sorted(found, key=lambda each: (each.unmarked + each.words - each.paired, each.first))


def _letters(piece: Piece) -> str:
    return "".join(word.letters for word in piece.words)
