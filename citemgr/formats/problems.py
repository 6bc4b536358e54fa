"""What can be wrong with a record of a bibliography file, and what a conversion cannot carry."""

from __future__ import annotations

from citemgr.model import Finding, Severity


def broken_record(what: str, path: str | None, line: int | None = None) -> Finding:
    """A record that lacks something or could not be read.

    What could be read of it comes in; the other records of the file are not touched by it. Look at
    the line that is named.
    """
    return Finding(
        "B111",
        f"this record {what}",
        Severity.WARNING,
        path=path,
        line=line,
        column=1 if line else None,
    )


def lost_field(key: str, field: str, format: str) -> Finding:
    """A field that the target format cannot hold.

    The entry was written without it, or with less in it. Keep the source, or convert to a format
    that holds it.
    """
    return Finding("B112", f"{key}: {format} cannot hold {field} as it is", Severity.NOTE)
