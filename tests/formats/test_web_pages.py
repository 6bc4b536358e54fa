"""Pages of journals, repositories and newspapers, each beside what its metadata says."""

from __future__ import annotations

from pathlib import Path

import pytest

from citemgr.formats import read_entries, write_entries
from citemgr.model import Entry
from citemgr.values import Date, Name, Names, PageRange, Pages

TEXT = (Path(__file__).parent / "web_pages.txt").read_text(encoding="utf-8")
PAGES = dict(page.split("\n", 1) for page in TEXT.split("### ")[1:])


@pytest.mark.parametrize("name", PAGES)
def test_pages(name: str) -> None:
    head, expected = PAGES[name].split("\n---\n")
    page = f"<!DOCTYPE html><html><head>{head}</head><body><p>Words.</p></body></html>"
    parsed = read_entries(page)
    assert write_entries(parsed.entries, "biblatex").strip() == expected.strip()
    assert parsed.findings == ()


WORKS = (
    Entry(
        "article",
        "lovelace1843sketch",
        {
            "author": Names((Name("Lovelace", "Ada"), Name("Menabrea", "Luigi Federico"))),
            "title": "Sketch of the Analytical Engine",
            "journaltitle": "Scientific Memoirs",
            "date": Date(1843, 8),
            "volume": "3",
            "number": "12",
            "pages": Pages((PageRange("666", "731"),)),
            "doi": "10.1000/xyz123",
        },
    ),
    Entry(
        "incollection",
        "arendt1968truth",
        {
            "author": Names((Name("Arendt", "Hannah"),)),
            "title": "Truth & <Politics>",
            "booktitle": "Between Past and Future",
            "date": Date(1968),
            "pages": Pages((PageRange("227", "264"),)),
            "publisher": "Viking Press",
            "location": "New York",
            "isbn": "9780143104810",
        },
    ),
)


def test_a_list_that_was_written_is_read_by_its_metadata() -> None:
    parsed = read_entries(write_entries(WORKS, "html"))
    assert [entry.type for entry in parsed.entries] == [entry.type for entry in WORKS]
    for read, work in zip(parsed.entries, WORKS, strict=True):
        assert {name: read.fields.get(name) for name in work.fields} == work.fields
