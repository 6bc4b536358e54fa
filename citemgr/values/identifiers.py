"""Identifiers of works: DOI, ISBN, ISSN, PMID, arXiv and URL, found in text and checked.

Shapes and check digits after the DOI Handbook (2.2), ISO 2108 (ISBN), ISO 3297 (ISSN) and arXiv's
identifier scheme; a number whose check digit is wrong is none.
"""

from __future__ import annotations

import re

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>“”«»]+", re.IGNORECASE)
_ISBN = re.compile(r"(?<![\d-])(?:97[89][\s\-‐‑–]?)?(?:\d[\s\-‐‑–]?){9}[\dXx](?![\d-])")
_ISSN = re.compile(
    r"\be?-?ISSN\b[^\d]{0,12}(?P<id>\d{4}[-‐‑–]?\d{3}[\dXx])(?![\d-])", re.IGNORECASE
)
_PMID = re.compile(r"\b(?:PMID|PubMed(?:\s?ID)?)\b\s*:?\s*(?P<id>\d{1,8})", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:arxiv(?:\.org/(?:abs|pdf)/|\s*:?\s*))(?P<id>\d{4}\.\d{4,5}(?:v\d+)?|[a-z\-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)",
    re.IGNORECASE,
)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”«»]+", re.IGNORECASE)
# What follows an identifier in a sentence and is no part of it.
_TRAILING = ".,;:!?'’”\"»>*_"


def find_doi(text: str) -> str:
    """The first DOI, lower case, without resolver or trailing punctuation; empty if none."""
    match = _DOI.search(text)
    return _trimmed(match[0]).lower() if match else ""


def find_isbn(text: str) -> str:
    """The first ISBN with a right check digit, as printed without spaces; empty if none."""
    for match in _ISBN.finditer(text):
        digits = re.sub(r"[^\dXx]", "", match[0]).upper()
        if valid_isbn(digits):
            return re.sub(r"[\s‐‑–]", "-", match[0].strip()).upper()
    return ""


def find_issn(text: str) -> str:
    """The first announced ISSN with a right check digit, `1234-567X`; empty if none. Bare numbers
    of its shape are left alone: most are ranges of years."""
    for match in _ISSN.finditer(text):
        digits = re.sub(r"[^\dXx]", "", match["id"]).upper()
        if valid_issn(digits):
            return f"{digits[:4]}-{digits[4:]}"
    return ""


def find_pmid(text: str) -> str:
    """The PubMed number that is announced as one; empty if none."""
    match = _PMID.search(text)
    return match["id"] if match else ""


def find_arxiv(text: str) -> str:
    """The arXiv identifier, `2104.01234v2` or `hep-th/9901001`; empty if none."""
    match = _ARXIV.search(text)
    return match["id"] if match else ""


def find_url(text: str) -> str:
    """The first web address that is no DOI resolver's; empty if none."""
    for match in _URL.finditer(text):
        address = _trimmed(match[0])
        if not re.match(r"https?://(?:dx\.)?doi\.org/", address, re.IGNORECASE):
            return address if "://" in address else f"http://{address}"
    return ""


def valid_isbn(digits: str) -> bool:
    """Whether ten or thirteen bare digits (`X` allowed at the end of ten) check."""
    if len(digits) == 10:
        values = [10 if digit == "X" else int(digit) for digit in digits]
        weighted = sum(value * (10 - at) for at, value in enumerate(values))
        return weighted % 11 == 0 and "X" not in digits[:9]
    if len(digits) != 13 or "X" in digits:
        return False
    return sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits)) % 10 == 0


def valid_issn(digits: str) -> bool:
    """Whether eight bare digits (`X` allowed at the end) check."""
    if len(digits) != 8 or "X" in digits[:7]:
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (8 - at) for at, value in enumerate(values)) % 11 == 0


def _trimmed(address: str) -> str:
    """The address without what the sentence puts behind it; a bracket stays where it was opened."""
    address = address.rstrip(_TRAILING)
    while (
        address
        and address[-1] in ")]}"
        and address.count(address[-1]) > address.count({")": "(", "]": "[", "}": "{"}[address[-1]])
    ):
        address = address[:-1].rstrip(_TRAILING)
    return address
