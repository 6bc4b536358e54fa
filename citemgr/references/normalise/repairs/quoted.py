"""A title in quotation marks ends with its closing mark; what the model took in behind it holds
the work, what stands before it is the author. In GOST and GB/T 7714 a double slash does the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of

_QUOTED = re.compile(
    r"""\s*(?:“[^“”]{4,400}”|«[^«»]{4,400}»|„[^„“]{4,400}“|"[^"]{4,400}")
    (?P<gap>[\s,.]*(?:[Ii]n:?\s+)?)(?P<rest>[^\W\d_].{2,200})$""",
    re.VERBOSE,
)
_SLASHED = re.compile(
    r"(?P<title>.{4,400}?)(?P<gap>\s*\[[A-Z/]{1,6}\]\s*//\s*|\s+//\s+)(?P<rest>\S.{2,200})$"
)
# `Jeff Paine, "Tech is key`: the closing mark may have been trimmed.
_NAMED = re.compile(
    r"(?:(?P<page>[Pp](?:age|\.)\s?[A-Z]?\d+)[.,]\s)?(?P<author>[^\W\d_][^\"“«„,]{3,60}),\s(?=[\"“«„][^\W_])"
)


def end_titles_with_their_marks(text: str, parts: Parts) -> Parts:
    """Titles cut where their marks end and where they begin."""
    labels = labels_of(parts)
    slashed = next((part for part in parts if _is_slashed(part)), None)
    if slashed is not None and "container" in labels:
        # The container is told by the slashes; what was taken for it published it.
        other = "note" if "publisher" in labels else "publisher"
        parts = tuple(part.under(other) if part.label == "container" else part for part in parts)
        labels = labels_of(parts)
    return tuple(new for part in parts for new in _cut(part, labels))


def _is_slashed(part: Part) -> bool:
    return part.label == "title" and _SLASHED.match(part.value) is not None


def _cut(part: Part, labels: frozenset[str]) -> Iterator[Part]:
    named = _NAMED.match(part.value) if part.label == "title" and "author" not in labels else None
    if named is not None:
        if named["page"] and "pages" not in labels:
            yield part.cut("pages", named.start("page"), named.end("page"))
        yield part.cut("author", named.start("author"), named.end("author"))
        yield part.cut("title", named.end())
        return
    match = None
    if part.label == "title" and "container" not in labels:
        match = _QUOTED.match(part.value) or _SLASHED.match(part.value)
    if match is None:
        yield part
        return
    yield part.cut("title", 0, match.start("gap"))
    yield part.cut("container", match.start("rest"))
