"""Where in the original file an offset of `Document.text` comes from.

A reader notes the places it knows (a line start in a text file, a text node in HTML, a paragraph
or page in Word and PDF) as parallel arrays sorted by offset; any other offset is found from the
last place before it. The arrays keep a document of a million lines at a few megabytes.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """A place as a person would name it; what has no meaning in the format is None.

    `line` and `column` count from 1, `column` in code points. `note` is the label of the footnote
    or endnote in which the place lies.
    """

    path: str
    line: int | None = None
    column: int | None = None
    page: str | None = None
    note: str | None = None
    paragraph: int | None = None

    def __str__(self) -> str:
        parts = [self.path]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        named = (("page", self.page), ("note", self.note), ("paragraph", self.paragraph))
        extra = ", ".join(f"{name} {value}" for name, value in named if value is not None)
        return ":".join(parts) + (f" ({extra})" if extra else "")


@dataclass(frozen=True, slots=True)
class Origin:
    """The map from offsets of `Document.text` to places of the file `path`.

    `offsets[i]` is the offset at which `lines[i]`:`columns[i]` stands in the file (both from 1);
    the three run in parallel, sorted. Formats without lines leave them empty. `pages`,
    `notes` and `paragraphs` hold `(offset, label)` from which the label holds; a label of None
    ends a stretch. `files` holds `(offset, path)` from which another file of a document made of
    several is read.
    """

    path: str
    offsets: Sequence[int] = field(default_factory=lambda: array("q"))
    lines: Sequence[int] = field(default_factory=lambda: array("q"))
    columns: Sequence[int] = field(default_factory=lambda: array("q"))
    pages: tuple[tuple[int, str | None], ...] = ()
    notes: tuple[tuple[int, str | None], ...] = ()
    paragraphs: tuple[tuple[int, int | None], ...] = ()
    files: tuple[tuple[int, str], ...] = ()

    def place(self, offset: int) -> Place:
        """The place in the file of `offset` (a code point of `Document.text`)."""
        line = column = None
        at = bisect_right(self.offsets, offset) - 1
        if at >= 0:
            line = self.lines[at]
            column = self.columns[at] + offset - self.offsets[at]
        return Place(
            path=_label_at(self.files, offset) or self.path,
            line=line,
            column=column,
            page=_label_at(self.pages, offset),
            note=_label_at(self.notes, offset),
            paragraph=_label_at(self.paragraphs, offset),
        )


def _label_at(labels: Sequence[tuple[int, T | None]], offset: int) -> T | None:
    at = bisect_right(labels, offset, key=lambda pair: pair[0]) - 1
    return labels[at][1] if at >= 0 else None
