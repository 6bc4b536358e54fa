"""Which place each printed locator names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.links.locators import read_locator

CASES = tomllib.loads((Path(__file__).parent / "cases" / "locators.toml").read_text("utf-8"))


@pytest.mark.parametrize("printed, kind, value", [case["printed"] for case in CASES["locator"]])
def test_locators_are_read_by_kind(printed: str, kind: str, value: str) -> None:
    read = read_locator(printed)
    found = (read[0].kind, read[0].value) if read else ("", "")
    assert found == (kind, value)


@given(st.text(max_size=40), st.integers(0, 40))
def test_a_locator_ends_inside_the_text(text: str, start: int) -> None:
    read = read_locator(text, min(start, len(text)))
    assert read is None or start <= read[1] <= len(text)
