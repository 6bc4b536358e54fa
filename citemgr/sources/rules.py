"""The findings about sources of cited works; each docstring is what `citemgr rule CODE` prints."""

from __future__ import annotations

from citemgr.model import RULES, CitemgrError, Finding


def unreadable_source(name: str, error: CitemgrError) -> Finding:
    """The text of a source cannot be read: the file is missing, empty, binary, too large, or in a
    format that citemgr does not know.

    Quotations from this source stay unchecked. Give a readable text with `citemgr source add KEY
    FILE`, or correct the entry's `file` field.
    """
    return Finding(
        code="S201",
        severity=RULES["S201"].severity,
        message=f"the text of {name} {error.message}",
        path=error.path,
    )


def changed_source(name: str, path: str) -> Finding:
    """The text of a source is not the one that was added: its SHA-256 differs from the one in
    `sources/provenance.json`.

    Verdicts from before the change may no longer hold. Look at what changed, then take the text as
    it now is with `citemgr source refresh KEY`.
    """
    return Finding(
        code="S202",
        severity=RULES["S202"].severity,
        message=f"the text of {name} has changed since it was added",
        path=path,
    )


def text_without_entry(name: str, path: str) -> Finding:
    """A text lies beside the library under a key that no entry has.

    No quotation can be checked against it: the key of the text or that of the entry may be
    misspelt, or the entry was renamed or removed.
    """
    return Finding(
        code="S203",
        severity=RULES["S203"].severity,
        message=f"no entry has the key {name} of this text",
        path=path,
    )
