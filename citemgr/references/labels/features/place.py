"""Where a token stands: in the string, in the order of its segments, and against the years."""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.references.labels.features.classes import FIRST_YEAR, LAST_YEAR
from citemgr.references.labels.tokens import Token

TENTHS = 10
MOST_SEGMENTS = 7
_STOPS = frozenset(".:;?!")


def positions(tokens: Sequence[Token]) -> list[str]:
    """The tenth of the string in which the token stands; the first and last tokens by number."""
    count = len(tokens)
    column = []
    for at in range(count):
        if at < 3:
            column.append(f"f{at}")
        elif at >= count - 3:
            column.append(f"l{count - at}")
        else:
            column.append(str(at * TENTHS // count))
    return column


def segments(tokens: Sequence[Token]) -> list[str]:
    """How many stops followed by a space came before, up to seven."""
    column = []
    segment = 0
    for at, token in enumerate(tokens):
        if at and token.spaced and tokens[at - 1].text in _STOPS and _ends(tokens, at - 1):
            segment = min(segment + 1, MOST_SEGMENTS)
        column.append(str(segment))
    return column


def _ends(tokens: Sequence[Token], at: int) -> bool:
    """Whether the stop at `at` ends a segment: not the one of an initial or short abbreviation."""
    return not (tokens[at].text == "." and at and len(tokens[at - 1].text) <= 2)


def years(tokens: Sequence[Token]) -> list[str]:
    """Before or after the first year of the string; `-` where there is none."""
    first = next((at for at, token in enumerate(tokens) if _is_year(token.text)), None)
    if first is None:
        return ["-"] * len(tokens)
    return ["<" if at < first else "=" if at == first else ">" for at in range(len(tokens))]


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and FIRST_YEAR <= int(word) <= LAST_YEAR
