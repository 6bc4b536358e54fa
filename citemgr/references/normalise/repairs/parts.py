"""A labelled stretch with its confidence, and how one is cut, joined or relabelled."""

from __future__ import annotations

from typing import NamedTuple


class Part(NamedTuple):
    """A labelled stretch of a reference string and the probability that it is right."""

    label: str
    value: str
    start: int
    end: int
    sure: float

    def cut(self, label: str, start: int, end: int | None = None) -> Part:
        """The stretch from `start` to `end`, in code points of the value, under `label`; white
        space at its edges left out."""
        value = self.value[start:end]
        start += len(value) - len(value.lstrip())
        value = value.strip()
        first = self.start + start
        return Part(label, value, first, first + len(value), self.sure)

    def under(self, label: str) -> Part:
        """The same stretch under another label."""
        return self._replace(label=label)


Parts = tuple[Part, ...]
# The confidence in a stretch that no label took.
GUESSED = 0.5


def stretch(text: str, label: str, start: int, end: int, sure: float = GUESSED) -> Part:
    """The stretch of `text` from `start` to `end`."""
    return Part(label, text[start:end], start, end, sure)


def joined(text: str, first: Part, last: Part, label: str) -> Part:
    """One part from the start of `first` to the end of `last`."""
    return stretch(text, label, first.start, last.end, min(first.sure, last.sure))


def labels_of(parts: Parts) -> frozenset[str]:
    """The labels that stand in `parts`."""
    return frozenset([part[0] for part in parts])
