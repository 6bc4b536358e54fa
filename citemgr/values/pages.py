"""Pages, page ranges and article numbers: `A7`, `123-45`, `e1002`, `S12-S19`, `xiv-xx`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PageRange:
    """One page (`last` is None) or a range; both ends as printed, the last one completed
    (`123-45` is 123 to 145)."""

    first: str
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a work in its container, in the order printed."""

    ranges: tuple[PageRange, ...]
