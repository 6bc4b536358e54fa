"""A passage whose letters stand in the source one after the other: are its words the same too?

Folding forgets accents, the marks inside numbers and where words end. They are compared here: a
quotation that begins with the second half of a word ("able" for "unable") is not the passage.
"""

from __future__ import annotations

import re
import unicodedata

from citemgr.checking.figures import figures_of
from citemgr.checking.markers import may_carry_note
from citemgr.checking.match import Match
from citemgr.checking.words import accented, squeezed
from citemgr.model import Span
from citemgr.sources import Source

# A word that goes on over a line end.
_CONTINUED = re.compile(r"[^\W\d_][-\u2010\u00ac\u00ad][^\S\n]*(?:\r?\n\s*)?$")
_CONTINUES = re.compile(r"(?:\u00ad|[-\u2010\u00ac][^\S\n]*\r?\n\s*(?=[^\W\d_A-Z]))[^\W\d_]")
# What an English negation has behind its last but one letter: "can't" is not "can".
_CONTRACTED = re.compile(r"(?i)(?<=n)['’ʼ]t(?![^\W_])")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_LINE_END = re.compile(r"\n|\u00ad")


def compare_exact(quote: str, words: int, source: Source, at: int, length: int) -> Match | None:
    """The match of `quote`, whose `length` folded letters stand in `source` from letter `at` on;
    None where a word is cut in two, an accent differs or a number."""
    window = source.window(at, at + length)
    text = window.text
    start = source.place(window, at)
    if _stands_there(quote, text, start):
        span, same = Span(start, start + len(quote)), True
        if not _whole_words(text, *span):
            return None
    else:
        end = source.place(window, at + length - 1) + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if not _whole_words(text, start, end) or not _same_words(quote, text[start:end]):
            return None
        span, same = _with_marks(quote, text, start, end)
        same = same and squeezed(quote) == squeezed(span.of(text))
    first, last = window.start + span.start, window.start + span.end
    return Match(
        start=first,
        end=last,
        first=at,
        last=at + length,
        paired=words,
        words=words,
        verbatim=same and source.layout.is_original(first, last),
    )


def _stands_there(quote: str, text: str, start: int) -> bool:
    """Whether `quote` stands there character by character and is not cut off from an accent or the
    sign or unit of a number."""
    end = start + len(quote)
    return (
        text.startswith(quote, start)
        and quote[0].isalpha()
        and quote[-1].isalpha()
        and not (end < len(text) and unicodedata.combining(text[end]))
    )


def _same_words(quote: str, passage: str) -> bool:
    """Whether accents and numbers agree as well."""
    if passage in quote and not (passage[0].isdigit() or passage[-1].isdigit()):
        return True
    return accented(quote) == accented(passage) and figures_of(quote) == figures_of(passage)


def _whole_words(text: str, start: int, end: int) -> bool:
    """Whether the passage begins and ends where words do; a note number may be glued to it."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 12]
    if before[-1:].isalnum() and not (before[-1:].isdigit() and text[start].isalpha()):
        return False
    if _LINE_END.search(before) and _CONTINUED.search(before) and text[start].islower():
        return False
    if after[:1].isalnum() and not (after[:1].isdigit() and _carries_note(text[start:end])):
        return False
    return not _CONTINUES.match(after) and not _CONTRACTED.match(text, end)


def _carries_note(passage: str) -> bool:
    word = _LAST_WORD.search(passage)
    return word is not None and may_carry_note(word.group())


def _with_marks(quote: str, text: str, start: int, end: int) -> tuple[Span, bool]:
    """The passage with the marks that the quotation has before its first and after its last word,
    and whether all of them are there."""
    first = next(at for at, each in enumerate(quote) if each.isalnum())
    last = len(quote) - next(at for at, each in enumerate(reversed(quote)) if each.isalnum())
    head = [each for each in quote[:first] if not each.isspace()]
    tail = [each for each in quote[last:] if not each.isspace() and not unicodedata.combining(each)]
    low = _taken(text, head[::-1], start - 1, -1)
    high = _taken(text, tail, end, 1)
    whole = low is not None and high is not None
    return Span(start if low is None else low + 1, end if high is None else high), whole


def _taken(text: str, marks: list[str], at: int, step: int) -> int | None:
    """Where one stands after reading `marks` from `at` on, white space aside; None if others stand
    there."""
    last = at
    for mark in marks:
        while 0 <= at < len(text) and text[at].isspace():
            at += step
        if not 0 <= at < len(text) or text[at] != mark:
            return None
        at += step
        last = at
    return last
