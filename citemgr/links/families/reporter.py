"""Short forms of cases, by reporter and page: `539 U. S., at 328`, `Alder, 347 U.S. at 495`.

Volume and reporter name a case whose full citation the document prints elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.links.folding import words
from citemgr.links.reading import Pointer, Reading
from citemgr.model import Locator, Span, Style, Target

_REPORTER = r"(?P<volume>\d{1,4})\s+(?P<reporter>(?:[A-Z][A-Za-z]{0,5}\.\s?|\d[a-z]{1,2}\s?){1,4})"
_SHORT = re.compile(rf"\b{_REPORTER},?\s+at\s+(?P<page>\d+(?:[-–]\d+)?)")
_FULL = re.compile(rf"\b{_REPORTER}\s?(?:\([^()]*\)\s?)?\d+")


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the short forms whose volume and reporter exactly one reference has."""
    cases: dict[str, set[int]] = {}
    for index, reference in enumerate(reading.references):
        for match in _FULL.finditer(reference.text):
            cases.setdefault(_key(match), set()).add(reading.works.canonical(index))
    if not cases:
        return
    for match in _SHORT.finditer(reading.text):
        found = cases.get(_key(match), set())
        if len(found) == 1:
            yield Pointer(
                span=Span(*match.span()),
                style=Style.SHORT_TITLE,
                targets=(Target(next(iter(found)), Locator("page", match["page"])),),
                certainty=0.9,
                why=f"the case in {match['volume']} {match['reporter'].strip()}",
            )


def _key(match: re.Match[str]) -> str:
    return match["volume"] + "".join(words(match["reporter"]))
