"""PDF: the text layer in reading order, without running heads, hyphens joined, notes behind it.

Words and boxes are PDFium's (the extra `pdf`); paragraphs, block quotations and footnotes are told
from indents, gaps and sizes. Pages are read one by one. A scan without a text layer is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import Any

from citemgr.documents.draft import Draft
from citemgr.documents.pdf_page import Row, columns_of, rows_of
from citemgr.model import BlockKind, CitemgrError, Document, Span

# A line this near to the page's upper or lower edge of text may be a running head.
EDGE_LINES = 2
# A head is told by standing on so many pages, numbers apart.
LEAST_REPEATS = 3
# Notes are set smaller than the text, headings larger.
NOTE_SIZE, HEADING_SIZE = 0.93, 1.12
# A gap of so many line heights parts paragraphs; so many em move a line in.
PARAGRAPH_GAP, INDENT = 1.35, 0.8
_NOTE_START = re.compile(r"(?P<label>\d{1,3}|[*†‡§¶]{1,3})[.)]?\s*(?=\S)")
_NUMBER = re.compile(
    r"[-–—|·\s]*(?:page|p\.|seite|s\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von)\s*\d{1,4})?[-–—|·\s]*",
    re.IGNORECASE,
)
_HEAD_NUMBER = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")
_ITEM = re.compile(r"(?:\[(?P<label>[\w+.-]{1,12})\]|(?P<number>\d{1,3})[.)]|[•–-])\s+(?=\S)")
_ENDED = re.compile(r"[.!?:…。][\"'”’»)\]\d]*$")
_HYPHENS = ("-", "\u00ad", "‐")


@dataclass(slots=True)
class _Page:
    label: str
    rows: list[Row]
    columns: list[list[Row]] = field(default_factory=list)
    notes: list[tuple[str, list[Row]]] = field(default_factory=list)


def read(data: bytes, path: str) -> Document:
    """The document that the text layer of a PDF is.

    Raises `CitemgrError` where PDFium is not installed, and for a file that is encrypted, broken,
    or a scan without text.
    """
    pages = _pages(data, path)
    if not any(page.rows for page in pages):
        raise CitemgrError(
            "has no text, only pictures of pages; run OCR on it first (for example with"
            " `ocrmypdf`)",
            path=path,
        )
    _take_heads(pages)
    size = _body_size(pages)
    for page in pages:
        page.columns = list(columns_of(page.rows))
        _take_notes(page, size)
    return _Writer(Draft(path, "pdf"), pages, size).write()


def _pages(data: bytes, path: str) -> list[_Page]:
    try:
        import pypdfium2
    except ImportError as error:
        raise CitemgrError(
            "is a PDF; reading it needs a further package: pip install 'citemgr[pdf]'", path=path
        ) from error
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return [_page(pdf, index) for index in range(len(pdf))]
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower()
        raise CitemgrError(
            "is encrypted; save it without a password" if locked else "is no PDF, or a damaged one",
            path=path,
        ) from error


def _page(pdf: Any, index: int) -> _Page:
    page = pdf[index]
    label = str(pdf.get_page_label(index) or index + 1)
    rows = rows_of(page)
    page.close()
    return _Page(label, rows)


# Running heads


def _edges(page: _Page) -> Iterator[tuple[str, Row]]:
    """The highest and lowest lines of a page, with the edge at which they stand."""
    rows = sorted(page.rows, key=lambda row: -row.top)
    heights = sorted({round(row.bottom / 3) for row in rows}, reverse=True)
    top, foot = heights[:EDGE_LINES], heights[EDGE_LINES:][-EDGE_LINES:]
    for row in rows:
        height = round(row.bottom / 3)
        if height in top or height in foot:
            yield ("top" if height in top else "foot"), row


def _take_heads(pages: Sequence[_Page]) -> None:
    """Take running heads and page numbers away; a number printed on the page becomes its label."""
    shapes: Counter[tuple[str, str]] = Counter()
    for page in pages:
        shapes.update({(edge, _shape(row.text)) for edge, row in _edges(page)})
    numbers: list[int | None] = []
    for page in pages:
        number = None
        for edge, row in list(_edges(page)):
            alone = _NUMBER.fullmatch(row.text)
            if not alone and shapes[edge, _shape(row.text)] < min(LEAST_REPEATS, len(pages)):
                continue
            if not alone and len(pages) == 1:
                continue
            found = _HEAD_NUMBER.search(row.text.strip())
            if found:
                number = int(found[1] or found[2])
            page.rows = [each for each in page.rows if each is not row]
        numbers.append(number)
    steps = [number - at for at, number in enumerate(numbers) if number is not None]
    if len(steps) > 1 and Counter(steps).most_common(1)[0][1] * 2 > len(pages):
        first = Counter(steps).most_common(1)[0][0]
        for at, page in enumerate(pages):
            page.label = str(first + at)


def _shape(text: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", text.strip().lower())


# Sizes and notes


def _body_size(pages: Sequence[_Page]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[row.size] += len(row.text)
    return sizes.most_common(1)[0][0] if sizes else 1.0


def _take_notes(page: _Page, size: float) -> None:
    """Move the small lines at the foot of a column that begin with a number to the page's notes."""
    anchors = {
        row.text[start:end]
        for column in page.columns
        for row in column
        for start, end in row.raised
    }
    for column in page.columns:
        start = len(column)
        while start > 0 and column[start - 1].size <= NOTE_SIZE * size:
            start -= 1
        for row in column[start:]:
            match = _NOTE_START.match(row.text)
            raised = bool(row.raised) and row.raised[0][0] == 0
            if match is not None and (raised or match["label"] in anchors):
                page.notes.append((match["label"], [row]))
            elif page.notes:
                page.notes[-1][1].append(row)
            else:
                continue
            column[:] = [each for each in column if each is not row]


