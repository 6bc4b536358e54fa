"""Locators as a person writes them behind a key: `p. 12`, `chap. 3`.

The terms are those that pandoc's citations and BibLaTeX's postnotes both take.
"""

from __future__ import annotations

import re

from citemgr.model import Locator

# Kind -> the term for one, and for several.
_TERMS = {
    "book": ("bk.", "bks."),
    "chapter": ("chap.", "chaps."),
    "column": ("col.", "cols."),
    "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."),
    "issue": ("no.", "nos."),
    "line": ("l.", "ll."),
    "note": ("n.", "nn."),
    "opus": ("op.", "opp."),
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "part": ("pt.", "pts."),
    "section": ("sec.", "secs."),
    "sub-verbo": ("s.v.", "s.vv."),
    "verse": ("v.", "vv."),
    "volume": ("vol.", "vols."),
}
_SEVERAL = re.compile(r"[-–,&]|\d\s?f")


def known(locator: Locator) -> bool:
    """Whether there is a term for this kind."""
    return locator.kind in _TERMS


def shown(locator: Locator, space: str = " ") -> str:
    """The locator with its term; a kind without one stands as its name, a time alone."""
    if locator.kind == "timestamp":
        return locator.value
    one, several = _TERMS.get(locator.kind, (locator.kind, locator.kind))
    return f"{several if _SEVERAL.search(locator.value) else one}{space}{locator.value}"
