"""What stands around a passage in its own clause: a negation there belongs to the passage.

"The bridge was built" is one thing from "The bridge was built in May", another from "Never was it
said that the bridge was built"; German puts its negation last. A clause ends at a mark of
punctuation, a line of speech or a paragraph.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citemgr.checking.languages import LANGUAGES, Language, guess_language
from citemgr.checking.meaning import negations
from citemgr.checking.words import Word, words_of

# Characters that are looked at on each side; a clause seldom has more.
REACH = 160
_BORDER = re.compile(r"[,;:.!?…()\[\]«»„“”\"–—]|\n[^\S\n]*\r?\n|--|\f")


def negation_before(text: str, start: int, end: int) -> str:
    """The negation in the clause of `text[start:end]` that stands before it, as printed; empty
    where there is none or where the passage has one itself in that clause."""
    inside = text[start : start + len(_after(text[:end], start))]
    return _negation(_before(text, start), inside, text)


def negation_after(text: str, start: int, end: int) -> str:
    """The same behind the passage."""
    inside = text[end - len(_before(text[start:], end - start)) : end]
    return _negation(_after(text, end), inside, text)


def limiter_before(text: str, start: int) -> str:
    """The word right before `start` where it limits what follows ("only", "allegedly")."""
    outside = _before(text, start)
    words = words_of(outside)
    if not words or words[-1].letters not in _telling():
        return ""
    language = _language(words_of(text))
    last = words[-1]
    limits = last.letters in language.hedge_words | language.limiter_words
    return outside[last.start : last.end] if limits else ""


def _before(text: str, at: int) -> str:
    return _BORDER.split(text[max(0, at - REACH) : at])[-1]


def _after(text: str, at: int) -> str:
    return _BORDER.split(text[at : at + REACH], maxsplit=1)[0]


def _negation(outside: str, inside: str, around: str) -> str:
    words = words_of(outside)
    if not any(word.letters in _telling() or word.letters.endswith("nt") for word in words):
        return ""
    language = _language(words_of(around))
    if negations([word.letters for word in words_of(inside)], language):
        return ""
    for word in words:
        if negations([word.letters], language):
            return outside[word.start : word.end]
    return ""


def _language(words: list[Word]) -> Language:
    return guess_language((word.letters for word in words), LANGUAGES.values())


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words of all languages that would be worth a look."""
    return frozenset().union(
        *(
            each.negation_words | each.limiter_words | each.hedge_words
            for each in LANGUAGES.values()
        )
    )
