"""Whether two entries describe the same work.

A wrong yes loses a source, a wrong no only keeps a double, so all that both print must agree:
identifiers, years, editions, volumes, pages, first authors, and the titles to a few letters.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher

from citemgr.model import Entry
from citemgr.values import Date, Names, Pages

# Titles that differ in more than one letter of sixteen are different titles.
SIMILAR = 0.94
# A title this long that begins the other one is its short form.
SHORT_FORM_LETTERS = 12
_IDENTIFIERS = ("doi", "isbn", "eprint", "pmid")
_MUST_AGREE = ("edition", "volume", "number")
_TYPES_OF_PARTS = frozenset({"incollection", "inbook", "inproceedings", "inreference", "article"})


def same_work(first: Entry, second: Entry) -> bool:
    """Whether both entries describe one work, as far as what they print can tell."""
    for name in _IDENTIFIERS:
        one, other = first.text(name).casefold(), second.text(name).casefold()
        if one and other and name != "isbn":
            return one == other
    if not (_years_agree(first, second) and _numbers_agree(first, second)):
        return False
    if not (_authors_agree(first, second) and _parts_agree(first, second)):
        return False
    titles = _title(first), _title(second)
    if all(titles):
        return _titles_agree(*titles)
    return not any(titles) and _places_agree(first, second)


def _years_agree(first: Entry, second: Entry) -> bool:
    one, other = first.fields.get("date"), second.fields.get("date")
    if isinstance(one, Date) and isinstance(other, Date):
        months = one.month is None or other.month is None or one.month == other.month
        days = one.day is None or other.day is None or one.day == other.day
        return one.year == other.year and months and (days or not months)
    return True


def _numbers_agree(first: Entry, second: Entry) -> bool:
    for name in _MUST_AGREE:
        one, other = _letters(first.text(name)), _letters(second.text(name))
        if one and other and one != other:
            return False
    pages, others = first.fields.get("pages"), second.fields.get("pages")
    if isinstance(pages, Pages) and isinstance(others, Pages):
        return pages.ranges[0].first.lower() == others.ranges[0].first.lower()
    return True


def _authors_agree(first: Entry, second: Entry) -> bool:
    one, other = _first_name(first), _first_name(second)
    return not one or not other or one == other or one.endswith(other) or other.endswith(one)


def _first_name(entry: Entry) -> str:
    for field in ("author", "editor"):
        names = entry.fields.get(field)
        if isinstance(names, Names) and names.names:
            name = names.names[0]
            return _letters(name.family or name.literal)
    return ""


def _parts_agree(first: Entry, second: Entry) -> bool:
    """A part of a work and the whole are two."""
    return (first.type in _TYPES_OF_PARTS) == (second.type in _TYPES_OF_PARTS)


def _title(entry: Entry) -> str:
    return _letters(entry.text("title") + " " + entry.text("subtitle"))


def _titles_agree(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return (
            len(short) >= SHORT_FORM_LETTERS
            and long.startswith(short)
            and not (long[len(short)].isdigit())
        )
    if len(short) >= SHORT_FORM_LETTERS and long.startswith(short):
        return True
    if min(len(one), len(other)) < SHORT_FORM_LETTERS:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= SIMILAR and matcher.ratio() >= SIMILAR


def _places_agree(first: Entry, second: Entry) -> bool:
    """Without titles: the same container, volume and page, or the same address."""
    if first.text("url") and first.text("url") == second.text("url"):
        return True
    one, other = first.text("journaltitle"), second.text("journaltitle")
    pages = isinstance(first.fields.get("pages"), Pages) and "pages" in second.fields
    return bool(one) and _letters(one) == _letters(other) and pages


def _letters(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in folded if each.isalnum())
