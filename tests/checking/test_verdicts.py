"""The verdicts, case by case: a quotation beside its source, and what must be said of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citemgr.checking import check

CASES = Path(__file__).parent / "cases"
SOURCES = json.loads((CASES / "sources.json").read_text(encoding="utf-8"))


def cases() -> list[dict[str, Any]]:
    files = (CASES / "verdicts.jsonl", CASES / "edits.jsonl")
    return [json.loads(line) for file in files for line in file.open(encoding="utf-8")]


@pytest.mark.parametrize(
    "case", cases(), ids=lambda case: f"{case['lang']}-{case['kind'] or case['quote'][:20]}"
)
def test_verdict(case: dict[str, Any]) -> None:
    around = SOURCES[case["lang"]]
    checked = check(case["quote"], f"{around} {case['source']}" if "source" in case else around)
    edits = [(str(e.type), e.quote_text, e.source_text, e.why) for e in checked.edits]
    assert checked.verdict == case["verdict"], edits
    if "meaning_changing" in case:
        assert checked.meaning_changing == case["meaning_changing"], edits
    if "note" in case:
        assert case["note"] in [code for code, _ in checked.notes]
