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
        message=f"the text of {name} cannot be read: {error.message}",
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
