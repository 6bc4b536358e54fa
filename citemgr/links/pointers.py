"""All callouts of a document, in the order of the text, each with the works it names.

The families find pointers; overlapping ones are settled by the order of `FAMILIES`. What only the
order of reading can tell (ibid., op. cit., what a note names) is settled here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from citemgr.links.families import FAMILIES
from citemgr.links.families.author_page import name_before
from citemgr.links.folding import label_key
from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.links.works import by_author
from citemgr.model import Style, Target


def find_pointers(reading: Reading) -> tuple[Pointer, ...]:
    """The callouts of `reading`, sorted by place, with what they name as far as it is printed."""
    claimed = _claimed(reading)
    return tuple(_name_notes(reading, _name_back_references(reading, claimed)))


def _claimed(reading: Reading) -> list[Pointer]:
    """The pointers of all families, without those that overlap one of an earlier family; what leads
    to a work goes before what only looks like a callout."""
    found = [list(family(reading)) for family in FAMILIES]
    leading = [[p for p in pointers if _leads(p)] for pointers in found]
    others = [[p for p in pointers if not _leads(p)] for pointers in found]
    kept: list[Pointer] = []
    for pointers in (*leading, *others):
        starts = [pointer.span.start for pointer in kept]
        fresh: list[Pointer] = []
        for pointer in sorted(pointers, key=lambda p: (p.span.start, -p.span.end)):
            if fresh and pointer.span.start < fresh[-1].span.end:
                continue
            at = bisect_left(starts, pointer.span.end) - 1
            if at < 0 or kept[at].span.end <= pointer.span.start:
                fresh.append(pointer)
        kept = sorted(kept + fresh, key=lambda p: p.span.start)
    return kept


def _leads(pointer: Pointer) -> bool:
    """Whether a pointer leads to a work, now or when the chain is known."""
    named = any(target.reference is not None for target in pointer.targets)
    return named or pointer.bare or bool(pointer.again)


def _name_back_references(reading: Reading, pointers: Sequence[Pointer]) -> list[Pointer]:
    """Ibid. and its kin take the work of the pointer before them; a note is read at its anchor."""
    named: list[Pointer] = list(pointers)
    last: Target | None = None
    recent: dict[int, int] = {}
    of_note: dict[int, Target] = {}
    silent = silent_notes(reading, pointers)
    for step, at in enumerate(
        sorted(range(len(pointers)), key=lambda i: _when(reading, pointers[i]))
    ):
        pointer = pointers[at]
        if pointer.again == "body" and int(pointer.names) in silent:
            last = None  # the note cites a work that was not made out: no "ibid." may skip it
        note = reading.note_at(pointer.span.start)
        if pointer.again and pointer.again != "body":
            found = _meant(reading, pointer, last, recent, of_note)
            named[at] = pointer = _with_work(pointer, found)
        works = [target for target in pointer.targets if target.reference is not None]
        if works and pointer.again != "body":
            last = works[-1]
            for target in works:
                recent[target.reference or 0] = step
            of_note.setdefault(note, works[0])
    return named


_CITES = re.compile(r"\b(?:1[4-9]|20)\d\d\b|\b(?:pp?|S|с|fols?|ff?|bl|л)\.\s?\d|\bbox\s\d", re.I)


def silent_notes(reading: Reading, pointers: Sequence[Pointer]) -> set[int]:
    """The notes that print a year or a page and name no work that is known."""
    speaking = {reading.note_at(pointer.span.start) for pointer in pointers if _leads(pointer)}
    return {
        index
        for index, note in enumerate(reading.notes)
        if index not in speaking and _CITES.search(reading.text, *note.span)
    }


def _when(reading: Reading, pointer: Pointer) -> tuple[int, int]:
    """When a pointer is read: where it stands, or where the anchor of its note does."""
    note = reading.note_at(pointer.span.start)
    anchors = reading.notes[note].anchors if note >= 0 else ()
    return (anchors[0].start if anchors else pointer.span.start, pointer.span.start)


def _meant(
    reading: Reading,
    pointer: Pointer,
    last: Target | None,
    recent: dict[int, int],
    of_note: dict[int, Target],
) -> Target | None:
    if pointer.again == "note":
        wanted = label_key(pointer.names)
        for index, note in enumerate(reading.notes):
            if label_key(note.label) == wanted and index in of_note:
                return of_note[index]
        return None
    if pointer.again == "author":
        candidates = [
            work for work, score in by_author(reading.works, pointer.names) if score > 0.5
        ]
        cited = [work for work in candidates if work.reference in recent]
        if cited:
            return Target(max(cited, key=lambda work: recent[work.reference]).reference)
        return Target(candidates[0].reference) if len(candidates) == 1 else None
    return last


def _with_work(pointer: Pointer, found: Target | None) -> Pointer:
    """`pointer` naming the work found; ibid. without a page repeats the page too."""
    if found is None:
        return replace(pointer, missing="nothing is cited before it")
    own = pointer.targets[0].locator if pointer.targets else None
    same_page = found.locator if pointer.again == "same" else None
    return replace(pointer, targets=(Target(found.reference, own or same_page),))


def _name_notes(reading: Reading, pointers: Sequence[Pointer]) -> Iterator[Pointer]:
    """Anchors of notes name what the pointers in the note's body name."""
    bodies: dict[int, list[Pointer]] = {}
    for pointer in pointers:
        note = reading.note_at(pointer.span.start)
        if note >= 0:
            bodies.setdefault(note, []).append(pointer)
    for pointer in pointers:
        if pointer.style is Style.NOTE:
            yield _anchor(reading, pointer, bodies.get(int(pointer.names), []))
        else:
            yield pointer


def _anchor(reading: Reading, pointer: Pointer, body: Sequence[Pointer]) -> Pointer:
    label = reading.notes[int(pointer.names)].label
    targets = tuple(target for inner in body for target in inner.targets)
    certain = [inner for inner in body if inner.targets]
    certainty = certain[0].certainty if certain else 0.0
    if not certain:
        return _page_alone(reading, pointer, label)
    why = f"note {label}: {certain[0].why}"
    return replace(pointer, targets=targets, certainty=certainty, why=why)


def _page_alone(reading: Reading, pointer: Pointer, label: str) -> Pointer:
    """A note that is only a page; its work is named before the anchor, or earlier."""
    body = reading.notes[int(pointer.names)].span.of(reading.text).strip(" \n\r\t.")
    read = read_locator(body)
    if read is None or read[1] < len(body):
        return replace(pointer, certainty=0.0, why=f"note {label} names no work")
    target, named = Target(None, read[0]), name_before(reading, pointer.span.start)
    why = f"note {label} gives the page"
    if named is None:
        return replace(pointer, targets=(target,), bare=True, certainty=0.9, why=why)
    return replace(
        pointer,
        targets=(Target(named[0], read[0]),),
        certainty=0.9,
        why=f"{why}, the author stands before it",
    )
