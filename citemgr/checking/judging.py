"""From verdicts to findings: which rule a verdict breaks, and what is worth a note beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from citemgr.checking.outcome import Item
from citemgr.checking.pages import pages_of
from citemgr.checking.rules import (
    absent_quotation,
    altered_quotation,
    clause_turned,
    cut_short,
    hidden_contrast,
    misread_source,
    quotation_from_elsewhere,
    truncated_context,
    unchecked_quotation,
    wrong_page,
)
from citemgr.model import EditType, Finding, Locator, Span, Verdict

# The rules that the notes beside a verdict are about.
_NOTES = {"Q206": hidden_contrast, "Q209": cut_short, "Q210": clause_turned}


def findings_of(item: Item, path: str, span: Span | None = None) -> list[Finding]:
    """The findings about one checked quotation, placed in the file `path`."""
    return [
        replace(finding, path=path, line=item.line, column=item.column)
        for finding in (*_verdict(item, span), *_notes(item, span))
    ]


def _verdict(item: Item, span: Span | None) -> Iterator[Finding]:
    checked = item.checked
    if checked.verdict is Verdict.ALTERED:
        yield altered_quotation(checked, span)
    elif checked.verdict is Verdict.TRUNCATED:
        yield truncated_context(checked, span)
    elif checked.verdict is Verdict.ELSEWHERE:
        yield quotation_from_elsewhere(checked, item.cited, span)
    elif checked.verdict is Verdict.ABSENT:
        yield absent_quotation(item.cited, span)
    elif checked.verdict is Verdict.UNCHECKED:
        reason = f"no text of {item.cited} at hand" if item.cited else "linked to no source"
        if checked.found_in:
            reason += f"; it stands in {checked.found_in}"
        yield unchecked_quotation(reason, span)


def _notes(item: Item, span: Span | None) -> Iterator[Finding]:
    checked = item.checked
    for code, message in checked.notes:
        yield _NOTES[code](message, span)
    for edit in checked.edits:
        if edit.type is EditType.OCR:
            yield misread_source(edit, span)
    if checked.verdict is Verdict.ELSEWHERE or checked.page is None:
        return
    kind, _, value = item.printed.partition(" ")
    if kind == "page" and checked.page not in pages_of(Locator(kind, value)):
        yield wrong_page(checked.page, item.printed, span)
