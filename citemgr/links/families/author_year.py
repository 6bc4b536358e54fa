"""Author and year: `(Smith & Jones, 2020a, p. 3; Lee 1999)`.

A bracket is read part by part: words before a name, the names, one or more years (or "n.d.",
"forthcoming"), a place in the work. The names decide: a part is a callout where its names and year
lead to a reference, or where they have the look of one in a document that cites in this way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from citemgr.links.brackets import brackets
from citemgr.links.folding import words
from citemgr.links.languages import AND, AND_OTHERS, MONTHS, PARTICLES, QUOTED_IN, SIGNALS
from citemgr.links.locators import place_behind_link
from citemgr.links.reading import Pointer, Reading
from citemgr.links.work import Work, same_name
from citemgr.links.works import by_author_and_year
from citemgr.links.years import YEAR, place_after, said, years_of
from citemgr.model import Locator, Span, Style, Target

_SIGNAL = re.compile(rf"^[\s,.]*(?:(?:{'|'.join(SIGNALS)})(?:\.|:|,)?(?:\s+|(?<=[见見看])))+", re.I)
_SECONDARY = re.compile(rf"[\s,;(]*\b(?:{'|'.join(QUOTED_IN)})\b\s*", re.I)
_PARTS = re.compile(r"[;；]")


@dataclass(frozen=True, slots=True)
class _Part:
    names: str
    year: str
    locator: Locator | None
    before: str = ""  # names of the part before, where that has no year: "Smith; Jones 2020"


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the brackets that name authors and years."""
    for span in brackets(reading.text):
        if reading.closed.overlap(span):
            continue
        inner = reading.text[span.start + 1 : span.end - 1]
        if YEAR.search(inner) is None or YEAR.match(inner.strip(" [\n")):
            continue
        pointer = _parenthetical(reading, span, inner)
        if pointer is not None:
            yield pointer


def _parenthetical(reading: Reading, span: Span, inner: str) -> Pointer | None:
    parts = list(_parts(inner))
    if not parts:
        return None
    linked = place_behind_link(reading.text, span.end)
    if linked is not None and len(parts) == 1:
        parts = [replace(parts[0], locator=parts[0].locator or linked)]
    named = [_resolve(reading, part) for part in parts]
    found = [target for target, _, _ in named if target.reference is not None]
    if not found and not all(_looks_like_names(part.names) for part in parts):
        return None
    lost = [
        f"{p.names.strip(' ,')} {p.year}"
        for p, n in zip(parts, named, strict=True)
        if n[0].reference is None and not n[2]
    ]
    return Pointer(
        span=span,
        style=Style.AUTHOR_YEAR,
        targets=tuple(target for target, _, _ in named),
        certainty=named[0][1],
        ambiguous=any(ambiguous for _, _, ambiguous in named),
        why=said(parts[0].names, parts[0].year),
        missing=f"no reference is by {lost[0]}" if lost else "",
        secondary=_SECONDARY.search(inner) is not None,
    )


def _parts(inner: str) -> Iterator[_Part]:
    """The works named in a bracket; of "A, quoted in B" first A, then B."""
    names = ""
    for part in (p for piece in _PARTS.split(inner) for p in _SECONDARY.split(piece)):
        part = _SIGNAL.sub("", part)
        years = list(YEAR.finditer(part))
        begin = 0
        for at, year in enumerate(years):
            before = part[begin : year.start()].strip(" ,.([:，：\n\t")
            if at and _PAGE_AHEAD.search(part[begin : year.start()]):
                continue  # a page that looks like a year: "2004: 1507"
            waiting = names if not at else ""
            names = before if re.search(r"[^\W\d_]", before) else names
            locator = place_after(part[year.end() : _end_of(part, years, at)])
            for one in years_of(year):
                yield _Part(names, one, locator, waiting)
            begin = year.end()
        names = part if not years and _begins_with_name(part) else ""


_PAGE_AHEAD = re.compile(r"[:.‐‑‒–—-]\s?$")  # before a page that looks like a year


def _end_of(part: str, years: list[re.Match[str]], at: int) -> int:
    """Where the place of the year `at` ends: at the next year that is none of its pages."""
    for following in years[at + 1 :]:
        if not _PAGE_AHEAD.search(part[: following.start()]):
            return following.start()
    return len(part)


def _begins_with_name(part: str) -> bool:
    """Whether a part without a year begins with a name."""
    return bool(re.match(r"\s*[^\W\d_a-z]", part))


def _resolve(reading: Reading, part: _Part) -> tuple[Target, float, bool]:
    found = by_author_and_year(reading.works, f"{part.before} {part.names}", part.year)
    found = found or by_author_and_year(reading.works, part.names, part.year)
    if not found:
        return Target(None, part.locator), 0.0, False
    best = [pair for pair in found if pair[1] >= found[0][1] - 0.01]
    best = as_many_authors(best, part.names) if len(best) > 1 else best
    ambiguous = len(best) > 1
    certainty = min(1.0, found[0][1]) / len(best)
    return Target(None if ambiguous else best[0][0].reference, part.locator), certainty, ambiguous


def as_many_authors(found: list[tuple[Work, float]], names: str) -> list[tuple[Work, float]]:
    """Of works that share author and year, those with as many authors as the callout names."""
    called = [word for word in words(names) if word not in PARTICLES]
    others = any(word in AND_OTHERS for word in called)
    telling = {word for word in called if word not in AND_OTHERS and word not in AND}

    def fits(work: Work) -> bool:
        count = sum(any(same_name(w, n[-1]) for w in telling) for n in work.names if n)
        return count < len(work.names) if others else count == len(work.names)

    return [pair for pair in found if fits(pair[0])] or found


_MOST_WORDS = 8  # of names before a year; more is prose


def _looks_like_names(names: str) -> bool:
    called = words(names)
    return (
        0 < len(called) <= _MOST_WORDS
        and not any(word in MONTHS for word in called)
        and CAPITALISED.match(names.strip()) is not None
        and not re.search(r"[“”«»\"„]|\d", names)
    )


_NAME = r"[^\W\d_a-zа-я][\w’'‐.-]*"
_JOINT = r"&|and|und|et|y|e|и|al\.?|de|la|van|von|der|du|di|da|del|u\.?|a\.?|др\.?"
# Capitalised words with what joins names between them.
CAPITALISED = re.compile(rf"{_NAME}(?:(?:\s+|\s*[,&/]\s*)(?:{_NAME}|{_JOINT}))*[\s,]*$")
