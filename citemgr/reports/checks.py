"""A verdict as a JSON object: what scorers, editors and other programs read."""

from __future__ import annotations

from typing import Any

from citemgr.model import Checked, Edit


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
