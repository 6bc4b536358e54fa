"""What is left of a text when only its letters and digits count: the form in which it is searched.

Compatibility characters are taken apart (ligatures, superscripts), case and accents go, and with
them marks, spaces, hyphens and line ends: all that typesetting, PDF extraction and keyboards change
without changing a word. Accents are compared again, once a passage is found. Source of the mapping:
Unicode normalisation form KD (UAX 15) and full case folding.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Letters = npt.NDArray[np.uint32]
Places = npt.NDArray[np.int64]

_BASIC = 1 << 16  # code points of Unicode's basic plane: all living scripts

# Letters that are one sound but not taken apart by Unicode; extraction and keyboards do it.
_TAKEN_APART = {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i"}


@lru_cache(maxsize=1 << 16)
def fold_character(character: str) -> str:
    """The letters and digits of one character, without case and accents; often one, maybe none."""
    if not character.isalnum():
        return ""
    apart = unicodedata.normalize("NFKD", character).casefold()
    apart = "".join(_TAKEN_APART.get(each, each) for each in apart)
    apart = unicodedata.normalize("NFKD", apart)
    return "".join(each for each in apart if each.isalnum())


class _Folder(dict[int, str]):
    """A table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        self[code] = folded
        return folded


_FOLDER = _Folder()


# The same for ASCII, where it is one step without a look at each character.
_ASCII_LOWER = bytes(range(128)).lower() + bytes(128)
_ASCII_OTHERS = bytes(code for code in range(128) if not chr(code).isalnum())


def fold(text: str) -> str:
    """The letters and digits of `text`, without case and accents."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_LOWER, _ASCII_OTHERS).decode("ascii")
    return text.translate(_FOLDER)


def letter_count(character: str) -> int:
    """How many folded letters one character has."""
    return len(_FOLDER[ord(character)])


def fold_with_places(text: str) -> tuple[Letters, Places]:
    """The folded letters of `text` as code points, and for each the offset in `text` of the
    character it comes from."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    if not len(codes):
        return codes, np.zeros(0, np.int64)
    first, length = _tables(text, codes)
    lengths = length[codes]
    if lengths.max() <= 1:
        places = np.flatnonzero(lengths)
        return first[codes[places]], places
    places = np.repeat(np.arange(len(codes)), lengths)
    letters = first[codes[places]]
    starts = np.cumsum(lengths, dtype=np.int64) - lengths
    for at in np.flatnonzero(lengths > 1):
        folded = fold(chr(codes[at]))
        letters[starts[at] : starts[at] + len(folded)] = [ord(each) for each in folded]
    return letters, places


def _tables(text: str, codes: Letters) -> tuple[Letters, npt.NDArray[np.uint8]]:
    """For each code point its first folded letter and how many it has. The tables of the basic
    plane are kept and fill themselves; a text beyond it gets its own."""
    highest = int(codes.max())
    first, length, known = _basic_tables() if highest < _BASIC else _new_tables(highest + 1)
    if not known[codes].all():
        for each in set(text):
            code = ord(each)
            if not known[code]:
                folded = fold(each)
                first[code] = ord(folded[0]) if folded else 0
                length[code] = len(folded)
                known[code] = True
    return first, length


@lru_cache(maxsize=1)
def _basic_tables() -> tuple[Letters, npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    return _new_tables(_BASIC)


def _new_tables(size: int) -> tuple[Letters, npt.NDArray[np.uint8], npt.NDArray[np.bool_]]:
    return np.zeros(size, np.uint32), np.zeros(size, np.uint8), np.zeros(size, np.bool_)
