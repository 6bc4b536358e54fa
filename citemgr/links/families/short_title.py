"""Short forms in notes: `Weber, Politik, S. 5`, `Accounting History, 30`, `Wragge.`, `Locke, 142`.

A note is read part by part (parts end at a semicolon); what no other family has claimed of a part
is searched for a title of the list, else for the author alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.links.folding import words
from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading, Stretches, stretches
from citemgr.links.work import Work, agreement
from citemgr.links.works import by_author, by_title
from citemgr.model import Kind, Locator, Span, Style, Target

_PART = re.compile(r"[^;；]+")
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60  # words of a part that can be a short form; more is prose
_AUTHOR_ONLY = 24  # words of a part that names an author alone
_PLACE = re.compile(
    r"(?:(?:[^\W\d_]{1,8}\.\s?)?|[,:]\s*)(?<![\d–-])(?P<at>[A-Z]?\d+(?:\s?[-‐‑‒–—]\s?\d+)?(?:\s?ff?\.)?)\)?[\s.,;)]*$"
)
_TERM = re.compile(r"(?:[^\W\d_]{1,6}\.|§|[页頁])\s?$")
_BACK = re.compile(
    r"\b(?:op|art|loc|ob)?\.?\s?cit\b\.?|a\.\s?a\.\s?O\.?|\((?:wie|see|voir|n\.?\s?\d|note|nota|Anm)[^)]*\)",
    re.I,
)


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the works that notes and attribution lines name by a short form."""
    quoted = stretches(
        quotation.outer
        for quotation in reading.quotations
        if quotation.close_mark and quotation.kind is Kind.QUOTATION
    )
    for source in reading.sources:
        for part in _parts(reading, source, quoted):
            span = _trimmed(reading.text, part)
            if span.start == span.end or _is_printed(reading, span):
                continue
            pointer = _short_form(reading, span)
            if pointer is not None:
                yield pointer


def _is_printed(reading: Reading, span: Span) -> bool:
    """Whether a part is a reference in full, but for its place."""
    at = reading.printed.at(span.start)
    return at >= 0 and reading.printed.ends[at] >= span.end - _PLACE_ROOM


_PLACE_ROOM = 24  # code points of a place behind a reference


def _parts(reading: Reading, source: Span, quoted: Stretches) -> Iterator[Span]:
    """The parts of a source, parted by semicolons and by what is quoted in it at length."""
    for part in _PART.finditer(reading.text, *source):
        start = part.start()
        for passage in quoted.within(start, part.end()):
            if len(passage.of(reading.text).split()) >= _PASSAGE and start < passage.start:
                yield Span(start, passage.start)
                start = passage.end
        yield Span(start, part.end())


_PASSAGE = 4  # words in marks; fewer are a short title


def _trimmed(text: str, span: Span) -> Span:
    printed = span.of(text)
    return Span(
        span.start + len(printed) - len(printed.lstrip()),
        span.end - len(printed) + len(printed.rstrip()),
    )


def _short_form(reading: Reading, span: Span) -> Pointer | None:
    printed = span.of(reading.text)
    called = words(printed)
    if not called or len(called) > _LONGEST:
        return None
    locator = place_at_end(printed)
    titled = by_title(reading.works, called)
    if titled is not None and _agrees(titled[0], called[: titled[1]]):
        return Pointer(
            span,
            Style.SHORT_TITLE,
            (
                Target(
                    titled[0].reference,
                    _no_year(locator or _place_behind(printed, titled), titled[0]),
                ),
            ),
            certainty=0.95 if titled[2] >= 3 else 0.85,
            why=f"the note names the title “{' '.join(titled[0].title[:6])}”",
        )
    return _by_author_alone(reading, span, printed, locator)


def _place_behind(printed: str, titled: tuple[Work, int, int]) -> Locator | None:
    """The page right behind the title: `Alder, The Mills, p. 20, who adds`."""
    ends = [match.end() for match in _WORD.finditer(printed)]
    last = titled[1] + titled[2] - 1
    behind = _PAGE_NEXT.match(printed, ends[last]) if last < len(ends) else None
    read = read_locator(printed, behind.end()) if behind else None
    return read[0] if read else None


_PAGE_NEXT = re.compile(r"[*_”»“\"’]*,?\s(?=(?:pp?|S|с|fols?)\.\s?\d|\d+(?:[–-]\d+)?[,.;)])")


def _no_year(locator: Locator | None, work: Work) -> Locator | None:
    """The place, unless it is the year of the work."""
    return None if locator is not None and locator.value in work.years else locator


def _agrees(work: Work, before: tuple[str, ...]) -> bool:
    """Whether the words before a title are its author's, or say nothing of an author."""
    telling = [word for word in before if not word.isdecimal()]
    return len(telling) > 6 or not telling or not work.names or agreement(work, telling) > 0.3


def _by_author_alone(
    reading: Reading, span: Span, printed: str, locator: Locator | None
) -> Pointer | None:
    bare = _BACK.sub(" ", printed)
    place = _PLACE.search(bare)
    named = bare[: place.start()] if place else bare
    called = [word for word in words(named) if not word.isdecimal()]
    if not 0 < len(called) <= _AUTHOR_ONLY or not any(char.isupper() for char in named):
        return _short_word(reading, span, named, locator)
    found = by_author(reading.works, named)
    sure = [pair for pair in found if pair[1] >= 0.99]
    if not sure:
        return _short_word(reading, span, named, locator)
    return Pointer(
        span,
        Style.SHORT_TITLE,
        (Target(sure[0][0].reference if len(sure) == 1 else None, locator),),
        again="" if len(sure) == 1 else "author",
        names=named,
        certainty=0.9,
        why=f"the note names the author {' '.join(named.split()).strip(' ,.:')}",
    )


def _short_word(
    reading: Reading, span: Span, named: str, locator: Locator | None
) -> Pointer | None:
    """`Weber, Politik`: an author and a word or two of one of his titles."""
    called = [word for word in words(named) if not word.isdecimal()]
    if not 2 <= len(called) <= _AUTHOR_ONLY:
        return None
    candidates = {
        work.reference: work for word in called for work in reading.works.by_name.get(word, ())
    }
    fitting = [
        work
        for work in candidates.values()
        if agreement(work, called) > 0 and all(_known(work, word) for word in called)
    ]
    if len(fitting) != 1:
        return None
    return Pointer(
        span,
        Style.SHORT_TITLE,
        (Target(fitting[0].reference, locator),),
        certainty=0.9,
        why="the note names author and short title",
    )


def _known(work: Work, word: str) -> bool:
    return word in work.title or any(word in name for name in work.names) or word in work.head


def place_at_end(printed: str) -> Locator | None:
    """The page with which a short form ends: `…, 93–95.`, `… S. 12`."""
    printed = _BACK.sub(" ", printed)
    found = _PLACE.search(printed)
    if found is None:
        return None
    at = found.start("at")
    term = re.search(r"(?:[^\W\d_]{1,6}\.?|§)\s?$", printed[:at])
    if term:
        read = read_locator(printed, term.start(), bare=False)
        if read:
            return read[0]
    if re.search(r"[^\W\d_]\s?$", printed[:at]) and not re.search(r"[,:.”»]\s?$", printed[:at]):
        return None
    read = read_locator(printed, at)
    return read[0] if read else None
