"""Strings that describe nothing, or far too much, are entries of type `misc` with a finding."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.documents import read_text
from citemgr.formats import to_csl
from citemgr.references import check_references, parse_references

LONG = 1_000_000
NOTHING = {
    "digits": "1234567890" * 3,
    "emoji": "😀😀 🎉",
    "marks": "“„«" * 50,
    "one letter for a megabyte": "a" * LONG,
    "digits for a megabyte": "1" * LONG,
    "brackets for a megabyte": "(" * LONG,
    "commas for a megabyte": ", " * (LONG // 2),
}


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING.keys())
def test_what_describes_nothing_keeps_its_text(text: str) -> None:
    [reference] = parse_references([text])
    assert reference.entry.type == "misc"
    assert reference.entry.text("note") == text.strip()
    assert reference.confidence == 0
    findings = check_references(read_text(""), (reference,))
    assert [finding.code for finding in findings] == ["R101"]


def test_an_empty_string_is_an_empty_entry() -> None:
    [reference] = parse_references([""])
    assert (reference.entry.type, dict(reference.entry.fields)) == ("misc", {})


def test_text_from_right_to_left() -> None:
    [reference] = parse_references(["כהן, דוד. ספר הזיכרון. ירושלים: מאגנס, 1999."])
    assert reference.entry.text("title") == "ספר הזיכרון"


def test_a_wrong_check_digit_is_told_and_left_out() -> None:
    [reference] = parse_references(
        ["Kuhn, Thomas S. The Structure of Scientific Revolutions. 1996. ISBN 978-0-226-45808-4."]
    )
    assert "isbn" not in reference.entry.fields
    codes = [finding.code for finding in check_references(read_text(""), (reference,))]
    assert "R104" in codes


@pytest.mark.parametrize(
    "lead", ["Citation: ", "Cite as: ", "How to cite this article: ", "Zitiervorschlag: "]
)
def test_a_lead_in_is_no_part_of_the_reference(lead: str) -> None:
    line = "Piketty, Thomas. Capital in the Twenty-First Century. Harvard University Press, 2014."
    [bare, announced] = parse_references([line, lead + line])
    assert announced.entry.fields == bare.entry.fields
    assert announced.entry.spans["author"].start == len(lead)


def test_a_thousand_authors_are_read_at_once() -> None:
    authors = ", ".join(f"{chr(65 + at % 26)}. B. Speer" for at in range(1000))
    [reference] = parse_references([f"{authors}, and C. Jones, On genes. Nature 1 (1999): 1."])
    assert "author" in reference.entry.fields


def test_a_dash_stands_for_the_author_before() -> None:
    first, second = parse_references(
        [
            "Arendt, Hannah. The Human Condition. Chicago: University of Chicago Press, 1958.",
            "———. On Revolution. New York: Viking, 1963.",
        ]
    )
    assert second.entry.fields["author"] == first.entry.fields["author"]


@pytest.mark.parametrize("same", ["Ders.: ", "Dies., ", "Idem. ", "Eadem, ", "Id., "])
def test_the_same_stands_for_the_author_before(same: str) -> None:
    texts = ["Weber, Max: Politik als Beruf. München 1919.", f"{same}Wissenschaft als Beruf. 1919."]
    first, second = (reference.entry for reference in parse_references(texts))
    assert second.fields["author"] == first.fields["author"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_string_gives_one_reference(text: str) -> None:
    [reference] = parse_references([text])
    folded = " ".join(text.split())
    assert reference.text == reference.text.strip()
    assert all(reference.text[f.start : f.end] == f.value for f in reference.labelled)
    assert folded.startswith(reference.text[:1])


@pytest.mark.parametrize(
    ("printed", "particle"),
    [
        ("von Meyer, L. (2002). Title. Berlin: Springer.", {"non-dropping-particle": "von"}),
        ("Wiel, Clara van de (2002). Title. Berlin: Springer.", {"dropping-particle": "van de"}),
    ],
)
def test_where_a_particle_is_printed_says_whether_it_drops(
    printed: str, particle: dict[str, str]
) -> None:
    [reference] = parse_references([printed])
    [author] = to_csl(reference.entry)["author"]
    assert {part: value for part, value in author.items() if "particle" in part} == particle
