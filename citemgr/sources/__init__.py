"""Full texts of cited works: where they are, their words, and an index over them."""

from citemgr.sources.cache import Cache, cache_folder
from citemgr.sources.finding import SOURCES_FOLDER, file_of, find_paths, open_sources
from citemgr.sources.folding import fold, fold_with_places
from citemgr.sources.index import Index
from citemgr.sources.reading import read_folder, read_source
from citemgr.sources.search import Candidate, find_exact, find_similar
from citemgr.sources.shelf import Shelf
from citemgr.sources.source import Source, Window

__all__ = [
    "SOURCES_FOLDER",
    "Cache",
    "Candidate",
    "Index",
    "Shelf",
    "Source",
    "Window",
    "cache_folder",
    "file_of",
    "find_exact",
    "find_paths",
    "find_similar",
    "fold",
    "fold_with_places",
    "open_sources",
    "read_folder",
    "read_source",
]
