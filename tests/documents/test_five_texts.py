"""The same five texts in every format: the same quotations, links and entries come out."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from citemgr.documents import read
from citemgr.model import Document, Span
from citemgr.scan import scan


def shown(document: Document, span: Span) -> str:
    """The words of a span, with the signs of its format taken off and straight marks bent."""
    kept = "".join(
        character
        for at, character in enumerate(span.of(document.text), span.start)
        if not any(markup.start <= at < markup.end for markup in document.markup)
    )
    return re.sub(r"\s+", " ", kept).replace("'", "’")


def test_what_is_found_is_the_same_in_every_format(text_file: Path) -> None:
    expected = tomllib.loads(text_file.with_suffix(".toml").read_text(encoding="utf-8"))
    document = read(text_file)
    found = scan(document)
    quotations = [each for each in found.quotations if each.kind.value == "quotation"]
    titles = [reference.entry.text("title") for reference in found.references]
    assert [shown(document, each.span) for each in quotations] == expected["quotations"]
    assert sorted(titles) == sorted(expected["titles"])
    links = sorted((link.quotation, titles[link.reference]) for link in found.links)
    assert links == sorted((at, title) for at, title in expected["links"])
