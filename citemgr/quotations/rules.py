"""What is worth a person's look in the quotations of a document; one rule a code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citemgr.model import Document, Finding, Kind, Quotation, Severity, Span, Status

# Enough of a passage to know it by.
SHORT = 50


def check_quotations(document: Document, quotations: Sequence[Quotation]) -> tuple[Finding, ...]:
    """The findings of all rules, in the order of the text."""
    found = [
        *unclosed_quotations(document, quotations),
        *unopened_quotations(document, quotations),
    ]
    return tuple(sorted(found, key=lambda finding: finding.span or Span(0, 0)))


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


def unopened_quotations(document: Document, quotations: Sequence[Quotation]) -> Iterator[Finding]:
    """A closing mark without an opening one.

    Nothing before it in its paragraph is open. With a callout behind it, it ends a quotation, which
    is taken to begin behind the last colon or the last whole sentence; otherwise it is only
    reported. Put the opening mark in, or take the closing one out.
    """
    for quotation in quotations:
        if quotation.status is Status.UNOPENED:
            words = " ".join(quotation.span.of(document.text)[-SHORT * 2 :].split())[-SHORT:]
            message = f"the opening mark is missing: …{words}{quotation.close_mark}"
            yield Finding("Q102", message, Severity.WARNING, quotation.outer)
