"""What scanned documents would change in a library: worked out before anything is written.

Every reference gets the key under which the library has its work, or will have it; every quotation
gets the id under which it is stored. A plan is data: the same scans, library and stored quotations
give the same plan, and the plan of a second scan changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from citemgr.bibliography import DEFAULT_PATTERN, Library
from citemgr.intake.annotations import Annotation, relative_path
from citemgr.intake.citing import cite_by_key
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


def take_in(
    scans: Iterable[Scan],
    library: Library,
    stored: Sequence[Annotation] = (),
    pattern: str = DEFAULT_PATTERN,
) -> Plan:
    """Plan what `library` and its `stored` quotations get from the scanned documents.

    New works get keys by `pattern`. Quotations of documents that are not among `scans` stay as they
    are. Nothing is written before `write(plan)`.
    """
    scans = tuple(scans)
    works = gather(scans, library.entries)
    new = give_keys(works, library.entries, pattern)
    documents = tuple(_take_documents(scans, works, library, new, stored))
    rescanned = {taken.source for taken in documents}
    extra = {annotation.id: annotation.extra for annotation in stored}
    quotations = (
        *(annotation for annotation in stored if annotation.source not in rescanned),
        *(annotation for taken in documents for annotation in _annotations(taken, extra)),
    )
    return Plan(
        library=library,
        documents=documents,
        new=tuple(new.values()),
        met=frozenset(key for taken in documents for key in taken.keys if key not in new),
        quotations=quotations,
        changes=_changes(stored, quotations),
    )


def _take_documents(
    scans: Iterable[Scan],
    works: Iterable[Sequence[Work]],
    library: Library,
    new: Mapping[str, Entry],
    stored: Iterable[Annotation],
) -> Iterator[Taken]:
    """Each document with its keys and ids, in the order of the scans."""
    entries = {entry.key: entry for entry in (*library.entries, *new.values())}
    before: defaultdict[str | None, list[Annotation]] = defaultdict(list)
    for annotation in stored:
        before[annotation.source].append(annotation)
    ids = {annotation.id for annotation in stored}
    first_met = set(new)
    for scan, own in zip(scans, works, strict=True):
        source = _source(scan, library.path.parent)
        whole = cite_by_key(scan, entries)
        of_reference = {id(each): work for each, work in zip(scan.references, own, strict=True)}
        printed_new = {work.entry.key: work for work in own if work.entry.key in first_met}
        first_met -= printed_new.keys()
        taken = Taken(
            scan=whole,
            source=source,
            keys=tuple(
                of_reference[id(each)].entry.key if id(each) in of_reference else each.entry.key
                for each in whole.references
            ),
            ids=identify(whole, before[source], ids),
            new=tuple(printed_new),
            findings=whole.findings,
        )
        ids.update(taken.ids)
        findings = (*taken.findings, *_clashes(taken, printed_new))
        yield replace(taken, findings=tuple(sorted(findings, key=_in_text_order)))


def _in_text_order(finding: Finding) -> tuple[int, str]:
    return (finding.span.start if finding.span else 0), finding.code


def _clashes(taken: Taken, new: Mapping[str, Work]) -> Iterator[Finding]:
    for key, work in new.items():
        if work.wanted != key:
            yield key_clash(taken.scan, taken.keys.index(key), key, work.wanted)


def _annotations(taken: Taken, extra: Mapping[str, Mapping[str, object]]) -> Iterator[Annotation]:
    """The document's quotations as they are stored: terms, titles and glosses are not."""
    if taken.source is None:
        return
    links = taken.links()
    for index, quotation in enumerate(taken.scan.quotations):
        if quotation.kind is not Kind.QUOTATION:
            continue
        words = passage(taken.scan.document.text, quotation.span)
        best = links[index][0] if index in links else None
        yield Annotation(
            id=taken.ids[index],
            source=taken.source,
            exact=words.exact,
            prefix=words.prefix,
            suffix=words.suffix,
            start=quotation.span.start,
            end=quotation.span.end,
            key=taken.keys[best.reference] if best else "",
            locator=best.locator if best else None,
            extra=extra.get(taken.ids[index], {}),
        )


def _source(scan: Scan, folder: Path) -> str | None:
    """The document's path relative to the library's folder."""
    path = scan.document.origin.path
    return None if path == STREAM else relative_path(path, folder)


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
