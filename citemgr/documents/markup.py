"""The stretches of a file that are syntax, as `Document.markup` holds them: sorted, apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citemgr.model import Span


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans sorted, those that overlap or touch made one, empty ones left out."""
    return tuple(_merge(sorted(span for span in spans if span.end > span.start)))


def _merge(spans: Sequence[Span]) -> Iterator[Span]:
    start = end = -1
    for span in spans:
        if span.start > end:
            if end > start:
                yield Span(start, end)
            start, end = span
        else:
            end = max(end, span.end)
    if end > start:
        yield Span(start, end)