# Writing


class _Writer:
    """The draft, what ended the paragraph before, and the anchors of notes by page and label."""

    def __init__(self, draft: Draft, pages: Sequence[_Page], size: float) -> None:
        self.draft = draft
        self._pages = pages
        self._size = size
        self._words = _vocabulary(pages)
        self._anchors: dict[tuple[int, str], list[Span]] = {}
        self._last = ""
        self._item = ""
        self._page = 0

    def write(self) -> Document:
        """The document: all pages, then all notes."""
        for number, page in enumerate(self._pages):
            self._page = number
            self.draft.page(page.label)
            for column in page.columns:
                self._column(column)
        for number, page in enumerate(self._pages):
            self._page = number
            if page.notes:
                self.draft.block_break()
                self.draft.page(page.label)
            for label, rows in page.notes:
                self._note(label, rows)
        return self.draft.document()

    def _note(self, label: str, rows: list[Row]) -> None:
        start = _NOTE_START.match(rows[0].text)
        self.draft.block_break()
        mark = self.draft.mark()
        skipped = start.end() if start else 0
        self._rows(rows, skipped)
        self.draft.add_note(mark, label, self._anchors.get((self._page, label), ()))

    def _column(self, column: list[Row]) -> None:
        if not column:
            return
        left = _usual_left(column)
        for number, group in enumerate(_groups(column)):
            em = max(self._size, 4.0)
            larger = group[0].size > HEADING_SIZE * self._size
            moved = all(row.left > left + INDENT * em for row in group)
            items = [row for row in group if _ITEM.match(row.text)]
            if items and items[0] is group[0] and (moved or len(items) > 1 or self._next(items[0])):
                self._items(group)
            elif larger and len(group) <= 4:
                self._block(BlockKind.HEADING, [group])
            elif moved and (len(group) > 1 or group[0].size < self._size):
                self._block(BlockKind.QUOTATION, [group])
            else:
                paragraphs = list(_paragraphs(group, left, em))
                goes_on = number == 0 and bool(self._last) and not _ENDED.search(self._last)
                if goes_on and paragraphs[0][0].left <= left + INDENT * em:
                    self.draft.continue_block()
                    self._rows(paragraphs[0])
                    self.draft.extend_block()
                    paragraphs = paragraphs[1:]
                self._block(BlockKind.PARAGRAPH, paragraphs)

    def _next(self, row: Row) -> bool:
        """Whether a line bears the number after that of the item before it, or the first one."""
        label = _ITEM.match(row.text)
        number = (label["number"] or label["label"] or "") if label else ""
        last = int(self._item) if self._item.isdecimal() else 0
        return number.isdecimal() and int(number) in {1, last + 1}

    def _items(self, group: Sequence[Row]) -> None:
        """Write the items of a list, each from its printed label on."""
        starts = [at for at, row in enumerate(group) if _ITEM.match(row.text)]
        for start, end in pairwise([*starts, len(group)]):
            label = _ITEM.match(group[start].text)
            self.draft.block_break()
            if label is None:
                continue
            self._item = label["number"] or label["label"] or ""
            mark = self.draft.mark()
            self._rows(group[start:end], label.end())
            self.draft.add_block(BlockKind.LIST_ITEM, mark, label=label["label"] or label["number"])
        self._last = ""

    def _block(self, kind: BlockKind, paragraphs: Sequence[list[Row]]) -> None:
        for rows in paragraphs:
            self.draft.block_break()
            mark = self.draft.mark()
            self._rows(rows)
            self.draft.add_block(kind, mark, level=1 if kind is BlockKind.HEADING else 0)
        self._last = paragraphs[-1][-1].text if paragraphs and kind is BlockKind.PARAGRAPH else ""

    def _rows(self, rows: Sequence[Row], skipped: int = 0) -> None:
        """Write lines as one run of words; a word parted by a hyphen is put together."""
        for at, row in enumerate(rows):
            text = row.text
            following = rows[at + 1].text if at + 1 < len(rows) else ""
            joined = text.endswith(_HYPHENS) and following[:1].islower()
            if joined and not self._keeps_hyphen(text, following):
                text = text[:-1]
            self._row(text, row, skipped if at == 0 else 0)
            if not joined:
                self.draft.blank()

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

    def _keeps_hyphen(self, text: str, following: str) -> bool:
        """Whether the document writes the word with its hyphen elsewhere, and never without."""
        first = re.split(r"[\s(“\"]", text[:-1])[-1].lower()
        last = re.split(r"[^\w-]", following)[0].lower()
        return f"{first}-{last}" in self._words and first + last not in self._words


