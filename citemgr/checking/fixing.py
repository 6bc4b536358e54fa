"""The source's wording restored in a document, where only one wording can be meant.

Every unmarked difference of a quotation is taken back, and the result is checked again: it is
offered only where it is then verbatim, typographic or marked, and the passage stands in one place.
"""

from __future__ import annotations

from citemgr.checking.verdicts import check
from citemgr.model import GOOD_VERDICTS, UNMARKED_EDITS, Checked, EditType, Fix, Span, Verdict
from citemgr.sources import Source


def fix_for(text: str, span: Span, checked: Checked, source: Source) -> Fix | None:
    """The replacement that restores the quotation `span` of `text`, or None where none is sure."""
    if checked.verdict is not Verdict.ALTERED or checked.other_spans:
        return None
    quote = span.of(text)
    restored = restore(quote, checked)
    if restored is None or check(restored, source).verdict not in GOOD_VERDICTS:
        return None
    return Fix(span, restored)


def restore(quote: str, checked: Checked) -> str | None:
    """`quote` with the source's words for its unmarked differences; None where an edit cannot be
    taken back by itself."""
    edits = [edit for edit in checked.edits if edit.type in UNMARKED_EDITS]
    end = len(quote)
    for edit in sorted(edits, key=lambda each: each.quote.start, reverse=True):
        start, stop = edit.quote
        if stop > end or (not edit.source_text and start == stop):
            return None
        if edit.type is EditType.DELETION:
            quote = _put_in(quote, start, edit.source_text)
        elif not edit.source_text:
            quote = _take_out(quote, start, stop)
        else:
            quote = quote[:start] + edit.source_text + quote[stop:]
        end = start
    return quote


def _put_in(quote: str, at: int, words: str) -> str:
    before = quote[:at].rstrip()
    gap = " " if before else ""
    behind = quote[at:]
    closed = not behind or behind[0].isspace() or not behind[0].isalnum()
    return before + gap + words + ("" if closed else " ") + behind


def _take_out(quote: str, start: int, stop: int) -> str:
    before, behind = quote[:start], quote[stop:]
    if before.endswith((" ", "\n")) and behind[:1] in (" ", "\n", ",", ".", ";", ""):
        before = before[:-1]
    return before + (behind.lstrip(" ") if not before else behind)
