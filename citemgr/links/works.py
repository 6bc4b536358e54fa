"""Which reference does a printed name, year, label, title or address mean?

An index over the works of a document; what stands in several references is one work here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citemgr.links.folding import label_key
from citemgr.links.languages import PARTICLES
from citemgr.links.repeats import same_works
from citemgr.links.work import (
    LEAST_AGREEMENT,
    MOST_CANDIDATES,
    Work,
    agreement,
    fit,
    name_words,
    work_of,
)
from citemgr.model import Reference


@dataclass(frozen=True, slots=True)
class Works:
    """The works of a document, and the tables by which they are found."""

    all: tuple[Work, ...]
    of_reference: tuple[int, ...]
    labels: Mapping[str, int]
    numbers: tuple[int, ...]
    by_year: Mapping[str, tuple[Work, ...]]
    by_name: Mapping[str, tuple[Work, ...]]
    by_title: Mapping[str, tuple[Work, ...]]
    by_url: Mapping[str, Work]
    name_words: frozenset[str] = frozenset()  # of all creators
    by_key: Mapping[str, int] = field(default_factory=dict)

    def canonical(self, reference: int) -> int:
        """The reference that stands for the work of `reference`."""
        return self.of_reference[reference]


def index_works(references: Sequence[Reference]) -> Works:
    """Index `references`; the line of a list stands for the notes that print the same work."""
    works = [work_of(index, reference) for index, reference in enumerate(references)]
    standing = same_works(works, references)
    own = tuple(
        work
        for work in works
        if standing[work.reference] == work.reference
        and (work.names or work.title or references[work.reference].role == "list")
    )
    labels = _labels(references)
    return Works(
        all=own,
        of_reference=standing,
        labels=labels,
        numbers=tuple(sorted(int(label) for label in labels if label.isdecimal())),
        by_year=_table((year, work) for work in own for year in work.years),
        by_name=_table((word, work) for work in own for word in _name_words(work)),
        by_title=_table((" ".join(work.title[:2]), work) for work in own if work.title),
        by_url={work.url: work for work in reversed(works) if work.url},
        name_words=frozenset(word for work in own for name in work.names for word in name)
        - PARTICLES
        | frozenset(work.head[0] for work in own if work.head and not work.names),
        by_key={
            key: index
            for index, reference in reversed(list(enumerate(references)))
            for key in {reference.entry.key, reference.label or ""} - {""}
        },
    )


def by_author_and_year(works: Works, names: str, year: str) -> list[tuple[Work, float]]:
    """The works that `names` and `year` ("2020", "2020a", "n.d.") can mean, best first, each with
    the share of the words of `names` that it accounts for."""
    called = name_words(names)
    bare = year[:4] if year[:4].isdecimal() else year
    found = [(work, fit(work, called, bare)) for work in candidates(works, called, bare)]
    found = [(work, score) for work, score in found if score >= LEAST_AGREEMENT]
    lettered = [pair for pair in found if year in pair[0].years]
    if year != bare and not lettered:
        lettered = _by_letter(found, year)
    found = lettered or found
    return sorted(found, key=lambda pair: (-round(pair[1], 2), pair[0].reference))


def candidates(works: Works, called: Sequence[str], year: str) -> list[Work]:
    """The works of `year` that the words `called` can name: by their names, else, for the sake of
    inflected names, any of that year."""
    named = [work for work in _named(works, called) if year in work.years]
    return named or list(works.by_year.get(year, ())[:MOST_CANDIDATES])


def _named(works: Works, called: Sequence[str]) -> list[Work]:
    found = {
        work.reference: work
        for word in called
        for work in works.by_name.get(word, ())[:MOST_CANDIDATES]
    }
    return list(found.values())


def by_author(works: Works, names: str) -> list[tuple[Work, float]]:
    """The works whose first creator is named in `names`, best first."""
    called = name_words(names)
    found = [(work, agreement(work, called)) for work in _named(works, called)]
    found = [(work, score) for work, score in found if score >= LEAST_AGREEMENT]
    return sorted(found, key=lambda pair: (-round(pair[1], 2), pair[0].reference))


def by_title(works: Works, text: Sequence[str]) -> tuple[Work, int, int] | None:
    """The work whose title stands in the folded words `text`, as (work, first word, words).

    A title counts with all its words, or cut off after at least `_SHORT_TITLE` of them; the
    longest stretch wins.
    """
    best: tuple[int, Work, int] | None = None
    tie = False
    for at in range(len(text)):
        for work in _titled(works, text, at):
            length = _common(work.title, text, at)
            if length < min(len(work.title), _SHORT_TITLE):
                continue
            if best is not None and length == best[0] and work is not best[1]:
                tie = True
            elif best is None or length > best[0]:
                best, tie = (length, work, at), False
    return None if best is None or tie else (best[1], best[2], best[0])


def _titled(works: Works, text: Sequence[str], at: int) -> Iterator[Work]:
    """The works whose title begins with the first two words, or the one word, at `at`."""
    yield from works.by_title.get(" ".join(text[at : at + 2]), ())[:MOST_CANDIDATES]
    yield from (w for w in works.by_title.get(text[at], ()) if len(w.title) == 1)


_SHORT_TITLE = 3  # words of a title that name it; fewer are common phrases


def _common(title: Sequence[str], text: Sequence[str], at: int) -> int:
    length = 0
    while length < len(title) and at + length < len(text) and title[length] == text[at + length]:
        length += 1
    return length


def _name_words(work: Work) -> set[str]:
    named = {word for name in work.names[:1] for word in name if word not in PARTICLES}
    return named | set(work.acronyms) | set(work.head[:2])


def _by_letter(found: Sequence[tuple[Work, float]], year: str) -> list[tuple[Work, float]]:
    """2020b is the second work of that author and year where the list prints no letters."""
    place = ord(year[-1]) - ord("a")
    ordered = sorted(found, key=lambda pair: pair[0].reference)
    return [ordered[place]] if len(ordered) > 1 and place < len(ordered) else []


_LEFT_NUMBER = re.compile(r"(\d{1,3})[.)]?\s(?=\D)")  # a label that was left in its line
_PRINTED_LABEL = re.compile(r"\[([^\[\]]{1,40})\]\s")


def _labels(references: Sequence[Reference]) -> dict[str, int]:
    """Label to reference; where a number stands in a list and in a note, the list has it."""
    labels: dict[str, int] = {}
    for role in ("list", "note"):
        for index, reference in enumerate(references):
            printed = _PRINTED_LABEL.match(reference.text)
            label = reference.label or (printed[1] if printed else "")
            if reference.role == role and label:
                labels.setdefault(label_key(label), index)
    if labels:
        for index, reference in enumerate(references):
            number = None if reference.label else _LEFT_NUMBER.match(reference.text)
            if number and reference.role == "list":
                labels.setdefault(number[1], index)
    return labels


def _table(pairs: Iterable[tuple[str, Work]]) -> dict[str, tuple[Work, ...]]:
    table: defaultdict[str, list[Work]] = defaultdict(list)
    for key, work in pairs:
        if not table[key] or table[key][-1] is not work:
            table[key].append(work)
    return {key: tuple(found) for key, found in table.items()}
