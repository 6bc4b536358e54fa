"""Which page does a full citation point to?

A full citation may end with the pages of the whole article, with the page that is cited, or both:
"pp. 58–61 (p. 60)", "S. 481–494, hier S. 481", "3–18, at 4". A book has no pages of its own, so
its pages are those cited; an article's are, where the reference list prints others for it.
"""

from __future__ import annotations

import re

from citemgr.links.locators import clean_value, place_behind_link, read_locator
from citemgr.model import Locator, Reference

_N = r"[A-Za-z]?\d+(?:\s?[-‐‑‒–—−]\s?\d+)?(?:\s?ff?\b)?"
_P = r"(?:\b(?i:pp?|s|с)\.\s?|\b(?i:стр|p[áa]gs?|pagg?)\.?\s?)"
_HERE = r"(?:at|here|hier|ici|aquí|qui|here\s+at|especially|esp\.|bes\.|здесь)"
# The page cited, behind the pages of the whole: "(p. 60)", ", hier S. 481", "1243–1248. p. 1244".
_PINNED = re.compile(
    rf"{_N}[,;]?\s+(?:\(\s?{_P}(?P<a>{_N})\s?\)|(?:,\s*)?{_HERE}\s+{_P}?(?P<b>{_N}))"
    rf"|\d[-‐‑‒–—−]\d+[.,;]?\s+{_P}(?P<c>{_N})"
)
# Behind what describes the source: "…, 2017), 47–48.", "…, S. 481–494, hier S. 481", "…: 278–81".
_BEHIND = re.compile(
    rf"[\s)]*[,:.]?\s?\(?(?:{_HERE}\s+)?{_P}?(?:\d{{1,2}}:)?(?P<value>(?!(?:1[5-9]|20)\d\d\b){_N})\)?"
    r"(?=[.;,)\s]*(?:$|[;<(“«]|https?:|doi|[A-ZÀ-ÞА-Я]))"
)
_LEGAL_PIN = re.compile(
    r"\d+\s+(?:U\.\s?S\.|F\.\s?\d?d?|S\.\s?Ct\.|[A-Z][\w.]*\.)\s+(?:\(.*?\)\s*)?\d+,\s*(?P<pin>\d+(?:[-–]\d+)?)"
)
_LAST_PAGES = re.compile(
    rf"(?P<lead>{_P}|[,:][”»\"’]?\s?|\b\d{{4}}\),?\s)(?P<pages>{_N}|[ivxl]+)"
    r"(?=[\s.,;:)]*(?:$|https?:|<|doi|DOI|En ligne|Online|[;.]\s))"
)
# The pages of several quotations of one sentence, behind the imprint: "(Bern: Tal, 1988), 77, 81."
_SEVERAL_PAGES = re.compile(rf"\d\),\s(?P<pages>{_N}(?:,\s?{_N})+)[.\s]*$")
_PART_OF = ("journaltitle", "booktitle", "maintitle")


def cited_page(text: str, reference: Reference, same: Reference | None) -> Locator | None:
    """The page that the full citation `reference` names; `same` is the line of the reference list
    that prints the same work, where there is one."""
    printed = reference.text
    after = text[reference.span.end : reference.span.end + _ROOM].split("\n")[0]
    for pinned in (_PINNED.search(printed + after), _LEGAL_PIN.search(printed + after)):
        if pinned:
            value = next(filter(None, pinned.groupdict().values()), "")
            return Locator("page", clean_value(value))
    behind = re.match(r"[\s,:.]*(?=(?:pp?|S|с|p[áa]gs?)\.\s?\d)", after)
    if behind:
        read = read_locator(after, behind.end(), bare=False)
        return read[0] if read else None
    bare = _BEHIND.match(after)
    if bare:
        return Locator("page", clean_value(bare["value"]))
    linked = place_behind_link(text, reference.span.end)
    if linked is not None:
        return linked
    place = _last_place(printed)
    if place is not None:
        return place
    several = _SEVERAL_PAGES.search(printed)
    if several and same is None:
        return Locator("page", clean_value(several["pages"]))
    last = list(_LAST_PAGES.finditer(printed))[-1:]
    if not last:
        return None
    found = last[0]
    value = clean_value(found["pages"])
    if re.fullmatch(r"(1[5-9]|20)\d\d", value) and found["lead"].strip() in (",", ""):
        return None  # a year
    if same is not None:
        return None if _own_pages(same, value) else Locator("page", value)
    return Locator("page", value) if _is_cited(reference, value) else None


def _last_place(printed: str) -> Locator | None:
    """A chapter, section or verse with which the citation ends: `…, 1859), chap. 2.`"""
    last = re.split(r"[,;]\s+|\.\s+(?=[A-ZÀ-ÞА-Я])", printed.rstrip(" ."))[-1]
    read = read_locator(last, bare=False)
    if read is None or read[0].kind in ("page", "volume", "number", "issue") or read[1] < len(last):
        return None
    return read[0]


_ROOM = 24  # code points after a reference in which its page can stand


def _own_pages(reference: Reference, value: str) -> bool:
    """Whether the list prints just these pages for the work."""
    printed = clean_value(reference.text)
    return re.search(rf"(?<![\d-]){re.escape(value)}(?![\d-])", printed) is not None


def _is_cited(reference: Reference, value: str) -> bool:
    """A book's pages are those cited; of an article, a single page."""
    if not any(name in reference.entry.fields for name in _PART_OF):
        return True
    return "-" not in value
