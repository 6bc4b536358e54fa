"""Numbers as they count: 1,000 and 1 000 are the same, 3.5 and 35 are not.

Marks inside a number, its sign and its unit are no typography; they are compared by themselves,
because folding leaves only the digits.
"""

from __future__ import annotations

import re

_FIGURE = re.compile(
    r"""(?x)
    (?P<before> [$€£¥<>≤≥±] \s? )?
    (?P<sign> (?<![\w.)\]–-]) [-−–+] )?
    (?P<number> \d+
      (?: (?: [.,:/'’] | \s? [-‐‑–—] \s* | [\u00a0\u202f\u2009\ ] (?=\d{3}(?!\d)) ) \d+ )* )
    (?P<after> \s? [%‰°€$£¥] )?
    """
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’\u00a0\u202f\u2009 ]\d{3})+(?!\d)")
_DASH = re.compile(r"\s?[-‐‑–—−]\s*")
# Full-width forms of East Asian print, and what has no width at all.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_DIGIT = re.compile(r"\d")
_NOT_DIGIT = re.compile(r"\D")


def figures_of(text: str) -> list[str]:
    """The numbers of `text` with sign and unit, written one way."""
    if _DIGIT.search(text) is None:
        return []
    if not text.isascii():
        text = _INVISIBLE.sub("", text).translate(_FULL_WIDTH)
    found = []
    for match in _FIGURE.finditer(text):
        number = _GROUPED.sub(lambda grouped: _NOT_DIGIT.sub("", grouped.group()), match["number"])
        number = _DASH.sub("-", number).replace(",", ".").replace("’", "'")
        sign = "-" if match["sign"] and match["sign"] in "-−–" else ""
        unit = "".join((match["before"] or "", match["after"] or "")).strip()
        found.append(sign + number + unit)
    return found
