"""The blocks of a document that may be references: what each says, and how likely it is one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citemgr.model import BlockKind, Document, Span
from citemgr.references.evidence import evidence
from citemgr.references.headings import is_chrome
from citemgr.references.split import ends_reference, split_items, starts_reference
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
    holes: tuple[Span, ...] = ()


def candidates_of(document: Document) -> list[Candidate]:
    """The innermost blocks of a document that could be references, in the order of the text."""
    return _with_records(document, join_broken(document, _blocks(document)))


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


# The foot and the head of a page inside a reference: a number alone, a short line.
_PAGE_NUMBER = re.compile(r"\W*(?:\d{1,4}|[ivxlc]{1,6})\W*")
MOST_FURNITURE = 3
LONGEST_HEAD = 60
_LABEL_ALONE = re.compile(r"[\[(]?(?P<label>\d{1,4})[\].)]{1,2}")
LONGEST_LABEL = 16
_LABEL_LAST = re.compile(r"\s*\n[ \t]*[\[(]?(?P<label>\d{1,4})[\].)]{1,2}\s*\Z")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|n\.\s?d\.|https?:")


def join_broken(document: Document, found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates again: labels on lines of their own given to what follows, and references
    whole that a short line or the end of a page had broken."""
    joined: list[Candidate] = []
    at = 0
    label = None
    while at < len(found):
        candidate = found[at]
        alone = _LABEL_ALONE.fullmatch(candidate.words) if candidate.label is None else None
        if alone and at + 1 < len(found) and found[at + 1].label is None:
            at += 1
            candidate, label = found[at], alone["label"]
        if label is not None and candidate.label is None:
            candidate, label = _with_label(document, candidate, label)
        else:
            label = None
        end = _end_of_broken(document, found, at, candidate)
        if end > at:
            holes = tuple(line.span for line in found[at + 1 : end])
            span = Span(candidate.span.start, found[end].span.end)
            words = words_of(document, span, holes)
            candidate = replace(
                candidate, span=span, words=words, score=evidence(words), holes=holes
            )
        joined.append(candidate)
        at = end + 1
    return joined


def _with_label(
    document: Document, candidate: Candidate, label: str
) -> tuple[Candidate, str | None]:
    """The candidate under its label, and the next label, where that stands on its last line."""
    tail = max(candidate.span.start, candidate.span.end - LONGEST_LABEL)
    last = _LABEL_LAST.search(document.text, tail, candidate.span.end)
    if last is None or int(last["label"]) != int(label) + 1:
        return replace(candidate, label=label), None
    span = Span(candidate.span.start, last.start())
    words = words_of(document, span)
    return replace(candidate, span=span, words=words, label=label), last["label"]


def _end_of_broken(
    document: Document, found: Sequence[Candidate], at: int, candidate: Candidate
) -> int:
    """Which block ends the reference that begins at `at`: that one, or one behind a line end or
    the foot and head of a page."""
    words = candidate.words
    begins = candidate.label is not None or starts_reference(words)
    if not begins or len(words) < SHORTEST_BEGINNING or _YEAR.search(words):
        return at
    end = at + 1
    while end < len(found) and end - at <= MOST_FURNITURE and _is_furniture(found[end]):
        end += 1
    if end == len(found):
        return at
    last = found[end]
    between = document.text[candidate.span.end : last.span.start]
    paged = "\f" in between or any(is_page_number(line.words) for line in found[at + 1 : end])
    close = end == at + 1 and between.count("\n") <= 1 and not ends_reference(words)
    goes_on = last.label is None and not starts_reference(last.words)
    return end if goes_on and _YEAR.search(last.words) and (close or paged) else at


# A shorter line is no beginning of a reference.
SHORTEST_BEGINNING = 20


def is_page_number(words: str) -> bool:
    """Whether `words` are the number of a page and nothing else."""
    return _PAGE_NUMBER.fullmatch(words) is not None


def _is_furniture(candidate: Candidate) -> bool:
    if candidate.label is not None:
        return False
    brief = len(candidate.words) <= LONGEST_HEAD and not _YEAR.search(candidate.words)
    return is_page_number(candidate.words) or (
        brief and candidate.score < 1 and candidate.words[:1].isalnum()
    )


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
