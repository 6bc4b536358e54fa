"""The same five texts in every format: the same is found in them, one by one."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from citemgr.documents import read
from citemgr.formats import write_entries
from citemgr.model import Document, Reference, Scan, Span, Style
from citemgr.scan import scan

_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def shown(document: Document, span: Span) -> str:
    """The words of a span, with the signs of its format taken off and straight marks bent."""
    kept = "".join(
        character
        for at, character in enumerate(span.of(document.text), span.start)
        if not any(markup.start <= at < markup.end for markup in document.markup)
    )
    return re.sub(r"\s+", " ", kept).replace("'", "’")


def named(document: Document, found: Scan) -> list[str]:
    """The callouts, each with the works that it points to: "[2, p. 14] -> Title, page 14"."""
    lines = []
    for callout in found.callouts:
        targets = [
            (titles(found)[target.reference] if target.reference is not None else "?")
            + (f", {target.locator.kind} {target.locator.value}" if target.locator else "")
            for target in callout.targets
        ]
        words = shown(document, callout.span)
        if callout.style is Style.NOTE:
            # A number that the format prints in its own way: raised, in brackets.
            words = "note " + words.translate(_LOWERED).strip("[^]")
        lines.append(f"{words} -> {'; '.join(targets)}")
    return lines


def entry(reference: Reference) -> str:
    """A reference's entry in one line of BibLaTeX."""
    text = write_entries([reference.entry.with_key("key")], "biblatex")
    return " ".join(text.split())


def titles(found: Scan) -> list[str]:
    return [reference.entry.text("title") for reference in found.references]


def test_what_is_found_is_the_same_in_every_format(text_file: Path) -> None:
    expected = tomllib.loads(
        (text_file.parent / f"{text_file.name.partition('.')[0]}.toml").read_text(encoding="utf-8")
    )
    document = read(text_file)
    found = scan(document)
    quotations = [each for each in found.quotations if each.kind.value == "quotation"]
    links = [f"{link.quotation} -> {titles(found)[link.reference]}" for link in found.links]
    assert [shown(document, each.span) for each in quotations] == expected["quotations"]
    assert sorted(named(document, found)) == sorted(expected["callouts"])
    assert sorted(map(entry, found.references)) == sorted(expected["entries"])
    assert sorted(links) == sorted(expected["links"])
