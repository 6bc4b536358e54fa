"""Any file or stream to a `Document`, which is all that the other rooms know of a file."""

from citemgr.documents.pace import watched
from citemgr.documents.reading import read, read_bytes, read_text
from citemgr.documents.table import FORMATS
from citemgr.documents.walk import walk

__all__ = ["FORMATS", "read", "read_bytes", "read_text", "walk", "watched"]
