"""Where does a quotation begin whose opening mark was lost?

With a callout behind its closing mark it is a quotation, and begins behind the last colon of its
sentence, else with that sentence; with "she said" behind it, it began with its paragraph. Otherwise
all that is known is that a mark stands alone; it is handed on as a term, for a person to look at.
"""

from __future__ import annotations

import re

from citemgr.model import Kind, Quotation, Span, Status
from citemgr.quotations.kinds import AFTER, cited, says

_COLON = re.compile(r"[:：]\s+")
_STOP = re.compile(
    r"[.!?…][’'\])]*(?:\[[^\]\n]{1,12}\]|[¹²³⁴-⁹⁰]+)?\s+(?=[^\W\d_a-zа-яё]|[\[(])|[。！？]"
)
_NEXT = 2  # words behind a mark in which its speaker stands: "she said"
# How likely a passage begins where it is taken to; how likely a lone mark is no quotation's.
_GUESSED, _UNSURE = 0.6, 0.5
# What stands before a lone mark is shown so far, in code points.
_SHOWN = 60


def unopened(text: str, begun: int, closed: int, mark: Span) -> Quotation | None:
    """The quotation that `mark` closes, in the paragraph that began at `begun`, behind the
    quotation that ended at `closed`. None where nothing stands there."""
    before = Span(max(begun, closed), mark.start)
    after = text[mark.end : mark.end + AFTER]
    spoken = closed <= begun and says(" ".join(after.split()[:_NEXT]))
    is_quotation = spoken or cited(after)
    if spoken:
        start = begun
    else:
        start = _start(text, before) if is_quotation else max(before.start, before.end - _SHOWN)
    words = text[start : before.end]
    start += len(words) - len(words.lstrip(" \t\r\n.,;:)]\xa0"))
    if not any(character.isalnum() for character in text[start : before.end]):
        return None
    return Quotation(
        span=Span(start, before.end),
        outer=Span(start, mark.end),
        close_mark=mark.of(text),
        status=Status.UNOPENED,
        kind=Kind.QUOTATION if is_quotation else Kind.TERM,
        score=_GUESSED if is_quotation else _UNSURE,
        reasons=("its opening mark is missing",),
    )


def _start(text: str, before: Span) -> int:
    stops = [match.end() for match in _STOP.finditer(text, before.start, before.end)]
    sentence = stops[-1] if stops else before.start
    colons = [match.end() for match in _COLON.finditer(text, sentence, before.end)]
    return colons[-1] if colons else sentence
