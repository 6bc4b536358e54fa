"""A headline in capitals is one title, whatever marks and numbers stand in it."""

from __future__ import annotations

from citemgr.references.normalise.repairs.parts import Parts, joined

# A shorter run of capitals may be a body or a family name.
LEAST_WORDS = 5
# The labels that pieces of a headline are given.
_PIECES = frozenset({"author", "title", "volume", "number", "pages", "issue"})


def keep_headlines_whole(text: str, parts: Parts) -> Parts:
    """The parts in front of the first container or date made one title, where all is capitals."""
    end = next(
        (at for at, part in enumerate(parts) if part.label not in _PIECES | {"citation-number"}), 0
    )
    start = 1 if parts and parts[0].label == "citation-number" else 0
    if end - start < 2 or parts[end].label not in {"container", "date"}:
        return parts
    words = text[parts[start].start : parts[end - 1].end]
    if len(words.split()) < LEAST_WORDS or not all(map(_shouts, words)):
        return parts
    return (*parts[:start], joined(text, parts[start], parts[end - 1], "title"), *parts[end:])


def _shouts(character: str) -> bool:
    return character.isupper() or not character.isalpha()
