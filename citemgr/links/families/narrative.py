"""The author in the sentence, the year in brackets: `Smith and Jones (2020, p. 3)`.

The names are looked for in the words before the bracket: the last of them must belong to the
creators of a work of that year.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from citemgr.links.brackets import brackets
from citemgr.links.families.author_year import as_many_authors
from citemgr.links.folding import words
from citemgr.links.languages import AND, AND_OTHERS, MONTHS, PARTICLES
from citemgr.links.reading import Pointer, Reading
from citemgr.links.sentences import is_closed, last_end
from citemgr.links.work import LEAST_AGREEMENT, MOST_CANDIDATES, Work, fit, same_name
from citemgr.links.works import candidates
from citemgr.links.years import YEAR, place_after, said, years_of
from citemgr.model import Locator, Span, Style, Target

_PARTS = re.compile(r"[;；]")
_NAME_ROOM = 160  # code points before a bracket in which its author stands


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the brackets that begin with a year, with the authors before them."""
    quoted = sorted(quotation.outer for quotation in reading.quotations)
    ends = [outer.end for outer in quoted]
    for span in brackets(reading.text):
        inner = reading.text[span.start + 1 : span.end - 1]
        year = YEAR.match(inner.strip(" [\n"))
        if year is None or reading.closed.overlap(span):
            continue
        at = bisect_right(ends, span.start) - 1
        behind = at >= 0 and reading.text[ends[at] : span.start].strip(" .,;\u00a0\r\n") == ""
        pointer = _over_quotation(reading, span, inner, quoted[at].start) if behind else None
        pointer = pointer or _narrative(reading, span, inner, year)
        if pointer is not None:
            yield pointer


def _over_quotation(reading: Reading, span: Span, inner: str, start: int) -> Pointer | None:
    """A year and a page behind a quotation that starts at `start`, its author in the words before:
    `Alder holds that “…” (2012, p. 3)`."""
    before = reading.text[max(0, start - _NAME_ROOM) : start]
    sentence = before[last_end(before + "“") :]
    capitals = {part for name in _CAPITAL.findall(sentence) for part in words(name)}
    match = YEAR.match(inner.strip(" [\n"))
    year = next(years_of(match)) if match else ""
    named = [
        work
        for work in reading.works.by_year.get(year, ())[:MOST_CANDIDATES]
        if work.names and any(same_name(word, work.names[0][-1]) for word in capitals)
    ]
    if match is None or len(named) != 1:
        return None
    locator = place_after(inner.strip(" [\n")[match.end() :])
    return Pointer(
        span=span,
        style=Style.AUTHOR_YEAR,
        targets=(Target(named[0].reference, locator),),
        certainty=_NAMED_BEFORE,
        why=said(" ".join(named[0].names[0]), year),
    )


_CAPITAL = re.compile(r"[^\W\d_a-zа-яё][\w’'‐-]*")
_NAMED_BEFORE = 0.93


def _narrative(reading: Reading, span: Span, inner: str, year: re.Match[str]) -> Pointer | None:
    stripped = inner.strip(" [\n")
    before = reading.text[max(0, span.start - _NAME_ROOM) : span.start]
    targets: list[Target] = []
    best: tuple[Work, float, int] | None = None
    ambiguous = False
    for part in _PARTS.split(stripped):
        match = YEAR.match(part.strip())
        if match is None:
            break
        locator = place_after(part.strip()[match.end() :])
        for one in years_of(match):
            found = _before(reading, before, one)
            ambiguous = ambiguous or len(found) > 1
            targets.append(Target(found[0][0].reference if len(found) == 1 else None, locator))
            best = best or (found[0] if found else None)
    if best is None:
        return _unknown_author(
            reading, span, before, place_after(stripped[year.end() :]), next(years_of(year))
        )
    start = span.start - len(before) + best[2]
    return Pointer(
        span=Span(start, span.end),
        style=Style.AUTHOR_YEAR,
        targets=tuple(targets),
        narrative=True,
        ambiguous=ambiguous,
        certainty=best[1] if not ambiguous else 0.5,
        why=said(before[best[2] :], next(years_of(year))),
    )


_TOKEN = re.compile(r"[^\W\d_][\w’'‐-]*|[&/,.;:!?()\[\]“”«»\"\d]|\n[ \t\r]*\n")
_NAME_TOKENS = 14  # before a bracket, among which its author is named
_JOINS = frozenset("&/,")


def _before(reading: Reading, before: str, year: str) -> list[tuple[Work, float, int]]:
    """The works of `year` whose creators are the last words of `before`, with where they begin."""
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(before)]
    found: list[tuple[Work, float, int]] = []
    bare = year[:4] if year[:4].isdecimal() else year
    tail = [word for token, _ in tokens[-_NAME_TOKENS:] for word in words(token)]
    for work in candidates(reading.works, tail, bare):
        if year != bare and year not in work.years and year in reading.works.by_year:
            continue
        taken = _taken(work, before, tokens)
        if taken is not None:
            score = fit(work, taken[1], bare)
            if score >= LEAST_AGREEMENT:
                found.append((work, score, taken[0]))
    if not found:
        return []
    top = max(score for _, score, _ in found)
    best = [one for one in found if one[1] >= top - 0.01]
    kept = as_many_authors(
        [(work, score) for work, score, _ in best], before[min(t for _, _, t in best) :]
    )
    return [one for one in best if any(one[0] is work for work, _ in kept)]


def _taken(work: Work, before: str, tokens: list[tuple[str, int]]) -> tuple[int, list[str]] | None:
    """Where the names of `work` begin that close `tokens`, and those names; None where other words
    close them. Given names may stand between."""
    known = {word for name in work.names for word in name} | work.acronyms | set(work.head)
    start, named, unknown = None, list[str](), 0
    for token, at in reversed(tokens):
        parts = words(token)
        hits = [part for part in parts if any(same_name(part, name) for name in known)]
        if hits:
            start, unknown = at, 0
            named = hits + named
        elif not parts:
            if not _joins(before, token, at):
                break
        elif not all(p in AND or p in AND_OTHERS or p in PARTICLES for p in parts):
            unknown += 1
            given = start is not None and token[0].isupper() and unknown <= _GIVEN_NAMES
            if not given and not (len(token) == 1 and token.isupper()):
                break
    return None if start is None else (start, named)


_GIVEN_NAMES = 2  # between two family names


def _joins(before: str, token: str, at: int) -> bool:
    return token in _JOINS or (token == "." and not is_closed(before[: at + 1]))


def _unknown_author(
    reading: Reading, span: Span, before: str, locator: Locator | None, year: str
) -> Pointer | None:
    name = re.search(
        r"((?:[^\W\d_a-zа-я][\w’'‐-]+)(?:\s+(?:et\s+al\.?|(?:and|und|et|y|&)\s+[^\W\d_a-zа-я][\w’'‐-]+))?)\s*$",
        before,
    )
    if name is None or not reading.works.all or words(name[1])[0] in MONTHS:
        return None
    return Pointer(
        span=span,
        style=Style.AUTHOR_YEAR,
        targets=(Target(None, locator),),
        narrative=True,
        certainty=0.0,
        missing=f"no reference is by {name[1].strip()} {year}",
    )
