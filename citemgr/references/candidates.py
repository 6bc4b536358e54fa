"""The blocks of a document that may be references: what each says, and how likely it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citemgr.model import BlockKind, Document, Span
from citemgr.references.evidence import evidence
from citemgr.references.headings import is_chrome
from citemgr.references.split import split_items
from citemgr.references.words import words_of

# A line of a record that databases print over several lines ("By …", "9 November 2012") is short.
LONGEST_RECORD_LINE = 120
_DATE_LINE = re.compile(r"\d{1,2}\.? [^\W\d_]{3,12}\.? \d{4}|[^\W\d_]{3,12}\.? \d{1,2}, \d{4}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """An innermost block, what it says, and how much that looks like a reference."""

    span: Span
    label: str | None
    words: str
    kind: BlockKind
    score: float


def candidates_of(document: Document) -> list[Candidate]:
    """The innermost blocks of a document that could be references, in the order of the text."""
    return _with_records(document, _blocks(document))


def _blocks(document: Document) -> list[Candidate]:
    parents = {block.parent for block in document.blocks}
    inside_note = {at for at, block in enumerate(document.blocks) if block.kind is BlockKind.NOTE}
    found = []
    for at, block in enumerate(document.blocks):
        if at in parents or block.kind in {BlockKind.CODE, BlockKind.NOTE, BlockKind.TABLE}:
            continue
        if block.parent in inside_note or block.span.start >= block.span.end:
            continue
        label = block.label
        if label is None and block.parent is not None:
            parent = document.blocks[block.parent]
            if parent.span.start == block.span.start:
                label = parent.label
            if parent.kind is BlockKind.QUOTATION:
                continue
        for span, printed in split_items(document, block.span, label):
            words = words_of(document, span)
            found.append(Candidate(span, printed, words, block.kind, evidence(words)))
    return found


def _with_records(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates again, records that run over several short lines made one.

    Only a numbered list whose first record does so is read like that: lines without a label between
    the labels 1 and 2. The last record takes no more lines than the longest before it; a record
    alone has to have a date for one of its lines.
    """
    merged: list[Candidate] = []
    at = 0
    while at < len(found):
        counts = _record_lines(document, found, at) if found[at].label == "1" else []
        if len(counts) == 1 and not _is_record(document, found[at : at + counts[0] + 1]):
            counts = []
        if not counts or counts[0] == 0:
            merged.append(found[at])
            at += 1
            continue
        for count in counts:
            merged.append(_joined(document, found[at : at + count + 1]))
            at += count + 1
    return merged


def _record_lines(document: Document, found: Sequence[Candidate], at: int) -> list[int]:
    """How many lines follow each label of the numbered list that starts at `at`."""
    counts: list[int] = []
    while at < len(found) and found[at].label == str(len(counts) + 1):
        end = at + 1
        while end < len(found) and _is_record_line(document, found, end):
            end += 1
        counts.append(end - at - 1)
        at = end
    if len(counts) > 1:
        counts[-1] = min(counts[-1], max(counts[:-1]))
    return counts


def _is_record(document: Document, lines: Sequence[Candidate]) -> bool:
    """Whether one of the lines holds a date and nothing else."""
    text = document.text[lines[0].span.start : lines[-1].span.end]
    return any(_DATE_LINE.fullmatch(line.strip()) for line in text.splitlines())


def _is_record_line(document: Document, found: Sequence[Candidate], at: int) -> bool:
    line = found[at]
    between = document.text[found[at - 1].span.end : line.span.start]
    return (
        line.label is None
        and len(line.words) <= LONGEST_RECORD_LINE
        and between.count("\n") <= 1
        and not is_chrome(line.words)
    )


def _joined(document: Document, lines: Sequence[Candidate]) -> Candidate:
    span = Span(lines[0].span.start, lines[-1].span.end)
    words = words_of(document, span)
    return Candidate(span, lines[0].label, words, lines[0].kind, evidence(words))
