"""The forms in which quotations travel, in one table.

A form's module has `write(excerpts, library) -> Iterator[str]`, where `library` is the name of the
library's file; it is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module

from citemgr.reports.excerpts.excerpt import Excerpt

FORMS: Mapping[str, str] = {
    "markdown": "citemgr.reports.excerpts.markdown",
    "pandoc": "citemgr.reports.excerpts.pandoc",
    "csquotes": "citemgr.reports.excerpts.csquotes",
    "csv": "citemgr.reports.excerpts.csv_rows",
    "annotation": "citemgr.reports.excerpts.annotation",
}


def write_excerpts(excerpts: Iterable[Excerpt], form: str, library: str) -> Iterator[str]:
    """The text of the excerpts in one of the `FORMS`, piece by piece; `library` is the name of the
    library's file."""
    pieces: Iterator[str] = import_module(FORMS[form]).write(excerpts, library)
    return pieces
