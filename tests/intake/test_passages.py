"""A passage keeps its id when it moves, when its surroundings change, and when it is mended."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.intake import Annotation
from citemgr.intake.passages import identify, passage
from citemgr.model import Document, Origin, Quotation, Scan, Span

BEFORE = "One man said “first words” [1]. Another said “second words” [2], and went home early."


def scan_of(text: str) -> Scan:
    """A scan in which every pair of curly marks is a quotation."""
    quotations = tuple(
        Quotation(Span(*match.span(1)), Span(*match.span()))
        for match in re.finditer("“([^”]*)”", text)
    )
    return Scan(Document(text, Origin("x.txt")), quotations=quotations)


def stored(scan: Scan, ids: tuple[str, ...]) -> list[Annotation]:
    """The annotations of a scan, as they are kept."""
    kept = []
    for quotation, identity in zip(scan.quotations, ids, strict=True):
        words = passage(scan.document.text, quotation.span)
        kept.append(
            Annotation(identity, "x.txt", words.exact, words.prefix, words.suffix, *quotation.span)
        )
    return kept


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        pytest.param(BEFORE, [0, 1], id="nothing changed"),
        pytest.param("A new beginning. " + BEFORE, [0, 1], id="moved"),
        pytest.param(BEFORE.replace("Another", "The other"), [0, 1], id="surroundings edited"),
        pytest.param(BEFORE.replace("second words", "second word"), [0, 1], id="words mended"),
        pytest.param(
            "Another said “second words” [2]. One man said “first words” [1].", [1, 0], id="swapped"
        ),
        pytest.param(BEFORE.replace("“first words”", "nothing"), [1], id="one removed"),
        pytest.param(BEFORE + " “Third words.”", [0, 1, None], id="one added"),
    ],
)
def test_which_ids_are_kept(after: str, kept: list[int | None]) -> None:
    scan = scan_of(BEFORE)
    ids = identify(scan, [], set())
    found = identify(scan_of(after), stored(scan, ids), set(ids))
    assert [ids.index(each) if each in ids else None for each in found] == kept


def test_equal_passages_have_ids_of_their_own() -> None:
    scan = scan_of("“again” " * 5)
    assert len(set(identify(scan, [], set()))) == 5


def test_a_new_id_is_not_one_that_another_document_has() -> None:
    scan = scan_of(BEFORE)
    first = identify(scan, [], set())
    second = identify(scan, [], set(first))
    assert not set(first) & set(second)


@given(st.text("ab “”\n", max_size=200), st.text("ab “”\n", max_size=200))
def test_ids_are_unique_and_stable(before: str, after: str) -> None:
    old = scan_of(before)
    ids = identify(old, [], set())
    kept = stored(old, ids)
    assert identify(old, kept, set(ids)) == ids
    new = identify(scan_of(after), kept, set(ids))
    assert len(set(new)) == len(new)
