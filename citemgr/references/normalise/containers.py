"""What holds a work: the journal or book without its "In", and a newspaper's edition told apart."""

from __future__ import annotations

import re

from citemgr.references.normalise.numbers import read_edition
from citemgr.references.normalise.titles import clean_title

_IN = re.compile(
    r"^\W*(?:(?:published |appeared )?in|dans|en|w|i)\b\s*:?\s+(?=[\w“\"«])|^\W*in:\s*|^\s*//\s*",
    re.IGNORECASE,
)
# "Wall Street Journal, Eastern edition", "New York Times, Late Edition (East Coast)".
_EDITION = re.compile(
    r",\s*(?P<edition>[^,]{2,60}?\b(?:edition|ed\.)(?:\s*\([^()]{1,40}\))?|Ausgabe\s[^,]{1,40})\s*$",
    re.IGNORECASE,
)


_INSIDE = re.compile(r"(?:^|[\s.,;”»\"])(?:in|en|dans):?\s", re.IGNORECASE)


def is_inside(words: str) -> bool:
    """Whether "In" stands in these words around the start of a container."""
    return bool(_INSIDE.search(words))


def split_container(text: str) -> tuple[str, str]:
    """The title of what holds the work, and the edition that is printed behind it, or ""."""
    title = " ".join(text.split())
    title = _IN.sub("", title.rpartition(" // ")[2], count=1)
    edition = ""
    match = _EDITION.search(title)
    if match is not None:
        edition = read_edition(match["edition"])
        title = title[: match.start()]
    return clean_title(title), edition
