"""Databases print the authors between the title and the newspaper: "Title. Doe, Jane; Roe, Richard.
Paper; Place." Names turned round in that place end the title, whatever stood before was labelled.
"""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, joined, labels_of

_WORD = r"[^\W\d_a-zß-öø-ÿ][\w'’\-]*\.?"
_PARTICLES = r"(?:(?:van|von|de|del|la|al|el|der|den|di|da|ter)\s)*"
_NAME = rf"{_PARTICLES}{_WORD}(?:\s{_WORD}){{0,2}},\s{_WORD}(?:\s{_WORD}){{0,2}}"
_NAMES = rf"(?:{_NAME}(?:;\s{_NAME})*|Anonymous)"
# The end of a title, its stop, and nothing but such names behind it.
_RUN_ON = re.compile(rf"(?P<title>.{{8,}}?[\w)’'\"”?!])(?:\.|(?<=[?!]))\s+(?P<names>{_NAMES})\.?")
_WHOLE = re.compile(rf"{_NAMES}\.?")
# The same names at the head of the container.
_AHEAD = re.compile(rf"(?P<names>{_NAMES})\.\s+(?=[^\W\d_a-zß-öø-ÿ])")


def find_authors_in_the_middle(text: str, parts: Parts) -> Parts:
    """Title and authors parted where a database's layout puts the authors behind the title."""
    held = next((at for at, part in enumerate(parts) if part.label == "container"), -1)
    if held < 1:
        return parts
    ahead = _AHEAD.match(parts[held].value) if not labels_of(parts) & {"author", "editor"} else None
    if ahead is not None:
        names = parts[held].cut("author", *ahead.span("names"))
        rest = parts[held].cut("container", ahead.end())
        return (*parts[:held], names, rest, *parts[held + 1 :])
    last = parts[held - 1]
    if last.label not in {"title", "author"}:
        return parts
    start = next(at for at, part in enumerate(parts) if part.label != "citation-number")
    front = parts[start:held]
    if labels_of(front) - {"title", "author"}:
        return parts
    if last.label == "author" and "title" in labels_of(front) and _WHOLE.fullmatch(last.value):
        # author, title, author: all in front of the last is the title.
        if len(front) > 2 and front[0].label == "author":
            title = joined(text, front[0], front[-2], "title")
            return (*parts[:start], title, last, *parts[held:])
        return parts
    match = _RUN_ON.fullmatch(last.value)
    if match is None or (last.label == "title" and "author" in labels_of(front)):
        return parts
    names = last.cut("author", *match.span("names"))
    title = joined(text, front[0], last.cut("title", 0, match.end("title")), "title")
    return (*parts[:start], title, names, *parts[held:])
