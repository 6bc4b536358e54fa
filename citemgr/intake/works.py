"""Which references mean the same work, and under which key the library has it.

References are gathered into works first, across all scanned documents, and keys are given
afterwards: so a key is made from the fullest form in which a work is printed, in whatever order the
documents come. Only works that share a trait (an identifier, the beginning of the title, a name
with a year) are compared, so that a reference costs the same in a large library as in a small one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, replace

from citemgr.bibliography import make_key, same_work
from citemgr.model import Entry, Scan
from citemgr.values import Date, Names

_IDENTIFIERS = ("doi", "isbn", "eprint", "url")

# Letters of a folded title that two prints of one work share, even when one of them is cut short.
_TITLE_LETTERS = 12

_NO_LETTER = re.compile(r"[\W_]+")


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
    for entry in entries:
        _remember(Work(entry, known=True), entry, shared)
    gathered = []
    for scan in scans:
        works = []
        for entry in _entries(scan):
            work = _find(entry, shared)
            if work is None:
                work = Work(entry, known=False)
            elif not work.known:
                work.entry = _fuller(work.entry, entry)
            _remember(work, entry, shared)
            works.append(work)
        gathered.append(tuple(works))
    return gathered


def _entries(scan: Scan) -> Iterator[Entry]:
    """The entries of the references, keyed where the document itself cites them by a key."""
    cited = {each.key for citation in scan.document.citations for each in citation.cited}
    for reference in scan.references:
        entry = reference.entry
        yield entry if entry.key in cited else entry.with_key("")


def give_keys(works: Iterable[Work], taken: Iterable[str]) -> None:
    """Give each of the new `works` a key of its own, which is not among `taken`.

    A key by which a document itself cites the work is kept; else it is made from the entry.
    """
    used = set(taken)
    for work in works:
        wanted = work.entry.key or make_key(work.entry, ())
        key = wanted if wanted not in used else make_key(work.entry, used)
        work.wanted = wanted
        work.entry = work.entry.with_key(key)
        used.add(key)


def _find(entry: Entry, shared: defaultdict[Hashable, list[Work]]) -> Work | None:
    for trait in _traits(entry):
        for work in shared.get(trait, ()):
            if same_work(work.entry, entry):
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
    if title:
        yield "title", title[:_TITLE_LETTERS]
    names = entry.fields.get("author") or entry.fields.get("editor")
    date = entry.fields.get("date")
    if isinstance(names, Names) and names.names and isinstance(date, Date):
        yield "name", _letters(names.names[0].family or names.names[0].literal), date.year


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return _NO_LETTER.sub("", "".join(each for each in folded if not unicodedata.combining(each)))


def _fuller(first: Entry, second: Entry) -> Entry:
    """The entry that prints more of the work, with what only the other one prints."""
    more, less = (second, first) if len(second.fields) > len(first.fields) else (first, second)
    return replace(more, key=first.key or second.key, fields={**less.fields, **more.fields})
