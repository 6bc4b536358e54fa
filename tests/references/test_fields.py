"""Single fields, as printed and as read: names, dates, pages, volumes, titles, identifiers."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.references.normalise.dates import read_date
from citemgr.references.normalise.names import read_names
from citemgr.references.normalise.numbers import read_edition, split_volume
from citemgr.references.normalise.pages import read_pages
from citemgr.references.normalise.titles import clean_title, split_subtitle
from citemgr.values.dates import format_edtf
from citemgr.values.identifiers import find_doi, find_isbn, find_issn
from citemgr.values.names import format_names
from citemgr.values.pages import format_pages

FOLDER = Path(__file__).parent / "cases"
NAMES = tomllib.loads((FOLDER / "names.toml").read_text("utf-8"))["case"]
VALUES = tomllib.loads((FOLDER / "values.toml").read_text("utf-8"))


def _date(text: str) -> str:
    date = read_date(text)
    return format_edtf(date) if date else ""


def _pages(text: str) -> str:
    pages = read_pages(text)
    return format_pages(pages) if pages else ""


READERS: dict[str, Callable[[str], str]] = {
    "dates": _date,
    "pages": _pages,
    "volumes": lambda text: "|".join(split_volume(text)),
    "editions": read_edition,
    "titles": lambda text: "|".join(split_subtitle(clean_title(text))),
    "doi": find_doi,
    "isbn": find_isbn,
    "issn": find_issn,
}
CASES = [(kind, text, read) for kind, table in VALUES.items() for text, read in table.items()]


@pytest.mark.parametrize("case", NAMES, ids=[case["text"] for case in NAMES])
def test_names(case: dict[str, str]) -> None:
    names = read_names(case["text"])
    assert names is not None
    assert format_names(names) == case["names"]


@pytest.mark.parametrize(("kind", "text", "read"), CASES)
def test_field(kind: str, text: str, read: str) -> None:
    assert READERS[kind](text) == read


@given(st.text(max_size=60))
def test_any_field_is_read_without_an_error(text: str) -> None:
    assert all(isinstance(read(text), str) for read in READERS.values())
    names = read_names(text)
    assert names is None or names.names
