"""A document that is being written, word by word, by a reader whose format is not plain text.

White space runs become one blank, blocks are set apart by a blank line, and every stretch notes
where in the source it stood, so that the map back is exact. A mark stands for "the next word", for
it is not known before that word comes whether a blank or a block's end lies between.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from citemgr.documents.nesting import implied, nest, without_wrappers
from citemgr.model import (
    Block,
    BlockKind,
    Document,
    Entry,
    Hyperlink,
    MarkedCitation,
    Note,
    Origin,
    Span,
)

# Words and the single blanks between them; no-break spaces are characters like any other.
_RUN = re.compile(r"[^ \t\r\n\f]+(?: [^ \t\r\n\f]+)*")
_LINE_END = re.compile(r"\r\n|\n|\r")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(slots=True, eq=False)
class Mark:
    """The place of the next word; -1 until that word is written."""

    at: int = -1


class Moved(Protocol):
    """Where the stretches of a text that was put together stand in the source."""

    def parts(self, text: str, at: int) -> Iterator[tuple[str, int, bool]]:
        """The stretches of `text` at `at`: place, and whether they stand there word by word."""


class Draft:
    """What has been written so far; `source` is the text of the file, for line and column.

    A document can be made of several files; `enter` says which one is being read.
    """

    def __init__(
        self, path: str, format: str, source: str = "", language: str | None = None
    ) -> None:
        self.path = path
        self.format = format
        self._sources = [(path, source)]
        self.file = 0
        self.language = language
        self.length = 0
        self.blocks: list[Block] = []
        self.notes: list[Note] = []
        self.hyperlinks: list[Hyperlink] = []
        self.citations: list[MarkedCitation] = []
        self.superscripts: list[Span] = []
        self.entries: dict[str, Entry] = {}
        self._page_marks: list[tuple[Mark, str]] = []
        self._pieces: list[str] = []
        self._gap = ""
        self._marks: list[Mark] = []
        self._offsets = array("q")
        self._places = array("q")
        self._place_files = array("H")
        self._shift: int | None = None
        self.moved: Moved | None = None

    # Reading

    def enter(self, path: str, source: str) -> int:
        """Read another file of the document from here on; what to give to `back`."""
        self._sources.append((path, source))
        return self.back(len(self._sources) - 1)

    def back(self, file: int) -> int:
        """Go on with a file that was entered before; which one was read until now."""
        before, self.file = self.file, file
        self._shift = None
        return before

    # Writing

    def words(self, text: str, at: int | None = None) -> None:
        """Write `text`, its white space as single blanks; it stands in the source from `at` on."""
        end = 0
        for run in _RUN.finditer(text):
            if run.start() > end:
                self.blank()
            self._write(run[0], None if at is None else at + run.start())
            end = run.end()
        if end < len(text):
            self.blank()

    def glyphs(self, text: str, at: int | None = None) -> None:
        """Write `text`, which stands for something else in the source at `at`: an entity, a
        command, a generated mark."""
        for start, character in enumerate(text):
            if character in " \t\r\n\f":
                self.blank()
            else:
                self._write(character, at if start == 0 else None)
        self._shift = None

    def lines(self, text: str, at: int | None = None) -> None:
        """Write `text` with its white space, as in preformatted text."""
        start = 0
        for end in [*_LINE_END.finditer(text), None]:
            line = text[start : end.start() if end else len(text)]
            if line.strip():
                self._shift = None
                self._write(line, None if at is None else at + start)
            if end:
                self.line_break()
                start = end.end()

    def blank(self) -> None:
        """A blank, if a word follows in the same line."""
        self._gap = self._gap or " "

    def line_break(self) -> None:
        """A line end inside a paragraph."""
        if len(self._gap) < 2:
            self._gap = "\n"

    def block_break(self) -> None:
        """The end of a paragraph."""
        self._gap = "\n\n"

    def _write(self, text: str, at: int | None) -> None:
        if at is None or self.moved is None:
            self._append(text, at)
            return
        for part, place, exact in self.moved.parts(text, at):
            self._append(part, place)
            self._shift = self._shift if exact else None

    def _append(self, text: str, at: int | None) -> None:
        if self._gap:
            self._shift = None  # the line may have changed
            gap = self._gap if self.length else ""
            self._pieces.append(gap)
            self.length += len(gap)
        self._gap = ""
        for mark in self._marks:
            mark.at = self.length
        self._marks.clear()
        if at is not None and self._shift != at - self.length:
            self._shift = at - self.length
            self._offsets.append(self.length)
            self._places.append(at)
            self._place_files.append(self.file)
        self._pieces.append(text)
        self.length += len(text)

    # Noting what stands where

    def mark(self) -> Mark:
        """A mark for the next word."""
        mark = Mark()
        self._marks.append(mark)
        return mark

    def since(self, mark: Mark) -> Span | None:
        """What was written since `mark`, or None where that is nothing."""
        return Span(mark.at, self.length) if 0 <= mark.at < self.length else None

    def add_block(
        self,
        kind: BlockKind,
        mark: Mark,
        level: int = 0,
        label: str | None = None,
        indent: int = 0,
    ) -> None:
        """Note that what was written since `mark` is a block, and end it."""
        span = self.since(mark)
        if span is not None:
            self.blocks.append(Block(kind, span, None, level, indent, label))
        self.block_break()

    def continue_block(self) -> None:
        """Go on with the block that ended last, as if no block had ended."""
        self._gap = " "

    def extend_block(self) -> None:
        """Let the block that was noted last end here."""
        if self.blocks:
            last = self.blocks[-1]
            self.blocks[-1] = replace(last, span=Span(last.span.start, self.length))
        self.block_break()

    def add_link(self, mark: Mark, url: str) -> None:
        """Note that what was written since `mark` links to `url`."""
        span = self.since(mark)
        if span is not None:
            self.hyperlinks.append(Hyperlink(span, url))

    def add_superscript(self, mark: Mark) -> None:
        """Note that what was written since `mark` is raised."""
        span = self.since(mark)
        if span is not None:
            self.superscripts.append(span)

    def anchor(self, label: str, at: int | None = None) -> Span:
        """Write the anchor of a note whose number the format does not print: raised digits, or
        the label in brackets."""
        shown = label.translate(_RAISED) if label.isdecimal() and label.isascii() else f"[{label}]"
        mark = self.mark()
        self.glyphs(shown, at)
        span = Span(mark.at, self.length)
        self.superscripts.append(span)
        return span

    def page(self, label: str) -> None:
        """Begin the page of that label."""
        mark = self.mark()
        self._page_marks.append((mark, label))

    def add_note(self, mark: Mark, label: str, anchors: Sequence[Span] = ()) -> None:
        """Note that what was written since `mark` is the body of a note, and end it."""
        span = self.since(mark)
        if span is not None:
            self.notes.append(Note(label, span, tuple(anchors)))
        self.add_block(BlockKind.NOTE, mark, label=label)

    # Handing over

    @property
    def text(self) -> str:
        """The text written so far."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def tail(self, start: int) -> str:
        """The text from `start` on, which is near its end."""
        pieces: list[str] = []
        at = self.length
        for piece in reversed(self._pieces):
            if at <= start:
                break
            pieces.append(piece)
            at -= len(piece)
        return "".join(reversed(pieces))[start - at :]

    def document(self) -> Document:
        """The document as written."""
        text = self.text
        kept = without_wrappers(self.blocks)
        blocks = nest([*kept, *implied(text, kept)])
        return Document(
            text=text,
            origin=self._origin(blocks),
            format=self.format,
            blocks=tuple(blocks),
            notes=tuple(sorted(self.notes, key=lambda note: note.span)),
            hyperlinks=tuple(sorted(self.hyperlinks, key=lambda link: link.span)),
            citations=tuple(sorted(self.citations, key=lambda citation: citation.span)),
            superscripts=tuple(sorted(set(self.superscripts))),
            entries=tuple(self.entries.values()),
            language=self.language,
        )

    def _origin(self, blocks: Sequence[Block]) -> Origin:
        has_lines = any(source for _, source in self._sources)
        lines, columns = self._lines_and_columns()
        return Origin(
            self.path,
            offsets=self._offsets,
            lines=lines,
            columns=columns,
            files=tuple(self._changes_of_file()),
            pages=tuple((mark.at, label) for mark, label in self._page_marks if mark.at >= 0),
            notes=tuple(_stretches(self.notes)),
            paragraphs=() if has_lines else tuple(_numbered(blocks)),
        )

    def _lines_and_columns(self) -> tuple[array[int], array[int]]:
        starts = [
            [0, *(end.end() for end in _LINE_END.finditer(source))] for _, source in self._sources
        ]
        lines, columns = array("q"), array("q")
        for place, file in zip(self._places, self._place_files, strict=True):
            line = bisect_right(starts[file], place)
            lines.append(line)
            columns.append(place - starts[file][line - 1] + 1)
        return lines, columns

    def _changes_of_file(self) -> Iterator[tuple[int, str]]:
        last = 0
        for offset, file in zip(self._offsets, self._place_files, strict=True):
            if file != last:
                yield offset, self._sources[file][0]
            last = file


def _stretches(notes: Sequence[Note]) -> Iterator[tuple[int, str | None]]:
    """Where each note begins and ends, for the origin."""
    end = -1
    for note in sorted(notes, key=lambda note: note.span):
        if end >= 0 and note.span.start > end:
            yield end, None
        yield note.span.start, note.label
        end = note.span.end
    if end >= 0:
        yield end, None


def _numbered(blocks: Sequence[Block]) -> Iterator[tuple[int, int | None]]:
    """The paragraphs outside notes, numbered from 1; a note is its own place."""
    parents = {block.parent for block in blocks}
    number = 0
    for at, block in enumerate(blocks):
        if at in parents:
            continue
        if _in_note(blocks, block):
            yield block.span.start, None
        else:
            number += 1
            yield block.span.start, number


def _in_note(blocks: Sequence[Block], block: Block) -> bool:
    while block.kind is not BlockKind.NOTE and block.parent is not None:
        block = blocks[block.parent]
    return block.kind is BlockKind.NOTE
