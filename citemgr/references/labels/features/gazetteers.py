"""Known journals, publishers and places by longest match, and known names of people.

The lists are drawn from the JabRef abbreviation lists (CC0), Glottolog (CC BY 4.0), the US census
of 1990 and GeoNames (CC BY 4.0); see `training/README.md`. What ships are fingerprints of 32 bits;
a phrase that is on no list is taken for one three times in a hundred thousand.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TypeAlias
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


# Fingerprint of a phrase -> a number from 1 to 255.
Table: TypeAlias = dict[int, int]


def fingerprint(phrase: str) -> int:
    """The number by which a phrase is found again."""
    return crc32(phrase.encode("utf-8", "replace"))


def known_phrases(tokens: Sequence[Token]) -> list[str]:
    """`B` and `I` with the number of the lists that hold the longest known phrase."""
    phrases, longest, _ = _tables()
    words = [token.text.lower() for token in tokens]
    spoken = [at for at, word in enumerate(words) if word[0].isalnum()]
    codes = [words[at].encode("utf-8", "replace") for at in spoken]
    column = [""] * len(tokens)
    at = 0
    while at < len(spoken):
        key = crc32(codes[at])
        keys = [key] if key in longest else []
        for code in codes[at + 1 : at + longest.get(key, 0)]:
            keys.append(key := crc32(code, crc32(b" ", key)))
        length = next((count for count in range(len(keys), 0, -1) if keys[count - 1] in phrases), 0)
        if length:
            lists = LETTERS[phrases[keys[length - 1]]]
            column[spoken[at]] = f"B{lists}{min(length, 3)}"
            for here in range(spoken[at] + 1, spoken[at + length - 1] + 1):
                column[here] = "I" + lists
        at += max(length, 1)
    return column


def known_name(token: Token) -> str:
    """`f` for a known family name, `g` for a given name, both letters for both."""
    return LETTERS[_tables()[2].get(fingerprint(token.text.lower()), 0)]


@cache
def _tables() -> tuple[Table, Table, Table]:
    """Phrase -> lists; first word -> words of the longest phrase it begins; name -> lists."""
    import numpy as np

    packed = files("citemgr.references.labels").joinpath(FILE).read_bytes()
    with np.load(io.BytesIO(packed)) as arrays:
        phrases, longest, names = (
            dict(
                zip(arrays[f"{name}_keys"].tolist(), arrays[f"{name}_values"].tolist(), strict=True)
            )
            for name in TABLES
        )
    return phrases, longest, names


def known_lists(phrase: str) -> str:
    """The letters of the lists that hold `phrase` (lower case): j, h, l, f, g for journals,
    publishers, places, family and given names; empty where none does."""
    phrases, _, names = _tables()
    key = fingerprint(phrase)
    return LETTERS[phrases.get(key, 0) | names.get(key, 0)]
