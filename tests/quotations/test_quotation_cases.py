"""What is found in the case files: `cases/*.toml`, a text beside the quotations in it."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citemgr.documents import read_text
from citemgr.model import Document, Quotation
from citemgr.quotations import Options, check_quotations, find_quotations
from citemgr.references import find_references

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[Any]:
    loaded = tomllib.loads((CASES / f"{name}.toml").read_text("utf-8"))["case"]
    return [pytest.param(case, id=case.get("name", case["text"][:30])) for case in loaded]


def scanned(
    case: dict[str, Any], options: Options | None = None
) -> tuple[Document, tuple[Quotation, ...]]:
    document = read_text(case["text"], format=case.get("format", "text"))
    return document, find_quotations(document, find_references(document), options)


@pytest.mark.parametrize(
    "case", [*cases("marks"), *cases("paragraphs"), *cases("kinds"), *cases("blocks")]
)
def test_quotations_are_found(case: dict[str, Any]) -> None:
    document, quotations = scanned(case)
    found = [
        f"{each.status} {each.kind}: {' '.join(each.span.of(document.text).split())}"
        for each in quotations
    ]
    assert found == case["found"]


@pytest.mark.parametrize("case", cases("alterations"))
def test_alterations_are_typed(case: dict[str, Any]) -> None:
    document, [quotation] = scanned(case)
    found = [f"{each.kind}: {each.span.of(document.text)}" for each in quotation.alterations]
    assert found == case["found"]


def test_pieces_of_an_interrupted_quotation_share_a_group() -> None:
    text = "“The harbour is closed,” she said, “and it will stay so.” “Well,” said he."
    _, (first, second, third) = scanned({"text": text})
    assert first.group == second.group == 0
    assert third.group is None


def test_nested_quotations_come_when_asked_for() -> None:
    text = "She wrote, “the clerk said, ‘the harbour is closed for good,’ and left the room.”"
    _, quotations = scanned({"text": text}, Options(include_nested=True))
    assert [(each.level, each.span.of(text)) for each in quotations] == [
        (0, "the clerk said, ‘the harbour is closed for good,’ and left the room."),
        (1, "the harbour is closed for good,"),
    ]


def test_short_passages_can_be_left_out() -> None:
    text = "“Well, well.” She wrote, “the harbour is closed for the whole of the winter.”"
    _, quotations = scanned({"text": text}, Options(min_words=4))
    assert [each.span.of(text) for each in quotations] == [
        "the harbour is closed for the whole of the winter."
    ]


def test_a_lost_closing_mark_is_a_finding_at_its_place() -> None:
    document, quotations = scanned({"text": "She said, “The harbour is closed. She left."})
    [finding] = check_quotations(document, quotations)
    assert finding.code == "Q101"
    assert finding.span is not None
    assert finding.span.start == document.text.index("“")


def test_a_lost_opening_mark_is_a_finding_at_its_place() -> None:
    text = "The mayor wrote: the harbour is closed” [3]. “It is,” she said."
    document, quotations = scanned({"text": text})
    [finding] = check_quotations(document, quotations)
    assert finding.code == "Q102"
    assert finding.span is not None
    assert finding.span.of(text) == "the harbour is closed”"


def test_dialogue_of_a_story_is_marked_and_stays_a_quotation() -> None:
    story = "“Who is there?” asked the girl. “It is I,” said the wolf. “Come in,” she said. "
    _, quotations = scanned({"text": story * 3})
    assert {(each.kind, each.speech) for each in quotations} == {("quotation", True)}


def test_talk_with_links_to_its_sources_is_no_story() -> None:
    talk = "“Who is there?” asked [the girl](https://girl.example.org). “It is I,” said the wolf. "
    _, quotations = scanned({"text": talk * 4, "format": "markdown"})
    assert not any(each.speech for each in quotations)


def test_a_cited_quotation_is_no_dialogue() -> None:
    text = "She said, “the harbour is closed for the winter” (Lee 1999, p. 3). " * 8
    _, quotations = scanned({"text": text})
    assert not any(each.speech for each in quotations)
