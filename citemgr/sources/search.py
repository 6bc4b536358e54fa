"""Where in a source a passage stands, letter for letter or nearly so.

An exact passage is found by the seeds of its first letters. Any other is found by all its windows:
where many of them stand at one distance from their places in the quotation, there the passage is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from citemgr.sources.index import (
    SHORTEST,
    STEP,
    WIDTHS,
    WINDOW,
    Index,
    first_hashes,
    seed_hits,
    window_hashes,
)

# Places of one passage that are looked at; a phrase that stands more often tells nothing.
MOST_PLACES = 32
# A window of letters that stands oftener than this is left out; the second number is for
# quotations that have no rarer one.
_COMMON = (64, 4096)
# Distances are counted in bins so wide: a lost line or a footnote number moves them by less.
_BIN_BITS = 7
# Nearly the same passage may stand at so many places (refrains, repeated clauses).
_MOST_CANDIDATES = 6
# A place with so much less support than the best is another passage.
_WORTH = 0.6
# The share of its letters that a passage has in common with a place at least, even where every
# third word differs; a single long word in common is nothing.
_LEAST_SUPPORT = 0.06
# Quotations with fewer letters may hold an edit in every window; they are found by pairs of words.
_FEW_LETTERS = 80
_SHORTEST_PAIR = 6
_MOST_PAIRS = 200
_LONGEST_PAIRS = 8  # each is one reading of the text


class Candidate(NamedTuple):
    """A place that may be the passage: `quote` and `source` are letters at which the two run
    together, best supported first; `support` is the number of letters that agree at least."""

    anchors: tuple[tuple[int, int], ...]
    support: int
    start: int
    end: int


def find_exact(
    index: Index, folded: str, low: int = 0, high: int | None = None, most: int = MOST_PLACES
) -> list[int]:
    """The letters at which `folded` stands between `low` and `high`, at most `most`."""
    needle = index.encode(folded)
    high = len(index) if high is None else min(high, len(index))
    if not folded or high - low < len(folded):
        return []
    if len(folded) < SHORTEST:
        return _scan(index, needle, low, high, most)
    seeds = index.seeds
    hashes = first_hashes(needle, index.width)
    found: list[int] = []
    places = seeds.searchsorted(np.array([key << 32 for key in hashes], np.uint64))
    nearest = seeds.take(places, mode="clip").tolist()
    for window, (key, place, seed) in enumerate(zip(hashes, places.tolist(), nearest, strict=True)):
        while seed >> 32 == key and place < len(seeds) and len(found) < most:
            at = (seed & 0xFFFFFFFF) - window
            if low <= at <= high - len(folded) and index.letters(at, at + len(folded)) == needle:
                found.append(at)
            place += 1
            seed = int(seeds[min(place, len(seeds) - 1)])
    return sorted(found)


def find_similar(index: Index, folded: str, words: Sequence[str] = ()) -> list[Candidate]:
    """The places that share most windows of letters with `folded`, best first. `words` are the
    folded words of which it consists: a short passage is looked for by pairs of them."""
    needle = index.encode(folded)
    dtype = WIDTHS[index.width]
    hashes = window_hashes(np.frombuffer(needle, dtype))
    hits = seed_hits(hashes, index.seeds, _COMMON[0])
    if not len(hits[0]):
        hits = seed_hits(hashes, index.seeds, _COMMON[1])
    found = _candidates(*hits, len(folded), STEP)
    if len(folded) >= _FEW_LETTERS:
        return [each for each in found if each.support >= _LEAST_SUPPORT * len(folded)]
    if len(folded) < _FEW_LETTERS and (not found or found[0].support < len(folded) // 2):
        found = _by_pairs(index, words, len(folded)) + found
    return found


def _candidates(
    windows: np.ndarray, positions: np.ndarray, length: int, worth: int
) -> list[Candidate]:
    """Places with many hits at about the same distance between quotation and source."""
    if not len(windows):
        return []
    distances = positions - windows
    bins, counts = np.unique(distances >> _BIN_BITS, return_counts=True)
    joined = counts.copy()
    follows = np.flatnonzero(np.diff(bins) == 1)
    joined[follows] += counts[follows + 1]
    found: list[Candidate] = []
    for at in np.argsort(-joined, kind="stable")[: 2 * _MOST_CANDIDATES]:
        if found and joined[at] * worth < _WORTH * found[0].support:
            break
        low = int(bins[at]) << _BIN_BITS
        inside = np.flatnonzero((distances >= low) & (distances < low + (2 << _BIN_BITS)))
        start, end = int(positions[inside].min()), int(positions[inside].max()) + WINDOW
        if any(each.start <= end and start <= each.end for each in found):
            continue
        values, votes = np.unique(distances[inside], return_counts=True)
        order = {int(values[v]): rank for rank, v in enumerate(np.argsort(-votes, kind="stable"))}
        anchors = sorted(
            zip(windows[inside].tolist(), positions[inside].tolist(), strict=True),
            key=lambda pair: (order[pair[1] - pair[0]], pair),
        )
        found.append(Candidate(tuple(anchors), worth * len(inside), start, end))
        if len(found) == _MOST_CANDIDATES:
            break
    return found


def _by_pairs(index: Index, words: Sequence[str], length: int) -> list[Candidate]:
    """Places where two neighbouring words of a short passage stand."""
    starts = accumulate(map(len, words), initial=0)
    pairs = [(one + other, at) for (one, other), at in zip(pairwise(words), starts, strict=False)]
    windows: list[int] = []
    positions: list[int] = []
    for pair, at in sorted(pairs, key=lambda each: -len(each[0]))[:_LONGEST_PAIRS]:
        if len(pair) >= _SHORTEST_PAIR:
            places = _scan(index, index.encode(pair), 0, len(index), _MOST_PAIRS)
            windows += [at] * len(places)
            positions += places
    return _candidates(
        np.array(windows, np.int64), np.array(positions, np.int64), length, _SHORTEST_PAIR
    )


def _scan(index: Index, needle: bytes, low: int, high: int, most: int) -> list[int]:
    found: list[int] = []
    at = low - 1
    while len(found) < most and (at := index.scan(needle, at + 1, high)) >= 0:
        found.append(at)
    return found
