"""Labels put right where the string says better: each repair by itself, without the model.

`cases/repairs.toml` holds strings, labels as the model might give them, and the labels after the
repairs.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.model import LabelledField
from citemgr.references.labels import LABELS, Labelling
from citemgr.references.normalise.repairs import REPAIRS, repaired

CASES = tomllib.loads((Path(__file__).parent / "cases/repairs.toml").read_text("utf-8"))["case"]


def labelling(text: str, labels: list[list[str]]) -> Labelling:
    """The labelling of `text` whose stretches follow each other as `labels` names them."""
    fields = []
    at = 0
    for label, value in labels:
        start = text.index(value, at)
        at = start + len(value)
        fields.append(LabelledField(label, value, start, at))
    return Labelling(tuple(fields), (0.9,) * len(fields), 0.9)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_labels_are_put_right(case: dict[str, Any]) -> None:
    found = repaired(case["text"], labelling(case["text"], case["labels"]))
    assert [[part.label, part.value] for part in found] == case["repaired"]


def test_every_repair_has_its_case() -> None:
    assert {repair.__name__ for repair in REPAIRS} == {case["repair"] for case in CASES}


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_what_is_right_stays(case: dict[str, Any]) -> None:
    found = repaired(case["text"], labelling(case["text"], case["repaired"]))
    assert [[part.label, part.value] for part in found] == case["repaired"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(LABELS[1:]),
            st.text(alphabet="Ab. ,:;“”()[]19/-", min_size=1, max_size=20),
            st.text(alphabet=" .,:;(“", max_size=3),
        ),
        max_size=8,
    )
)
def test_parts_are_stretches_of_the_string_in_order(rows: list[tuple[str, str, str]]) -> None:
    text = "".join(value + gap for _, value, gap in rows)
    at = 0
    fields = []
    for label, value, gap in rows:
        fields.append(LabelledField(label, value, at, at + len(value)))
        at += len(value + gap)
    parts = repaired(text, Labelling(tuple(fields), (0.9,) * len(fields), 0.9))
    assert all(text[part.start : part.end] == part.value for part in parts)
    starts = [part.start for part in parts]
    assert starts == sorted(starts)
