"""What intake has to say to a person. Each rule builds its finding; its docstring documents it."""

from __future__ import annotations

from pathlib import Path

from citemgr.model import RULES, CitemgrError, Finding, Scan


def unreadable(error: CitemgrError, path: Path) -> Finding:
    """The file could not be read as a document.

    It is missing, may not be opened, is no text, or is damaged; the message says which. The other
    documents are scanned all the same, what the library holds from this one stays as it is,
    and the exit status is 2.
    """
    return Finding(
        code="S190",
        message=error.message,
        severity=RULES["S190"].severity,
        path=error.path or str(path),
        line=error.line,
        column=error.column,
    )


def key_clash(scan: Scan, reference: int, key: str, wanted: str) -> Finding:
    """Another work has the key that this one would get, so a letter was added.

    Both are in the library. Where they are the same work printed in two ways, merge them there by
    hand: the next scan then meets the one that is left, and takes its key.
    """
    return Finding(
        code="B190",
        message=f"another work has the key {wanted}; this one is {key}",
        severity=RULES["B190"].severity,
        span=scan.references[reference].span,
    )
