"""Whether a token stands in quotation marks or in brackets."""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.references.labels.tokens import Token

_OPEN = {"“": "”", "„": "“", "«": "»", "‘": "’", "《": "》", "「": "」", "‹": "›"}
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "<": ">", "〈": "〉"}
# A quoted title longer than this is taken for a mark that was never closed.
LONGEST_QUOTE = 60


def quotes(tokens: Sequence[Token]) -> list[str]:
    """`q` in marks, `(` in brackets, `q(` in both; `Q` once a quoted stretch is behind."""
    column = []
    awaited = bracket = ""
    age = 0
    seen = False
    for token in tokens:
        mark = token.text
        age += 1
        if awaited and (mark == awaited or age > LONGEST_QUOTE):
            awaited, seen = "", True
        elif not awaited and mark in _OPEN and (token.spaced or mark != "’"):
            awaited, age = _OPEN[mark], 0
        elif not awaited and mark == '"':
            awaited, age = '"', 0
        if mark in _BRACKETS:
            bracket = mark
        elif bracket and mark == _BRACKETS[bracket]:
            bracket = ""
        column.append(("q" if awaited else "Q" if seen else "") + bracket)
    return column
