"""What is worth a person's look in a parsed reference; one rule a code."""

from __future__ import annotations

import re
from collections.abc import Callable

from citemgr.model import Document, Finding, Reference, Severity
from citemgr.values.identifiers import find_isbn, find_issn

# Below this probability the entry as a whole is more likely wrong than right.
DOUBTFUL = 0.5
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s*(?P<number>[\dXx][\dXx\s\-‐‑–]{8,20})", re.IGNORECASE)
_ISSN = re.compile(r"\bISSN:?\s*(?P<number>\d{4}[-‐‑–]?\d{3}[\dXx])", re.IGNORECASE)


def unreadable(document: Document, reference: Reference) -> Finding | None:
    """A reference in which nothing was recognised.

    The text was taken for a reference because of where it stands, but no title, name or address was
    found in it. It is kept as an entry of type `misc` with the text in `note`. Complete the entry
    by hand, or correct the reference in the document.
    """
    if reference.entry.fields.keys() - {"note"}:
        return None
    message = f"nothing was recognised in this reference: {_short(reference.text)}"
    return Finding("R101", message, Severity.WARNING, reference.span)


def doubtful(document: Document, reference: Reference) -> Finding | None:
    """A reference whose fields may be wrong.

    The model's own probability that all fields are right is below one half; the least certain
    fields are named. Compare the entry with the reference.
    """
    if reference.confidence >= DOUBTFUL or not reference.field_confidence:
        return None
    weakest = sorted(reference.field_confidence, key=lambda name: reference.field_confidence[name])
    message = f"look at {', '.join(weakest[:2])} of this entry: {_short(reference.text)}"
    return Finding("R102", message, Severity.NOTE, reference.span)


def untitled(document: Document, reference: Reference) -> Finding | None:
    """A reference without a title.

    Some styles print none (physics journals do not); otherwise the title was not recognised, or is
    missing in the document. BibTeX styles warn about such an entry.
    """
    if not reference.entry.fields.keys() - {"note"} or "title" in reference.entry.fields:
        return None
    message = f"no title was found in this reference: {_short(reference.text)}"
    return Finding("R103", message, Severity.NOTE, reference.span)


def wrong_check_digit(document: Document, reference: Reference) -> Finding | None:
    """An ISBN or ISSN whose check digit is wrong.

    One of its digits is misprinted, so the number would lead to another book or to none. It is left
    out of the entry. Look it up and correct it in the document.
    """
    for pattern, find in ((_ISBN, find_isbn), (_ISSN, find_issn)):
        match = pattern.search(reference.text)
        if match is not None and not find(match[0]):
            message = f"the check digit of {match['number'].strip()} is wrong"
            return Finding("R104", message, Severity.WARNING, reference.span)
    return None


RULES: tuple[Callable[[Document, Reference], Finding | None], ...] = (
    unreadable,
    doubtful,
    untitled,
    wrong_check_digit,
)
# Enough of a reference to know it by.
SHORT = 60


def _short(text: str) -> str:
    return text if len(text) <= SHORT else text[: SHORT - 1].rstrip() + "…"
