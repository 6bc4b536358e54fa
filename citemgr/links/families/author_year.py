"""Author and year: `(Smith & Jones, 2020a, p. 3; Lee 1999)`, `Smith (2020: 3)`, `(2020, p. 3)`.

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
from citemgr.links.languages import (
    AND,
    AND_OTHERS,
    FORTHCOMING,
    MONTHS,
    NO_DATE,
    PARTICLES,
    QUOTED_IN,
    SIGNALS,
)
from citemgr.links.locators import place_behind_link, read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.links.sentences import is_closed
from citemgr.links.works import (
    LEAST_AGREEMENT,
    Work,
    by_author_and_year,
    candidates,
    fit,
    name_words,
    no_date_key,
    same_name,
)
from citemgr.model import Locator, Span, Style, Target

_TERMS = "|".join(re.escape(term) for term in sorted((*NO_DATE, *FORTHCOMING), key=len)[::-1])
_YEAR = re.compile(
    rf"(?<![\d.])(?:\[?\d{{4}}\]?\s*[/\[]\s*)?(?P<year>1[3-9]\d\d|20[0-4]\d)\]?(?P<letters>(?:\s?[a-z](?![\w.]))?(?:\s?,\s?[a-z](?![\w.]))*)(?![\d])"
    rf"|(?<!\w)(?P<term>{_TERMS})(?!\w)(?P<tletter>[-‐–]?[a-z]\b)?",
    re.I,
)
_SIGNAL = re.compile(rf"^[\s,.]*(?:(?:{'|'.join(SIGNALS)})(?:\.|:|,)?(?:\s+|(?<=[见見看])))+", re.I)
_SECONDARY = re.compile(rf"[\s,;(]*\b(?:{'|'.join(QUOTED_IN)})\b\s*", re.I)
_PARTS = re.compile(r"[;；]")
_NAME_ROOM = 160  # code points before a bracket in which its author stands


@dataclass(frozen=True, slots=True)
class _Part:
    names: str
    year: str
    locator: Locator | None


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the callouts by author and year."""
    for span in brackets(reading.text):
        if reading.closed.overlap(span):
            continue
        inner = reading.text[span.start + 1 : span.end - 1]
        if _YEAR.search(inner) is None:
            continue
        pointer = _narrative(reading, span, inner) or _parenthetical(reading, span, inner)
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
        why=_why(parts[0].names, parts[0].year),
        missing=f"no reference is by {lost[0]}" if lost else "",
        secondary=_SECONDARY.search(inner) is not None,
    )


def _why(names: str, year: str) -> str:
    return f"author and year {' '.join(names.split()).strip(' ,:')} {year}"


def _parts(inner: str) -> Iterator[_Part]:
    """The works named in a bracket; of "A, quoted in B" first A, then B."""
    names = ""
    for part in (p for piece in _PARTS.split(inner) for p in _SECONDARY.split(piece)):
        part = _SIGNAL.sub("", part)
        years = list(_YEAR.finditer(part))
        begin = 0
        for at, year in enumerate(years):
            before = part[begin : year.start()].strip(" ,.([:，：\n\t")
            if at and re.search(r"[:.]\s?$", part[begin : year.start()]):
                continue  # a page that looks like a year: "2004: 1507"
            names = before if re.search(r"[^\W\d_]", before) else names
            locator = _locator(part[year.end() : _end_of(part, years, at)])
            for one in _years(year):
                yield _Part(names, one, locator)
            begin = year.end()
        if not years and _begins_with_name(part):
            names = part


def _end_of(part: str, years: list[re.Match[str]], at: int) -> int:
    """Where the place of the year `at` ends: at the next year that is none of its pages."""
    for following in years[at + 1 :]:
        if not re.search(r"[:.]\s?$", part[: following.start()]):
            return following.start()
    return len(part)


def _begins_with_name(part: str) -> bool:
    """Whether a part without a year begins with a name."""
    return bool(re.match(r"\s*[^\W\d_a-z]", part))


