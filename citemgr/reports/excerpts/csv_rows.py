"""Quotations as a table for spread sheets and for tools that code texts; with the columns `id`,
`source` and `quote`, by which `citemgr check --quotations` takes it too. No cell can run as a
formula (OWASP, “CSV Injection”)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.csv_table import csv_row
from citemgr.formats.fields import container, full_title, people
from citemgr.model import Entry
from citemgr.reports.excerpts.excerpt import Excerpt
from citemgr.reports.excerpts.locators import shown
from citemgr.values import Date
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_person

_COLUMNS = "id source quote locator label author title container date document start end".split()
_NOTHING = Entry("misc")


def write(excerpts: Iterable[Excerpt], library: str) -> Iterator[str]:
    """A byte order mark, by which Excel knows UTF-8, a header, then a row a quotation."""
    yield "\ufeff" + csv_row(_COLUMNS)
    for excerpt in excerpts:
        yield csv_row(_cells(excerpt))


def _cells(excerpt: Excerpt) -> list[str]:
    entry = excerpt.entry or _NOTHING
    annotation = excerpt.annotation
    date = entry.fields.get("date")
    return [
        annotation.id,
        excerpt.key,
        excerpt.text(),
        shown(excerpt.locator) if excerpt.locator else "",
        str(annotation.extra.get("label", "")),
        "; ".join(format_person(name) for name in people(entry, "author")),
        full_title(entry),
        container(entry),
        format_edtf(date) if isinstance(date, Date) else entry.text("date"),
        annotation.source,
        *((str(annotation.start), str(annotation.end)) if annotation.end else ("", "")),
    ]
