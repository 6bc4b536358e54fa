"""The habits of documents in the wild, each in Markdown and in plain text, scanned whole.

A case (`wild/*.toml`) gives the text, or one for each format, and for every quotation that must be
found, in order, how it begins, words of the reference it is linked to (its address will do; blank
for none) and the place. What else stands in marks must be no quotation.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from citemgr.documents import read_text
from citemgr.model import Kind
from citemgr.scan import scan

WILD = Path(__file__).parent / "wild"


def cases() -> list[Any]:
    """Every case in each of its formats."""
    found = []
    for file in sorted(WILD.glob("*.toml")):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            for form in ("markdown", "text", "html", "latex"):
                text = case.get(form, case.get("both", "") if form in ("markdown", "text") else "")
                if text:
                    name = f"{case['name']} ({form})"
                    found.append(pytest.param(text.strip("\n") + "\n", form, case, id=name))
    return found


@pytest.mark.parametrize("text, form, case", cases())
def test_a_habit_of_real_documents(text: str, form: str, case: dict[str, Any]) -> None:
    scanned = scan(read_text(text, f"wild.{form}", form))
    links = {link.quotation: link for link in scanned.links}
    found = []
    for index, quotation in enumerate(scanned.quotations):
        if quotation.kind is not Kind.QUOTATION or quotation.level:
            continue
        words = " ".join(quotation.span.of(scanned.document.text).split())
        link = links.get(index)
        source = place = ""
        if link is not None:
            reference = scanned.references[link.reference]
            source = f"{reference.text} {reference.entry.text('url')}"
            place = link.locator.value if link.locator else ""
        found.append((words, source, place))
    if "codes" in case:
        assert [f.code for f in scanned.findings if f.code[0] == "Q"] == case["codes"]
    wanted = case.get(f"quotations_{form}", case["quotations"])
    assert [words[: len(w[0])] for (words, _, _), w in zip(found, wanted, strict=False)] == [
        w[0] for w in wanted
    ]
    assert len(found) == len(wanted), [words for words, _, _ in found]
    for (words, source, place), (_, meant, at) in zip(found, wanted, strict=True):
        assert (meant in source) if meant else not source, (words, source)
        if meant:
            assert place == at, words
