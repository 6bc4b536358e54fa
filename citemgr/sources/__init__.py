"""Full texts of cited works: where they are, their words, and an index over them."""

from citemgr.sources.folding import fold, fold_with_places
from citemgr.sources.index import Index
from citemgr.sources.search import Candidate, find_exact, find_similar
from citemgr.sources.source import Source, Window

__all__ = [
    "Candidate",
    "Index",
    "Source",
    "Window",
    "find_exact",
    "find_similar",
    "fold",
    "fold_with_places",
]
