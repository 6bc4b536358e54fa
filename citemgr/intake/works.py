"""Which references mean the same work, and under which key the library has it.

References are gathered into works first, across all scanned documents, and keys are given
afterwards: so a key is made from the fullest form in which a work is printed, in whatever order the
documents come. A reference means a work where the entries agree (`same_work`), where both would be
written alike, or where the library's entry stands word for word in the printed reference: so an
entry that was misread once and mended by hand is met again. Only works that share a trait (an
identifier, the beginning of the title, a name with a year) are compared, so that a reference costs
the same in a large library as in a small one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from citemgr.bibliography import DEFAULT_PATTERN, make_key, same_work
from citemgr.formats import write_entries
from citemgr.model import Entry, Scan
from citemgr.values import Date, Names

_IDENTIFIERS = ("doi", "isbn", "eprint", "url")

# Letters of a folded title that two prints of one work share, even when one of them is cut short.
_TITLE_LETTERS = 12

# What an entry without a title is known by, the first that it has.
_INSTEAD_OF_TITLE = ("journaltitle", "booktitle", "publisher", "howpublished", "note")

# A title is looked up in a printed reference by its first word of at least so many letters; shorter
# ones (articles, prepositions) are in every other title.
_TELLING_WORD = 4

# A key that BibTeX takes and a person would write; not the number or address of a database.
_FIT_KEY = re.compile(r"[^\W\d_][\w:.+-]{0,60}")

_WORD = re.compile(r"[^\W_]+")


@dataclass(slots=True, eq=False)
class Work:
    """One work: the entry that stands for it, and whether the library has it already.

    A known work has the library's own entry, which no reference changes; a new one gets its key in
    `give_keys`; `wanted` is the key it would have, were it not another work's.
    """

    entry: Entry
    known: bool
    wanted: str = ""


def gather(scans: Iterable[Scan], entries: Iterable[Entry]) -> list[tuple[Work, ...]]:
    """The work of each reference, scan by scan; `entries` are the library's."""
    shared: defaultdict[Hashable, list[Work]] = defaultdict(list)
    titled: defaultdict[str, list[Work]] = defaultdict(list)
    for entry in entries:
        known = Work(entry, known=True)
        _remember(known, entry, shared)
        if word := _telling_word(entry.text("title")):
            titled[word].append(known)
    gathered = []
    for scan in scans:
        works = []
        for reference, entry in zip(scan.references, _entries(scan), strict=True):
            work = _find(entry, shared) or _find_printed(entry, reference.text, titled)
            if work is None:
                work = Work(entry, known=False)
            elif not work.known:
                work.entry = _fuller(work.entry, entry)
            _remember(work, entry, shared)
            works.append(work)
        gathered.append(tuple(works))
    return gathered


def _entries(scan: Scan) -> Iterator[Entry]:
    """The entries of the references, keyed where the document itself cites them by a fit key."""
    cited = {each.key for citation in scan.document.citations for each in citation.cited}
    for reference in scan.references:
        entry = reference.entry
        kept = entry.key in cited and _FIT_KEY.fullmatch(entry.key)
        yield entry if kept else entry.with_key("")


def give_keys(
    gathered: Iterable[Iterable[Work]], entries: Iterable[Entry], pattern: str = DEFAULT_PATTERN
) -> dict[str, Entry]:
    """Give each new work a key that no other one has, nor one of the library's `entries`; the new
    entries by their keys, in the order in which they are met.

    A key by which a document itself cites the work is kept; else it is made from the entry by
    `pattern`.
    """
    used = {entry.key.lower() for entry in entries}
    new: dict[str, Entry] = {}
    for work in dict.fromkeys(chain.from_iterable(gathered)):
        if work.known:
            continue
        work.wanted = work.entry.key or make_key(work.entry, (), pattern)
        free = work.wanted.lower() not in used
        key = work.wanted if free else make_key(work.entry, used, pattern)
        work.entry = work.entry.with_key(key)
        used.add(key.lower())
        new[key] = work.entry
    return new


def _find(entry: Entry, shared: Mapping[Hashable, Sequence[Work]]) -> Work | None:
    for trait in _traits(entry):
        for work in shared.get(trait, ()):
            if same_work(work.entry, entry) or _form(work.entry) == _form(entry):
                return work
    return None


def _find_printed(entry: Entry, text: str, titled: Mapping[str, Sequence[Work]]) -> Work | None:
    """The work of the library whose title, first name and year all stand in the printed `text`."""
    words = [_letters(word) for word in _WORD.findall(text)]
    letters = "".join(words)
    for word in words:
        for work in titled.get(word, ()):
            found = work.entry
            name, year = _first_name(found), _year(found)
            facts = (_letters(found.text("title")), name, str(year or ""))
            if all(fact and fact in letters for fact in facts) and found.type == entry.type:
                return work
    return None


def _remember(work: Work, entry: Entry, shared: defaultdict[Hashable, list[Work]]) -> None:
    for trait in _traits(entry):
        if work not in shared[trait]:
            shared[trait].append(work)


def _traits(entry: Entry) -> Iterator[Hashable]:
    """By what a work can be met again, the surest first."""
    for name in _IDENTIFIERS:
        if value := entry.text(name):
            yield name, value.casefold().rstrip("/")
    title = _letters(entry.text("title") + entry.text("subtitle"))
    name, year = _first_name(entry), _year(entry)
    if title:
        yield "title", title[:_TITLE_LETTERS]
    else:
        others = (_letters(entry.text(field)) for field in _INSTEAD_OF_TITLE)
        yield "untitled", next(filter(None, others), "")[:_TITLE_LETTERS], year
    if name and year:
        yield "name", name, year


def _form(entry: Entry) -> str:
    """The entry as it is written, which outlives being written and read again."""
    return write_entries([entry.with_key("x")], "bibtex")


def _first_name(entry: Entry) -> str:
    names = entry.fields.get("author") or entry.fields.get("editor")
    if not isinstance(names, Names) or not names.names:
        return ""
    return _letters(names.names[0].family or names.names[0].literal)


def _year(entry: Entry) -> int | None:
    date = entry.fields.get("date")
    return date.year if isinstance(date, Date) else None


def _telling_word(title: str) -> str:
    words = (_letters(word) for word in _WORD.findall(title))
    return next((word for word in words if len(word) >= _TELLING_WORD), "")


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in folded if each.isalnum())


def _fuller(first: Entry, second: Entry) -> Entry:
    """The entry that prints more of the work, with what only the other one prints."""
    more, less = (second, first) if len(second.fields) > len(first.fields) else (first, second)
    return replace(more, key=first.key or second.key, fields={**less.fields, **more.fields})
