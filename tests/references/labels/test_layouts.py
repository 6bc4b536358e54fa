"""References in many layouts come out with every field that they print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from citemgr.model import LabelledField
from citemgr.references import parse_references
from citemgr.references.labels import label

CASES = Path(__file__).parent / "cases/layouts.txt"
# The share of these references that the shipped weights read wholly right; it may only rise.
LEAST_WHOLE = 0.86
# And after the repairs, which is what an entry is made of.
LEAST_REPAIRED = 0.97
# What must be right for a reference to be right.
CORE = frozenset(
    "author editor director title container date volume issue pages publisher location "
    "citation-number accessed".split()
)


def folded(value: str) -> str:
    return "".join(character for character in value.casefold() if character.isalnum())


def read_cases() -> list[tuple[str, str, dict[str, str]]]:
    cases = []
    for block in CASES.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        if lines:
            fields = dict(line.split(": ", 1) for line in lines[2:])
            cases.append((lines[0].strip("[]"), lines[1], fields))
    return cases


def misread(
    fields: Sequence[LabelledField], expected: dict[str, str]
) -> dict[str, tuple[str, str]]:
    """Label -> what stands there and what was read, for all that differ."""
    found: dict[str, str] = {}
    for part in fields:
        if part.label != "date" or "date" not in found:
            found[part.label] = found.get(part.label, "") + part.value
    if "institution" in found and "publisher" not in found:
        found["publisher"] = found.pop("institution")
    wrong = {}
    for name in sorted({*expected, *found} & CORE):
        if folded(expected.get(name, "")) != folded(found.get(name, "")):
            wrong[name] = (expected.get(name, ""), found.get(name, ""))
    return wrong


def of_labels(text: str) -> Sequence[LabelledField]:
    return label([text])[0].fields


def after_repairs(text: str) -> Sequence[LabelledField]:
    (reference,) = parse_references([text])
    return reference.labelled


@pytest.mark.parametrize(
    ("read", "least"), [(of_labels, LEAST_WHOLE), (after_repairs, LEAST_REPAIRED)]
)
def test_most_are_wholly_right(
    read: Callable[[str], Sequence[LabelledField]], least: float
) -> None:
    cases = read_cases()
    failures = {text: wrong for _, text, fields in cases if (wrong := misread(read(text), fields))}
    assert len(cases) >= 60
    assert len(cases) - len(failures) >= least * len(cases), failures


def test_a_newspaper_in_a_database() -> None:
    layout, text, fields = read_cases()[0]
    assert layout == "proquest"
    assert misread(of_labels(text), fields) == {}
