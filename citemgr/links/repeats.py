"""Which references print one work twice: a full citation in a note and the line of a list.

The line of the list stands for the work; without a list, the first note does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from citemgr.links.languages import AND, AND_OTHERS, LOCATOR_TERMS, PARTICLES
from citemgr.links.work import MOST_CANDIDATES, Work
from citemgr.model import Reference


def same_works(works: Sequence[Work], references: Sequence[Reference]) -> tuple[int, ...]:
    """For each reference, the one that stands for its work: the line of a list, else the first.

    Two lines of one list are two works, whatever they say: a callout names the line. A line that is
    only a callout is none of them.
    """
    standing = list(range(len(works)))
    by_word: defaultdict[str, list[Work]] = defaultdict(list)
    for work in sorted(works, key=lambda work: _wave(work, references)):
        wave = _wave(work, references)
        if wave:
            standing[work.reference] = _earlier(
                work, by_word, _names_only if wave == 1 else _is_same
            )
        if standing[work.reference] == work.reference:
            for word in {*work.head, *work.title[:4]} - PARTICLES:
                by_word[word].append(work)
    return tuple(standing)


def _wave(work: Work, references: Sequence[Reference]) -> int:
    """Lines of a list come first, then those of them so short that they may be callouts, then
    notes."""
    if references[work.reference].role != "list":
        return 2
    return int(len(work.bag) <= _SHORT)


_Same = Callable[[Work, Work], bool]


def _earlier(work: Work, by_word: Mapping[str, Sequence[Work]], is_same: _Same) -> int:
    """The reference that printed `work` before, or its own."""
    candidates = {
        other.reference: other
        for word in (*work.head, *work.title[:4])
        for other in by_word.get(word, ())[:MOST_CANDIDATES]
    }
    same = [other for other in candidates.values() if is_same(other, work)]
    return min((other.reference for other in same), default=work.reference)


def _is_same(first: Work, second: Work) -> bool:
    """Whether `second`, a note, prints the work of `first`: the same title, or the same words, or
    nothing but its author and year."""
    if first.year and second.year and first.year != second.year and second.year not in first.years:
        return False
    common = _common(first.title, second.title)
    if common >= 2 and common >= min(_TITLE, len(first.title), len(second.title)):
        return _share_author(first, second)
    if _is_part(first, second):
        return True
    shared = len(first.bag & second.bag) / max(1, min(len(first.bag), len(second.bag)))
    if not second.names and len(second.bag) <= _CALLOUT and _names_author(first, second):
        return True
    if len(second.bag) <= _SHORT and not _is_part(first, second):
        return _names_only(first, second)
    return shared >= _SAME_WORDS and _share_author(first, second)


def _common(first: Sequence[str], second: Sequence[str]) -> int:
    """How many words two titles begin with together."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False))
    return sum(1 for _ in pairs)


_TITLE = 5  # words by which two titles are one, whatever was read behind them


def _names_only(first: Work, second: Work) -> bool:
    """Whether `second` prints nothing but authors of `first`, its year and a place in it."""
    names = {word for name in first.names for word in name}
    heads = names | set(first.head[:8])
    known = heads | first.years | AND | AND_OTHERS | LOCATOR_TERMS.keys()
    strange = [word for word in second.bag if word not in known and not word.isdecimal()]
    years = not second.years.isdisjoint(first.years)
    return not strange and years and not second.bag.isdisjoint(heads - PARTICLES - AND)


def _is_part(first: Work, second: Work) -> bool:
    """Whether all words of `second` stand in `first`, whatever was taken for its author."""
    telling = {word for word in second.bag - LOCATOR_TERMS.keys() if not word.isdecimal()}
    return len(telling) >= _TELLING and telling <= first.bag


_TELLING = 4  # words that are no chance


def _names_author(first: Work, second: Work) -> bool:
    """Whether `second`, a few words without an author of its own, names that of `first` and its
    year: "on the whole chapter: Gould 1966"."""
    author = set(first.names[0]) if first.names else set()
    return bool(author) and author <= second.bag and first.year in second.years


_CALLOUT = 12  # different words of a note that is a callout with a remark
_SHORT = 7  # different words of a reference that is only author, year and page
_SAME_WORDS = 0.75  # of the words of the shorter reference, where titles were read differently


def _share_author(first: Work, second: Work) -> bool:
    if not first.names or not second.names:
        return True
    names = {word for name in second.names for word in name} | set(second.head)
    return not names.isdisjoint(first.names[0])
