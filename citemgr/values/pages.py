"""Pages, page ranges and article numbers: `A7`, `123-45`, `e1002`, `S12-S19`, `xiv-xx`."""

from __future__ import annotations

import re
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


_DASH = re.compile(r"\s*[-‐‑‒–—−]+\s*")


def parse_pages(text: str) -> Pages | None:
    """Pages as a bibliography file has them, `12--19, 23`; None for an empty text."""
    ranges = []
    for part in text.split(","):
        ends = [end.strip() for end in _DASH.split(part.strip(), maxsplit=1)]
        if ends[0]:
            ranges.append(PageRange(ends[0], ends[1] if len(ends) > 1 and ends[1] else None))
    return Pages(tuple(ranges)) if ranges else None


def format_pages(pages: Pages, dash: str = "--") -> str:
    """The pages with `dash` between the ends of a range: `--` for TeX, `-` for CSL."""
    return ", ".join(
        page.first if page.last is None else f"{page.first}{dash}{page.last}"
        for page in pages.ranges
    )
