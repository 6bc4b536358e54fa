"""What is worth a person's look in the quotations of a document; one rule a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citemgr.model import Document, Finding, Kind, Quotation, Severity, Status

# Enough of a passage to know it by.
SHORT = 50


def check_quotations(document: Document, quotations: Sequence[Quotation]) -> tuple[Finding, ...]:
    """The findings of all rules, in the order of the text."""
    return tuple(unclosed_quotations(document, quotations))


def unclosed_quotations(document: Document, quotations: Sequence[Quotation]) -> Iterator[Finding]:
    """A quotation without its closing mark.

    The opening mark has no counterpart in its paragraph, and no later paragraph closes it. Where
    the quoted words end is a guess: the last whole sentence of the paragraph. Put the closing mark
    in.
    """
    for quotation in quotations:
        if quotation.status is Status.UNCLOSED and quotation.kind is Kind.QUOTATION:
            words = " ".join(quotation.span.of(document.text)[: SHORT * 2].split())[:SHORT]
            message = f"the closing mark is missing: {quotation.open_mark}{words}…"
            yield Finding("Q101", message, Severity.WARNING, quotation.outer)
