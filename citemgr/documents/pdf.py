"""PDF: the text layer in reading order, without running heads, hyphens joined, notes behind it.

Words and boxes are PDFium's (the extra `pdf`). Pages are read one by one and their lines kept
packed until all have been seen, for what stands at the edges of many pages is no part of the text.
A scan without a text layer is refused.
"""

from __future__ import annotations

import marshal
import re
import zlib
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from citemgr.documents.draft import Draft
from citemgr.documents.pace import paced
from citemgr.documents.pdf_blocks import HYPHENS, Blocks, Piece
from citemgr.documents.pdf_columns import Columns
from citemgr.documents.pdf_heads import Heads, first_number
from citemgr.documents.pdf_notes import FootNote, take_notes
from citemgr.documents.pdf_page import SOFT_HYPHEN, Row, rows_of
from citemgr.documents.quoted import Quoted
from citemgr.model import BlockKind, CitemgrError, Document, Span

# PDFium keeps every font and picture that it meets until the file is closed, so it is opened anew
# after so many pages.
REOPENED = 250
_VOCABULARY = re.compile(r"\w[\w-]*\w")
# A hyphen before one of these hangs: "pre- and post-war".
_HANGING = frozenset("and or und oder bzw et ou y o e ed och eller en of".split())


def read(data: bytes, path: str) -> Document:
    """The document that the text layer of a PDF is.

    Raises `CitemgrError` where PDFium is not installed, and for a file that is encrypted, broken,
    or a scan without text.
    """
    book = _Book()
    book.take_in(data, path)
    if not book.sizes:
        raise CitemgrError(
            "has no text, only pictures of pages; run OCR on it first (for example with"
            " `ocrmypdf`)",
            path=path,
        )
    return _Writer(Draft(path, "pdf"), book).write()


class _Book:
    """The pages of a file, their lines packed, and what was counted while they were read."""

    def __init__(self) -> None:
        self.labels: list[str] = []
        self.sizes: Counter[float] = Counter()
        self.words: set[str] = set()
        self.leading: Counter[float] = Counter()
        self.heads = Heads()
        self._packed: list[bytes] = []

    def take_in(self, data: bytes, path: str) -> None:
        """Read all pages of the file."""
        try:
            import pypdfium2
        except ImportError as error:
            raise CitemgrError(
                "is a PDF; reading it needs a further package: pip install 'citemgr[pdf]'",
                path=path,
            ) from error
        try:
            pdf = pypdfium2.PdfDocument(data)
            for index in paced(range(len(pdf)), "pages"):
                if index % REOPENED == REOPENED - 1:
                    pdf.close()
                    pdf = pypdfium2.PdfDocument(data)
                self._page(pdf, index)
            pdf.close()
        except pypdfium2.PdfiumError as error:
            locked = "password" in str(error).lower()
            raise CitemgrError(
                "is encrypted; save it without a password"
                if locked
                else "is no PDF, or a damaged one",
                path=path,
            ) from error

    def _page(self, pdf: Any, index: int) -> None:
        page = pdf[index]
        try:
            rows = rows_of(page)
        finally:
            page.close()
        self.labels.append(str(pdf.get_page_label(index) or index + 1))
        self.heads.count(rows)
        for row in rows:
            self.sizes[row.size] += len(row.text)
            self.words.update(_VOCABULARY.findall(row.text.lower()))
        for above, below in pairwise(rows):
            if above.size == below.size and above.left < below.right and below.left < above.right:
                self.leading[round((above.bottom - below.bottom) / max(above.size, 1.0), 1)] += 1
        self._packed.append(zlib.compress(marshal.dumps([tuple(row) for row in rows]), 1))

    @property
    def line_height(self) -> float:
        """From line to line in a paragraph, as a multiple of the size: the least that is usual."""
        counts = {height: count for height, count in self.leading.items() if 0.8 < height < 3.5}
        often = max(counts.values(), default=0) / 3
        return min((height for height, count in counts.items() if count > often), default=1.2)

    def __len__(self) -> int:
        return len(self._packed)

    def rows(self, index: int) -> list[Row]:
        """The lines of a page."""
        return [Row(*row) for row in marshal.loads(zlib.decompress(self._packed[index]))]


