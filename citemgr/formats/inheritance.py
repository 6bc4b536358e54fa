"""Fields that an entry has from another one: `crossref` and `xdata` of BibLaTeX (manual, sections
2.2.3, 2.4.1 and appendix B).

In the library such an entry stays as it is. Where it is checked, or written in a format that has no
such links, it gets what it inherits: a part gets the title of its whole as `booktitle`, `maintitle`
or `journaltitle`, and every other field that it lacks under its own name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from citemgr.model import Entry, Finding
from citemgr.values import Value

_PARTS = "inbook bookinbook suppbook incollection suppcollection inreference inproceedings".split()
_IN_ONE = "book collection reference proceedings".split()
_IN_SEVERAL = "mvbook mvcollection mvreference mvproceedings".split()
# From what an entry before it may inherit; what stands behind it may be of any type.
_HANDING_DOWN = frozenset([*_IN_ONE, *_IN_SEVERAL, "periodical", "xdata"])
# What the title of a whole is in its part: whole -> parts, field.
_TITLES = (
    (_IN_ONE, _PARTS, "booktitle"),
    (_IN_SEVERAL, [*_PARTS, *_IN_ONE], "maintitle"),
    (["periodical"], ["article", "suppperiodical", "review"], "journaltitle"),
)
_TITLE_OF = {
    (whole, part): field for wholes, parts, field in _TITLES for whole in wholes for part in parts
}
_TITLES_OF_PART = {"booktitle": "booksubtitle", "maintitle": "mainsubtitle",
                   "journaltitle": "journalsubtitle"}  # fmt: skip
# The author of a book is that of its parts, and is said to be the book's own too.
_OWN_BOOKS = frozenset({(whole, part) for whole in ("book", "mvbook") for part in _PARTS[:3]})
# What describes the other entry alone.
_NOT_INHERITED = frozenset(
    "crossref xref xdata ids entryset entrysubtype execute label options presort related "
    "relatedoptions relatedstring relatedtype shortauthor shorteditor shorthand shorthandintro "
    "shorttitle sortkey sortname sorttitle sortyear indextitle indexsorttitle "
    "pages pagetotal abstract annotation keywords file".split()
)
# Said otherwise in a part.
_TITLES_OF_WHOLE = frozenset({"title", "subtitle", "titleaddon"})
_DATES = frozenset({"date", "year"})
_LINKS = ("xdata", "crossref")


def inherited(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with what they inherit, and without those that only hold data for others
    (`xdata`). A link that leads nowhere, or in a circle, stays as it is."""
    return (each for each in inherited_stream(entries) if isinstance(each, Entry))


def inherited_stream(records: Iterable[Entry | Finding]) -> Iterator[Entry | Finding]:
    """The same for a stream of entries and findings.

    Entries come through as they are until the first that inherits: that one, and all that follow,
    wait for the end, for what it inherits from stands behind it.
    """
    by_key: dict[str, Entry] = {}
    rest = iter(records)
    waiting: list[Entry] = []
    for record in rest:
        if isinstance(record, Finding):
            yield record
            continue
        if waiting or _links(record):
            waiting.append(record)
        elif record.type != "xdata":
            yield record
        if waiting or record.type in _HANDING_DOWN:
            by_key.setdefault(record.key.lower(), record)
    done: dict[str, Entry] = {}
    for entry in waiting:
        if entry.type != "xdata":
            yield _whole(entry, by_key, done)


def _links(entry: Entry) -> list[tuple[str, str]]:
    """Each link with the key that it leads to; `xdata` may name several."""
    return [
        (link, key.strip().lower())
        for link in _LINKS
        for key in entry.text(link).split(",")
        if key.strip()
    ]


def _whole(entry: Entry, by_key: Mapping[str, Entry], done: dict[str, Entry]) -> Entry:
    """The entry with what it inherits, from the far end of its links to the near one."""
    chain = [entry]
    path = {entry.key.lower()}
    while chain:
        last = chain[-1]
        next_one = next(
            (
                by_key[key]
                for _, key in _links(last)
                if key in by_key and key not in done and key not in path
            ),
            None,
        )
        if next_one is not None:
            chain.append(next_one)
            path.add(next_one.key.lower())
            continue
        for link, key in _links(last):
            if key in done:
                last = _with(last, done[key], link)
        done[chain.pop().key.lower()] = last
        path.discard(last.key.lower())
    return last


def _with(entry: Entry, other: Entry, link: str) -> Entry:
    """The entry with what it has from the `other` one."""
    fields: dict[str, Value] = dict(entry.fields)
    dated = bool(_DATES & fields.keys())
    for name, value in _handed_down(entry, other, link):
        if name not in fields and not (dated and name in _DATES):
            fields[name] = value
    left = [key for key in entry.text(link).split(",") if key.strip().lower() != other.key.lower()]
    if left:
        fields[link] = ",".join(left).strip()
    else:
        del fields[link]
    return replace(entry, fields=fields)


def _handed_down(entry: Entry, other: Entry, link: str) -> Iterator[tuple[str, Value]]:
    """What the `other` entry has for this one, under the names that it has there."""
    if link == "xdata":
        yield from other.fields.items()
        return
    title = _TITLE_OF.get((other.type, entry.type))
    if title is not None and "title" in other.fields:
        yield title, other.fields["title"]
        if "subtitle" in other.fields:
            yield _TITLES_OF_PART[title], other.fields["subtitle"]
    if (other.type, entry.type) in _OWN_BOOKS and "author" in other.fields:
        yield "bookauthor", other.fields["author"]
    said = _TITLES_OF_WHOLE if title else frozenset()
    for name, value in other.fields.items():
        if name not in _NOT_INHERITED and name not in said:
            yield name, value