def _vocabulary(pages: Sequence[_Page]) -> frozenset[str]:
    """The words that the document writes inside a line."""
    words: set[str] = set()
    for page in pages:
        for row in page.rows:
            words.update(re.findall(r"\w[\w-]*\w", row.text.lower()))
    return frozenset(words)


def _usual_left(column: Sequence[Row]) -> float:
    """Where most lines of a column begin, the furthest left of such places."""
    places = Counter(round(row.left / 2) * 2 for row in column)
    least = min(max(places.values()), max(2, len(column) // 20))
    return min(place for place, count in places.items() if count >= least)


def _groups(column: Sequence[Row]) -> Iterator[list[Row]]:
    """Lines with no wider gap, no change of size and no change of margin between them."""
    gaps = [above.bottom - below.bottom for above, below in pairwise(column)]
    usual = median(gap for gap in gaps if gap > 0) if any(gap > 0 for gap in gaps) else 0.0
    group = [column[0]]
    for above, below in pairwise(column):
        wide = above.bottom - below.bottom > PARAGRAPH_GAP * usual
        resized = abs(above.size - below.size) > 0.06 * max(above.size, below.size)
        if wide or resized:
            yield group
            group = []
        group.append(below)
    yield group


def _paragraphs(group: Sequence[Row], left: float, em: float) -> Iterator[list[Row]]:
    """Cut a group where a line is moved in, or moved out where the others are moved in."""
    inner = sum(row.left > left + INDENT * em for row in group[1:])
    hanging = inner * 2 > len(group) - 1 and group[0].left <= left + INDENT * em
    right = max(row.right for row in group)
    paragraph = [group[0]]
    for above, below in pairwise(group):
        moved = below.left > left + INDENT * em
        short = above.right < right - 0.25 * (right - left) and bool(_ENDED.search(above.text))
        if (not moved if hanging else moved) or short:
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph
