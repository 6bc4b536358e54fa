"""Bracketed stretches of a text, found in one pass: `(…)`, `[…]`, `（…）`, `［…］`, `【…】`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.model import Span

_PAIRS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【", "〕": "〔"}
_OPENING = frozenset(_PAIRS.values())
_BRACKET = re.compile(f"[{re.escape(''.join([*_PAIRS, *_OPENING]))}]")
_LONGEST = 600  # code points; a longer stretch is prose in brackets
_DEEPEST = 6


def brackets(text: str) -> Iterator[Span]:
    """Yield the bracketed stretches of `text`, inner ones too, brackets included, by their ends."""
    stack: list[int] = []
    for at, char in _bracket_characters(text):
        if char in _OPENING:
            stack.append(at)
            del stack[:-_DEEPEST]
            continue
        while stack and text[stack[-1]] != _PAIRS[char] and at - stack[-1] > _LONGEST:
            stack.pop()
        if stack and text[stack[-1]] == _PAIRS[char]:
            start = stack.pop()
            if at - start <= _LONGEST:
                yield Span(start, at + 1)


def _bracket_characters(text: str) -> Iterator[tuple[int, str]]:
    for match in _BRACKET.finditer(text):
        yield match.start(), match[0]
