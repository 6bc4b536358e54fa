"""A text as words: what they are when spelling and typesetting are folded, and where they stand.

A word is a run of letters and digits; an apostrophe or a hyphen parts two words, a hyphen at a line
end does not, nor does a soft hyphen or a combining accent, nor the apostrophe of "can't".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from citemgr.sources import fold

# Combining accents, soft hyphens and zero-width characters stand inside words.
_INSIDE = r"\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
# A hyphen (or the ¬ and = of old OCR) at a line end, the word going on in lower case.
_LINE_HYPHEN = r"[-\u2010\u00ac=][^\S\n]*\r?\n\s*(?=[^\W\d_A-Z])"
_HYPHEN_AT_LINE_END = re.compile(r"[-\u2010\u00ac=](?<=[^\W\d_].)[^\S\n]*\r?\n\s*(?=[^\W\d_A-Z])")
_ONE_SOUND = str.maketrans({"œ": "oe", "æ": "ae", "ё": "е"})
_NO_LETTER = re.compile(r"[\W_]+")
# Signs for a letter that could not be read; beside letters they belong to the word.
_UNREADABLE = "[\ufffd\u25a1]"
_WORD = re.compile(
    rf"(?:{_UNREADABLE}?[^\W_])(?:[\w{_INSIDE}]|{_UNREADABLE}(?=[^\W_])|{_LINE_HYPHEN})*"
    r"(?:(?<=[nN])['’ʼ][tT](?![^\W_]))?"
)


class Word(NamedTuple):
    """A word: its stretch of the text and its folded letters."""

    start: int
    end: int
    letters: str


def words_of(text: str) -> list[Word]:
    """The words of `text`, in order."""
    return [Word(*match.span(), _letters(match.group())) for match in _WORD.finditer(text)]


@lru_cache(maxsize=1 << 16)
def _letters(word: str) -> str:
    return word.lower() if word.isascii() and word.isalnum() else fold(word)


def accented(text: str) -> str:
    """The letters and digits of `text` with their accents, composed, without case: what must be
    equal for a word to be the same word. Russian prints ё as е at will."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.translate(_ACCENTED)


class _Accented(dict[int, str]):
    """A table for `str.translate` that fills itself."""

    def __missing__(self, code: int) -> str:
        composed = unicodedata.normalize("NFKC", chr(code)).casefold()
        composed = unicodedata.normalize("NFC", composed)
        self[code] = _NO_LETTER.sub("", composed).translate(_ONE_SOUND)
        return self[code]


_ACCENTED = _Accented()


def plain(text: str) -> str:
    """`text` as a person would type it: one line, no hyphens of line ends, no ligatures, straight
    apostrophes."""
    return unicodedata.normalize("NFKC", unbroken(text)).replace("’", "'")


def unbroken(text: str) -> str:
    """`text` on one line, without the hyphens of line ends."""
    return squeezed(_HYPHEN_AT_LINE_END.sub("", text).replace("\u00ad", ""))


def squeezed(text: str) -> str:
    """`text` with every run of white space as one space."""
    return " ".join(text.split())