class _Writer:
    """The draft, and the anchors of notes by page and label."""

    def __init__(self, draft: Draft, book: _Book) -> None:
        self.draft = draft
        self._book = book
        self._size = book.sizes.most_common(1)[0][0]
        self._anchors: dict[tuple[int, str], list[Span]] = {}
        self._quoted = Quoted(draft)
        self._page = -1

    def write(self) -> Document:
        """The document: all pages, then all notes."""
        self._number()
        blocks, layout = Blocks(self._size, self._book.line_height), Columns()
        notes: list[FootNote] = []
        for page in range(len(self._book)):
            rows, _ = self._book.heads.without(self._book.rows(page))
            columns = list(layout.of(rows))
            notes += take_notes(columns, page, self._size, notes[-1] if notes else None)
            for piece in blocks.page(columns, page):
                self._piece(piece)
        for piece in blocks.rest():
            self._piece(piece)
        self._quoted.end()
        self._page = -1
        for note in notes:
            self._note(note)
        return self.draft.document()

    def _number(self) -> None:
        """Number the pages as they are printed, where most bear their number."""
        book = self._book
        numbers = [book.heads.without(book.rows(page))[1] for page in range(len(book))]
        first = first_number(numbers)
        if first is not None:
            book.labels = [str(first + page) for page in range(len(book))]

    def _piece(self, piece: Piece) -> None:
        self.draft.block_break()
        self._quoted.paragraph(piece.kind is BlockKind.QUOTATION)
        mark = self.draft.mark()
        self._rows(piece.rows, piece.skipped)
        if piece.kind is BlockKind.QUOTATION:
            return
        level = 1 if piece.kind is BlockKind.HEADING else 0
        self.draft.add_block(piece.kind, mark, level=level, label=piece.label)

    def _note(self, note: FootNote) -> None:
        self.draft.block_break()
        mark = self.draft.mark()
        self._rows(note.rows, note.skipped)
        anchored = note.rows[0][0], note.label
        self.draft.add_note(mark, note.label, self._anchors.get(anchored, ()))

    def _rows(self, rows: Sequence[tuple[int, Row]], skipped: int) -> None:
        """Write lines as one run of words; a word parted by a hyphen is put together."""
        for at, (page, row) in enumerate(rows):
            if page != self._page:
                self._page = page
                self.draft.page(self._book.labels[page])
            following = rows[at + 1][1].text if at + 1 < len(rows) else ""
            text, joined = self._line_end(row.text, following)
            self._row(text, row, skipped if at == 0 else 0)
            if not joined:
                self.draft.blank()

    def _line_end(self, text: str, following: str) -> tuple[str, bool]:
        """A line as it is before the next: its hyphen off where it only parts a word, and whether
        the next line goes on without a blank."""
        if not text.endswith(HYPHENS) or not text[-2:-1].isalnum():
            return text.replace(SOFT_HYPHEN, "-"), False
        first = re.split(r"[\s(“\"]", text[:-1])[-1].lower()
        last = re.split(r"[^\w-]", following)[0]
        if not last or last in _HANGING:
            return text[:-1] + "-", False
        written = last.islower() and (
            first + last in self._book.words or f"{first}-{last}" not in self._book.words
        )
        return text[:-1] + ("" if written else "-"), True

    def _row(self, text: str, row: Row, at: int) -> None:
        for start, end in row.raised:
            if start < at:
                continue
            self.draft.words(text[at:start])
            mark = self.draft.mark()
            self.draft.words(text[start:end])
            self.draft.add_superscript(mark)
            span = self.draft.since(mark)
            if span is not None:
                self._anchors.setdefault((self._page, text[start:end]), []).append(span)
            at = end
        self.draft.words(text[at:])
