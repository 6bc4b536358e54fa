"""Which reference does a printed name, year, label, title or address mean?

An index over the references of a document. A reference is found by what its entry says and, where
the entry is wrong or poor, by the words at the head of its printed text, so that a link does not
depend on a perfect parse. References that print one work twice (a note and a list) are one work
here; the line of the list stands for both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citemgr.links.folding import fold, label_key, words
from citemgr.links.languages import AND, AND_OTHERS, FORTHCOMING, LOCATOR_TERMS, NO_DATE, PARTICLES
from citemgr.model import Entry, Reference
from citemgr.values import Date, Name, Names

_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?:\s?([a-z])(?![a-z]))?(?!\d)")
_ADDRESS = re.compile(r"\S*(?:https?:|www\.|doi)\S*|10\.\d{4,}\S*")
_HEAD_WORDS = 14  # authors stand among the first words of a reference, whatever its style
_CREATORS = ("author", "editor", "translator", "organization", "institution", "publisher")


@dataclass(frozen=True, slots=True)
class Work:
    """One cited work: the index of its reference and the folded words by which it is called.

    `names` holds the words of each creator's family name, first creator first; `head` the first
    words of the printed reference, `bag` all; `years` every year it prints, `year` the entry's own.
    """

    reference: int
    names: tuple[tuple[str, ...], ...]
    acronyms: frozenset[str]
    head: tuple[str, ...]
    years: frozenset[str]
    year: str
    title: tuple[str, ...]
    url: str
    parsed: bool
    bag: frozenset[str]


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
    works = [_work(index, reference) for index, reference in enumerate(references)]
    standing = _same_works(works, references)
    own = tuple(work for work in works if standing[work.reference] == work.reference)
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


def name_words(names: str) -> list[str]:
    """The folded words of `names` without what joins them; all where nothing else is left."""
    called = [word for word in words(names) if word not in AND_OTHERS]
    return [word for word in called if word not in AND] or called


def fit(work: Work, called: Sequence[str], year: str) -> float:
    """How well names and year fit a work; a year that is not the entry's own counts less."""
    if not called:
        return 0.0
    return agreement(work, called) - (0.0 if work.year in ("", year) else _OTHER_YEAR)


_OTHER_YEAR = 0.15  # the year stands in the reference, but the entry has another


def candidates(works: Works, called: Sequence[str], year: str) -> list[Work]:
    """The works of `year` that the words `called` can name: by their names, else, for the sake of
    inflected names, any of that year."""
    named = [work for work in _named(works, called) if year in work.years]
    return named or list(works.by_year.get(year, ())[:MOST_CANDIDATES])


MOST_CANDIDATES = 50  # works that share a name or a year; more are not told apart by it


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


LEAST_AGREEMENT = 0.6  # below, a name of the callout is not among the creators


