"""A labelled stretch with its confidence, and how one is cut or relabelled."""

from __future__ import annotations

from typing import NamedTuple

from citemgr.model import LabelledField


class Part(NamedTuple):
    """A labelled stretch of a reference string and the probability that it is right."""

    field: LabelledField
    sure: float

    @property
    def label(self) -> str:
        return self.field.label

    @property
    def value(self) -> str:
        return self.field.value

    def cut(self, label: str, start: int, end: int | None = None) -> Part:
        """The stretch from `start` to `end`, in code points of the value, under `label`; white
        space at its edges left out."""
        value = self.value[start:end]
        start += len(value) - len(value.lstrip())
        value = value.strip()
        first = self.field.start + start
        return Part(LabelledField(label, value, first, first + len(value)), self.sure)

    def under(self, label: str) -> Part:
        """The same stretch under another label."""
        return self.cut(label, 0)


Parts = tuple[Part, ...]


def labels_of(parts: Parts) -> frozenset[str]:
    """The labels that stand in `parts`."""
    return frozenset(part.label for part in parts)
