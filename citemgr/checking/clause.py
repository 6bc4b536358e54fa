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
from citemgr.checking.words import words_of

# Characters that are looked at on each side; a clause seldom has more.
REACH = 160
_STOPS = (",", ".", ";")
_LONGEST_LIMITER = 24  # letters
_TOKEN = re.compile(r"[^\W_]+")
_BORDER = re.compile(r"[-,;:.!?…()\[\]«»„“”\"–—\f\n](?:(?<![-\n])|(?<=\n)[^\S\n]*\r?\n|(?<=-)-)")


def negation_before(text: str, start: int, end: int) -> str:
    """The negation in the clause of `text[start:end]` that stands before it, as printed; empty
    where there is none or where the passage has one itself in that clause."""
    outside = _before(text, start)
    if not _is_telling(outside):
        return ""
    return _negation(outside, _after(text[:end], start), _around(text, start))


def negation_after(text: str, start: int, end: int) -> str:
    """The same behind the passage."""
    outside = _after(text, end)
    if not _is_telling(outside):
        return ""
    return _negation(outside, _before(text[start:end], end - start), _around(text, end))


def limiter_before(text: str, start: int) -> str:
    """The word right before `start` where it limits what follows ("only", "allegedly")."""
    outside = _before(text, start)
    if not _is_telling(outside[-_LONGEST_LIMITER:]):
        return ""
    last = words_of(outside)[-1]
    language = _language(_around(text, start))
    limits = last.letters in language.hedge_words | language.limiter_words
    return outside[last.start : last.end] if limits else ""


def _before(text: str, at: int) -> str:
    low = max(0, at - REACH)
    low = max(low, *(text.rfind(stop, low, at) for stop in _STOPS))  # most clauses end with these
    return _BORDER.split(text[low:at])[-1]


def _around(text: str, at: int) -> str:
    return text[max(0, at - REACH) : at + REACH]


def _after(text: str, at: int) -> str:
    border = _BORDER.search(text, at, at + REACH)
    return text[at : border.start() if border else at + REACH]


def _negation(outside: str, inside: str, around: str) -> str:
    language = _language(around)
    if negations([word.letters for word in words_of(inside)], language):
        return ""
    for word in words_of(outside):
        if negations([word.letters], language):
            return outside[word.start : word.end]
    return ""


def _language(text: str) -> Language:
    return guess_language(_TOKEN.findall(text.lower()), LANGUAGES.values())


def _is_telling(outside: str) -> bool:
    """Whether a negation or limiter of any language may be in a part of a clause."""
    return not _telling().isdisjoint(_TOKEN.findall(outside.lower()))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The words of all languages that would be worth a look, as they are written; "t" is what the
    apostrophe of "isn't" leaves."""
    words = {"t"}
    for each in LANGUAGES.values():
        tables = (each.negations, each.limiters, each.classes.get("hedge", ""))
        words.update(word for table in tables for word in table.split())
    return frozenset(words)
