"""Pages and article numbers: `pp. 123-45`, `A7`, `e1002`; `100 p.` is a count of pages."""

from __future__ import annotations

import re

from citemgr.values import PageRange, Pages

_NUMBER = r"(?:[A-Za-z]{0,3}[.\-]?\d+[A-Za-z]?|[ivxlc]+\b|[IVXLC]+\b)"
_RANGE = re.compile(rf"(?P<first>{_NUMBER})(?:\s?[-‐‑‒–—−]+\s?(?P<last>{_NUMBER}))?")
_TERM = re.compile(
    r"^\W*(?:pp?|pgs?|pages?|ss?|seiten?|págs?|pag|с|стр|at|bl|art(?:icle)?)\b[.:\s]*",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"^\W*(?:[ivxlc]+[,\s+]+)?\d+\s?(?:p|pp|pages|pgs?|с|s|seiten|págs?|Seiten|стр)\b\.?\W*$",
    re.IGNORECASE,
)


def read_pages(text: str) -> Pages | None:
    """The pages of a work in its container; None where there are none, or it counts pages."""
    if is_count(text):
        return None
    body = _TERM.sub("", text)
    ranges = tuple(_completed(match) for match in _RANGE.finditer(body))
    return Pages(ranges) if ranges else None


def is_count(text: str) -> bool:
    """Whether the number says how many pages the work has: `493 с.`, `160 p.`"""
    return bool(_COUNT.match(text))


def _completed(match: re.Match[str]) -> PageRange:
    first, last = match["first"], match["last"]
    first = re.sub(r"(?<=[A-Za-z])\.(?=\d)", "", first)
    if last is None:
        return PageRange(first)
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    return PageRange(first, last)
