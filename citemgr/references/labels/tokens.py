"""The words and marks of a reference string.

A token is a run of digits, a word (letters with inner hyphens or apostrophes), one ideograph, or
one mark; so `23:587-596.` falls into six. White space is not a token, but each token knows
whether some stood before it.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      \d+
    | [\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]   # one kana or ideograph
    | [^\W\d_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+
      (?:['’\-‐][^\W\d_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+)*
    | \S
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A token, its stretch of the string, and whether white space stood before it."""

    text: str
    start: int
    end: int
    spaced: bool


def tokenise(text: str, most: int | None = None) -> list[Token]:
    """Cut `text` into tokens, in order, `most` of them; offsets are code points of `text`."""
    tokens = []
    last = 0
    for match in islice(_TOKEN.finditer(text), most):
        start, end = match.span()
        tokens.append(Token(match.group(), start, end, start > last))
        last = end
    return tokens
