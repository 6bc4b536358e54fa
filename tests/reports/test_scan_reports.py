"""One small scan, as the machine and as a person gets it."""

from __future__ import annotations

import json
from array import array
from importlib.resources import files
from pathlib import Path

import click
import jsonschema
import pytest

from citemgr.intake import Taken
from citemgr.model import (
    Alteration,
    AlterationKind,
    Callout,
    Document,
    Entry,
    Finding,
    Kind,
    Link,
    Locator,
    Origin,
    Quotation,
    Reference,
    Scan,
    Severity,
    Span,
    Style,
    Target,
)
from citemgr.reports import machine, terminal
from citemgr.values import Date, Name, Names

CASES = Path(__file__).parent / "cases"
SCHEMA = json.loads(
    files("citemgr.reports").joinpath("schemas/scan.schema.json").read_text("utf-8")
)

TEXT = """\
He calls it “the turning-point […] as a slave” [1, p. 73], and “freedom” is the word.

1. Douglass, Frederick. Narrative of the Life. Boston, 1845.
"""


def span(words: str) -> Span:
    """Where `words` stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def taken() -> Taken:
    """A document with a quotation, a term, a callout, a reference and a finding."""
    entry = Entry(
        "book",
        fields={
            "author": Names((Name("Douglass", "Frederick"),)),
            "title": "Narrative of the Life",
            "location": "Boston",
            "date": Date(1845),
        },
    )
    quotation = Quotation(
        span("the turning-point […] as a slave"),
        span("“the turning-point […] as a slave”"),
        "“",
        "”",
        score=0.97,
        reasons=("a callout follows",),
        alterations=(Alteration(AlterationKind.ELLIPSIS, span("[…]")),),
    )
    term = Quotation(
        span("freedom"), span("“freedom”"), "“", "”", kind=Kind.TERM, reasons=("one word",)
    )
    page = Locator("page", "73")
    scan = Scan(
        Document(
            TEXT,
            Origin(
                "essay.txt", array("q", [0, 86, 87]), array("q", [1, 2, 3]), array("q", [1] * 3)
            ),
        ),
        references=(
            Reference(
                span("Douglass, Frederick. Narrative of the Life. Boston, 1845."),
                "Douglass, Frederick. Narrative of the Life. Boston, 1845.",
                entry,
                label="1",
                confidence=0.93,
                field_confidence={"title": 0.98},
            ),
        ),
        quotations=(quotation, term),
        callouts=(Callout(span("[1, p. 73]"), Style.NUMERIC, (Target(0, page),)),),
        links=(Link(0, 0, 0, "adjacent", 0.95, page, "the callout follows the closing mark"),),
    )
    finding = Finding("L102", "no callout names this work", Severity.WARNING, span("Boston"))
    return Taken(
        scan, "../essay.txt", ("douglass1845narrative",), ("urn:a", "urn:b"), (), (finding,)
    )


def test_the_object_of_a_document(taken: Taken) -> None:
    found = json.loads(machine.document_line(taken))
    jsonschema.validate(found, SCHEMA)
    assert found == json.loads((CASES / "scan.json").read_text(encoding="utf-8"))


def test_every_quotation_can_be_cut_out_of_the_text(taken: Taken) -> None:
    for quotation in machine.document_object(taken)["quotations"]:
        assert TEXT[quotation["start"] : quotation["end"]] == quotation["exact"]


def test_a_file_that_could_not_be_read_has_the_same_shape() -> None:
    finding = Finding("S190", "is not there", Severity.ERROR, path="gone.txt")
    found = json.loads(machine.failure_line(finding))
    jsonschema.validate(found, SCHEMA)
    assert (found["path"], found["findings"][0]["code"]) == ("gone.txt", "S190")


@pytest.mark.parametrize("verbosity", [-1, 0, 1])
def test_the_report_of_a_document(taken: Taken, verbosity: int) -> None:
    report = click.unstyle(terminal.document_report(taken, 80, verbosity))
    expected = CASES / f"report{verbosity:+}.txt"
    assert report + "\n" == expected.read_text(encoding="utf-8")


def test_no_line_of_a_passage_is_wider_than_the_terminal(taken: Taken) -> None:
    for width in (60, 80, 120):
        report = click.unstyle(terminal.quotations_report(taken, width))
        passages = [line for line in report.splitlines() if "“" in line]
        assert passages
        assert max(map(len, passages)) <= width


@pytest.mark.parametrize(
    ("text", "width", "line"),
    [
        ("short", 20, "short"),
        ("over\ntwo   lines", 20, "over two lines"),
        ("a passage that is much too long for its line", 20, "a passage th … line"),
    ],
)
def test_one_line(text: str, width: int, line: str) -> None:
    assert terminal.one_line(text, width) == line


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"title": "On Liberty", "date": Date(1859)}, "1859, On Liberty"),
        (
            {
                "author": Names((Name("Watson", "J."), Name("Crick", "F."))),
                "title": "A",
                "subtitle": "B",
                "date": Date(1953),
            },
            "Watson and Crick 1953, A: B",
        ),
        ({"editor": Names((Name("Berg", prefix="van den"),), others=True)}, "van den Berg et al."),
        ({"author": Names((Name(literal="World Bank"),)), "note": "x"}, "World Bank, x"),
        ({}, ""),
    ],
)
def test_describe(fields: dict[str, object], words: str) -> None:
    assert terminal.describe(Entry("misc", fields=fields)) == words  # type: ignore[arg-type]
