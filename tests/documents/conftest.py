"""What the tests of readers share: the five texts and the checks that hold for every document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from citemgr.model import Document, Span

FIVE = Path(__file__).parent / "cases" / "five"


@pytest.fixture(
    params=sorted(path.name for path in FIVE.iterdir() if path.suffix not in {".py", ".toml"})
)
def text_file(request: pytest.FixtureRequest) -> Path:
    """One of the five texts in one of the formats."""
    return FIVE / str(request.param)


@pytest.fixture(scope="session")
def check() -> Callable[[Document], None]:
    """Asserts what holds for every document."""
    return _check


def _check(document: Document) -> None:
    """Spans lie inside the text, blocks are sorted and nested, the map of places is sorted."""
    length = len(document.text)
    for span in _spans(document):
        assert 0 <= span.start <= span.end <= length
    starts = [block.span.start for block in document.blocks]
    assert starts == sorted(starts)
    for at, block in enumerate(document.blocks):
        if block.parent is not None:
            assert block.parent < at
            assert document.blocks[block.parent].span.contains(block.span)
    for spans in (document.superscripts, document.markup):
        assert list(spans) == sorted(spans)
    assert list(document.origin.offsets) == sorted(document.origin.offsets)


def _spans(document: Document) -> Iterator[Span]:
    yield from (block.span for block in document.blocks)
    for note in document.notes:
        yield note.span
        yield from note.anchors
    yield from (link.span for link in document.hyperlinks)
    yield from (citation.span for citation in document.citations)
    yield from document.superscripts
    yield from document.markup
