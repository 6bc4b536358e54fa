"""Numbers that are none of the work's own: a title may begin with one, and a meeting's name end
with its year."""

from __future__ import annotations

import re

from citemgr.model import LabelledField
from citemgr.references.normalise.repairs.parts import Part, Parts

# "300,000 at Folk-Rock Fair" may be given any of these labels; "2001: A Space Odyssey" is dated.
_NUMERIC = frozenset({"number", "volume", "issue", "citation-number", "pages"})
# "IJCAI-89", "DAFx-98": glued to a word with capitals.
_GLUED = re.compile(r"(?:^|[\s(])[^\W\d_]*[A-Z]{2}[^\W\d_]*[-‑’']$")
_TWO_DIGITS = re.compile(r"\d\d")
REACH = 16


def put_numbers_in_names(text: str, parts: Parts) -> Parts:
    """Numbers that begin a title joined with it, years of a meeting taken for volumes left out."""
    parts = tuple(part for part in parts if not _names_meeting(text, part))
    dates = sum(part.label == "date" for part in parts)
    for at in range(len(parts) - 1):
        number, title = parts[at].field, parts[at + 1].field
        if title.label != "title":
            continue
        gap = text[number.end : title.start]
        grouped = number.label in _NUMERIC and gap == "," and title.value[0].isdigit()
        dated = number.label == "date" and gap == ": " and dates > 1 and at == 0
        if grouped or dated:
            whole = LabelledField("title", text[number.start : title.end], number.start, title.end)
            return (*parts[:at], Part(whole, parts[at + 1].sure), *parts[at + 2 :])
    return parts


def _names_meeting(text: str, part: Part) -> bool:
    if part.label != "volume" or not _TWO_DIGITS.fullmatch(part.value):
        return False
    start = part.field.start
    return _GLUED.search(text[max(0, start - REACH) : start]) is not None
