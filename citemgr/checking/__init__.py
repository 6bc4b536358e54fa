"""A quotation beside the text of its source: the verdict, the place, and what differs."""

from citemgr.checking.elsewhere import look_elsewhere
from citemgr.checking.table import Row, check_row, read_table
from citemgr.checking.verdicts import check

__all__ = ["Row", "check", "check_row", "look_elsewhere", "read_table"]
