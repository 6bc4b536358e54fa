"""The families of callouts, one module each, in the order in which they claim a stretch of text.

A family is a function `find(reading)` that yields pointers; where two families see one stretch, the
one that stands first here has it. A new family is one module and one line of this table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from citemgr.links.families import (
    author_page,
    author_year,
    dated,
    full,
    hyperlink,
    ibid,
    key,
    narrative,
    note,
    numeric,
    reporter,
    short_title,
)
from citemgr.links.reading import Pointer, Reading

Family = Callable[[Reading], Iterator[Pointer]]

FAMILIES: tuple[Family, ...] = (
    note.find,
    key.find,
    full.find,
    author_year.find,
    narrative.find,
    hyperlink.find,
    dated.find,
    reporter.find,
    short_title.find,
    ibid.find,
    numeric.find,
    author_page.find,
)
