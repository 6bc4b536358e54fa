"""Restored wordings put into the files that documents were read from.

A fix is cut down to the words that change, and each is looked up in the file by the line and column
that the reader noted. It is made only where the file has the same words there, with the same words
beside them, so that no tag, command or escape is touched; else it is left to the writer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher, unified_diff
from typing import NamedTuple

from citemgr.model import Document, Fix

# Formats in which the text of a document is the file itself, so that any words may go in.
_PLAIN = frozenset({"text", "markdown"})
# In all others nothing goes in that may be markup: "&", "<", "\\", "%".
_HARMLESS = re.compile(r"[\w\s.,;:!?()'’‘\"“”«»„…–—-]*")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LINE_END = re.compile(r"\r\n|\n|\r")  # as editors count lines
_LAST_WORD = re.compile(r"\S*$")
_FIRST_WORD = re.compile(r"\S*")
_UNDECODED = re.compile("[\udc80-\udcff]")  # bytes of a file that is no UTF-8
# Characters in which the words beside a change are looked for.
_BESIDE = 60


class Change(NamedTuple):
    """`old` at line and column (from 1) of a file becomes `new`; `before` and `after` are the words
    that stand right beside it, empty where white space does."""

    line: int
    column: int
    old: str
    new: str
    before: str
    after: str


def changes_of(document: Document, fix: Fix) -> list[tuple[str, Change]] | None:
    """What `fix` changes in which file; None where the document's format has no lines or where the
    new words might be taken for markup."""
    found: list[tuple[str, Change]] = []
    for start, end, new in _hunks(fix.span.of(document.text), fix.replacement):
        at, stop = fix.span.start + start, fix.span.start + end
        place = document.origin.place(at)
        if place.line is None or place.column is None:
            return None
        if document.format not in _PLAIN and not _HARMLESS.fullmatch(new):
            return None
        before, after = _beside(document.text, at, stop)
        old = document.text[at:stop]
        found.append((place.path, Change(place.line, place.column, old, new, before, after)))
    return found


def patched(
    document: Document, fixes: Iterable[Fix], files: Mapping[str, str]
) -> tuple[dict[str, str], list[Fix]]:
    """The files of `document` that change (path -> new text; `files` has them as they are), and the
    fixes that cannot be made."""
    changes: dict[str, list[Change]] = {}
    left: list[Fix] = []
    for fix in fixes:
        wanted = changes_of(document, fix)
        if wanted and all(path in files and _fits(files[path], each) for path, each in wanted):
            for path, change in wanted:
                changes.setdefault(path, []).append(change)
        else:
            left.append(fix)
    return {path: _apply(files[path], each) for path, each in changes.items()}, left


def _fits(text: str, change: Change) -> bool:
    """Whether the file has the same words at the place and beside it, and can hold the new ones."""
    at = _offset(text, change)
    if at is None or (not change.new.isascii() and _UNDECODED.search(text)):
        return False
    end = at + len(change.old)
    beside = _beside(text, at, end)
    return text[at:end] == change.old and beside == (change.before, change.after)


def _apply(text: str, changes: Sequence[Change]) -> str:
    for change in sorted(changes, reverse=True):
        at = _offset(text, change) or 0
        text = text[:at] + change.new + text[at + len(change.old) :]
    return text


def _offset(text: str, change: Change) -> int | None:
    starts = _line_starts(text)
    return starts[change.line - 1] + change.column - 1 if change.line <= len(starts) else None


def _line_starts(text: str) -> list[int]:
    first = int(text.startswith("\ufeff"))  # a byte order mark is no column
    return [first, *(match.end() for match in _LINE_END.finditer(text))]


def patch(path: str, before: str, after: str) -> str:
    """The change as a unified diff."""
    lines = unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path, n=1
    )
    return "".join(
        line if line.endswith("\n") else line + "\n\\ No newline at end of file\n" for line in lines
    )


def _hunks(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of `before` that change, and what they become."""
    ours, theirs = _TOKEN.findall(before), _TOKEN.findall(after)
    starts = [0]
    for token in ours:
        starts.append(starts[-1] + len(token))
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    for tag, i0, i1, j0, j1 in matcher.get_opcodes():
        if tag != "equal":
            yield starts[i0], starts[i1], "".join(theirs[j0:j1])


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    before = _LAST_WORD.search(text, max(0, start - _BESIDE), start)
    after = _FIRST_WORD.match(text, end, end + _BESIDE)
    return before.group() if before else "", after.group() if after else ""
