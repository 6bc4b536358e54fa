"""Quotations that travel: with their entries, into the places where people keep or use them.

`excerpts` joins stored quotations with the entries they are linked to; `write_excerpts` prints them
in one of the `FORMS`, one module a form.
"""

from citemgr.reports.excerpts.excerpt import Excerpt, excerpts
from citemgr.reports.excerpts.writing import FORMS, write_excerpts

__all__ = ["FORMS", "Excerpt", "excerpts", "write_excerpts"]
