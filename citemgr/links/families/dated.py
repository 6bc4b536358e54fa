"""Author and year without brackets, in notes: `Vgl. Gould 1966, S. 10f.`, `Müller/Pfisterer 2011`,
and with a short title between: `Satzinger, Marcantonio Raimondi 2015, S. 115`.

A year in a note is one half of a callout where the words before it, back to the year before or the
note's start, name the first author of a work of that year, and most of them stand in its reference.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.links.folding import words
from citemgr.links.languages import AND, AND_OTHERS, PARTICLES
from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.links.work import Work, agreement
from citemgr.links.works import candidates
from citemgr.links.years import YEAR, said, years_of
from citemgr.model import Locator, Span, Style, Target

_MOST_WORDS = 12  # before the year; what stands farther is another sentence
_LEAST_KNOWN = 0.7  # of these words, that stand in the reference
_WORD = re.compile(r"[^\W_]+")
_PLACE = re.compile(r"\)?\s*,\s*(?=[^\W\d_]{1,8}\.?\s?\d|\d)")


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the authors and years that stand in notes and on attribution lines without brackets."""
    if not reading.works.all:
        return
    for span in reading.sources:
        begin = span.start
        for match in YEAR.finditer(reading.text, *span):
            if reading.printed.at(match.start()) >= 0:
                continue  # the year of a reference in full
            pointer = _pointer(reading, begin, match, span.end)
            if pointer is not None:
                yield pointer
                begin = pointer.span.end


def _pointer(reading: Reading, begin: int, match: re.Match[str], end: int) -> Pointer | None:
    printed = list(_WORD.finditer(reading.text, begin, match.start()))[-_MOST_WORDS:]
    year = next(years_of(match))
    called = [part for word in printed for part in words(word.group())]
    bare = year[:4] if year[:4].isdecimal() else year
    known = [
        (_known(work, called), work)
        for work in candidates(reading.works, called, bare)
        if (year in work.years or year == bare) and bare not in work.title
    ]
    known = [(share, work) for share, work in known if share >= _LEAST_KNOWN]
    if not known:
        return None
    top = max(share for share, _ in known)
    best = [work for share, work in known if share == top]
    start = _start(best[0], printed)
    locator, stop = _place(reading.text, match.end(), end)
    return Pointer(
        span=Span(start, stop),
        style=Style.AUTHOR_YEAR,
        targets=(Target(best[0].reference if len(best) == 1 else None, locator),),
        ambiguous=len(best) > 1,
        certainty=0.95 if len(best) == 1 else 0.0,
        why=said(reading.text[start : match.start()], year),
    )


def _known(work: Work, called: list[str]) -> float:
    """The share of the words from the first author on that the reference has; 0 without him."""
    first = work.names[0] if work.names else work.head[:1]
    at = next((i for i, word in enumerate(called) if word in first), None)
    telling = (
        [w for w in called[at:] if w not in PARTICLES | AND | AND_OTHERS] if at is not None else []
    )
    if not telling or agreement(work, telling[:1]) == 0:
        return 0.0
    return sum(word in work.bag for word in telling) / len(telling)


def _start(work: Work, printed: list[re.Match[str]]) -> int:
    first = work.names[0] if work.names else work.head[:1]
    named = [match for match in printed if set(words(match.group())) & set(first)]
    return (named or printed)[0].start()


def _place(text: str, at: int, end: int) -> tuple[Locator | None, int]:
    lead = _PLACE.match(text, at, end)
    read = read_locator(text[at : min(end, at + _ROOM)], lead.end() - at) if lead else None
    return (read[0], at + read[1]) if read else (None, at)


_ROOM = 60  # code points behind a year in which its place stands
