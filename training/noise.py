"""Damage that pasted references have: lost spaces, cut ends, shouted names, slips of OCR."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from training.data import Example

_SLIPS = {
    "l": "1",
    "1": "l",
    "0": "O",
    "O": "0",
    "rn": "m",
    "m": "rn",
    "e": "c",
    "–": "-",
    "é": "e",
}


def roughened(example: Example, rng: random.Random) -> Example:
    """The example with one kind of damage; labels stay on what they labelled."""
    return rng.choice(_KINDS)(example, rng)


def _replaced(example: Example, start: int, end: int, new: str) -> Example:
    """The example with `new` in the place of `[start, end)`, the fields moved along."""
    shift = len(new) - (end - start)

    def moved(at: int) -> int:
        if at <= start:
            return at
        return at + shift if at >= end else start + len(new)

    fields = tuple((label, moved(first), moved(last)) for label, first, last in example.fields)
    return Example(
        example.text[:start] + new + example.text[end:],
        tuple(field for field in fields if field[2] > field[1]),
        example.source,
    )


def _labelled(example: Example, rng: random.Random) -> Example:
    if any(label == "citation-number" for label, _, _ in example.fields):
        return example
    number = rng.randint(1, 120)
    label = rng.choice((f"[{number}]", f"{number}.", f"({number})", f"{number}", f"{number})", "•"))
    gap = rng.choice((" ", " ", "  ", "\t", ""))
    moved = tuple(
        (name, first + len(label + gap), last + len(label + gap))
        for name, first, last in example.fields
    )
    own = () if label == "•" else (("citation-number", 0, len(label)),)
    return Example(label + gap + example.text, (*own, *moved), example.source)


def _unspaced(example: Example, rng: random.Random) -> Example:
    spaces = [match.start() for match in re.finditer(r"(?<=[,.;:)]) ", example.text)]
    for at in sorted(rng.sample(spaces, min(len(spaces), rng.randint(1, 3))), reverse=True):
        example = _replaced(example, at, at + 1, "")
    return example


def _cut(example: Example, rng: random.Random) -> Example:
    length = len(example.text)
    if length < 60:
        return example
    at = rng.randint(length * 2 // 3, length - 1)
    return _replaced(example, at, length, "")


def _slipped(example: Example, rng: random.Random) -> Example:
    wrong = rng.choice(list(_SLIPS))
    places = [match.start() for match in re.finditer(re.escape(wrong), example.text)]
    if not places:
        return example
    at = rng.choice(places)
    return _replaced(example, at, at + len(wrong), _SLIPS[wrong])


def _shouted(example: Example, rng: random.Random) -> Example:
    text = example.text
    for label, first, last in example.fields:
        if label == "author" and rng.random() < 0.8:
            words = re.sub(r"[^\W\d_]{3,}", lambda match: match[0].upper(), text[first:last])
            if len(words) == last - first:
                text = text[:first] + words + text[last:]
    return Example(text, example.fields, example.source)


def _hyphenated(example: Example, rng: random.Random) -> Example:
    words = list(re.finditer(r"[a-z]{8,}", example.text))
    if not words:
        return example
    at = rng.choice(words).start() + rng.randint(3, 5)
    return _replaced(example, at, at, rng.choice(("- ", "-")))


_KINDS: tuple[Callable[[Example, random.Random], Example], ...] = (
    _labelled,
    _labelled,
    _labelled,
    _unspaced,
    _cut,
    _slipped,
    _shouted,
    _hyphenated,
)
