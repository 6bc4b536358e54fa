"""Dialogue of fiction: quotations too, but nobody has to give a source for them.

One sign is the document's: it has no source, note or link, it quotes often, and what it quotes is
brief. The other is the quotation's: a speaker stands beside it and no callout does; or it stands
between two that have one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from citemgr.model import Document, Form, Kind, Quotation, Reference
from citemgr.quotations.kinds import AFTER, BEFORE, says

# A story has at least so many quotations; most are no longer than so many code points.
LEAST_QUOTATIONS = 6
BRIEF = 240
# So great a share of them has a speaker beside it.
SPOKEN_SHARE = 0.25
_CALLOUT = re.compile(r"[\s.,;:]{0,2}(?:\[\^?[\w@]|[¹²³⁴-⁹⁰]|\([^()\n]{0,60}\d)")


def with_speech(
    document: Document, quotations: Sequence[Quotation], references: Sequence[Reference]
) -> list[Quotation]:
    """The quotations again, dialogue marked as `speech`; they stay quotations."""
    text = document.text
    sourced = references or document.notes or document.hyperlinks or document.citations
    spoken = [_may_be_speech(text, each) for each in quotations]
    counted = [each for each in quotations if each.kind is Kind.QUOTATION]
    brief = sum(each.span.end - each.span.start <= BRIEF for each in counted)
    named = sum(_has_speaker(text, each) for each in counted)
    story = (
        not sourced
        and len(counted) >= LEAST_QUOTATIONS
        and brief * 2 > len(counted)
        and named >= SPOKEN_SHARE * len(counted)
    )
    if not story:
        return list(quotations)
    return [
        replace(each, speech=True, reasons=(*each.reasons, "dialogue of a story")) if may else each
        for each, may in zip(quotations, spoken, strict=True)
    ]


def _may_be_speech(text: str, quotation: Quotation) -> bool:
    return (
        quotation.kind is Kind.QUOTATION
        and quotation.form is Form.INLINE
        and not _CALLOUT.match(text, quotation.outer.end)
    )


def _has_speaker(text: str, quotation: Quotation) -> bool:
    start, end = quotation.outer
    return says(text[end : end + AFTER]) or says(text[max(0, start - BEFORE) : start])
