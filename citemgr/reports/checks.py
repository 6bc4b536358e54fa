"""Verdicts for a person at a terminal, and as JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from citemgr.checking import Item, Outcome
from citemgr.intake import Taken
from citemgr.model import GOOD_VERDICTS, SEVERITIES, VERDICTS, Checked, Edit, Verdict
from citemgr.reports import machine
from citemgr.reports.diff import side_by_side
from citemgr.reports.terminal import counted, finding_words, one_line

_VERDICT_COLOURS = {Verdict.UNCHECKED: "yellow"}
_MARGIN = 40


def checked_object(checked: Checked) -> dict[str, Any]:
    """The verdict with its place, edits and context; offsets are code points of the source."""
    return {
        "verdict": str(checked.verdict),
        "start": checked.start,
        "end": checked.end,
        "found_in": checked.found_in,
        "page": checked.page,
        "meaning_changing": checked.meaning_changing,
        "edits": [_edit(edit) for edit in checked.edits],
        "spans": [list(span) for span in checked.spans],
        "other_spans": [list(span) for span in checked.other_spans],
        "notes": [{"code": code, "message": message} for code, message in checked.notes],
        "context": checked.context,
    }


def quotation_members(item: Item) -> dict[str, Any]:
    """What checking adds to the JSON object of a quotation; `source_start` and `source_end` are
    code points of the text of `source`."""
    members = checked_object(item.checked)
    return {
        "verdict": members.pop("verdict"),
        "source": members.pop("found_in"),
        "source_start": members.pop("start"),
        "source_end": members.pop("end"),
        **members,
    }


def outcome_line(outcome: Outcome, taken: Taken | None = None) -> str:
    """One JSON object: that of the scanned document where there is one, with the verdict on each
    quotation, else the quotations alone."""
    whole: dict[str, Any] = {"schema": machine.SCHEMA, "path": outcome.path}
    if taken is None:
        whole["quotations"] = [
            {"id": each.id, "exact": each.quote, "key": each.cited or None}
            | quotation_members(each)
            for each in outcome.items
        ]
    else:
        verdicts = {each.id: quotation_members(each) for each in outcome.items}
        whole = machine.document_object(taken)
        whole["quotations"] = [each | verdicts.get(each["id"], {}) for each in whole["quotations"]]
    findings = [machine.finding_object(each) for each in outcome.all_findings()]
    return json.dumps(whole | {"findings": findings}, ensure_ascii=False)


def check_report(
    outcome: Outcome, width: int = 100, verbosity: int = 0, explain: bool = False
) -> str:
    """All of one file: the quotations that need a person's eye side by side with their source, with
    `verbosity` 1 all of them; then the other findings. `explain` adds how a verdict came about."""
    lines = [f"{click.style(outcome.path, bold=True)}: {summary(outcome)}"]
    for item in outcome.items:
        good = item.checked.verdict in GOOD_VERDICTS
        if item.findings or verbosity > 0 or explain:
            lines += _item(item, width, good, explain)
    for finding in outcome.findings:
        lines.append(f"  {_place(finding.line, finding.column):>7}  {finding_words(finding)}")
    if verbosity > 0:
        lines += [
            f"  {_place(each.line, each.column):>7}  {each.code} silenced: {reason}"
            for each, reason in outcome.silenced
        ]
    return "\n".join(lines)


def summary(outcome: Outcome) -> str:
    """How many quotations have which verdict, and how many findings were silenced."""
    counts = outcome.verdicts()
    parts = [f"{counts[verdict]} {verdict}" for verdict in VERDICTS if counts[verdict]]
    if outcome.silenced:
        parts.append(f"{counted(len(outcome.silenced), 'finding')} silenced")
    total = counted(len(outcome.items), "quotation")
    return f"{total}: {', '.join(parts)}" if parts else total


def total_line(outcomes: Sequence[Outcome]) -> str:
    """The numbers of all files together."""
    whole = Outcome(
        "",
        tuple(item for outcome in outcomes for item in outcome.items),
        silenced=tuple(each for outcome in outcomes for each in outcome.silenced),
    )
    findings = [finding for outcome in outcomes for finding in outcome.all_findings()]
    counts = [(level, sum(f.severity is level for f in findings)) for level in SEVERITIES]
    found = ", ".join(counted(number, str(level)) for level, number in counts if number)
    return f"{summary(whole)}; {found or 'no findings'}"


def _item(item: Item, width: int, good: bool, explain: bool) -> Iterator[str]:
    checked = item.checked
    colour = "green" if good else _VERDICT_COLOURS.get(checked.verdict, "red")
    where = checked.found_in or item.cited
    place = f" {where}" if where else ""
    if checked.start is not None:
        page = f" page {checked.page}," if checked.page else ""
        place += f"{page} {checked.start}-{checked.end}"
    words = one_line(item.quote, max(20, width - _MARGIN))
    yield (
        f"  {_place(item.line, item.column) or item.id:>7}  "
        f"{click.style(str(checked.verdict), fg=colour)}{place}  “{words}”"
    )
    for finding in item.findings:
        yield f"{'':11}{finding_words(finding)}"
    if checked.context and (not good or explain):
        yield from side_by_side(item, width, " " * 11)
    if explain:
        yield from (f"{'':11}{click.style(line, dim=True)}" for line in explanation(checked))


def explanation(checked: Checked) -> list[str]:
    """Each difference with its kind, one a line."""
    lines = [
        f"{edit.type}: “{edit.quote_text}” for “{edit.source_text}”"
        + (f" (changes the meaning: {edit.why})" if edit.meaning_changing else "")
        for edit in checked.edits
    ]
    if checked.other_spans:
        places = ", ".join(f"{a}-{b}" for a, b in checked.other_spans)
        lines.append(f"the same words also stand at {places}")
    return lines


def _place(line: int | None, column: int | None) -> str:
    return f"{line}:{column}" if line is not None else ""


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "type": str(edit.type),
        "quote_text": edit.quote_text,
        "source_text": edit.source_text,
        "quote_start": edit.quote.start,
        "quote_end": edit.quote.end,
        "source_start": edit.source.start,
        "source_end": edit.source.end,
        "meaning_changing": edit.meaning_changing,
        "why": edit.why,
    }
