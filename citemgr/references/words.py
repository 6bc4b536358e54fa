"""What a stretch of a document says: its words with line breaks folded and syntax left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from citemgr.model import Document, Span

_SPACE = re.compile(r"\s+")


def words_of(document: Document, span: Span, holes: Sequence[Span] = ()) -> str:
    """The words of `span`, markup and `holes` left out, every run of white space made one blank."""
    return _SPACE.sub(
        " ", "".join(part.of(document.text) for part in pieces(document, span, holes))
    ).strip()


def pieces(document: Document, span: Span, holes: Sequence[Span] = ()) -> list[Span]:
    """The stretches of `span` between the markup, and between `holes`, which are sorted."""
    if holes:
        starts = [span.start, *(hole.end for hole in holes)]
        ends = [*(hole.start for hole in holes), span.end]
        around = [Span(*edges) for edges in zip(starts, ends, strict=True)]
        return [piece for part in around for piece in pieces(document, part)]
    markup = document.markup
    if not markup:
        return [span]
    found = []
    start = span.start
    at = max(0, bisect_left(markup, (span.start, span.start)) - 1)
    while at < len(markup) and markup[at].start < span.end:
        if markup[at].end > start:
            if markup[at].start > start:
                found.append(Span(start, markup[at].start))
            start = markup[at].end
        at += 1
    if start < span.end:
        found.append(Span(start, span.end))
    return found


def folded(document: Document, span: Span, holes: Sequence[Span] = ()) -> tuple[str, list[int]]:
    """The words of `span` as `words_of` gives them, and the offset in the document of each of
    their characters (one more for the end)."""
    characters: list[str] = []
    offsets: list[int] = []
    for piece in pieces(document, span, holes):
        for at in range(piece.start, piece.end):
            character = document.text[at]
            if character.isspace():
                if not characters or characters[-1] == " ":
                    continue
                character = " "
            characters.append(character)
            offsets.append(at)
    while characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    offsets.append(offsets[-1] + 1 if offsets else span.start)
    return "".join(characters), offsets
