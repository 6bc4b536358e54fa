"""The word itself, folded to lower case, and its shape."""

from __future__ import annotations

from citemgr.references.labels.tokens import Token

# Longer shapes say no more than their beginning.
LONGEST_SHAPE = 6


def word(token: Token) -> str:
    """The word in lower case; a run of digits only by how many there are."""
    return f"0x{len(token.text)}" if token.text.isdigit() else token.text.lower()


def shape(token: Token) -> str:
    """`Xx` for a capitalised word, `X-Xx`, `0000`, ...; runs of one kind are folded to two."""
    found = ""
    for character in token.text:
        kind = _kind(character)
        if kind != "0" and found[-2:] == kind * 2:
            continue
        found += kind
        if len(found) == LONGEST_SHAPE:
            break
    return found


def _kind(character: str) -> str:
    if character.isupper():
        return "X"
    if character.islower():
        return "x"
    if character.isdigit():
        return "0"
    return "a" if character.isalpha() else character
