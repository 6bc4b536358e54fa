"""The word itself, folded to lower case, and its shape."""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.references.labels.tokens import Token

# Longer shapes say no more than their beginning.
LONGEST_SHAPE = 6


def words(tokens: Sequence[Token]) -> list[str]:
    """The word in lower case; a run of digits only by how many there are."""
    return [
        f"0x{len(token.text)}" if token.text.isdigit() else token.text.lower() for token in tokens
    ]


def shapes(tokens: Sequence[Token]) -> list[str]:
    """`Xx` for a capitalised word, `X-Xx`, `0000`, ...; runs of one kind are folded to two."""
    return [_shape(token.text) for token in tokens]


def _shape(word: str) -> str:
    shape = ""
    for character in word:
        if character.isupper():
            kind = "X"
        elif character.islower():
            kind = "x"
        elif character.isdigit():
            kind = "0"
        elif character.isalpha():
            kind = "a"
        else:
            kind = character
        if kind != "0" and shape[-2:] == kind * 2:
            continue
        shape += kind
        if len(shape) == LONGEST_SHAPE:
            break
    return shape
