"""Running heads and page numbers of a PDF: told by standing at the same edge of many pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from citemgr.documents.pdf_page import Row

# A line this near to the page's upper or lower edge of text may be a running head.
EDGE_LINES = 2
# A head is told by standing on so many pages, numbers apart.
LEAST_REPEATS = 3
_NUMBER = re.compile(
    r"[-–—|·\s]*(?:page|p\.|seite|s\.)?\s*(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von)\s*\d{1,4})?[-–—|·\s]*",
    re.IGNORECASE,
)
_HEAD_NUMBER = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")
_NUMERAL = re.compile(r"\d+|\b[ivxlc]+\b")


class Heads:
    """What stands at the edges of the pages, counted while they are read."""

    def __init__(self) -> None:
        self._shapes: Counter[tuple[str, str]] = Counter()
        self._pages = 0

    def count(self, rows: Sequence[Row]) -> None:
        """Count the edges of one page."""
        self._pages += 1
        self._shapes.update({(edge, _shape(row.text)) for edge, row in _edges(rows)})

    def without(self, rows: Sequence[Row]) -> tuple[list[Row], int | None]:
        """A page's rows without running heads, and the number printed on the page."""
        number = None
        heads = set()
        least = min(LEAST_REPEATS, self._pages)
        for edge, row in _edges(rows):
            alone = _NUMBER.fullmatch(row.text)
            repeated = self._pages > 1 and self._shapes[edge, _shape(row.text)] >= least
            if alone or repeated:
                found = _HEAD_NUMBER.search(row.text.strip())
                number = int(found[1] or found[2]) if found else number
                heads.add(row)
        return [row for row in rows if row not in heads], number


def first_number(numbers: Sequence[int | None]) -> int | None:
    """The number of the first page, where the numbers printed on most pages count on from it."""
    steps = Counter(number - at for at, number in enumerate(numbers) if number is not None)
    if not steps:
        return None
    first, count = steps.most_common(1)[0]
    return first if count > 1 and count * 2 > len(numbers) else None


def _edges(rows: Sequence[Row]) -> Iterator[tuple[str, Row]]:
    """The highest and lowest lines of a page, with the edge at which they stand."""
    heights = sorted({round(row.bottom / 3) for row in rows}, reverse=True)
    top = set(heights[:EDGE_LINES])
    foot = set(heights[EDGE_LINES:][-EDGE_LINES:])
    for row in rows:
        height = round(row.bottom / 3)
        if height in top or height in foot:
            yield ("top" if height in top else "foot"), row


def _shape(text: str) -> str:
    return _NUMERAL.sub("#", text.strip().lower())
