"""Where documents describe their sources: lists with and without headings, notes, ends of lists.

`cases/lists.toml` holds a document and the references that stand in it, with label and role;
`cases/pasted.toml` lists as people paste them, and the references in them.
"""

from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.documents import read_text
from citemgr.references import find_references, split_list
from citemgr.references.pasted import strings_of

CASES = tomllib.loads((Path(__file__).parent / "cases/lists.toml").read_text("utf-8"))["case"]

PASTED = tomllib.loads((Path(__file__).parent / "cases/pasted.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_references_of_a_document(case: dict[str, Any]) -> None:
    document = read_text(case["text"], format=case.get("format", "text"))
    found = [[each.text, each.label or "", each.role] for each in find_references(document)]
    assert found == case["references"]


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_spans_of_fields_lie_in_their_reference(case: dict[str, Any]) -> None:
    document = read_text(case["text"], format=case.get("format", "text"))
    for reference in find_references(document):
        for span in reference.entry.spans.values():
            assert reference.span.start <= span.start < span.end <= reference.span.end


@pytest.mark.parametrize("case", PASTED, ids=[case["name"] for case in PASTED])
def test_a_pasted_list_is_split(case: dict[str, Any]) -> None:
    assert strings_of(case["text"]) == case["strings"]
    assert len(split_list(case["text"])) == len(case["strings"])


@given(st.text(alphabet="Ab1.[]()“” \n;,:", max_size=300))
def test_any_text_is_split_into_stretches_in_order(text: str) -> None:
    spans = split_list(text)
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
