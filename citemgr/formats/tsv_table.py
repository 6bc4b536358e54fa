"""The table of `csv_table` with tabs, as it is pasted from and into a spread sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.csv_table import table_rows, write_table
from citemgr.formats.decoding import lines_of
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding


def read(text: str, path: str | None = None) -> Parsed:
    """The rows of a table whose first line names its columns."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The rows of a table that comes in pieces, one at a time."""
    return table_rows(lines_of(pieces), "\t", path)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """A header, then a row an entry."""
    return write_table(entries, "\t")
