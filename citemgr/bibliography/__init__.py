"""The library: a `.bib` file that is the user's own. What is not touched stays byte for byte."""

from citemgr.bibliography.keys import DEFAULT_PATTERN, make_key, with_keys
from citemgr.bibliography.library import Library, add, load, remove, render, replace
from citemgr.bibliography.saving import lock, save, write_pieces, write_text
from citemgr.bibliography.works import same_work

__all__ = [
    "DEFAULT_PATTERN",
    "Library",
    "add",
    "load",
    "lock",
    "make_key",
    "remove",
    "render",
    "replace",
    "same_work",
    "save",
    "with_keys",
    "write_pieces",
    "write_text",
]
