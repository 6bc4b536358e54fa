"""The stretch of a document that describes one source, and what was read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from citemgr.model.entry import Entry
from citemgr.model.span import Span

Role = Literal["list", "note"]


@dataclass(frozen=True, slots=True)
class LabelledField:
    """One labelled stretch of a reference string: label of the sequence model, value as printed,
    start and end in code points of the string."""

    label: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as printed.

    `span` leaves out the label. `label` is the printed list number, note number or key, else
    None. `role` is `list` for a line of a reference list and `note` for a full citation in a
    note or in the running text. `confidence` is the probability that the whole entry is right,
    `field_confidence` that of each field of the entry. `labelled` are the stretches the entry was
    read from, with offsets in `text`, which is the reference with its line breaks folded.
    """

    span: Span
    text: str
    entry: Entry
    label: str | None = None
    role: Role = "list"
    confidence: float = 1.0
    field_confidence: Mapping[str, float] = field(default_factory=dict)
    labelled: tuple[LabelledField, ...] = ()
