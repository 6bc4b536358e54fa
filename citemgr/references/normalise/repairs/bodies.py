"""Bodies at the edges of a title: one before it is its author, one behind it published it."""

from __future__ import annotations

import re

from citemgr.references.normalise.names import names_body
from citemgr.references.normalise.repairs.parts import Parts, labels_of

_STOP = re.compile(r"(?<=[^\W_]{3})\.\s+(?=[^\W\d_a-zß-öø-ÿ])")
LONGEST_BODY = 8


def part_bodies_from_titles(text: str, parts: Parts) -> Parts:
    """The body that a title begins with made its author, the one it ends with its publisher."""
    return _publisher(_author(parts))


def _author(parts: Parts) -> Parts:
    labels = labels_of(parts)
    if labels & {"author", "editor", "director"} or not parts:
        return parts
    at = next((at for at, part in enumerate(parts) if part.label == "title"), -1)
    if at < 0:
        return parts
    title = parts[at]
    second = [part for part in parts[at + 1 :] if part.label == "title"]
    dated = at + 1 < len(parts) and parts[at + 1].label == "date"
    if dated and second and _is_body(title.value):
        return (*parts[:at], title.under("author"), *parts[at + 1 :])
    stop = _STOP.search(title.value)
    if stop is None or not _is_body(title.value[: stop.start()]):
        return parts
    split = (title.cut("author", 0, stop.start()), title.cut("title", stop.end()))
    return (*parts[:at], *split, *parts[at + 1 :])


def _publisher(parts: Parts) -> Parts:
    labels = labels_of(parts)
    if labels & {"publisher", "institution", "container", "volume", "issue", "genre"}:
        return parts
    at = max((at for at, part in enumerate(parts) if part.label == "title"), default=-1)
    stops = list(_STOP.finditer(parts[at].value)) if at >= 0 else []
    if not stops or not _is_body(parts[at].value[stops[-1].end() :]):
        return parts
    title, stop = parts[at], stops[-1]
    split = (title.cut("title", 0, stop.start()), title.cut("publisher", stop.end()))
    return (*parts[:at], *split, *parts[at + 1 :])


def _is_body(words: str) -> bool:
    return 1 < len(words.split()) <= LONGEST_BODY and names_body(words)
