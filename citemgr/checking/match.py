"""A stretch of a quotation found in a source: where, how well, and what differs."""

from __future__ import annotations

from dataclasses import dataclass

from citemgr.model import UNMARKED_EDITS, Edit


@dataclass(frozen=True, slots=True)
class Match:
    """`start` and `end` are code points of the source's reading, `first` and `last` its folded
    letters. `paired` of `words` words have a counterpart; `lost` is the longest run of words that
    have none. `verbatim` says that even marks and spaces agree."""

    start: int
    end: int
    first: int
    last: int
    edits: tuple[Edit, ...] = ()
    paired: int = 0
    words: int = 0
    lost: int = 0
    verbatim: bool = False

    @property
    def share(self) -> float:
        """The share of the words that have a counterpart."""
        return self.paired / self.words if self.words else 0.0

    @property
    def unmarked(self) -> int:
        """How many words differ without being shown."""
        return sum(
            len(edit.quote_text.split()) + len(edit.source_text.split())
            for edit in self.edits
            if edit.type in UNMARKED_EDITS
        )
