"""A person's correction of a labelled reference, as a line that training takes in.

The labelling is shown as `label: value` lines; what comes back is found in the string again, in its
order.
"""

from __future__ import annotations

import json

from citemgr.model import CitemgrError, LabelledField, Reference


def as_lines(reference: Reference) -> str:
    """The labelling of `reference` for an editor: the string as a comment, then a field a line."""
    fields = "".join(f"{field.label}: {field.value}\n" for field in reference.labelled)
    return f"# {reference.text}\n{fields}"


def from_lines(reference: Reference, lines: str) -> list[LabelledField]:
    """The corrected fields, found in the string of `reference`.

    Raises `CitemgrError` for a line without a label, or a value that does not stand in the string.
    """
    fields: list[LabelledField] = []
    for number, line in enumerate(lines.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        label, colon, value = line.partition(":")
        value = value.strip()
        if not colon or not value:
            raise CitemgrError(f"line {number} is no `label: value`: {line.strip()}")
        start = _place(reference.text, value, [field for field in fields if field.value == value])
        if start < 0:
            raise CitemgrError(f"line {number}: {value!r} does not stand in the reference")
        fields.append(LabelledField(label.strip(), value, start, start + len(value)))
    return sorted(fields, key=lambda field: field.start)


def _place(text: str, value: str, before: list[LabelledField]) -> int:
    """Where `value` stands, behind those places where it was found before."""
    return text.find(value, before[-1].end if before else 0)


def as_training_line(text: str, fields: list[LabelledField]) -> str:
    """The corrected reference in the shape of the training data."""
    rows = [[field.label, field.value, field.start, field.end] for field in fields]
    return json.dumps({"text": text, "fields": rows, "source": "correction"}, ensure_ascii=False)
