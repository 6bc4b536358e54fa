"""How a word begins and ends: `Univ…`, `…schrift`, `…ology` tell much about words never seen."""

from __future__ import annotations

from citemgr.references.labels.tokens import Token

SHORTEST_WORD = 4
LENGTH = 3


def prefix(token: Token) -> str:
    """The first three letters of a word of four or more."""
    return token.text[:LENGTH].lower() if _is_long(token.text) else ""


def suffix(token: Token) -> str:
    """The last three letters of a word of four or more."""
    return token.text[-LENGTH:].lower() if _is_long(token.text) else ""


def _is_long(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word.isalpha()
