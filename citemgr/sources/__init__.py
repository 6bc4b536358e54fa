"""Full texts of cited works: where they are, their words, and an index over them."""

from citemgr.sources.cache import Cache, cache_folder
from citemgr.sources.fetching import Fetched, Limits, fetch
from citemgr.sources.finding import file_of, find_paths, inspect_texts, open_sources
from citemgr.sources.folding import fold, fold_with_places
from citemgr.sources.index import SHORTEST, Index
from citemgr.sources.reading import read_bytes, read_folder, read_source
from citemgr.sources.register import (
    Provenance,
    drop,
    has_changed,
    keep,
    read_register,
    sources_folder,
)
from citemgr.sources.search import MOST_PLACES, Candidate, find_exact, find_similar
from citemgr.sources.shelf import Shelf
from citemgr.sources.source import Source, Window

__all__ = [
    "MOST_PLACES",
    "SHORTEST",
    "Cache",
    "Candidate",
    "Fetched",
    "Index",
    "Limits",
    "Provenance",
    "Shelf",
    "Source",
    "Window",
    "cache_folder",
    "drop",
    "fetch",
    "file_of",
    "find_exact",
    "find_paths",
    "find_similar",
    "fold",
    "fold_with_places",
    "has_changed",
    "inspect_texts",
    "keep",
    "open_sources",
    "read_bytes",
    "read_folder",
    "read_register",
    "read_source",
    "sources_folder",
]
