"""What came out on a day is in a newspaper or on a site, which publishes nothing else by that name
and writes nothing itself."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, labels_of
from citemgr.references.normalise.repairs.publishers import BODY
from citemgr.references.normalise.types import is_periodical

# A newspaper or a site in the place of an author.
_PAPER = re.compile(
    r"The (?:[^\W\d_]+ ){0,3}(?:Times|Post|Herald|Tribune|Guardian|Telegraph|Gazette|News|Observer"
    r"|Chronicle|Mail|Express|Globe|Examiner|Journal|Star|Standard|Independent|Economist|Scotsman)"
    r"|[^\W_]+\.(?:com|net|org|de|fr|co\.uk|NET|COM)"
)
_DAY = re.compile(r"\b\d{1,2}\b(?!\d)")


def hold_what_comes_daily(text: str, parts: Parts) -> Parts:
    """The publisher of what came out on a day, and the paper in the place of its author, made the
    container."""
    labels = labels_of(parts)
    if labels & {"container", "location", "isbn", "edition", "editor", "genre", "institution"}:
        return parts
    daily = any(part.label == "date" and is_daily(part.value) for part in parts)
    if not daily or "title" not in labels:
        return parts
    first = parts[0]
    if first.label == "author" and _PAPER.fullmatch(first.value):
        return (first.under("container"), *parts[1:])
    return tuple(
        part.under("container")
        if part.label == "publisher" and (is_periodical(part.value) or not BODY.search(part.value))
        else part
        for part in parts
    )


def is_daily(date: str) -> bool:
    """Whether a printed date names a day."""
    rest = re.sub(r"\d{4}", " ", date)
    return bool(_DAY.search(rest)) and bool(re.search(r"[^\W\d_]{3}|\d[./-]\d", rest))
