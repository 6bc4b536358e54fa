"""Block quotations of formats that mark them paragraph by paragraph, by a style or an indent.

Paragraphs that follow each other are one block; a line that names the source ("— Ann Author") is
the last of its block, so that the next paragraph begins another quotation.
"""

from __future__ import annotations

import re

from citemgr.documents.draft import Draft, Mark
from citemgr.model import BlockKind

_SOURCE = re.compile(r"(?:—|–|--)\s?[^\W\d_]")
# A line that names a source is no longer than this.
LONGEST_SOURCE = 200


class Quoted:
    """The block quotation that is open, if one is."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._block: Mark | None = None
        self._last: Mark | None = None

    def paragraph(self, quoting: bool) -> None:
        """The next paragraph begins, quoted or not."""
        if self._block is not None and (not quoting or self._named()):
            self.end()
        if not quoting:
            return
        self._draft.block_break()
        if self._block is None:
            self._block = self._draft.mark()
        self._last = self._draft.mark()

    def end(self) -> None:
        """Nothing more belongs to the block."""
        if self._block is not None:
            self._draft.add_block(BlockKind.QUOTATION, self._block)
        self._block = self._last = None

    def _named(self) -> bool:
        """Whether the last paragraph named the source, and was not the first of its block."""
        last = self._draft.since(self._last) if self._last is not None else None
        if last is None or self._block is None or last.start == self._block.at:
            return False
        words = self._draft.tail(last.start)
        return len(words) <= LONGEST_SOURCE and _SOURCE.match(words) is not None
