"""Where in its file does a stretch of a document stand?

The origin knows line and column of every offset. A stretch may run over markup in the file (a link
around a number, an entity, a tie), which is then a part of it; a stretch that only begins or ends a
tagged one is none that could be replaced.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from citemgr.model import Document, Span

_TAG = re.compile(r"<[^<>]*>")
_ENTITY = re.compile(r"&#?\w{1,31};")
_CLOSING_TAGS = re.compile(r"(?:</(?:a|sup|span|em|i|b|strong|cite)\s*>)+", re.I)
_LINK_END = re.compile(r"[*_]*(?:\]\([^()\n]*\)|\]\[[^\[\]\n]*\])")
_ANCHOR = re.compile(r"<a\b[^<>]*\bhref\s*=\s*[\"']?#[^<>]*>(?P<inner>[^<>]{0,200})</a\s*>", re.I)
_LATEX = re.compile(r"\\[A-Za-z]+\s?|[{}~]")
_ROOM = 240  # code points around a callout in which its link begins


def file_places(document: Document, source: str) -> Callable[[int], int | None]:
    """From an offset of the document's text to one of `source`, its file, by line and column."""
    if document.text == source:
        return lambda offset: offset
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))

    def place(offset: int) -> int | None:
        where = document.origin.place(offset)
        if where.line is None or where.column is None or where.line > len(starts):
            return None
        return starts[where.line - 1] + where.column - 1

    return place


def file_stretch(
    document: Document, source: str, place: Callable[[int], int | None], span: Span
) -> Span | None:
    """The stretch of `source` that prints `span`, which may be empty; None where there is none."""
    if span.start == span.end:
        return _point(document, source, place, span.start)
    start, last = place(span.start), place(span.end - 1)
    if start is None or last is None or last < start:
        return None
    end = _behind(source, last)
    if document.format == "html":
        start, end = _with_anchor(source, start, end)
    printed = source[start:end]
    if _letters(document.format, printed) != _letters("text", span.of(document.text)):
        return None
    return Span(start, end) if _is_balanced(printed) else None


def _point(
    document: Document, source: str, place: Callable[[int], int | None], offset: int
) -> Span | None:
    """Where something can be put in at `offset`: behind what stands before it, at its own place
    where that begins a line or an element."""
    before = place(offset - 1) if offset and not document.text[offset - 1].isspace() else None
    if before is None:
        at = place(offset)
        return None if at is None else Span(at, at)
    at = _behind(source, before)
    pattern = _CLOSING_TAGS if document.format == "html" else _LINK_END
    closing = pattern.match(source, at) if document.format in ("html", "markdown") else None
    at = closing.end() if closing else at
    return Span(at, at)


def _behind(source: str, last: int) -> int:
    """The offset behind the character that stands at `last`."""
    entity = _ENTITY.match(source, last)
    return entity.end() if entity else last + 1


def _with_anchor(source: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the link to a note or a reference around it."""
    begin = source.rfind("<a", max(0, start - _ROOM), start)
    anchor = _ANCHOR.match(source, begin) if begin >= 0 else None
    if anchor is not None and anchor.start("inner") <= start and end <= anchor.end("inner"):
        return anchor.span() if anchor["inner"].strip() == source[start:end] else (start, end)
    return start, end


def _letters(form: str, printed: str) -> str:
    """What is compared: the letters and digits, whatever markup stands between."""
    if form == "html":
        printed = html.unescape(_TAG.sub("", printed))
    elif form == "latex":
        printed = _LATEX.sub(" ", printed)
    return "".join(char for char in printed if char.isalnum())


def _is_balanced(printed: str) -> bool:
    """Whether every tag that opens in a stretch closes in it."""
    tags: list[str] = _TAG.findall(printed)
    return sum(tag.startswith("</") for tag in tags) * 2 == len(tags)
