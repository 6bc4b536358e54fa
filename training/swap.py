"""Real references with one part taken from another: the habits of a style stay, the words change.

A model that sees a style only with the words of a few works learns the words; here the title,
container, publisher, place or people of a reference are those of another of the same source.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence

from training.data import Example

SWAPPED_LABELS = ("title", "container", "publisher", "location")
# Share of the parts of a reference that are swapped.
EACH = 0.5
# Longer values are mostly slips of the labelling.
LONGEST = 250


class Pools:
    """The values of each label, apart for sources that print them alike."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self._values: dict[tuple[str, str], list[str]] = defaultdict(list)
        for example in examples:
            for label, start, end in example.fields:
                value = example.text[start:end].strip(" ,.;:()[]")
                if label in SWAPPED_LABELS and 2 < end - start < LONGEST and value:
                    self._values[example.source.partition("/")[0], label].append(value)

    def draw(self, example: Example, label: str, rng: random.Random) -> str | None:
        """A value of `label` from the same source, or None."""
        values = self._values.get((example.source.partition("/")[0], label))
        return rng.choice(values) if values else None


def swapped(example: Example, pools: Pools, rng: random.Random) -> Example:
    """The example with some of its parts swapped."""
    text = ""
    last = 0
    fields = []
    for label, start, end in sorted(example.fields, key=lambda field: field[1]):
        if start < last:
            return example
        old = example.text[start:end]
        core = old.strip(" ,.;:()[]")
        new = pools.draw(example, label, rng) if rng.random() < EACH and core else None
        if label in SWAPPED_LABELS and new is not None:
            at = old.find(core)
            value = old[:at] + new + old[at + len(core) :]
        else:
            value = old
        text += example.text[last:start]
        fields.append((label, len(text), len(text) + len(value)))
        text += value
        last = end
    return Example(text + example.text[last:], tuple(fields), example.source)