def agreement(work: Work, called: Sequence[str]) -> float:
    """The share of the words `called` that the creators of `work` account for, 0 to 1; 0 where the
    first creator is not among them."""
    telling = [w for w in called if w not in PARTICLES and (len(w) > 1 or not w.isascii())]
    telling = telling or list(called)
    for acronym in work.acronyms:
        if acronym in telling:
            return 1.0
    if not work.names:
        return _head_agreement(work, telling) if work.parsed else 0.0
    first = work.names[0]
    firsts = [word for word in first if word not in PARTICLES] or list(first)
    hits = sum(any(same_name(word, name) for word in telling) for name in firsts)
    if hits < max(1, (len(firsts) + 1) // 2):
        return _head_agreement(work, telling) * 0.9
    known = [word for name in work.names for word in name] + list(work.head)
    return sum(any(same_name(word, name) for name in known) for word in telling) / len(telling)


def same_name(printed: str, name: str) -> bool:
    """Whether the folded word `printed` is `name`, or `name` with an inflection after it."""
    if printed == name:
        return True
    if len(name) < 3 or len(printed) < 3:
        return len(name) >= 2 and ord(name[0]) > 0x2E80 and printed.endswith(name)
    if printed.startswith(name):
        return len(printed) - len(name) <= _INFLECTION
    if ord(name[0]) > 0x2E80:
        return printed.endswith(name)
    # Slavic endings replace the last vowel: "Ленина", "Кантом", "Nováka" of "Novák".
    stem = name[:-1]
    return (
        len(stem) >= 4 and printed.startswith(stem) and 0 < len(printed) - len(stem) <= _INFLECTION
    )


_INFLECTION = 2  # letters: genitive s, Slavic case endings


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


def _work(index: int, reference: Reference) -> Work:
    entry = reference.entry
    names = _creators(entry)
    heads = words(reference.text[:200])[:_HEAD_WORDS]
    years = {year + letter for year, letter in _YEAR.findall(reference.text)}
    years |= {year[:4] for year in years}
    folded = fold(reference.text)
    years |= {_bare(term) for term in (*NO_DATE, *FORTHCOMING) if fold(term) in folded}
    year = _entry_year(entry)
    title = words(entry.text("title"))
    return Work(
        reference=index,
        names=names,
        acronyms=frozenset(_acronyms(entry, reference.text)),
        head=heads,
        years=frozenset(years | ({year} if year else set())),
        year=year,
        title=title,
        url=address(entry.text("url")),
        parsed=bool(heads),
        bag=frozenset(words(_ADDRESS.sub(" ", reference.text))) - PARTICLES,
    )


def address(url: str) -> str:
    """An address as compared: without scheme, `www.`, fragment, closing slash and stops."""
    bare = re.sub(r"^[a-z]+://(?:www\.)?", "", url.strip().casefold())
    return bare.split("#")[0].rstrip("/.,;)")


def _bare(term: str) -> str:
    return re.sub(r"[\s.]", "", fold(term))


no_date_key = _bare


def _entry_year(entry: Entry) -> str:
    date = entry.fields.get("date") or entry.fields.get("year")
    if isinstance(date, Date):
        return str(date.year)
    found = _YEAR.search(date) if isinstance(date, str) else None
    return found[1] if found else ""


def _creators(entry: Entry) -> tuple[tuple[str, ...], ...]:
    for role in _CREATORS[:3]:
        value = entry.fields.get(role)
        if isinstance(value, Names) and value.names:
            return tuple(filter(None, (_family(name) for name in value.names)))
        if isinstance(value, str) and value.strip():
            return tuple(filter(None, (words(part) for part in re.split(r"\band\b|;", value))))
    return ()


def _family(name: Name) -> tuple[str, ...]:
    return words(name.literal or f"{name.prefix} {name.family}")


def _acronyms(entry: Entry, text: str) -> Iterable[str]:
    """The initials of a corporate creator, and an acronym that the reference prints in brackets."""
    for role in _CREATORS:
        value = entry.fields.get(role)
        bodies = [name.literal for name in value.names] if isinstance(value, Names) else [value]
        for body in bodies:
            capitals = re.findall(r"\b[A-ZÀ-ÞА-ЯĀ-Ž]", body) if isinstance(body, str) else []
            if len(capitals) >= 2:
                yield fold("".join(capitals))
            initials = (
                [word[0] for word in words(body) if word not in PARTICLES]
                if isinstance(body, str)
                else []
            )
            if len(initials) >= 3:
                yield "".join(initials)
    yield from (fold(found) for found in re.findall(r"[\[(]([A-ZÀ-ÞА-Я]{2,8})[\])]", text))


def _head_agreement(work: Work, telling: Sequence[str]) -> float:
    """How far the first words of the printed reference account for the words of a callout."""
    if not any(same_name(word, head) for word in telling[:2] for head in work.head[:4]):
        return 0.0
    known = sum(any(same_name(word, head) for head in work.head) for word in telling)
    return known / len(telling)


def _name_words(work: Work) -> set[str]:
    named = {word for name in work.names[:1] for word in name if word not in PARTICLES}
    return named | set(work.acronyms) | set(work.head[:2])


def _by_letter(found: Sequence[tuple[Work, float]], year: str) -> list[tuple[Work, float]]:
    """2020b is the second work of that author and year where the list prints no letters."""
    place = ord(year[-1]) - ord("a")
    ordered = sorted(found, key=lambda pair: pair[0].reference)
    return [ordered[place]] if len(ordered) > 1 and place < len(ordered) else []


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
    return labels


def _same_works(works: Sequence[Work], references: Sequence[Reference]) -> tuple[int, ...]:
    """For each reference, the one that stands for its work: the line of a list, else the first.

    Two lines of one list are two works, whatever they say: a callout names the line. A line that is
    only a callout is none of them.
    """
    standing = list(range(len(works)))
    by_word: defaultdict[str, list[Work]] = defaultdict(list)
    listed = [references[work.reference].role == "list" for work in works]
    for repeats in (False, True):
        for work, in_list in zip(works, listed, strict=True):
            if repeats is (in_list and len(work.bag) > _SHORT):
                continue
            if repeats:
                standing[work.reference] = _earlier(work, by_word)
            if standing[work.reference] == work.reference:
                for word in {*work.head, *work.title[:4]} - PARTICLES:
                    by_word[word].append(work)
    return tuple(standing)


def _earlier(work: Work, by_word: Mapping[str, Sequence[Work]]) -> int:
    """The reference that printed `work` before, or its own."""
    candidates = {
        other.reference: other
        for word in (*work.head, *work.title[:4])
        for other in by_word.get(word, ())[:MOST_CANDIDATES]
    }
    same = [other for other in candidates.values() if _is_same(other, work)]
    return min((other.reference for other in same), default=work.reference)


def _is_same(first: Work, second: Work) -> bool:
    """Whether `second`, a note, prints the work of `first`: the same title, or the same words, or
    nothing but its author and year."""
    if first.year and second.year and first.year != second.year:
        return False
    if len(second.title) >= 2 and first.title[: len(second.title)] == second.title:
        return _share_author(first, second)
    shared = len(first.bag & second.bag) / max(1, min(len(first.bag), len(second.bag)))
    if len(second.bag) <= _SHORT:
        return _names_only(first, second)
    return shared >= _SAME_WORDS and _share_author(first, second)


def _names_only(first: Work, second: Work) -> bool:
    """Whether `second` prints nothing but authors of `first`, its year and a place in it."""
    names = {word for name in first.names for word in name}
    known = names | set(first.head[:8]) | first.years | AND | AND_OTHERS | LOCATOR_TERMS.keys()
    strange = [word for word in second.bag if word not in known and not word.isdecimal()]
    years = not second.years.isdisjoint(first.years)
    return not strange and years and not second.bag.isdisjoint(names)


_SHORT = 7  # different words of a reference that is only author, year and page
_SAME_WORDS = 0.75  # of the words of the shorter reference, where titles were read differently


def _share_author(first: Work, second: Work) -> bool:
    if not first.names or not second.names:
        return True
    names = {word for name in second.names for word in name} | set(second.head)
    return not names.isdisjoint(first.names[0])


def _table(pairs: Iterable[tuple[str, Work]]) -> dict[str, tuple[Work, ...]]:
    table: defaultdict[str, list[Work]] = defaultdict(list)
    for key, work in pairs:
        if not table[key] or table[key][-1] is not work:
            table[key].append(work)
    return {key: tuple(found) for key, found in table.items()}
