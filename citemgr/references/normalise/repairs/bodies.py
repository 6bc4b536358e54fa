"""The body that a title begins with is its author."""

from __future__ import annotations

import re

from citemgr.references.normalise.names import is_staff, names_body
from citemgr.references.normalise.repairs.parts import GUESSED, Part, Parts, labels_of

_STOP = re.compile(r"(?<=[^\W_]{3})\.\s+(?=[^\W\d_a-zß-öø-ÿ])")
LONGEST_BODY = 8
_OF_A_PART = frozenset({"volume", "issue", "pages", "editor", "doi"})


def part_bodies_from_titles(text: str, parts: Parts) -> Parts:
    """The body in front of a title, or at its beginning, made its author."""
    labels = labels_of(parts)
    at = next((at for at, part in enumerate(parts) if part.label == "title"), -1)
    if at < 0 or labels & {"author", "editor", "director"}:
        return parts
    if at == 0 and is_staff(text[: parts[0].start].strip(' .,:;“«„"')):
        return (_staff(text, parts[0].start), *parts)
    title = parts[at]
    behind = [part.label for part in parts[at + 1 : at + 3]]
    if _is_body(title.value):
        if behind == ["date", "title"]:
            return (*parts[:at], title.under("author"), *parts[at + 1 :])
        if behind[:1] == ["container"] and "publisher" in labels and not labels & _OF_A_PART:
            work = parts[at + 1].under("title")
            return (*parts[:at], title.under("author"), work, *parts[at + 2 :])
    stop = _STOP.search(title.value)
    if stop is None or not _is_body(title.value[: stop.start()]):
        return parts
    split = (title.cut("author", 0, stop.start()), title.cut("title", stop.end()))
    return (*parts[:at], *split, *parts[at + 1 :])


def _staff(text: str, end: int) -> Part:
    """The paper's own people, whom no label took, in front of the title."""
    name = text[:end].rstrip(' .,:;“«„"')
    return Part("author", name, 0, len(name), GUESSED)


def _is_body(words: str) -> bool:
    return 1 < len(words.split()) <= LONGEST_BODY and names_body(words)
