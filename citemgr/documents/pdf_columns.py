"""The lines of a page in the order in which a person reads them.

A gutter that most lines leave free, with text on both sides, parts columns; lines that cross it
part what is above from what is below. A column may be parted again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citemgr.documents.pdf_page import Row

# A page has columns if so much of its lines lie wholly beside the gutter.
LEAST_BESIDE = 0.6
# Fewer lines than this make no columns.
LEAST_ROWS = 8
# So many columns stand side by side at most: the cut is made again so often.
DEEPEST = 2


class Columns:
    """Finds the columns of page after page; a last page with few lines in its second column has
    the gutter of those before it."""

    def __init__(self) -> None:
        self._gutter: float | None = None

    def of(self, rows: Sequence[Row]) -> Iterator[list[Row]]:
        """The columns of a page, each its lines from top to bottom, in reading order."""
        gutter = _gutter(rows)
        if gutter is not None:
            self._gutter = gutter
        elif self._gutter is not None and _is_free(rows, self._gutter):
            gutter = self._gutter
        yield from _columns(rows, gutter, 0)


def _columns(rows: Sequence[Row], gutter: float | None, depth: int) -> Iterator[list[Row]]:
    if gutter is None:
        if rows:
            yield _joined(_ordered(rows))
        return
    left: list[Row] = []
    right: list[Row] = []
    across: list[Row] = []
    for row in _ordered([part for each in rows for part in _split(each, gutter)]):
        if row.left < gutter < row.right:
            yield from _beside(left, right, depth)
            left, right = [], []
            across.append(row)
        else:
            if across:
                yield _joined(across)
                across = []
            (left if row.right <= gutter else right).append(row)
    yield from _beside(left, right, depth)
    if across:
        yield _joined(across)


def _ordered(rows: Sequence[Row]) -> list[Row]:
    """From top to bottom, and from left to right where feet are nearly on one line."""
    ordered: list[Row] = []
    line: list[Row] = []
    for row in sorted(rows, key=lambda row: -row.bottom):
        if line and line[0].bottom - row.bottom > 0.3 * min(line[0].size, row.size):
            ordered += sorted(line, key=lambda row: row.left)
            line = []
        line.append(row)
    return ordered + sorted(line, key=lambda row: row.left)


def _beside(left: Sequence[Row], right: Sequence[Row], depth: int) -> Iterator[list[Row]]:
    for column in (left, right):
        gutter = _gutter(column) if depth < DEEPEST else None
        yield from _columns(column, gutter, depth + 1)


def _is_free(rows: Sequence[Row], gutter: float) -> bool:
    """Whether most lines leave the gutter free, with one on either side at least."""
    parts = [part for row in rows for part in _split(row, gutter)]
    crossing = sum(row.left < gutter < row.right for row in parts)
    left = sum(row.right <= gutter for row in parts)
    right = sum(row.left >= gutter for row in parts)
    return left > 0 and right > 0 and crossing <= (1 - LEAST_BESIDE) * len(parts)


def _gutter(rows: Sequence[Row]) -> float | None:
    """Where the middle of the page is left free by most lines, with text on both sides."""
    if len(rows) < LEAST_ROWS:
        return None
    first, last = min(row.left for row in rows), max(row.right for row in rows)
    whole = [(row.left, row.right) for row in rows if not row.gaps]
    parted = [row for row in rows if row.gaps]
    best: tuple[int, float] | None = None
    for step in range(30, 71, 2):
        at = first + (last - first) * step / 100
        sides = whole + [(part.left, part.right) for row in parted for part in _split(row, at)]
        left = sum(end <= at for _, end in sides)
        right = sum(start >= at for start, _ in sides)
        crossing = len(sides) - left - right
        if left < 4 or right < 4 or min(left, right) < 0.15 * len(sides):
            continue
        if crossing <= (1 - LEAST_BESIDE) * len(sides) and (best is None or crossing < best[0]):
            best = (crossing, at)
    return best[1] if best else None


def _split(row: Row, gutter: float) -> Iterator[Row]:
    """The row, cut at a gap that lies on the gutter."""
    if not row.gaps:
        yield row
        return
    for at, end, start in row.gaps:
        if end <= gutter <= start:
            raised = [each for each in row.raised if each[1] <= at]
            behind = [(first - at, last - at) for first, last in row.raised if first >= at]
            yield row._replace(
                text=row.text[:at].rstrip(), right=end, raised=tuple(raised), gaps=()
            )
            yield row._replace(text=row.text[at:], left=start, raised=tuple(behind), gaps=())
            return
    yield row


def _joined(rows: list[Row]) -> list[Row]:
    """Rows on one line put together again where no gutter parts them."""
    joined: list[Row] = []
    for row in rows:
        last = joined[-1] if joined else None
        if last is not None and _same_line(last, row):
            joined[-1] = _together(last, row)
        else:
            joined.append(row)
    return joined


def _together(first: Row, second: Row) -> Row:
    shift = len(first.text) + 1
    raised = tuple((start + shift, end + shift) for start, end in second.raised)
    wider = first if len(first.text) >= len(second.text) else second
    return Row(
        f"{first.text} {second.text}",
        first.left,
        second.right,
        min(first.bottom, second.bottom),
        max(first.top, second.top),
        wider.size,
        wider.bold,
        first.raised + raised,
    )


def _same_line(last: Row, row: Row) -> bool:
    overlap = min(last.top, row.top) - max(last.bottom, row.bottom)
    lower = min(last.top - last.bottom, row.top - row.bottom)
    return row.left >= last.right - 1 and overlap > 0.5 * lower
