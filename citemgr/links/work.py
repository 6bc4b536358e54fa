"""A cited work as callouts call it: the words of its names, its years, its title, its address.

Whether a callout means a work is decided by what its entry says and, where the entry is wrong or
poor, by the words at the head of the printed reference: no link depends on a perfect parse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from citemgr.links.folding import fold, words
from citemgr.links.languages import AND, AND_OTHERS, FORTHCOMING, NO_DATE, PARTICLES
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
    known: Mapping[str, tuple[str, ...]]  # names and first words, by their first two letters
    heads: Mapping[str, tuple[str, ...]]  # the first words, likewise


def work_of(index: int, reference: Reference) -> Work:
    """The work that `reference`, the one at `index` of the document, prints."""
    entry = reference.entry
    names = _creators(entry)
    heads = words(reference.text[:200])[:_HEAD_WORDS]
    years = {year + letter for year, letter in _YEAR.findall(reference.text)}
    years |= {year[:4] for year in years}
    folded = fold(reference.text)
    years |= {_bare(term) for term in (*NO_DATE, *FORTHCOMING) if fold(term) in folded}
    year = _entry_year(entry)
    title = words(f"{entry.text('title')} {entry.text('subtitle')}")
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
        known=_by_beginning([*(word for name in names for word in name), *heads]),
        heads=_by_beginning(heads),
    )


def _by_beginning(printed: Sequence[str]) -> Mapping[str, tuple[str, ...]]:
    """Words by what an inflected form of theirs begins with; ideographs under no letter at all."""
    table: dict[str, tuple[str, ...]] = {}
    for word in dict.fromkeys(printed):
        key = "" if ord(word[0]) > _WIDE else word[:2]
        table[key] = (*table.get(key, ()), word)
    return table


_WIDE = 0x2E80  # code point from which on scripts do not part words


def _is_among(printed: str, table: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the folded word `printed` is one of a table's words, inflected or not."""
    return any(same_name(printed, name) for name in table.get(printed[:2], ())) or any(
        same_name(printed, name) for name in table.get("", ())
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
    return sum(_is_among(word, work.known) for word in telling) / len(telling)


def same_name(printed: str, name: str) -> bool:
    """Whether the folded word `printed` is `name`, or `name` with an inflection after it."""
    if printed == name:
        return True
    if len(name) < 3 or len(printed) < 3:
        return len(name) >= 2 and ord(name[0]) > _WIDE and printed.endswith(name)
    if printed.startswith(name):
        return len(printed) - len(name) <= _INFLECTION
    if ord(name[0]) > _WIDE:
        return printed.endswith(name)
    # Slavic endings replace the last vowel: "Ленина", "Кантом", "Nováka" of "Novák".
    stem = name[:-1]
    return (
        len(stem) >= 4 and printed.startswith(stem) and 0 < len(printed) - len(stem) <= _INFLECTION
    )


_INFLECTION = 2  # letters: genitive s, Slavic case endings


def _head_agreement(work: Work, telling: Sequence[str]) -> float:
    """How far the first words of the printed reference account for the words of a callout."""
    if not any(same_name(word, head) for word in telling[:2] for head in work.head[:4]):
        return 0.0
    return sum(_is_among(word, work.heads) for word in telling) / len(telling)


MOST_CANDIDATES = 50  # works that share a name or a year; more are not told apart by it
