"""LaTeX's commands that print their argument in another way: links, code, raised words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader


def link(reader: Reader, name: str, at: int) -> int:
    """`\\href{url}{words}`, `\\url{url}`."""
    target = reader.argument(at)
    if target is None:
        return at
    url = reader.source[target.start : target.end].replace("\\", "").strip()
    words = reader.argument(target.end + 1) if name == "href" else None
    mark = reader.draft.mark()
    if words is None:
        reader.draft.words(reader.source[target.start : target.end], target.start)
    else:
        reader.inner(words)
    reader.draft.add_link(mark, url)
    return (words or target).end + 1


def verbatim(reader: Reader, name: str, at: int) -> int:
    """`\\verb|words|`."""
    sign = reader.source[at : at + 1]
    end = reader.source.find(sign, at + 1, at + 500) if sign else -1
    if end < 0:
        return at
    reader.draft.words(reader.source[at + 1 : end], at + 1)
    return end + 1


def superscript(reader: Reader, name: str, at: int) -> int:
    """`\\textsuperscript{words}`."""
    inner = reader.argument(at)
    if inner is None:
        return at
    mark = reader.draft.mark()
    reader.inner(inner)
    reader.draft.add_superscript(mark)
    return inner.end + 1


def insertion(reader: Reader, name: str, at: int) -> int:
    """csquotes' `\\textins`: words of the writer in brackets."""
    inner = reader.argument(at)
    if inner is None:
        return at
    reader.draft.glyphs("[", at)
    reader.inner(inner)
    reader.draft.glyphs("]", inner.end)
    return inner.end + 1
