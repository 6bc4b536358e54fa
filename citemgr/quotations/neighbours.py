"""The marks of a paragraph, each with what its neighbours let it be: a mark that opens, one that
closes, an apostrophe, inches.

A mark opens behind a blank or a bracket and closes behind a word or a stop. What the sign itself
says counts for more, and what speaks against it becomes a cost for the parse.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citemgr.model import Span
from citemgr.quotations.marks import SINGLE, Conventions, Sign

AGAINST = 3.0  # a mark read against its neighbours
MAYBE_POSSESSIVE = 0.4  # a single mark that closes where a possessive's may stand
# A paragraph in which every fourth character is a mark quotes nothing.
DENSEST = 0.25
LEAST_DENSE = 40
_SPACE = frozenset(" \t\n\r\xa0\u202f\u2009\u3000\u200b")
_OPENERS = frozenset("([{—–-/<>*_¿¡“„«‹‘‚'\"=~|††§]:")
_ENDERS = frozenset(".,;:!?…)]}—–-/*_”»›’'\"|<>。，；：！？、†‡")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}$")
_POSSESSED = ("s", "S", "z", "x", "in")


class Mark(NamedTuple):
    """A mark in the text: its stretch, what it can be, and how well it opens or closes here
    (0: as its neighbours have it, else the cost against them)."""

    start: int
    end: int
    sign: Sign
    opens: float | None
    closes: float | None


def find_marks(text: str, span: Span, conventions: Conventions) -> list[Mark]:
    """The marks of a paragraph; none of one that consists of marks."""
    marks = []
    signs = conventions.signs
    most = max(LEAST_DENSE, DENSEST * (span.end - span.start))
    for match in conventions.pattern.finditer(text, span.start, span.end):
        start, end = match.span()
        mark = _mark(text, start, end, signs[match.group()], span)
        if mark is not None:
            marks.append(mark)
            if len(marks) > most:
                return []
    return marks


def _mark(text: str, start: int, end: int, sign: Sign, span: Span) -> Mark | None:
    before = text[start - 1] if start > span.start else " "
    after = text[end] if end < span.end else " "
    elided = sign.role == "close" and before in "“‘„«" and after.isalpha()  # ‘’Twas
    if sign.family == SINGLE and (elided or _is_apostrophe(before, after)):
        return None
    if before.isdigit() and sign.family != SINGLE and sign.role != "open":
        feet = _FEET.search(text, max(span.start, start - 8), start)
        if feet or (sign.role == "either" and _is_inches(text, start, end, span)):
            return None
    can_open = before in _SPACE or before in _OPENERS or _is_wide(before)
    can_open = can_open and (after not in _SPACE or sign.family == "guillemet")
    can_close = before not in _SPACE or sign.family == "guillemet"
    can_close = can_close and (
        after in _SPACE or after in _ENDERS or not after.isalpha() or _is_wide(after)
    )
    if sign.family == SINGLE and can_close and _is_possessive(text, start, end, span):
        return Mark(start, end, sign, None, MAYBE_POSSESSIVE)
    if sign.role == "open":
        return Mark(start, end, sign, 0.0 if can_open else 0.5, None if not can_close else AGAINST)
    if sign.role == "close":
        weak = None if not can_open or can_close else AGAINST
        begins_word = before in _SPACE and after.isalnum()
        cost = 0.0 if can_close else AGAINST if begins_word else 0.5
        return Mark(start, end, sign, weak, cost)
    if can_open == can_close:
        return Mark(start, end, sign, 0.5, 0.5)
    return Mark(start, end, sign, 0.0 if can_open else AGAINST, 0.0 if can_close else AGAINST)


def _is_apostrophe(before: str, after: str) -> bool:
    """Whether a single mark stands inside a word or between feet and inches; behind a word and
    before a digit it closes, and the digit is a note's."""
    inside_number = before.isdecimal() and after.isdecimal()
    return before.isalnum() and (after.isalpha() or inside_number)


def is_possessive_end(text: str, end: int) -> bool:
    """Whether what stands before `end` may be followed by an apostrophe: the dogs', droppin'."""
    return text[max(0, end - 2) : end].endswith(_POSSESSED)


def _is_possessive(text: str, start: int, end: int, span: Span) -> bool:
    """Whether a single mark behind a word may be the dogs’ or a droppin’ letter's: a small word
    follows."""
    return (
        is_possessive_end(text, start)
        and end + 1 < span.end
        and text[end] in _SPACE
        and text[end + 1].islower()
    )


def _is_wide(character: str) -> bool:
    """Whether the script puts no space around marks: ideographs, kana, full-width stops."""
    return (
        "\u3000" <= character <= "\u9fff"
        or "\uac00" <= character <= "\ud7af"
        or ("\uff00" <= character <= "\uffef")
    )


def _is_inches(text: str, start: int, end: int, span: Span) -> bool:
    """Whether a straight mark behind a number means inches or seconds: 6'2", 5"."""
    at = start
    while at > span.start and (text[at - 1].isdigit() or text[at - 1] in ".,/'′"):
        at -= 1
    number = text[at:start]
    lone = at == span.start or text[at - 1] in _SPACE or text[at - 1] in "(x×"
    return (
        bool(number)
        and lone
        and len(number) <= 5
        and ("'" in number or text[end : end + 3] in {" x ", " by", " ta", " wi", " lo"})
    )
