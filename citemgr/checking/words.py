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
# A hyphen (or the ¬ and = of old OCR), and the line end behind it after which the word goes on in
# lower case.
_HYPHEN = r"[-\u2010\u00ac=]"
_LINE_END = r"[^\S\n]*\r?\n\s*(?=[^\W\d_A-Z])"
_HYPHEN_AT_LINE_END = re.compile(rf"{_HYPHEN}(?<=[^\W\d_].){_LINE_END}")
_ONE_SOUND = str.maketrans({"œ": "oe", "æ": "ae", "ё": "е"})
_NO_LETTER = re.compile(r"[\W_]+")
# Signs for a letter that could not be read; beside letters they belong to the word.
_UNREADABLE = "[\ufffd\u25a1]"
# A mark inside a word goes on with it after a hyphen at a line end, between letters of which one
# could not be read, and in "can't".
_WORD = re.compile(
    rf"[^\W_][\w{_INSIDE}]*(?:[-\u2010\u00ac=\ufffd\u25a1'’ʼ]"
    rf"(?:(?<={_UNREADABLE})(?=[^\W_])"
    r"|(?<=[nN]['’ʼ])(?=[tT](?![^\W_]))"
    rf"|(?<={_HYPHEN}){_LINE_END})"
    rf"[\w{_INSIDE}]+)*"
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
