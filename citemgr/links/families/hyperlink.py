"""Hyperlinks that are the reference: the address is the address of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.links.locators import place_behind_link
from citemgr.links.reading import Pointer, Reading
from citemgr.links.work import address
from citemgr.model import Style, Target

_SCHEME = 8  # code points by which an address that is printed is known


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the hyperlinks whose address a reference has."""
    at_link = {
        reference.span: index
        for index, reference in enumerate(reading.references)
        if reference.entry.text("url")
    }
    for link in reading.hyperlinks:
        work = reading.works.by_url.get(address(link.url))
        reference = at_link.get(link.span, work.reference if work else None)
        bare = link.url.startswith(link.span.of(reading.text)[:_SCHEME])
        if reference is not None and (bare or not reading.closed.overlap(link.span)):
            place = place_behind_link(reading.text, link.span.end)
            yield Pointer(
                span=link.span,
                style=Style.URL,
                targets=(Target(reading.works.canonical(reference), place),),
                narrative=True,
                certainty=0.9,
                why="the link leads to the work's address",
            )
