"""Labelled stretches put right where marks in the string say better than the labels.

A title in quotation marks ends with its closing mark; what the model took in behind it holds the
work. In GOST and GB/T 7714 a double slash does the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.model import LabelledField
from citemgr.references.labels import Labelling

_QUOTED = re.compile(
    r"""\s*(?:“(?P<a>[^“”]{4,400})”|«(?P<b>[^«»]{4,400})»|„(?P<c>[^„“]{4,400})“|"(?P<d>[^"]{4,400})")
    (?P<gap>[\s,.]*(?:[Ii]n:?\s+)?)(?P<rest>[^\W\d_].{2,200})$""",
    re.VERBOSE,
)
_SLASHED = re.compile(
    r"(?P<title>.{4,400}?)(?P<gap>\s*(?:\[[A-Z/]{1,6}\])?\s*//\s*)(?P<rest>\S.{2,200})$"
)


def repaired(text: str, labelling: Labelling) -> Iterator[tuple[LabelledField, float]]:
    """The labelled stretches with their confidences, titles cut where their marks end."""
    contained = any(field.label == "container" for field in labelling.fields)
    for field, sure in zip(labelling.fields, labelling.field_confidence, strict=True):
        match = None
        if field.label == "title" and not contained:
            match = _QUOTED.match(field.value) or _SLASHED.match(field.value)
        if match is None:
            yield field, sure
            continue
        yield _part(field, "title", 0, match.start("gap")), sure
        yield _part(field, "container", match.start("rest"), match.end("rest")), sure


def _part(field: LabelledField, label: str, start: int, end: int) -> LabelledField:
    return LabelledField(label, field.value[start:end], field.start + start, field.start + end)
