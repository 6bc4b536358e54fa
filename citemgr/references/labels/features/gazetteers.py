"""Known journals, names, places and publishers, by longest match.

The lists are drawn from the JabRef abbreviation lists (CC0), Glottolog (CC BY 4.0), the US census
of 1990 and GeoNames (CC BY 4.0); see `training/README.md`. They are read on first use.
"""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from citemgr.references.labels.tokens import Token


def gazetteers(tokens: Sequence[Token]) -> list[str]:
    """`B-` and `I-` with the list of the longest known phrase; single names by their list."""
    phrases, longest = _phrases()
    words = [token.text.lower() for token in tokens]
    spoken = [at for at, word in enumerate(words) if word[0].isalnum()]
    column = [""] * len(tokens)
    at = 0
    while at < len(spoken):
        first = words[spoken[at]]
        matched = 0
        for length in range(min(longest.get(first, 0), len(spoken) - at), 0, -1):
            known = phrases.get(" ".join(words[index] for index in spoken[at : at + length]))
            if known:
                column[spoken[at]] = "B" + known
                for index in range(spoken[at] + 1, spoken[at + length - 1] + 1):
                    column[index] = "I" + known
                matched = length
                break
        at += max(matched, 1)
    return column


def known_lists(phrase: str) -> str:
    """The letters of the lists that hold `phrase` (lower case): j, h, l, f, g for journals,
    publishers, places, family and given names; empty where none does."""
    return _phrases()[0].get(phrase, "")


@cache
def _phrases() -> tuple[dict[str, str], dict[str, int]]:
    """Phrase -> letters of its lists; first word -> words of the longest phrase it begins."""
    packed = files("citemgr.references.labels").joinpath("data/gazetteers.xz").read_bytes()
    phrases: dict[str, str] = {}
    longest: dict[str, int] = {}
    for line in lzma.decompress(packed).decode().splitlines():
        letters, phrase = line.split("\t")
        phrases[phrase] = letters
        first, _, rest = phrase.partition(" ")
        length = rest.count(" ") + 2 if rest else 1
        if longest.get(first, 0) < length:
            longest[first] = length
    return phrases, longest
