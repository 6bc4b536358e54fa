"""citemgr: quotations, references and the links between them, found in a document and checked.

The public names are imported where they are first asked for, so that `import citemgr` costs
nothing: `read` a file, `scan` it, `check` a quotation, `parse_references` of a list, `load` a
library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from citemgr.scan import scan

if TYPE_CHECKING:
    from citemgr.bibliography import load
    from citemgr.checking import check
    from citemgr.documents import read
    from citemgr.references import parse_references

__version__ = "0.1.0"

__all__ = ["__version__", "check", "load", "parse_references", "read", "scan"]

# Name -> the room in whose face it stands. `scan` is imported above, because the module of that
# name would otherwise take its place as soon as anything imports it.
_HOMES = {
    "check": "citemgr.checking",
    "load": "citemgr.bibliography",
    "parse_references": "citemgr.references",
    "read": "citemgr.documents",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
