"""The class of a token: initial, capitalised word, year, month, number, mark, script."""

from __future__ import annotations

from citemgr.references.labels.features.keywords import MONTHS
from citemgr.references.labels.tokens import Token

FIRST_YEAR, LAST_YEAR = 1450, 2049


def word_class(token: Token) -> str:
    """The class of the token; `_` before it says that no white space stood before."""
    return _class(token.text) if token.spaced else "_" + _class(token.text)


def _class(word: str) -> str:
    if word.isdigit():
        if len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR:
            return "year"
        return f"d{min(len(word), 6)}"
    first = word[0]
    if not first.isalpha():
        return word
    if first >= "\u3040" and first.isalpha() and not first.isupper() and not first.islower():
        return "cjk"
    if word.lower() in MONTHS:
        return "month"
    if len(word) == 1:
        return "I" if first.isupper() else "i"
    if word.isupper():
        return "UP2" if len(word) == 2 else "UP"
    if first.isupper():
        return "Xx" if word[1:].islower() else "XxX"
    return "xx" if len(word) > 3 else "xs"
