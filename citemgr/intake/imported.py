"""Quotations that a file of another program keeps (Citavi's knowledge items), as stored quotations.

Their target is the file that kept them, for no document of ours quotes them; there is no position
in it. One that the library has already, the same words of the same entry, is not added again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from citemgr.bibliography.merging import Merged
from citemgr.formats import Quoted
from citemgr.intake.annotations import Annotation, passage_id
from citemgr.model import Entry, Locator

# Marks in which a reader sets what is quoted.
_PAIRS = frozenset({"“”", "„“", "„”", "«»", "»«", "””", '""', "「」"})


def keys_given(entries: Iterable[Entry], merged: Merged) -> list[str]:
    """The key under which the library has each of the `entries` that were merged into it."""
    known = {id(entry): own.key for entry, own in merged.known}
    added = iter(merged.added)
    return [known[id(entry)] if id(entry) in known else next(added).key for entry in entries]


def new_quotations(
    quoted: Iterable[Quoted], keys: Sequence[str], source: str, stored: Collection[Annotation]
) -> Iterator[Annotation]:
    """Those of `quoted` that are not among the `stored`; `keys` are those of the file's entries,
    `source` is its path relative to the library's folder."""
    known = {(each.key, _folded(each.exact)) for each in stored}
    ids = {each.id for each in stored}
    for each in quoted:
        key, text = keys[each.entry], _without_marks(each.text)
        if (key, _folded(text)) in known:
            continue
        known.add((key, _folded(text)))
        identity = _free_id(text, ids)
        ids.add(identity)
        extra: Mapping[str, str] = {"label": each.label} if each.label else {}
        locator = Locator("page", each.pages) if each.pages else None
        yield Annotation(identity, source, text, "", "", 0, 0, key, locator, extra)


def _without_marks(text: str) -> str:
    """The words without the marks that a reader set around the whole of them."""
    inner = text[1:-1]
    if text[:1] + text[-1:] in _PAIRS and text[0] not in inner and text[-1] not in inner:
        return inner.strip()
    return text


def _free_id(text: str, taken: Collection[str]) -> str:
    repetition = 0
    while (identity := passage_id(text, "", "", repetition)) in taken:
        repetition += 1
    return identity


def _folded(text: str) -> str:
    return " ".join(text.split())
