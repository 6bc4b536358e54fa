"""The table of `csv_table` with tabs, as it is pasted from and into a spread sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.csv_table import read_table, write_table
from citemgr.formats.table import Parsed
from citemgr.model import Entry


def read(text: str, path: str | None = None) -> Parsed:
    """The rows of a table whose first line names its columns."""
    return read_table(text, "\t", path)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """A header, then a row an entry."""
    return write_table(entries, "\t")
