"""Entries from elsewhere into a library: what is the same work is not added twice.

Works are compared only where they share a trait (an identifier, a name with a year, the beginning
of a title), so that an entry costs the same in a large library as in a small one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass

from citemgr.bibliography.keys import DEFAULT_PATTERN, fold, make_key
from citemgr.bibliography.library import Library, add
from citemgr.bibliography.works import same_work
from citemgr.formats import write_entries
from citemgr.model import Entry
from citemgr.values import Date, Names

# A key that every TeX takes.
_FIT_KEY = re.compile(r"[^\W\d_][\w:.+/-]{0,60}")
# Letters of a title that two prints of one work share.
_TITLE_LETTERS = 16
_IDENTIFIERS = ("doi", "isbn", "pmid", "eprint", "url")


@dataclass(frozen=True, slots=True)
class Merged:
    """The library with what was new, the entries added, and those that it had, each with the
    library's own."""

    library: Library
    added: tuple[Entry, ...]
    known: tuple[tuple[Entry, Entry], ...]


class WorkIndex:
    """Entries, to be asked for the one that describes the same work."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_trait: defaultdict[Hashable, list[Entry]] = defaultdict(list)
        for entry in entries:
            self.put(entry)

    def put(self, entry: Entry) -> None:
        """Let `entry` be found."""
        for trait in _traits(entry):
            self._by_trait[trait].append(entry)

    def find(self, entry: Entry) -> Entry | None:
        """The entry that describes the same work, or None."""
        for trait in _traits(entry):
            for other in self._by_trait.get(trait, ()):
                if same_work(other, entry) or _form(other) == _form(entry):
                    return other
        return None


def merge(library: Library, entries: Iterable[Entry], pattern: str = DEFAULT_PATTERN) -> Merged:
    """The library with those of `entries` whose works it has not; a key that is fit and free is
    kept, else one is made."""
    taken = {entry.key.lower() for entry in library.entries}
    index = WorkIndex(library.entries)
    added: list[Entry] = []
    known: list[tuple[Entry, Entry]] = []
    for entry in entries:
        if (same := index.find(entry)) is not None:
            known.append((entry, same))
            continue
        fit = _FIT_KEY.fullmatch(entry.key) and entry.key.lower() not in taken
        entry = entry if fit else entry.with_key(make_key(entry, taken, pattern))
        taken.add(entry.key.lower())
        index.put(entry)
        added.append(entry)
    return Merged(add(library, added), tuple(added), tuple(known))


def _form(entry: Entry) -> str:
    """The entry as it is written, by which one that says little of its work is known again."""
    return write_entries([entry.with_key("x")], "bibtex")


def _traits(entry: Entry) -> Iterator[Hashable]:
    for name in _IDENTIFIERS:
        if value := entry.text(name):
            yield name, re.sub(r"[^\w./:?=&]", "", value.casefold()).rstrip("/")
    date = entry.fields.get("date")
    year = date.year if isinstance(date, Date) else entry.text("date") or entry.text("year")
    title = fold(f"{entry.text('title')}{entry.text('subtitle')}")[:_TITLE_LETTERS]
    if title:
        yield "title", title, year
    names = entry.fields.get("author") or entry.fields.get("editor")
    if isinstance(names, Names) and names.names:
        yield "name", fold(names.names[0].family or names.names[0].literal), year, title[:4]
    elif not title:
        yield "form", _form(entry)
