"""Author and page, as the MLA has it: `(Bui and Phan 117)`, `Carberry (1)`, `(“Title” 34)`.

A bracket without a year whose words name a creator or a title of the list. A bare page is a pointer
whose work is named in the sentence; the linking rules find it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from citemgr.links.brackets import brackets
from citemgr.links.folding import words
from citemgr.links.languages import AND, AND_OTHERS, PARTICLES, QUOTED_IN, SIGNALS
from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.links.work import Work
from citemgr.links.works import Works, by_author, by_title
from citemgr.model import Locator, Span, Style, Target

_PARTS = re.compile(r"[;；]")
_SIGNAL = re.compile(rf"^[\s,.]*(?:(?:{'|'.join(SIGNALS)})\.?,?\s+)+", re.I)
_SECONDARY = re.compile(rf"^.*?\b(?:{'|'.join(QUOTED_IN)})\s+", re.I | re.S)
_PLACE = re.compile(
    r"[\s,:]*(?<![^\W_])(?=(?:[^\W\d_]{1,8}\.\s?)?[\divxlIVXL]+(?:\s?[-–‑]\s?[\divxl]+)?[a-z]?(?:\s?,\s?\d+)*\.?\s*$)"
)
_BARE_PLACE = re.compile(r"[\s,:]*(?<![^\W_])(?=\d+(?:\s?[-–‑]\s?\d+)?\.?\s*$)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_MOST_NAMES = 8  # words of names without a page
_MOST_WORDS = 16  # a longer bracket is prose


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the callouts by author and page, and the bare pages."""
    if not reading.works.all:
        return
    ends = sorted(quotation.outer.end for quotation in reading.quotations)
    for span in brackets(reading.text):
        inner = reading.text[span.start + 1 : span.end - 1]
        if reading.closed.overlap(span) or len(inner.split()) > _MOST_WORDS:
            continue
        pointer = _bare(reading, span, inner, ends) or _named(reading, span, inner)
        if pointer is not None:
            yield pointer


def _bare(reading: Reading, span: Span, inner: str, ends: Sequence[int]) -> Pointer | None:
    """A page whose author stands before it, or that stands at the end of a quotation."""
    read = read_locator(inner)
    if read is None or read[1] < len(inner.rstrip(" .")):
        return None
    if reading.works.name_words.intersection(words(inner)):
        return None  # "(Li)" is a name, not page 51
    if _YEAR.fullmatch(inner.strip()) or reading.text[span.start] in "[［":
        return None
    if _LETTERED.match(read[0].value):
        return None  # "(P12)" is somebody who was asked
    locator, names = read[0], name_before(reading, span.start)
    if names is not None:
        return Pointer(
            Span(names[1], span.end),
            Style.AUTHOR_PAGE,
            (Target(names[0], locator),),
            narrative=True,
            certainty=0.93,
            why=f"author before the page: {reading.text[names[1] : span.start].strip()}",
        )
    at = bisect_left(ends, span.start - _BEHIND_MARK)
    if at == len(ends) or ends[at] > span.end + _BEHIND_MARK:
        return None
    return Pointer(span, Style.AUTHOR_PAGE, (Target(None, locator),), bare=True, certainty=0.9)


_LETTERED = re.compile(r"[A-Z]{1,2}\d")
_BEHIND_MARK = 4  # code points of blanks and stops between a quotation's end and its page


_BEFORE = 120  # code points before a bare page in which its author can stand
_TOKEN = re.compile(r"[^\W\d_][\w’'‐-]*|[.;:!?”»“\"()\[\]\d]|\n[ \t\r]*\n")


def name_before(reading: Reading, start: int) -> tuple[int, int] | None:
    """The work whose creators are the last words before `start`, and where they begin."""
    begin = max(0, start - _BEFORE)
    first: int | None = None
    tokens = list(_TOKEN.finditer(reading.text, begin, start))
    for token in reversed(tokens):
        parts = words(token.group())
        if not parts:
            if token.group() == "." and _abbreviates(reading.text, token.start()):
                continue
            break
        known = any(
            part in reading.works.name_words or part.removesuffix("s") in reading.works.name_words
            for part in parts
        )
        if known and not token.group()[0].islower():
            first = token.start()
        elif not all(p in AND or p in AND_OTHERS or p in PARTICLES for p in parts):
            break
    if first is None:
        return None
    found = by_author(reading.works, reading.text[first:start])
    best = [pair for pair in found if pair[1] >= found[0][1] - 0.01]
    return (best[0][0].reference, first) if len(best) == 1 else None


def _abbreviates(text: str, stop: int) -> bool:
    return re.search(r"(?:\bal|\bu|\ba|др|\b[A-Z])$", text[max(0, stop - 3) : stop]) is not None


def _named(reading: Reading, span: Span, inner: str) -> Pointer | None:
    targets: list[Target] = []
    for part in _PARTS.split(inner):
        target = _target(reading.works, part)
        if target is None:
            return None
        targets.append(target)
    return Pointer(
        span,
        Style.AUTHOR_PAGE,
        tuple(targets),
        certainty=0.95,
        why=f"author or title {' '.join(inner.split())}",
    )


def _target(works: Works, part: str) -> Target | None:
    part = _SIGNAL.sub("", _SECONDARY.sub("", part))
    named, locator = _without_place(part)
    called = words(named)
    if not called or not (locator or any(char.isupper() or ord(char) > 0x2E80 for char in named)):
        return None
    short = _by_short_title(works, named)
    if short is not None:
        return Target(short.reference, locator)
    titled = by_title(works, called)
    found = by_author(works, named)
    best = [pair for pair in found if found[0][1] >= 0.99 and pair[1] >= found[0][1] - 0.01]
    reference: int | None = None
    if (
        titled
        and (titled[2] >= len(called) - 4)
        and (not best or titled[0] in [w for w, _ in best] or titled[2] == len(called))
    ):
        reference = titled[0].reference
    elif len(best) == 1:
        reference = best[0][0].reference
    if reference is None or (locator is None and titled is None and len(called) > _MOST_NAMES):
        return None
    return Target(reference, locator)


_SHORT_TITLE = re.compile(
    r"^(?P<names>[^“\"«‘*_]*?)[\s,]*(?:[“\"«‘](?P<marked>[^”\"»’]+)[”\"»’]|[*_](?P<raised>[^*_]+)[*_])[\s,.]*$"
)


def _by_short_title(works: Works, named: str) -> Work | None:
    """The one work whose title begins with words in marks, of the author before them if any, as
    `“Dry Bell”`, `Ortiz, *Wet*`; without marks of the author before a comma: `Ortiz, Wet Feet`."""
    marked = _SHORT_TITLE.match(named)
    if marked is not None:
        names, title = marked["names"], words(marked["marked"] or marked["raised"])
    else:
        names, _, rest = named.partition(",")
        title = words(rest)
    if not title:
        return None
    by_names = [work for work, _ in by_author(works, names)]
    candidates = by_names if words(names) else works.by_title.get(" ".join(title[:2]), ())
    found = [work for work in candidates if work.title[: len(title)] == title]
    return found[0] if len(found) == 1 else None


def _without_place(part: str) -> tuple[str, Locator | None]:
    """The names of a part and the place behind them, with its term or bare."""
    for pattern in (_PLACE, _BARE_PLACE):
        place = pattern.search(part)
        if place and not words(part[: place.start()]):
            continue  # "Li" is a name, not page 51
        read = read_locator(part, place.end()) if place else None
        if place and read:
            return part[: place.start()], read[0]
    return part, None
