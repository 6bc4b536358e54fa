"""A quotation beside the text of its source: the verdict, the place, and what differs.

`check` is one quotation and one source; `check_document`, `check_stored` and `check_row` are the
quotations of a scanned document, of a library and of a table, each beside the source it cites.
"""

from citemgr.checking.documents import check_document, check_stored, compare_texts
from citemgr.checking.elsewhere import look_elsewhere
from citemgr.checking.outcome import Item, Outcome, fingerprint
from citemgr.checking.patching import patch, patched
from citemgr.checking.silencing import (
    baseline_of,
    directives,
    read_baseline,
    read_silenced,
    silence,
)
from citemgr.checking.table import Row, check_row, check_table, read_table
from citemgr.checking.verdicts import check

__all__ = [
    "Item",
    "Outcome",
    "Row",
    "baseline_of",
    "check",
    "check_document",
    "check_row",
    "check_stored",
    "check_table",
    "compare_texts",
    "directives",
    "fingerprint",
    "look_elsewhere",
    "patch",
    "patched",
    "read_baseline",
    "read_silenced",
    "read_table",
    "silence",
]
