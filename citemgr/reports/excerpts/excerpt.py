"""A quotation with its entry, its words freed from the lines and the markup of their document.

Stored words are as they stand in the document: wrapped at its margin and, in Markdown, with its
signs. What travels is paragraphs of words, with what was emphasised.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from citemgr.documents import FORMATS
from citemgr.intake import Annotation
from citemgr.model import Entry, Locator

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n\s*)+")
# A line longer than any margin is a paragraph of its own: the document was not wrapped.
_LONGEST_WRAPPED = 120
_MARKDOWN_SUFFIXES = frozenset(FORMATS["markdown"].suffixes)
# What markdown-it reads inside a quotation; a number or a dash that begins it makes no list.
_SIGNS = ["blockquote", "emphasis", "strikethrough", "link", "image", "autolink", "backticks",
          "escape", "entity", "newline"]  # fmt: skip


class Run(NamedTuple):
    """Words that are emphasised, or are not."""

    text: str
    emphasised: bool = False


Paragraph = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A quotation: where it is stored, the entry it is from (None where it is linked to nothing
    that the library has), and its words."""

    annotation: Annotation
    entry: Entry | None
    paragraphs: tuple[Paragraph, ...]

    @property
    def key(self) -> str:
        """The key of the entry, also of one that the library has no more."""
        return self.annotation.key

    @property
    def locator(self) -> Locator | None:
        """The part of the work that is quoted."""
        return self.annotation.locator

    def text(self) -> str:
        """The words alone, with a line end between paragraphs."""
        return "\n".join("".join(run.text for run in each) for each in self.paragraphs)


def excerpts(annotations: Iterable[Annotation], entries: Iterable[Entry]) -> Iterator[Excerpt]:
    """Each stored quotation with the entry of its key."""
    by_key = {entry.key: entry for entry in entries}
    for each in annotations:
        yield Excerpt(each, by_key.get(each.key), tuple(_paragraphs(each)))


def _paragraphs(annotation: Annotation) -> Iterator[Paragraph]:
    if PurePosixPath(annotation.source).suffix.lower() in _MARKDOWN_SUFFIXES:
        yield from _marked_up(annotation.exact)
        return
    lines = annotation.exact.splitlines()
    wrapped = all(len(line) <= _LONGEST_WRAPPED for line in lines)
    for part in _BLANK_LINE.split("\n".join(lines)) if wrapped else lines:
        if words := " ".join(part.split()):
            yield (Run(words),)


def _marked_up(text: str) -> Iterator[Paragraph]:
    """The paragraphs of a passage of Markdown."""
    for token in _reader().parse(text):
        runs: list[Run] = []
        depth = 0
        for child in token.children or ():
            depth += child.nesting if child.type in _EMPHASIS else 0
            words = " " if child.type in {"softbreak", "hardbreak"} else child.content
            if words and runs and runs[-1].emphasised == (depth > 0):
                runs[-1] = Run(runs[-1].text + words, depth > 0)
            elif words:
                runs.append(Run(words, depth > 0))
        if runs:
            yield tuple(Run(re.sub(r"\s+", " ", run.text), run.emphasised) for run in runs)


_EMPHASIS = frozenset({"em_open", "em_close", "strong_open", "strong_close"})


@cache
def _reader() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(_SIGNS)
