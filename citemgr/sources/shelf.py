"""Several sources, searched as one: in which of them does a passage stand?

The seeds of all sources are merged into one sorted array, in which a place is a letter of all texts
set one after the other; a look-up then costs the same for one source and for a thousand. The merged
array is made when it is first asked for, and kept in the cache.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from citemgr.model import CitemgrError
from citemgr.sources.cache import Cache
from citemgr.sources.index import SHORTEST, STEP, seed_hits, window_hashes
from citemgr.sources.search import find_exact
from citemgr.sources.source import Source

# A window of letters that stands at more places of all sources says little.
_COMMON = (4096, 1 << 17)
# Sources that are compared where a passage stands nowhere exactly.
_MOST_SOURCES = 3
# Shared windows without which two texts have nothing to do with each other.
_LEAST_HITS = 2
# The share of its letters that a passage with edits has in common with its source at least.
_LEAST_SHARE = 0.2


class Shelf(Mapping[str, Source]):
    """Sources by name, in the order in which they were given."""

    def __init__(self, sources: Iterable[Source], cache: Cache | None = None) -> None:
        self._sources = {source.name: source for source in sources}
        self._list = list(self._sources.values())
        self._cache = cache

    def __getitem__(self, name: str) -> Source:
        return self._sources[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)

    def find(self, folded: str) -> list[tuple[Source, int]]:
        """The sources and letters at which `folded` stands, letter for letter."""
        if len(folded) < SHORTEST:
            return [(each, at) for each in self._list for at in find_exact(each.index, folded)]
        letters = np.array([ord(each) for each in folded[:SHORTEST]], np.uint32)
        hashes = window_hashes(letters)
        windows, positions = seed_hits(hashes, self._seeds, _COMMON[1])
        found: list[tuple[Source, int]] = []
        for at in np.unique(positions - windows).tolist():
            source, letter = self._at(at)
            needle = source.index.encode(folded)
            if letter >= 0 and source.index.letters(letter, letter + len(folded)) == needle:
                found.append((source, letter))
        return found

    def similar(self, folded: str) -> list[Source]:
        """The sources that share most with `folded`, at most three."""
        letters = np.array([ord(each) for each in folded], np.uint32)
        _, positions = seed_hits(window_hashes(letters), self._seeds, _COMMON[0])
        if not len(positions):
            return []
        owners = np.searchsorted(self._starts, positions, side="right") - 1
        counts = np.bincount(owners, minlength=len(self._list))
        best = np.argsort(-counts, kind="stable")[:_MOST_SOURCES]
        least = max(_LEAST_HITS, int(_LEAST_SHARE * len(folded) / STEP))
        return [self._list[at] for at in best if counts[at] >= least]

    def _at(self, letter: int) -> tuple[Source, int]:
        at = max(0, bisect_right(self._starts, letter) - 1)
        return self._list[at], letter - self._starts[at]

    @cached_property
    def _starts(self) -> list[int]:
        """The letter of all texts at which each source begins."""
        return list(accumulate((len(each.index) for each in self._list), initial=0))[:-1]

    @cached_property
    def _seeds(self) -> npt.NDArray[np.uint64]:
        if self._list and self._starts[-1] + len(self._list[-1].index) >= 1 << 32:
            raise CitemgrError("the sources are too large together: more than 4 GB of letters")
        if len(self._list) == 1:
            return self._list[0].index.seeds
        key = [each.key for each in self._list]
        if self._cache is not None and all(key):
            kept = self._cache.load_seeds(key)
            if kept is not None:
                return kept
        merged = np.empty(sum(len(each.index.seeds) for each in self._list), np.uint64)
        at = 0
        for source, start in zip(self._list, self._starts, strict=True):
            seeds = source.index.seeds
            np.add(seeds, np.uint64(start), out=merged[at : at + len(seeds)])
            at += len(seeds)
        merged.sort()
        if self._cache is not None and all(key):
            self._cache.save_seeds(key, merged)
        return merged
