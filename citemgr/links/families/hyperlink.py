"""Hyperlinks that are the reference: the address is the address of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.links.works import address
from citemgr.model import Locator, Style, Target


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the hyperlinks whose address a reference has."""
    at_link = {
        reference.span: index
        for index, reference in enumerate(reading.references)
        if reference.entry.text("url")
    }
    for link in reading.document.hyperlinks:
        work = reading.works.by_url.get(address(link.url))
        reference = at_link.get(link.span, work.reference if work else None)
        if reference is not None:
            read = _place_behind(reading, link.span.end)
            yield Pointer(
                span=link.span,
                style=Style.URL,
                targets=(Target(reading.works.canonical(reference), read),),
                narrative=True,
                certainty=0.9,
                why="the link leads to the work's address",
            )


_BEHIND = re.compile(r"\]?(?:\([^()\s]*\))?,\s+(?=[^\W\d_]{1,4}\.?\s?\d)")
_ROOM = 300  # code points: in Markdown the address stands between the link's text and the place


def _place_behind(reading: Reading, end: int) -> Locator | None:
    """The place behind a link: `[Name, 2012](address), pp. 37-38`."""
    text = reading.text[end : end + _ROOM]
    found = _BEHIND.match(text)
    read = read_locator(text, found.end(), bare=False) if found else None
    return read[0] if read else None
