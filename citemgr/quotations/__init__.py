"""The passages that a document gives as somebody else's words, with their exact places."""

from citemgr.quotations.finding import find_quotations
from citemgr.quotations.kinds import says
from citemgr.quotations.openings import opening_quotation
from citemgr.quotations.options import Options
from citemgr.quotations.rules import check_quotations

__all__ = ["Options", "check_quotations", "find_quotations", "opening_quotation", "says"]
