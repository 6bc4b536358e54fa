"""Which part of the source does "pp. 33–35", "S. 12 f.", "§ 4" or "1:02:33" mean?

A locator is a term of `LOCATOR_TERMS` before (or, in Chinese and Japanese, after) a number, a range
or a Roman numeral; a number without a term is a page.
"""

from __future__ import annotations

import re

from citemgr.links.folding import fold
from citemgr.links.languages import LOCATOR_TERMS
from citemgr.model import Locator

_DASH = r"[-‐‑‒–—−]"
_NUMBER = r"(?:[A-Za-z]{0,2}\.?\d+(?:[.:]\d+)*[a-z]?|[ivxlcdmIVXLCDM]+\b)"
# "33 f.", "33 ff.", "33 sqq.", "33 y ss.": and the page or pages that follow.
_FOLLOWING = r"(?:ff?|sqq?|et\s+seqq?|ss|и\s+сл|sgg?|y\s+ss)\b\.?"
_RANGE = rf"{_NUMBER}(?:\s?{_DASH}+\s?{_NUMBER})?(?:\s?{_FOLLOWING})?"
_VALUE = rf"(?P<value>{_RANGE}(?:\s?(?:,|&|and|und|et|y|e|и)\s?{_RANGE})*)"
_TERM = r"(?P<term>[^\W\d_]{1,12}|§§?|¶¶?)"
_BEFORE = re.compile(rf"(?:{_TERM}(?:\.[\s:]*|[\s:]+|(?<=[^A-Z]))){_VALUE}")  # "P12" is no page
_BARE = re.compile(rf"{_VALUE}")
_AFTER = re.compile(rf"第?\s*{_VALUE}\s*(?P<term>[页頁章节節段行条條頁])")
_TIME = re.compile(r"(?:at\s+|min\.?\s+|t\s*=\s*)?(?P<value>\d{1,2}:\d{2}(?::\d{2})?)(?!\d)")
_HERE = r"at|here|hier|ici|aquí|qui|здесь|esp\.|bes\.|insb\.|especially|на|on|auf|à|a"
_LEADING = re.compile(rf"[\s,;:.·(\[，：、*_]*(?:(?:{_HERE})\s+)?", re.I)
_TIGHT_TERM = re.compile(r"(?P<term>pp?|S|с|p[áa]gs?)\.?(?P<value>\d+(?:[-‐‑‒–—−]\d+)?)")


def read_locator(text: str, start: int = 0, *, bare: bool = True) -> tuple[Locator, int] | None:
    """The locator at `start` of `text` and its end, or None; separators before it are skipped.

    `bare` allows a number without a term, which is a page.
    """
    at = start
    lead = _LEADING.match(text, at)
    at = lead.end() if lead else at
    for pattern in (_TIGHT_TERM, _BEFORE, _AFTER):
        found = pattern.match(text, at)
        kind = LOCATOR_TERMS.get(fold(found["term"])) if found else None
        if found and kind:
            return Locator(kind, clean_value(found["value"])), found.end()
    timed = _TIME.match(text, at)
    if timed and timed["value"].count(":") == 2:
        return Locator("timestamp", timed["value"]), timed.end()
    found = _BARE.match(text, at) if bare else None
    if found and not _is_word(found["value"]):
        return Locator("page", clean_value(found["value"])), found.end()
    return None


def clean_value(value: str) -> str:
    """The printed value with plain hyphens and without inner blanks around them."""
    folded = re.sub(rf"\s?{_DASH}+\s?", "-", value.strip().rstrip(".,"))
    return re.sub(r"\s+", " ", folded)


_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.I)


def _is_word(value: str) -> bool:
    """Whether letters that look like a Roman numeral are none ("mild", "I", "civil")."""
    first = re.split(r"[-,\s&]", value)[0]
    return first.isalpha() and (
        _ROMAN.fullmatch(first) is None
        or first in ("I", "V", "X", "C", "D", "M", "L", "c", "d", "m")
    )


_LINK_END = re.compile(r"\]?(?:\([^()\s]*\))?,\s+(?=[^\W\d_]{1,4}\.?\s?\d)")
_LINK_ROOM = (
    300  # code points: in Markdown the address stands between the link's text and the place
)


def place_behind_link(text: str, end: int) -> Locator | None:
    """The place behind a link whose text ends at `end`: `[Name, 2012](address), pp. 37-38`."""
    behind = text[end : end + _LINK_ROOM]
    found = _LINK_END.match(behind)
    read = read_locator(behind, found.end(), bare=False) if found else None
    return read[0] if read else None
