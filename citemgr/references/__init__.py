"""Where a document describes its sources, and what entries those descriptions make."""

from citemgr.references.carried import with_carried
from citemgr.references.finding import check_references, find_references
from citemgr.references.parsing import parse_references
from citemgr.references.pasted import split_list

__all__ = ["check_references", "find_references", "parse_references", "split_list", "with_carried"]
