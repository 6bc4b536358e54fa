"""What the databases of newspapers have in common: bylines, and the page in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats.languages import langid_of

_BY = re.compile(r"^(?:written\s+)?(?:by|von|par|por|di|door)\b:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s+(?:and|und|et|y|e|en|&)\s+|\s*[;/,]\s*", re.IGNORECASE)
# A part of a byline that is no name: what its writer is, or where it was written.
_NO_NAME = re.compile(
    r"\b(?:writers?|reporters?|correspondents?|columnists?|editors?|staff|special|bureau|service|"
    r"contribut\w+|reporting|redaktion|korrespondent\w*|photo\w*|compiled|says|from|for|in|of|the|"
    r"times|post|press|news|bbc|afp|dpa)\b|[@\d]",
    re.IGNORECASE,
)
_MOST_WORDS = 5
_PAGE = re.compile(
    r"\b(?:Pg?|pages?|S|Seite)\b\.?\s*(?P<page>[A-Za-z]{0,2}\s?\d+\w*)", re.IGNORECASE
)
_SECTION = re.compile(r"\bSection\s+(?P<letter>[A-Z])\b")


def writers(byline: str) -> Iterator[str]:
    """The names of a byline: `By MARY QUILL and Ann Roe, Staff Writers` has two. Where it is no
    list of names, nothing."""
    said = _BY.sub("", " ".join(byline.split()))
    parts = [part.strip(" .") for part in _BETWEEN.split(said)]
    if len(parts) == 2 and all(len(part.split()) == 1 for part in parts):
        parts = [", ".join(parts)]  # `Quill, Mary`
    for part in parts:
        if part and not _NO_NAME.search(part) and len(part.split()) <= _MOST_WORDS:
            yield part.title() if part.isupper() else part


def page(section: str) -> str:
    """The page of `Section A; Column 1; Foreign Desk; Pg. 7`, which is A7."""
    found = _PAGE.search(section)
    if found is None:
        return ""
    number = found["page"].replace(" ", "")
    letter = _SECTION.search(section)
    return f"{letter['letter']}{number}" if letter and number.isdecimal() else number


def is_language(line: str) -> bool:
    """Whether the line is nothing but the name of a language."""
    return line.isalpha() and langid_of(line) != line
