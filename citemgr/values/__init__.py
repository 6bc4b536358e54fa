"""The values that bibliographic fields hold: names, dates, pages, identifiers.

One file a kind of value: its type, how it is read, how it is written, its quirks. A field whose
text cannot be understood keeps the text itself: nothing is lost.
"""

from citemgr.values.dates import Date
from citemgr.values.names import Name, Names
from citemgr.values.pages import PageRange, Pages

Value = str | Names | Date | Pages

__all__ = ["Date", "Name", "Names", "PageRange", "Pages", "Value"]
