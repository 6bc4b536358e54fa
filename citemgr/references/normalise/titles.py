"""Titles: marks and trailing stops off, the subtitle told from the title, the case kept."""

from __future__ import annotations

import re

_QUOTES = "“”„‟\"«»‹›‘’‚'「」『』《》"
# GB/T 7714 and others print the kind of the work behind its title: `[J]`, `[Electronic version]`.
_KIND_MARK = re.compile(r"\s*\[(?P<mark>[A-Z]{1,2}(?:/[A-Z]{2})?)\]\s*$")
_LONG_BREAK = re.compile(r"\s+(?:---|--|—{2})\s+")
_COLON = re.compile(r"(?<=[\w?!)”’\"»])\s?:\s+|(?<=\w)\s–\s(?=[A-ZÄÖÜ].{20})")


def clean_title(text: str) -> str:
    """The title without its marks, its kind mark and the stop that ends it."""
    title = " ".join(text.split())
    title = _KIND_MARK.sub("", title)
    previous = None
    while title != previous:
        previous = title
        title = title.strip(" ,;:")
        if title.endswith(".") and not title.endswith("..") and not _abbreviated(title):
            title = title[:-1]
        title = _unquoted(title)
    return title


def split_subtitle(title: str) -> tuple[str, str]:
    """Title and subtitle; the second is empty where the title has none.

    A long dash as newspapers' databases print it parts them, else the first colon.
    """
    match = _LONG_BREAK.search(title) or _COLON.search(title)
    if match is None:
        return title, ""
    first, rest = title[: match.start()].strip(), title[match.end() :].strip()
    return (first, rest) if len(first) > 1 and len(rest) > 1 else (title, "")


def kind_mark(text: str) -> str:
    """The mark of the work's kind behind a title, `J` or `EB/OL`, or an empty string."""
    match = _KIND_MARK.search(" ".join(text.split()).rstrip("."))
    return match["mark"] if match else ""


def _unquoted(title: str) -> str:
    if len(title) < 2 or title[0] not in _QUOTES:
        return title
    inner = title[1:-1]
    if title[-1] in _QUOTES and not any(mark in inner for mark in (title[0], title[-1])):
        return inner
    if not any(mark in _QUOTES for mark in title[1:]):
        return title[1:]
    return title


def _abbreviated(title: str) -> bool:
    """Whether the last stop belongs to an abbreviation: `U.S.`, `Proc. Natl. Acad. Sci.`"""
    return bool(
        re.search(r"(?:^|[\s.])[A-Z]\.$|\b(?:etc|Inc|Jr|Co|Ltd|vs)\.$|\.\s?[^\W\d_]{2,5}\.$", title)
    )
