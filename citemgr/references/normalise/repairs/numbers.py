"""Numbers that belong together with what stands beside them: a title may begin with one, a
meeting's name end with its year, and the first page goes with the last."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Part, Parts, joined, stretch

# "300,000 at Folk-Rock Fair" may be given any of these labels; "2001: A Space Odyssey" is dated.
_NUMERIC = frozenset({"number", "volume", "issue", "citation-number", "pages"})
# "IJCAI-89", "DAFx-98": glued to a word with capitals.
_GLUED = re.compile(r"(?:^|[\s(])[^\W\d_]*[A-Z]{2}[^\W\d_]*[-‑’']$")
# Between the number and what was labelled of the title, from "300" to "Folk-Rock Fair".
_GROUPED = re.compile(r",(?:\d{3})?(?: [^\W\d_]{1,10}){0,2} ?")
_DASH = re.compile(r"\s?[-‐‑‒–—−]{1,2}\s?")
_LAST_PAGE = re.compile(r"[-‐‑‒–—−]{1,2}\d{1,4}\b(?![-–/])")
_ANNOUNCED = re.compile(
    r"\b(?:[Pp]{1,2}|S|с|[Ss]eiten|pages)\.?\s?"
    r"(?P<pages>\d{1,5}\s?[-–]\s?\d{1,5}|[ivxlc]{1,7}\s?[-–]\s?[ivxlc]{1,7}|[IVXLC]{1,7}\s?[-–]\s?[IVXLC]{1,7})\b"
)
_DATED_DOI = re.compile(r"(?P<doi>\S+?)\((?P<year>(?:19|20)\d\d)\)\.?")
_TWO_DIGITS = re.compile(r"\d\d")
REACH = 16


def put_numbers_in_names(text: str, parts: Parts) -> Parts:
    """Numbers that begin a title joined with it, years of a meeting taken for volumes left out."""
    parts = _whole_ranges(text, tuple(part for part in parts if not _names_meeting(text, part)))
    parts = _announced_pages(text, _dated_behind_doi(text, parts))
    parts = _titled_by_year(parts)
    dates = sum(part.label == "date" for part in parts)
    for at in range(len(parts) - 1):
        number, title = parts[at], parts[at + 1]
        if title.label != "title":
            continue
        gap = text[number.end : title.start]
        digits = (gap[1:] + title.value)[:1].isdigit() and number.value.isdigit()
        grouped = number.label in _NUMERIC and digits and _GROUPED.fullmatch(gap)
        first = at == 0 or parts[at - 1].label in {"director", "date"}
        dated = number.label == "date" and gap == ": " and first and (dates > 1 or at > 0)
        if grouped or dated:
            return (*parts[:at], joined(text, number, title, "title"), *parts[at + 2 :])
    return parts


def _titled_by_year(parts: Parts) -> Parts:
    """`Orwell, George: 1984. London, 1949.`: the first of two years, behind the author, of a book
    without a title is its title."""
    labels = [part.label for part in parts]
    if labels[:2] != ["author", "date"] or labels.count("date") != 2 or "publisher" not in labels:
        return parts
    again = parts[labels.index("date", 2)].value == parts[1].value
    if again or {"title", "container"} & set(labels):
        return parts
    return (parts[0], parts[1].under("title"), *parts[2:])


def _whole_ranges(text: str, parts: Parts) -> Parts:
    """First and last page made one part where nothing but a dash stands between them."""
    for at in range(len(parts) - 1):
        first, last = parts[at], parts[at + 1]
        if first.label == "pages" == last.label and _DASH.fullmatch(text, first.end, last.start):
            return (*parts[:at], joined(text, first, last, "pages"), *parts[at + 2 :])
    return tuple(_with_last_page(text, part) for part in parts)


def _announced_pages(text: str, parts: Parts) -> Parts:
    """The pages that their own word announces, where no label took them: `S. XV-XLII`."""
    if any(part.label == "pages" for part in parts):
        return parts
    for match in _ANNOUNCED.finditer(text):
        start, end = match.span("pages")
        if all(part.end <= start or end <= part.start for part in parts):
            place = sum(part.start < start for part in parts)
            return (*parts[:place], stretch(text, "pages", start, end), *parts[place:])
    return parts


def _dated_behind_doi(text: str, parts: Parts) -> Parts:
    """The year in brackets that is glued to the DOI of an undated work."""
    at = next((at for at, part in enumerate(parts) if part.label in {"doi", "url"}), -1)
    match = _DATED_DOI.fullmatch(parts[at].value) if at >= 0 else None
    if match is None or any(part.label == "date" for part in parts):
        return parts
    doi = parts[at]
    split = (doi.cut(doi.label, 0, match.end("doi")), doi.cut("date", *match.span("year")))
    return (*parts[:at], *split, *parts[at + 1 :])


def _with_last_page(text: str, part: Part) -> Part:
    """The pages with the last one, where the label ended at the dash."""
    start, end = part.start, part.end
    match = _LAST_PAGE.match(text, end) if part.label == "pages" and part.value.isdigit() else None
    if match is None:
        return part
    return stretch(text, "pages", start, match.end(), part.sure)


def _names_meeting(text: str, part: Part) -> bool:
    if part.label != "volume" or not _TWO_DIGITS.fullmatch(part.value):
        return False
    start = part.start
    return _GLUED.search(text[max(0, start - REACH) : start]) is not None
