"""What each reader makes of its format, case by case."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citemgr.documents import read_bytes
from citemgr.formats import write_entries
from citemgr.model import CitedKey, Document, Span

CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "readers.toml").read_text(encoding="utf-8")
)["case"]


def words(document: Document, span: Span) -> str:
    return " ".join(span.of(document.text).split(" ")).replace("\n\n", " ").replace("\n", " ")


def cited(key: CitedKey) -> str:
    place = key.locator.value if key.locator else key.suffix
    return f"{key.key} {place}".strip()


def described(document: Document) -> dict[str, list[str]]:
    """The document as the cases write it."""
    return {
        "blocks": [
            f"{block.kind.value}"
            + (f" {block.label}" if block.label and not block.label.isdecimal() else "")
            * (block.kind.value == "list item")
            + f": {words(document, block.span)}"
            for block in document.blocks
        ],
        "notes": [
            f"{note.label}: {words(document, note.span)} <- "
            + " ".join(anchor.of(document.text) for anchor in note.anchors)
            for note in document.notes
        ],
        "citations": [cited(key) for each in document.citations for key in each.cited],
        "links": [f"{words(document, link.span)} -> {link.url}" for link in document.hyperlinks],
        "entries": [
            " ".join(write_entries([entry], "biblatex").split()) for entry in document.entries
        ],
        "raised": [span.of(document.text) for span in document.superscripts],
    }


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_reader(case: dict[str, Any]) -> None:
    document = read_bytes(case["source"].encode(), "case", case["format"])
    found = described(document)
    expected = {name: case[name] for name in found if name in case}
    assert {name: found[name] for name in expected} == expected
