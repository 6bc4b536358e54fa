"""Whether the fields that were read from a reference are the ones that are labelled in it.

Values are compared by their letters and digits; a date by its year, pages and volumes by their
numbers. What a person would not call a mistake, a mark at an edge or an "In", does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from citemgr.model import LabelledField
from training.data import Example, fold

# The fields whose values make a reference right or wrong.
CORE = ("author", "title", "container", "date", "volume", "pages", "publisher", "location")
# Labels that stand for another of these where that one is missing.
_STANDS_FOR = {"institution": "publisher"}


def comparable(label: str, value: str) -> str:
    """What of a value must be the same."""
    if label == "date":
        year = re.search(r"1[4-9]\d\d|20\d\d", value)
        return year.group() if year else fold(value)
    if label in {"volume", "pages"}:
        return "-".join(re.findall(r"\d+", value)[:2]) or fold(value)
    return fold(value)


def compared(example: Example, fields: Sequence[LabelledField]) -> dict[str, str]:
    """For each core field `right`, `absent`, `missing`, `spurious` or `other` (another value)."""
    true = _values((label, example.text[start:end]) for label, start, end in example.fields)
    found = _values((part.label, part.value) for part in fields)
    results = {}
    for name in CORE:
        right, read = true.get(name, ""), found.get(name, "")
        if right == read:
            results[name] = "right" if right else "absent"
        elif not read:
            results[name] = "missing"
        else:
            results[name] = "other" if right else "spurious"
    return results


def _values(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    values: dict[str, str] = {}
    for label, value in pairs:
        name = _STANDS_FOR.get(label, label)
        values[name] = values.get(name, "") + comparable(name, value)
    return values
