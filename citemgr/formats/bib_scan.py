"""One entry of a `.bib` file, read by the braces alone.

For entries that the splitter gives up: BibTeX's own scanner (bibtex.web, sections 250 to 300)
counts braces and cares for nothing else, so an `@` at the beginning of a line inside a value is
text, and a comma that is missing between two fields need not hide the second.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

# The longest entry that is scanned: abstracts are shorter, and what never closes is left soon.
LONGEST = 100_000

# The key may be missing: EndNote writes none.
_HEAD = re.compile(
    r"@(?P<type>[^\W\d_]\w*)\s*(?P<open>[{(])\s*"
    r"(?:(?P<key>[^\s,{}()=\"#%]*)\s*,|(?=[^\W\d_][\w-]*\s*=))"
)
_NAME = re.compile(r"[\s,]*(?P<name>[^\W\d_][^\s=,{}\"#%()]*)\s*=\s*")
_BARE = re.compile(r"[^\s,{}\"#()]+")
_JOIN = re.compile(r"\s*#\s*")
_TOKEN = re.compile(r"[{}\"]")


class Scanned(NamedTuple):
    """An entry with the raw values of its fields, where it ends, whether it lacks a comma, and
    whether it is closed by the other kind of bracket."""

    type: str
    key: str
    fields: Mapping[str, str]
    end: int
    missing_comma: bool
    wrong_bracket: bool


def scan_entry(text: str, start: int) -> Scanned | None:
    """The entry that begins at `start`, or None where it is none or does not close."""
    head = _HEAD.match(text, start)
    if head is None:
        return None
    stop = min(len(text), start + LONGEST)
    close = "}" if head["open"] == "{" else ")"
    fields: dict[str, str] = {}
    at = head.end()
    missing = False
    while name := _NAME.match(text, at, stop):
        if fields and "," not in text[at : name.start("name")]:
            missing = True
        end = _value_end(text, name.end(), stop)
        if end is None:
            return None
        fields.setdefault(name["name"].lower(), text[name.end() : end])
        at = end
    while at < stop and (text[at].isspace() or text[at] == ","):
        at += 1
    if at >= stop or text[at] not in "})":
        return None
    return Scanned(
        head["type"].lower(), head["key"] or "", fields, at + 1, missing, text[at] != close
    )


def _value_end(text: str, at: int, stop: int) -> int | None:
    """Where the value that begins at `at` ends: pieces in braces, quotes or bare, joined by `#`."""
    while True:
        end = _piece_end(text, at, stop)
        if end is None:
            return None
        join = _JOIN.match(text, end, stop)
        if join is None:
            return end
        at = join.end()


def _piece_end(text: str, at: int, stop: int) -> int | None:
    if at >= stop or text[at] not in '{"':
        bare = _BARE.match(text, at, stop)
        return bare.end() if bare else None
    quoted = text[at] == '"'
    depth = 0
    for token in _TOKEN.finditer(text, at + quoted, stop):
        if token[0] == '"':
            if quoted and depth == 0:
                return token.end()
            continue
        depth += 1 if token[0] == "{" else -1
        if depth < 0:
            return None
        if depth == 0 and not quoted:
            return token.end()
    return None
