"""A document as the callout families read it: its text, its works, its notes, and where callouts
cannot stand (the reference list, code, addresses, the labels of lists).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from citemgr.links.notes import printed_notes
from citemgr.links.works import Works, index_works
from citemgr.model import (
    BlockKind,
    Document,
    Hyperlink,
    Note,
    Quotation,
    Reference,
    Span,
    Style,
    Target,
)


@dataclass(frozen=True, slots=True)
class Pointer:
    """A callout as a family found it, with what the linking rules ask of it.

    `narrative`: the callout or its author is part of the sentence ("Cox (1983) noted", "[4] says").
    `bare`: a place without a work, "(12)"; its work is named elsewhere. `again` says which earlier
    work is meant where the callout names none: "same", "author" (with `names`) or "note" (with
    `names` holding the label). `certainty` is the probability that the targets are those meant.
    """

    span: Span
    style: Style
    targets: tuple[Target, ...] = ()
    narrative: bool = False
    bare: bool = False
    again: str = ""
    names: str = ""
    certainty: float = 1.0
    why: str = ""
    missing: str = ""  # why a name or number has no reference, as said in a finding
    ambiguous: bool = False
    clash: str = ""  # how number and name disagree, as said in a finding
    secondary: bool = False  # the first work is quoted in the second


@dataclass(frozen=True, slots=True)
class Stretches:
    """Disjoint stretches of the text, sorted, asked by offset."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The index of the stretch in which `offset` lies, or -1."""
        index = bisect_right(self.starts, offset) - 1
        return index if index >= 0 and offset < self.ends[index] else -1

    def overlap(self, span: Span) -> bool:
        """Whether `span` shares a code point with a stretch."""
        index = bisect_left(self.ends, span.start + 1)
        return index < len(self.starts) and self.starts[index] < span.end

    def within(self, start: int, end: int) -> Iterator[Span]:
        """The stretches that lie wholly between two offsets."""
        index = bisect_left(self.starts, start)
        while index < len(self.starts) and self.starts[index] < end:
            if self.ends[index] <= end:
                yield Span(self.starts[index], self.ends[index])
            index += 1


def stretches(spans: Iterable[Span]) -> Stretches:
    """`spans` as disjoint stretches; those that touch or overlap become one."""
    merged: list[list[int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return Stretches(tuple(s for s, _ in merged), tuple(e for _, e in merged))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the families share; made once a document."""

    document: Document
    text: str
    references: Sequence[Reference]
    quotations: Sequence[Quotation]
    works: Works
    notes: tuple[Note, ...]
    sources: tuple[Span, ...]  # bodies of notes, attribution lines: what names works by short forms
    closed: Stretches
    note_bodies: Stretches
    paragraphs: Stretches
    markup: Stretches
    printed: Stretches  # the references, wherever they stand
    hyperlinks: tuple[Hyperlink, ...]  # the format's, and addresses that are only printed
    note_of_body: dict[int, int] = field(default_factory=dict)

    def note_at(self, offset: int) -> int:
        """The index of the note in whose body `offset` lies, or -1."""
        found = self.note_bodies.at(offset)
        return self.note_of_body.get(found, -1) if found >= 0 else -1


def read(
    document: Document, quotations: Sequence[Quotation], references: Sequence[Reference]
) -> Reading:
    """Gather what the callout families need to know of `document`."""
    notes = document.notes + printed_notes(document, references)
    bodies = sorted((note.span, index) for index, note in enumerate(notes))
    note_bodies = Stretches(
        tuple(span.start for span, _ in bodies), tuple(span.end for span, _ in bodies)
    )
    return Reading(
        document=document,
        text=document.text,
        references=references,
        quotations=quotations,
        works=index_works(references),
        notes=notes,
        sources=tuple(sorted([note.span for note in notes] + attribution_lines(document.text))),
        closed=stretches(_closed(document, notes, references)),
        note_bodies=note_bodies,
        paragraphs=stretches(_paragraphs(document)),
        markup=stretches(document.markup),
        printed=stretches(reference.span for reference in references if reference.text),
        hyperlinks=tuple(_hyperlinks(document, references)),
        note_of_body={place: index for place, (_, index) in enumerate(bodies)},
    )


_DASH_LINE = re.compile(r"^[ \t>*_]*(?:<cite>)?(?:—|–|―|--)[ \t]*(\S[^\n]{1,200})$", re.M)


def attribution_lines(text: str) -> list[Span]:
    """What stands on lines that begin with a dash: `— Name, Title`."""
    return [Span(match.start(1), match.end(1)) for match in _DASH_LINE.finditer(text)]


_ADDRESS = re.compile(r"(?:https?://|www\.|doi:\s?10\.)[^\s<>\"”»)\]]+", re.I)
_LABEL_ROOM = 12  # code points in which a printed label stands before its reference


def _closed(
    document: Document, notes: Sequence[Note], references: Sequence[Reference]
) -> Iterator[Span]:
    bodies = stretches(note.span for note in notes)
    for reference in references:
        start, end = reference.span
        if reference.role == "list" and bodies.at(start) < 0:
            yield Span(_line_start(document.text, start), end)
    for note in notes:
        yield Span(_line_start(document.text, note.span.start), note.span.start)
    for block in document.blocks:
        quoted = block.parent is not None and (
            document.blocks[block.parent].kind is BlockKind.QUOTATION
        )
        if block.kind is BlockKind.CODE and not quoted:
            yield block.span
    for found in _ADDRESS.finditer(document.text):
        yield Span(*found.span())


def _hyperlinks(document: Document, references: Sequence[Reference]) -> Iterator[Hyperlink]:
    """The links of the format, and the web addresses that the running text prints."""
    taken = stretches(
        [
            *(link.span for link in document.hyperlinks),
            *document.markup,
            *(block.span for block in document.blocks if block.kind is BlockKind.CODE),
            *(reference.span for reference in references),
        ]
    )
    printed = []
    for found in _ADDRESS.finditer(document.text):
        address = found[0].rstrip(".,;:!?’'*_")
        span = Span(found.start(), found.start() + len(address))
        if address.lower().startswith("http") and not taken.overlap(span):
            printed.append(Hyperlink(span, address))
    yield from sorted([*document.hyperlinks, *printed], key=lambda link: link.span)


def _line_start(text: str, start: int) -> int:
    """Where the label before `start` begins: its line's start, if that is near."""
    begin = text.rfind("\n", max(0, start - _LABEL_ROOM), start) + 1
    return begin if begin or start <= _LABEL_ROOM else start


_LEAVES = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.NOTE,
    }
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def _paragraphs(document: Document) -> Iterator[Span]:
    """The paragraphs, from the blocks of the format, else between blank lines."""
    parents = {block.parent for block in document.blocks}
    leaves = [
        block.span
        for index, block in enumerate(document.blocks)
        if block.kind in _LEAVES and index not in parents and block.span.start < block.span.end
    ]
    if leaves:
        yield from leaves
        return
    start = 0
    for found in _BLANK_LINE.finditer(document.text):
        yield Span(start, found.start())
        start = found.end()
    yield Span(start, len(document.text))
