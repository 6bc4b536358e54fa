"""Quotations as they are stored: valid Web Annotations that come back as they went out."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.intake import Annotation, quotations_path, read_quotations
from citemgr.intake.annotations import passage_id, write_lines
from citemgr.model import CitemgrError, Locator

SCHEMA = json.loads(
    files("citemgr.reports").joinpath("schemas/quotation.schema.json").read_text("utf-8")
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
annotations = st.builds(
    Annotation,
    id=st.builds(passage_id, texts, texts, texts),
    source=names,
    exact=texts,
    prefix=texts,
    suffix=texts,
    start=st.integers(0, 10**9),
    end=st.integers(0, 10**9),
    key=names,
    locator=st.none() | st.builds(Locator, kind=names, value=names),
)


def sample(**changes: object) -> Annotation:
    """An annotation of the seeds' kind."""
    facts: dict[str, object] = {
        "id": passage_id("Call me Ishmael", 'A promise. "', '" (Melville 1)'),
        "source": "../seeds/first lines.txt",
        "exact": "Call me Ishmael",
        "prefix": 'A promise. "',
        "suffix": '" (Melville 1)',
        "start": 12,
        "end": 27,
        "key": "melville1851mobydick",
        "locator": Locator("page", "1"),
    }
    return Annotation(**{**facts, **changes})  # type: ignore[arg-type]


def test_a_line_is_a_web_annotation() -> None:
    line = json.loads(write_lines([sample()], Path("bib/library.bib")))
    jsonschema.validate(line, SCHEMA, format_checker=jsonschema.FormatChecker())
    assert line["motivation"] == "linking"
    assert line["body"] == {
        "type": "SpecificResource",
        "source": "library.bib#melville1851mobydick",
        "selector": {"type": "FragmentSelector", "value": "page=1"},
    }
    assert line["target"]["source"] == "../seeds/first%20lines.txt"


def test_an_unlinked_quotation_has_no_body() -> None:
    line = json.loads(write_lines([sample(key="", locator=None)], Path("library.bib")))
    jsonschema.validate(line, SCHEMA)
    assert "body" not in line
    assert line["motivation"] == "highlighting"


@settings(deadline=None)
@given(st.lists(annotations, max_size=4, unique_by=lambda each: each.id))
def test_what_is_written_is_valid_and_comes_back(tmp_path_factory, stored) -> None:  # type: ignore[no-untyped-def]
    library = tmp_path_factory.mktemp("bib") / "library.bib"
    lines = write_lines(stored, library)
    for line in lines.split("\n")[:-1]:
        jsonschema.validate(json.loads(line), SCHEMA)
    quotations_path(library).write_text(lines, encoding="utf-8", newline="")
    assert set(read_quotations(library)) == set(stored)
    assert write_lines(read_quotations(library), library) == lines


def test_lines_are_sorted_by_document_and_place() -> None:
    later = sample(start=90, end=99)
    other = sample(source="../seeds/a.txt", start=500)
    lines = write_lines([later, sample(), other], Path("library.bib")).splitlines()
    places = [json.loads(line)["target"]["selector"][1]["start"] for line in lines]
    assert places == [500, 12, 90]


def test_members_that_somebody_else_wrote_are_kept(tmp_path: Path) -> None:
    library = tmp_path / "library.bib"
    line = json.loads(write_lines([sample()], library)) | {"creator": "https://example.org/me"}
    quotations_path(library).write_text(json.dumps(line) + "\n", encoding="utf-8")
    assert json.loads(write_lines(read_quotations(library), library)) == line


@pytest.mark.parametrize(
    ("library", "quotations"),
    [
        ("bib/library.bib", "bib/quotations.jsonl"),
        ("thesis.bib", "thesis.quotations.jsonl"),
        ("bib/my.refs.bib", "bib/my.refs.quotations.jsonl"),
    ],
)
def test_where_quotations_are_stored(library: str, quotations: str) -> None:
    assert quotations_path(Path(library)) == Path(quotations)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("{}\n", 1, "not a Web Annotation"),
        ("\n[1, 2]\n", 2, "not a Web Annotation"),
        ('{"id": "x", "target": {"selector": []}}\n', 1, "not a Web Annotation"),
        ("not json\n", 1, "not JSON"),
    ],
)
def test_a_broken_line_is_an_error_with_its_place(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    quotations_path(tmp_path / "library.bib").write_text(text, encoding="utf-8")
    with pytest.raises(CitemgrError, match=words) as caught:
        read_quotations(tmp_path / "library.bib")
    assert caught.value.line == line