def _locator(after: str) -> Locator | None:
    after = after.rstrip(" ,.;)]\n")
    stripped = after.lstrip(" ,.:;)]，：、\n\t")
    if not stripped:
        return None
    read = read_locator(stripped)
    return read[0] if read else None


def _years(match: re.Match[str]) -> Iterator[str]:
    if match["term"]:
        yield no_date_key(match["term"])
        return
    letters = re.findall(r"[a-z]", match["letters"] or "", re.I)
    for letter in letters or [""]:
        yield match["year"] + letter.lower()


def _resolve(reading: Reading, part: _Part) -> tuple[Target, float, bool]:
    found = by_author_and_year(reading.works, part.names, part.year)
    if not found:
        return Target(None, part.locator), 0.0, False
    best = [pair for pair in found if pair[1] >= found[0][1] - 0.01]
    best = _same_authors(best, part.names) if len(best) > 1 else best
    ambiguous = len(best) > 1
    certainty = min(1.0, found[0][1]) / len(best)
    return Target(None if ambiguous else best[0][0].reference, part.locator), certainty, ambiguous


def _same_authors(found: list[tuple[Work, float]], names: str) -> list[tuple[Work, float]]:
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
        and _CAPITALISED.match(names.strip()) is not None
        and not re.search(r"[“”«»\"„]|\d", names)
    )


_CAPITALISED = re.compile(
    r"[^\W\d_a-z][\w’'‐.-]*(?:(?:\s+|\s*[,&/]\s*)(?:[^\W\d_a-zа-я][\w’'‐.-]*|&|and|und|et|y|e|и|al\.?|de|la|van|von|der|du|di|da|del|u\.|a\.|др\.?))*[\s,]*$"
)


def _narrative(reading: Reading, span: Span, inner: str) -> Pointer | None:
    """`Smith and Jones (2020, p. 3)`: the author stands before the bracket."""
    year = _YEAR.match(inner.strip(" [\n"))
    if year is None:
        return None
    stripped = inner.strip(" [\n")
    before = reading.text[max(0, span.start - _NAME_ROOM) : span.start]
    targets: list[Target] = []
    best: tuple[Work, float, int] | None = None
    ambiguous = False
    for part in _PARTS.split(stripped):
        match = _YEAR.match(part.strip())
        if match is None:
            break
        locator = _locator(part.strip()[match.end() :])
        for one in _years(match):
            found = _before(reading, before, one)
            ambiguous = ambiguous or len(found) > 1
            targets.append(Target(found[0][0].reference if len(found) == 1 else None, locator))
            best = best or (found[0] if found else None)
    if best is None:
        return _unknown_author(
            reading, span, before, _locator(stripped[year.end() :]), next(_years(year))
        )
    start = span.start - len(before) + best[2]
    return Pointer(
        span=Span(start, span.end),
        style=Style.AUTHOR_YEAR,
        targets=tuple(targets),
        narrative=True,
        ambiguous=ambiguous,
        certainty=best[1] if not ambiguous else 0.5,
        why=_why(before[best[2] :], next(_years(year))),
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
            score = fit(work, name_words(before[taken:]), bare)
            if score >= LEAST_AGREEMENT:
                found.append((work, score, taken))
    if not found:
        return []
    top = max(score for _, score, _ in found)
    best = [one for one in found if one[1] >= top - 0.01]
    kept = _same_authors(
        [(work, score) for work, score, _ in best], before[min(t for _, _, t in best) :]
    )
    return [one for one in best if any(one[0] is work for work, _ in kept)]


def _taken(work: Work, before: str, tokens: list[tuple[str, int]]) -> int | None:
    """Where the names of `work` begin that close `tokens`; None where other words close them."""
    known = {word for name in work.names for word in name} | work.acronyms | set(work.head[:6])
    start: int | None = None
    for token, at in reversed(tokens):
        parts = words(token)
        if parts and any(same_name(part, name) for part in parts for name in known):
            start = at
        elif (parts and not all(p in AND or p in AND_OTHERS or p in PARTICLES for p in parts)) or (
            not parts
            and token not in _JOINS
            and not (token == "." and not is_closed(before[: at + 1]))
        ):
            break
    return start


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
