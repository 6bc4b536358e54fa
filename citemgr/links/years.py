"""Years as callouts print them: `2020`, `2020a, b`, `[1927] 1965`, `n.d.`, `forthcoming`; and the
place in the work that stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.links.languages import FORTHCOMING, NO_DATE
from citemgr.links.locators import read_locator
from citemgr.links.work import no_date_key
from citemgr.model import Locator

_TERMS = "|".join(re.escape(term) for term in sorted((*NO_DATE, *FORTHCOMING), key=len)[::-1])
_ORIGINAL = r"(?:\[?\d{4}\]?\s*[/\[]\s*|\[?\d{4}\]\s+)?"
_LETTERS = r"(?P<letters>[a-z](?![\w.])(?:\s?,\s?[a-z](?![\w.]))*)?"
YEAR = re.compile(
    rf"(?<![\d.]){_ORIGINAL}(?P<year>1[3-9]\d\d|20[0-4]\d)\]?{_LETTERS}(?!\d)"
    rf"|(?<!\w)(?P<term>(?i:{_TERMS}))(?!\w)"
)


def years_of(match: re.Match[str]) -> Iterator[str]:
    """The years of a match of `YEAR`, each with its letter: "2020a", "2020b"."""
    if match["term"]:
        yield no_date_key(match["term"])
        return
    for letter in re.findall(r"[a-z]", match["letters"] or "") or [""]:
        yield match["year"] + letter


def place_after(text: str) -> Locator | None:
    """The place that `text`, what stands behind a year in its bracket, begins with."""
    stripped = text.rstrip(" ,.;)]\n").lstrip(" ,.:;)]，：、\n\t")
    read = read_locator(stripped) if stripped else None
    return read[0] if read else None


def said(names: str, year: str) -> str:
    """Author and year in words, for the reasons of a link."""
    return f"author and year {' '.join(names.split()).strip(' ,:')} {year}"
