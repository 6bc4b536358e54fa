"""From what a record prints to a typed entry, and what all codecs have in common about it.

A codec's table names a field of BibLaTeX for each of its own, or one of the stand-ins below, whose
field depends on the type of the entry or on the look of the value. `build_entry` takes such pairs
and settles them, so that no codec has rules of its own about names, dates or pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from citemgr.formats.languages import langid_of
from citemgr.model import Entry
from citemgr.values import Date, Name, Names, Pages, Value
from citemgr.values.dates import parse_date
from citemgr.values.identifiers import find_doi
from citemgr.values.names import parse_person
from citemgr.values.pages import format_pages, parse_pages

NAMES = frozenset({"author", "editor", "editora", "translator", "bookauthor", "holder"})
DATES = frozenset({"date", "urldate", "origdate", "eventdate"})
# Stand-in -> field by type of entry; "" is for every other type.
_BY_TYPE: Mapping[str, Mapping[str, str]] = {
    "container": {
        "article": "journaltitle",
        "suppperiodical": "journaltitle",
        "book": "series",
        "collection": "series",
        "proceedings": "series",
        "report": "series",
        "thesis": "series",
        "online": "organization",
        "misc": "howpublished",
        "software": "series",
        "dataset": "organization",
        "": "booktitle",
    },
    "house": {"thesis": "institution", "report": "institution", "": "publisher"},
    "journal": {"book": "series", "incollection": "booktitle", "": "journaltitle"},
}
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|\.|e|a|ª)?(?:\s+ed(?:ition|\.)?)?", re.IGNORECASE)
_ISSN = re.compile(r"\d{4}-?\d{3}[\dXx]")
_KEY = re.compile(r"[A-Za-z][\w:.+/-]*")
# Fields of which a record may have several; all else keeps the first.
_JOINED = {"keywords": ", ", "note": "\n", "abstract": "\n", "isbn": ", ", "issn": ", "}

Pair = tuple[str, str]
Types = Mapping[str, tuple[str, str]]


def build_entry(type: str, subtype: str, key: str, pairs: Iterable[Pair]) -> Entry:
    """The entry of that type whose fields `pairs` of field or stand-in and text give, in order.

    Stand-ins: `container`, `journal`, `house` (publisher or institution), `serial` (ISBN or ISSN),
    `firstpage`, `lastpage`, `year`, `month`, `day`. Names are `Family, Given`, one a pair.
    """
    texts: dict[str, list[str]] = {}
    for name, text in pairs:
        text = text.strip()
        if text:
            texts.setdefault(_settled(name, type, text), []).append(text)
    fields: dict[str, Value] = {"entrysubtype": subtype} if subtype else {}
    pages = _pages(texts)
    date = _date(texts)
    for name, values in texts.items():
        if name not in _PARTS:
            fields[name] = _VALUES.get(name, _text)(name, values)
    if pages is not None:
        fields["pages"] = pages
    if date is not None:
        fields["date"] = date
    url = str(fields.get("url", ""))
    if "doi" not in fields and "doi.org/" in url and (doi := find_doi(url)):
        fields["doi"] = doi
    return Entry(type, key if _KEY.fullmatch(key) else "", {k: v for k, v in fields.items() if v})


_PARTS = frozenset({"firstpage", "lastpage", "pages", "year", "month", "day", "date"})


def _settled(name: str, type: str, text: str) -> str:
    if name == "serial":
        return "issn" if _ISSN.fullmatch(text.split()[0]) else "isbn"
    by_type = _BY_TYPE.get(name)
    return name if by_type is None else by_type.get(type, by_type[""])


def _text(name: str, values: list[str]) -> Value:
    joint = _JOINED.get(name)
    return values[0] if joint is None else joint.join(dict.fromkeys(values))


def _names(name: str, values: list[str]) -> Value:
    others = values[-1].lower().strip(". ") in {"et al", "others"}
    people = [parse_person(value) for value in (values[:-1] if others else values)]
    return Names(tuple(people), others) if people else ""


def _one_date(name: str, values: list[str]) -> Value:
    return parse_date(values[0]) or values[0]


def _doi(name: str, values: list[str]) -> Value:
    return find_doi(values[0]) or values[0]


def _edition(name: str, values: list[str]) -> Value:
    """A bare number where the edition is only counted: BibLaTeX makes the ordinal."""
    counted = _ORDINAL.fullmatch(values[0])
    return counted[1] if counted else values[0]


def _language(name: str, values: list[str]) -> Value:
    return langid_of(values[0])


_VALUES: Mapping[str, Callable[[str, list[str]], Value]] = {
    **dict.fromkeys(NAMES, _names),
    **dict.fromkeys(DATES, _one_date),
    "doi": _doi,
    "edition": _edition,
    "langid": _language,
}


def _pages(texts: Mapping[str, list[str]]) -> Pages | None:
    whole, first, last = (texts.get(name, [""])[0] for name in ("pages", "firstpage", "lastpage"))
    if whole:
        return completed(parse_pages(whole))
    if not first:
        return completed(parse_pages(last))
    if parsed := parse_pages(first):
        if last and last != first and parsed.ranges[0].last is None:
            return completed(parse_pages(f"{first}--{last}"))
        return completed(parsed)
    return None


def completed(pages: Pages | None) -> Pages | None:
    """The pages with short ends written out: `123-45` is 123 to 145."""
    if pages is None:
        return None
    parts = []
    for page in pages.ranges:
        last = page.last or ""
        if page.first.isdecimal() and last.isdecimal() and len(last) < len(page.first):
            last = page.first[: len(page.first) - len(last)] + last
        parts.append(f"{page.first}--{last}" if last and last != page.first else page.first)
    return parse_pages(", ".join(parts))


def _date(texts: Mapping[str, list[str]]) -> Date | str | None:
    """The most precise of the dates that the record prints, one with the year of the record."""
    dates = [parse_date(text) for text in [*texts.get("date", ()), *texts.get("year", ())]]
    known = [date for date in dates if date is not None]
    month, day = (texts.get(name, [""])[0] for name in ("month", "day"))
    if known and month:
        joined = parse_date(f"{known[0].year} {month} {day}".strip())
        known += [joined] if joined else []
    if not known and (texts.get("date") or texts.get("year")):
        loose = (texts.get("year") or texts["date"])[0]
        joined = parse_date(f"{loose} {' '.join(texts.get('date', ()))}")
        return joined or (loose if any(character.isalnum() for character in loose) else None)
    same = [date for date in known if date.year == known[0].year]
    return max(same, key=lambda date: (date.month is not None, date.day is not None), default=None)


def people(entry: Entry, field: str) -> tuple[Name, ...]:
    """The names that `field` holds."""
    names = entry.fields.get(field)
    return names.names if isinstance(names, Names) else ()


def full_title(entry: Entry, name: str = "title") -> str:
    """Title and subtitle in one, as all formats but BibLaTeX have them."""
    title, subtitle = entry.text(name), entry.text(name.replace("title", "subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def container(entry: Entry) -> str:
    """The title of what the work appeared in."""
    return entry.text("journaltitle") or full_title(entry, "booktitle")


def pages_of(entry: Entry, dash: str = "-") -> str:
    """The pages as text; empty where there are none."""
    pages = entry.fields.get("pages")
    return format_pages(pages, dash) if isinstance(pages, Pages) else entry.text("pages")


def by_type(types: Types) -> dict[tuple[str, str], str]:
    """The way back through a table of types: the first name of a type is the one written."""
    back: dict[tuple[str, str], str] = {}
    for name, kind in types.items():
        back.setdefault(kind, name)
    return back


def type_name(entry: Entry, types: Types, otherwise: str) -> str:
    """What a format calls the type of the entry."""
    back = by_type(types)
    subtype = entry.text("entrysubtype")
    return back.get((entry.type, subtype)) or back.get((entry.type, "")) or otherwise
