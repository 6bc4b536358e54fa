"""Brackets at the edges of a value: off where they enclose it or have no partner, else kept."""

from __future__ import annotations

_PAIRS = {"(": ")", "[": "]"}


def unbracketed(text: str) -> str:
    """`text` on one line, without separating marks and lonely or enclosing brackets at its edges:
    `London (UK)` stays, `(London:` is `London`."""
    value = " ".join(text.split())
    previous = None
    while value != previous:
        previous = value
        value = value.strip(" ,;:：")
        for opening, closing in _PAIRS.items():
            if value.startswith(opening) and value.find(closing) in {-1, len(value) - 1}:
                value = value[1:]
            if value.endswith(closing) and value.count(opening) < value.count(closing):
                value = value[:-1]
    return value
