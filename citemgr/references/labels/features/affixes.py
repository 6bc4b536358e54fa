"""How a word begins and ends: `Univ…`, `…schrift`, `…ology` tell much about words never seen."""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.references.labels.tokens import Token

SHORTEST_WORD = 4


def prefixes(tokens: Sequence[Token]) -> list[str]:
    """The first three letters of a word of four or more."""
    return [
        token.text[:3].lower() if len(token.text) >= SHORTEST_WORD and token.text.isalpha() else ""
        for token in tokens
    ]


def suffixes(tokens: Sequence[Token]) -> list[str]:
    """The last three letters of a word of four or more."""
    return [
        token.text[-3:].lower() if len(token.text) >= SHORTEST_WORD and token.text.isalpha() else ""
        for token in tokens
    ]
