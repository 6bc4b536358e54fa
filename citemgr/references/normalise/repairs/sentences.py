"""A title of several sentences whose last one must hold the work, since nothing else does.

A volume or an issue belongs to a journal, a date with a day to a newspaper, an address without a
publisher to a site. Where no container was labelled, it is the last sentence of the title.
"""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, labels_of

# The last stop that ends a sentence: not behind an initial or a short abbreviation.
_LAST = re.compile(r"(?:(?<=[^\W_]{3}[.?!])|(?<=[)\]”»\"][.?!]))\s+(?=[^\W_a-zß-öø-ÿ])")
# A site or newspaper has a short name; a journal's is longer.
SITE_WORDS, JOURNAL_WORDS = 5, 12
_DAY = re.compile(r"\b\d{1,2}\b(?!\d)")


def hold_by_the_last_sentence(text: str, parts: Parts) -> Parts:
    """The last sentence of a title made its container, where the other parts ask for one."""
    labels = labels_of(parts)
    if labels & {"container", "publisher", "institution", "editor", "genre"}:
        return parts
    longest = _longest(parts, labels)
    if not longest:
        return parts
    at = max((at for at, part in enumerate(parts) if part.label == "title"), default=-1)
    if at < 0:
        return parts
    title = parts[at]
    cuts = list(_LAST.finditer(title.value))
    if not cuts or not _may_hold(title.value[cuts[-1].end() :], longest):
        return parts
    split = (title.cut("title", 0, cuts[-1].start()), title.cut("container", cuts[-1].end()))
    return (*parts[:at], *split, *parts[at + 1 :])


def _may_hold(words: str, longest: int) -> bool:
    return len(words.split()) <= longest and words[0].isalpha() and words[-1] not in "?!"


def _longest(parts: Parts, labels: frozenset[str]) -> int:
    """How many words may hold the work; 0 where nothing asks for it."""
    if labels & {"volume", "issue"} and labels & {"pages", "doi", "url", "issue"}:
        return JOURNAL_WORDS
    if "isbn" in labels or "location" in labels:
        return 0
    daily = any(part.label == "date" and is_daily(part.value) for part in parts)
    return SITE_WORDS if daily or labels & {"url"} else 0


def is_daily(date: str) -> bool:
    """Whether a printed date names a day."""
    rest = re.sub(r"\d{4}", " ", date)
    return bool(_DAY.search(rest)) and bool(re.search(r"[^\W\d_]{3}|\d[./-]\d", rest))
