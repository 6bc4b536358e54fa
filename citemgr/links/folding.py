"""How two printings of one name or title are made equal: compatibility form, no accents, no case.

The letters that Unicode does not decompose (ø, ł, đ, ß, æ) are spelled out, as libraries file them.
"""

from __future__ import annotations

import re
import unicodedata

_SPELLED_OUT = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е"}
)
_WORD = re.compile(r"[^\W_]+")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def fold(text: str) -> str:
    """`text` without case, accents and ligatures; its length may change."""
    if text.isascii():
        return text.lower()
    lowered = unicodedata.normalize("NFKC", text).casefold().translate(_SPELLED_OUT)
    if lowered.isascii():
        return lowered
    parts = unicodedata.normalize("NFKD", lowered)
    return "".join(char for char in parts if not unicodedata.combining(char))


def words(text: str) -> tuple[str, ...]:
    """The folded words of `text`; apostrophes and hyphens part words."""
    return tuple(_WORD.findall(fold(text)))


def digits(text: str) -> str:
    """`text` with superscript digits as plain ones."""
    return text.translate(_SUPERSCRIPTS)


def label_key(label: str) -> str:
    """A printed label without its brackets and stops: `[1]`, `1.`, `¹` and `(1)` are one."""
    return fold(digits(label)).strip(" \t\r\n[](){}^.:,⁽⁾〔〕［］（）【】*")
