"""The pages that a citation names, one by one: "33-35" is 33, 34 and 35, "123-5" ends on 125."""

from __future__ import annotations

import re

from citemgr.model import Locator

_PAGES = re.compile(r"(\d+)\s*[-–—]\s*(\d+)|(\d+)|([ivxlcdm]+)")
# A range of pages with more is a mistake or a whole book.
_MOST_PAGES = 2000


def pages_of(locator: Locator | None) -> frozenset[str]:
    """The labels of all pages that a locator names."""
    if locator is None or locator.kind != "page":
        return frozenset()
    pages: set[str] = set()
    for match in _PAGES.finditer(locator.value):
        first, last, single, roman = match.groups()
        if first is None:
            pages.add(single or roman)
            continue
        if len(last) < len(first):  # "123-5" is 123-125
            last = first[: len(first) - len(last)] + last
        pages.update(map(str, range(int(first), min(int(last), int(first) + _MOST_PAGES) + 1)))
    return frozenset(pages)
