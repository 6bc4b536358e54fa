"""Known journals, publishers and places by longest match, and known names of people.

The lists are drawn from the JabRef abbreviation lists (CC0), Glottolog (CC BY 4.0), the US census
of 1990 and GeoNames (CC BY 4.0); see `training/README.md`. What ships are sorted fingerprints of 32
bits, which load at once; a phrase that is on no list is taken for one three times in a hundred
thousand.
"""

from __future__ import annotations

import io
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from zlib import crc32

from citemgr.references.labels.tokens import Token

FILE = "data/gazetteers.npz"
# The lists, one bit each: journals, publishing houses, locations, family and given names.
LISTS = "jhlfg"
LETTERS = tuple(
    "".join(letter for bit, letter in enumerate(LISTS) if number >> bit & 1)
    for number in range(2 ** len(LISTS))
)
TABLES = ("phrases", "longest", "names")


@dataclass(frozen=True, slots=True)
class Table:
    """Fingerprints in order, and a number from 1 to 255 for each."""

    keys: array[int]
    values: bytes

    def get(self, phrase: str) -> int:
        """The number of a phrase, 0 where it is on no list."""
        key = fingerprint(phrase)
        at = bisect_left(self.keys, key)
        return self.values[at] if at < len(self.keys) and self.keys[at] == key else 0


def fingerprint(phrase: str) -> int:
    """The number by which a phrase is found again."""
    return crc32(phrase.encode("utf-8", "replace"))


def known_phrases(tokens: Sequence[Token]) -> list[str]:
    """`B` and `I` with the number of the lists that hold the longest known phrase."""
    phrases, longest, _ = _tables()
    words = [token.text.lower() for token in tokens]
    spoken = [at for at, word in enumerate(words) if word[0].isalnum()]
    column = [""] * len(tokens)
    at = 0
    while at < len(spoken):
        most = min(longest.get(words[spoken[at]]), len(spoken) - at)
        matched = 1
        for length in range(most, 0, -1):
            lists = phrases.get(" ".join([words[here] for here in spoken[at : at + length]]))
            if lists:
                column[spoken[at]] = f"B{LETTERS[lists]}{min(length, 3)}"
                for here in range(spoken[at] + 1, spoken[at + length - 1] + 1):
                    column[here] = "I" + LETTERS[lists]
                matched = length
                break
        at += matched
    return column


def known_name(token: Token) -> str:
    """`f` for a known family name, `g` for a given name, both letters for both."""
    return LETTERS[_tables()[2].get(token.text.lower())]


@cache
def _tables() -> tuple[Table, Table, Table]:
    """Phrase -> lists; first word -> words of the longest phrase it begins; name -> lists."""
    import numpy as np

    packed = files("citemgr.references.labels").joinpath(FILE).read_bytes()
    with np.load(io.BytesIO(packed)) as arrays:
        phrases, longest, names = (
            Table(array("I", arrays[f"{name}_keys"].tobytes()), arrays[f"{name}_values"].tobytes())
            for name in TABLES
        )
    return phrases, longest, names


def known_lists(phrase: str) -> str:
    """The letters of the lists that hold `phrase` (lower case): j, h, l, f, g for journals,
    publishers, places, family and given names; empty where none does."""
    phrases, _, names = _tables()
    return LETTERS[phrases.get(phrase) | names.get(phrase)]
