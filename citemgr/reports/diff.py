"""A quotation and its source side by side, the differences marked, for a terminal.

The left column is the quotation, the right one the passage of the source; a word that differs
stands in colour and, for those who see none, between marks: `[-so-]` in the source alone, `{+so+}`
in the quotation alone.
"""

from __future__ import annotations

import re
import textwrap
from difflib import SequenceMatcher
from itertools import zip_longest

import click

from citemgr.checking import Item

_NARROWEST = 24
_BETWEEN = " │ "
_MARKED = re.compile(r"(\[-.*?-\]|\{\+.*?\+\})")
_WORD = re.compile(r"\w+")


def side_by_side(item: Item, width: int, indent: str = "    ") -> list[str]:
    """The lines of the two columns; of the source is shown the sentence around the passage."""
    room = (width - len(indent) - len(_BETWEEN)) // 2
    ours, theirs = marked(item.quote, item.checked.context)
    if room < _NARROWEST:
        return [
            f"{indent}{side} {line}"
            for side, text in (("quoted", ours), ("source", theirs))
            for line in _wrapped(text, width - len(indent) - 7)
        ]
    return [
        f"{indent}{_coloured(left)}{' ' * (room - len(left))}{_BETWEEN}{_coloured(right)}".rstrip()
        for left, right in zip_longest(_wrapped(ours, room), _wrapped(theirs, room), fillvalue="")
    ]


def marked(quote: str, source: str) -> tuple[str, str]:
    """Both texts on one line each, with the words that differ between marks. What the source has
    before and after the passage is no difference."""
    ours, theirs = quote.split(), source.split()
    matcher = SequenceMatcher(
        None, list(map(_bare, ours)), list(map(_bare, theirs)), autojunk=False
    )
    blocks = matcher.get_opcodes()
    left: list[str] = []
    right: list[str] = []
    for number, (kind, i0, i1, j0, j1) in enumerate(blocks):
        at_end = number in (0, len(blocks) - 1) and i0 == i1
        equal = kind == "equal" or at_end
        left.append(" ".join(ours[i0:i1]) if equal or i0 == i1 else _mark(ours[i0:i1], "{+", "+}"))
        right.append(
            " ".join(theirs[j0:j1]) if equal or j0 == j1 else _mark(theirs[j0:j1], "[-", "-]")
        )
    return " ".join(filter(None, left)), " ".join(filter(None, right))


def _mark(words: list[str], before: str, after: str) -> str:
    return " ".join(f"{before}{word}{after}" for word in words)


def _bare(word: str) -> str:
    return "".join(_WORD.findall(word)).casefold() or word


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 8), break_on_hyphens=False) or [""]


def _coloured(text: str) -> str:
    def colour(match: re.Match[str]) -> str:
        return click.style(match.group(), fg="red" if match.group()[0] == "[" else "green")

    return _MARKED.sub(colour, text)
