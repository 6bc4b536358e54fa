"""What scanned documents would change in a library: worked out before anything is written.

Every reference gets the key under which the library has its work, or will have it; every quotation
gets the id under which it is stored. A plan is data: the same scans, library and stored quotations
give the same plan, and the plan of a second scan changes nothing.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from citemgr.bibliography import Library
from citemgr.intake.annotations import Annotation
from citemgr.intake.passages import identify, passage
from citemgr.intake.rules import key_clash
from citemgr.intake.works import Work, gather, give_keys
from citemgr.model import Entry, Finding, Kind, Link, Scan

# The path by which a stream is named; what has no file cannot be found again, so it is not stored.
STREAM = "-"


@dataclass(frozen=True, slots=True)
class Taken:
    """What intake makes of one document.

    `source` is its path relative to the library's folder, None for a stream. `keys` are the
    library's keys of the references and `ids` the ids of the quotations, in the order of the scan;
    `new` are the keys of the works that the library gets from here.
    """

    scan: Scan
    source: str | None
    keys: tuple[str, ...]
    ids: tuple[str, ...]
    new: tuple[str, ...]
    findings: tuple[Finding, ...]

    def links(self) -> Mapping[int, Sequence[Link]]:
        """The links of each quotation that has any, the most probable first."""
        found: defaultdict[int, list[Link]] = defaultdict(list)
        for link in self.scan.links:
            found[link.quotation].append(link)
        return {
            index: sorted(links, key=lambda link: -link.confidence)
            for index, links in found.items()
        }


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of stored quotations that a plan adds, changes, removes and leaves as they are."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    same: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written: the entries `new` under their keys, and all quotations that the file
    will hold. `met` are the keys of cited works that the library has already."""

    library: Library
    documents: tuple[Taken, ...]
    new: tuple[Entry, ...]
    met: frozenset[str]
    quotations: tuple[Annotation, ...]
    changes: Changes


def take_in(scans: Iterable[Scan], library: Library, stored: Sequence[Annotation] = ()) -> Plan:
    """Plan what `library` and its `stored` quotations get from the scanned documents.

    Quotations of documents that are not among `scans` stay as they are. Nothing is written before
    `write(plan)`.
    """
    scans = tuple(scans)
    works = gather(scans, library.entries)
    new = [work for work in dict.fromkeys(chain.from_iterable(works)) if not work.known]
    give_keys(new, (entry.key for entry in library.entries))
    before: defaultdict[str, list[Annotation]] = defaultdict(list)
    for annotation in stored:
        before[annotation.source].append(annotation)
    after: dict[str, list[Annotation]] = dict(before)
    ids = {annotation.id for annotation in stored}
    documents: list[Taken] = []
    seen: set[Work] = set()
    for scan, own in zip(scans, works, strict=True):
        source = _source(scan, library.path.parent)
        had = before.get(source, []) if source else []
        first_met = [work for work in dict.fromkeys(own) if not work.known and work not in seen]
        seen.update(first_met)
        taken = _take_document(scan, source, own, first_met, identify(scan, had, ids))
        documents.append(taken)
        if source:
            after[source] = _annotations(taken, source, had)
            ids.update(annotation.id for annotation in after[source])
    quotations = tuple(each for annotations in after.values() for each in annotations)
    return Plan(
        library=library,
        documents=tuple(documents),
        new=tuple(work.entry for work in new),
        met=frozenset(work.entry.key for own in works for work in own if work.known),
        quotations=quotations,
        changes=_changes(stored, quotations),
    )


def _take_document(
    scan: Scan,
    source: str | None,
    works: Sequence[Work],
    first_met: Sequence[Work],
    ids: tuple[str, ...],
) -> Taken:
    clashes = [
        key_clash(scan, works.index(work), work.entry.key, work.wanted)
        for work in first_met
        if work.wanted != work.entry.key
    ]
    return Taken(
        scan=scan,
        source=source,
        keys=tuple(work.entry.key for work in works),
        ids=ids,
        new=tuple(work.entry.key for work in first_met),
        findings=(*scan.findings, *clashes),
    )


def _annotations(taken: Taken, source: str, had: Sequence[Annotation]) -> list[Annotation]:
    """The document's quotations as they are stored: terms, titles and glosses are not."""
    links = taken.links()
    extra = {annotation.id: annotation.extra for annotation in had}
    annotations = []
    for index, quotation in enumerate(taken.scan.quotations):
        if quotation.kind is not Kind.QUOTATION:
            continue
        words = passage(taken.scan.document.text, quotation.span)
        annotation = Annotation(
            id=taken.ids[index],
            source=source,
            exact=words.exact,
            prefix=words.prefix,
            suffix=words.suffix,
            start=quotation.span.start,
            end=quotation.span.end,
            extra=extra.get(taken.ids[index], {}),
        )
        if index in links:
            best = links[index][0]
            annotation = replace(annotation, key=taken.keys[best.reference], locator=best.locator)
        annotations.append(annotation)
    return annotations


def _source(scan: Scan, folder: Path) -> str | None:
    """The document's path relative to the library's folder; the full one on another drive."""
    path = scan.document.origin.path
    if path == STREAM:
        return None
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return Path(path).resolve().as_posix()


def _changes(before: Iterable[Annotation], after: Iterable[Annotation]) -> Changes:
    old = {(each.source, each.id): each for each in before}
    new = {(each.source, each.id): each for each in after}
    both = old.keys() & new.keys()
    return Changes(
        added=tuple(each.id for place, each in new.items() if place not in old),
        changed=tuple(new[place].id for place in new if place in both and new[place] != old[place]),
        removed=tuple(each.id for place, each in old.items() if place not in new),
        same=tuple(new[place].id for place in new if place in both and new[place] == old[place]),
    )
