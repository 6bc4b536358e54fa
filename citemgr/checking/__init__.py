"""A quotation beside the text of its source: the verdict, the place, and what differs."""

from citemgr.checking.verdicts import check

__all__ = ["check"]
