"""Reference strings of many layouts, with the entries that they describe.

`cases/layouts.jsonl` holds a reference a line, its layout and the fields of its entry as they are
written in BibLaTeX; names are parted by semicolons, "others" stands for "et al.". Fields that a
case does not name are not looked at.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citemgr import parse_references
from citemgr.model import Entry
from citemgr.values import Date, Names, Pages
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_name
from citemgr.values.pages import format_pages

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "cases/layouts.jsonl").read_text("utf-8").splitlines()
]
# The engine is a trained model: it is held to a share of the cases, not to each of them.
RIGHT = 0.9


def printed(entry: Entry, name: str) -> str:
    """A field of `entry` as the cases write it."""
    value = entry.fields.get(name, "")
    if isinstance(value, Names):
        names = [format_name(each).replace("{", "").replace("}", "") for each in value.names]
        return "; ".join([*names, "others"] if value.others else names)
    if isinstance(value, Date):
        return format_edtf(value)
    if isinstance(value, Pages):
        return format_pages(value, dash="-")
    return value


def wrong(case: dict[str, Any]) -> dict[str, tuple[str, str]]:
    """The fields that came out otherwise: what was wanted and what came."""
    [reference] = parse_references([case["text"]])
    found = {name: printed(reference.entry, name) for name in case}
    found["type"] = reference.entry.type
    return {
        name: (wanted, found[name])
        for name, wanted in case.items()
        if name not in {"layout", "text"} and found[name] != wanted
    }


def test_nearly_all_layouts_come_out_wholly_right() -> None:
    mistakes = {case["text"]: wrong(case) for case in CASES}
    failed = {text: fields for text, fields in mistakes.items() if fields}
    assert len(failed) <= (1 - RIGHT) * len(CASES), json.dumps(failed, indent=1, ensure_ascii=False)


@pytest.mark.parametrize("case", [case for case in CASES if case["layout"] == "proquest"])
def test_proquest_lines_come_out_right(case: dict[str, Any]) -> None:
    assert not wrong(case)
