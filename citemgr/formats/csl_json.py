"""CSL-JSON, the input of citation processors (CSL 1.0.2 specification and its JSON schema)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citemgr.formats.json_values import json_values
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed, gathered
from citemgr.model import CitemgrError, Entry, Finding
from citemgr.values import Date, Name, Names, Pages, Value
from citemgr.values.pages import format_pages, parse_pages

Json = dict[str, Any]

# BibLaTeX type (and subtype) -> CSL type. The first line of a CSL type is the way back.
_TYPES: tuple[tuple[str, str, str], ...] = (
    ("article", "newspaper", "article-newspaper"),
    ("article", "magazine", "article-magazine"),
    ("article", "", "article-journal"),
    ("book", "", "book"),
    ("collection", "", "book"),
    ("mvbook", "", "book"),
    ("incollection", "", "chapter"),
    ("inbook", "", "chapter"),
    ("inproceedings", "", "paper-conference"),
    ("proceedings", "", "book"),
    ("inreference", "", "entry-encyclopedia"),
    ("thesis", "", "thesis"),
    ("report", "", "report"),
    ("online", "", "webpage"),
    ("patent", "", "patent"),
    ("legislation", "", "legislation"),
    ("jurisdiction", "", "legal_case"),
    ("dataset", "", "dataset"),
    ("software", "", "software"),
    ("movie", "", "motion_picture"),
    ("video", "", "motion_picture"),
    ("audio", "", "song"),
    ("music", "", "song"),
    ("artwork", "", "graphic"),
    ("image", "", "graphic"),
    ("performance", "", "performance"),
    ("periodical", "", "periodical"),
    ("booklet", "", "pamphlet"),
    ("manual", "", "book"),
    ("reference", "", "book"),
    ("mvcollection", "", "book"),
    ("mvreference", "", "book"),
    ("mvproceedings", "", "book"),
    ("bookinbook", "", "chapter"),
    ("suppbook", "", "chapter"),
    ("suppcollection", "", "chapter"),
    ("suppperiodical", "", "article-journal"),
    ("review", "", "review"),
    ("letter", "", "personal_communication"),
    ("interview", "", "interview"),
    ("unpublished", "", "manuscript"),
    ("misc", "", "document"),
)
_TO_CSL = {(type, subtype): csl for type, subtype, csl in _TYPES}
_FROM_CSL = {csl: (type, subtype) for type, subtype, csl in reversed(_TYPES)} | {
    "post-weblog": ("online", ""),
    "post": ("online", ""),
    "article": ("article", ""),
    "entry-dictionary": ("inreference", ""),
    "entry": ("inreference", ""),
    "bill": ("legislation", ""),
    "broadcast": ("movie", ""),
    "speech": ("unpublished", ""),
}
# BibLaTeX field -> CSL variable, for text that is the same in both.
_TEXT = {
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "organization": "container-title",
    "shortjournal": "container-title-short",
    "series": "collection-title",
    "volume": "volume",
    "number": "issue",
    "edition": "edition",
    "chapter": "chapter-number",
    "pagetotal": "number-of-pages",
    "publisher": "publisher",
    "institution": "publisher",
    "location": "publisher-place",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "url": "URL",
    "pmid": "PMID",
    "type": "genre",
    "note": "note",
    "abstract": "abstract",
    "keywords": "keyword",
    "howpublished": "medium",
    "version": "version",
    "eventtitle": "event-title",
}
_NAMES = {"author": "author", "editor": "editor", "translator": "translator", "editora": "director"}
_DATES = {
    "date": "issued",
    "urldate": "accessed",
    "origdate": "original-date",
    "eventdate": "event-date",
}
# Types whose `number` is the number of the thing, not of an issue.
_NUMBERED = frozenset({"report", "patent", "legislation", "book", "incollection", "inproceedings"})
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "ngerman": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "russian": "ru",
    "ukrainian": "uk",
    "polish": "pl",
    "swedish": "sv",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "greek": "el",
    "lithuanian": "lt",
}
# Particles that the family name is sorted without, in German and French.
_DROPPING = frozenset({"von", "zu", "de", "d’", "d'"})
_LANGIDS = {code: name for name, code in reversed(_LANGUAGES.items())}
_THESES = {"phdthesis": "PhD thesis", "mathesis": "Master’s thesis"}


def to_csl(entry: Entry) -> Json:
    """The entry as a CSL-JSON item."""
    item: Json = {"id": entry.key, "type": _csl_type(entry)}
    for name, variable in _NAMES.items():
        names = entry.fields.get(name)
        if isinstance(names, Names):
            item[variable] = [_csl_name(each) for each in names.names]
    title = _joined(entry, "title")
    if title:
        item["title"] = title
    for name, value in entry.fields.items():
        variable = _TEXT.get(name, "")
        if not isinstance(value, str) or not variable or variable in item:
            continue
        if variable == "issue" and entry.type in _NUMBERED:
            variable = "collection-number" if "series" in entry.fields else "number"
        item[variable] = _THESES.get(value, value) if name == "type" else value
    if isinstance(entry.fields.get("booktitle"), str) and entry.text("booksubtitle"):
        item["container-title"] = _joined(entry, "booktitle")
    if isinstance(pages := entry.fields.get("pages"), Pages):
        item["page"] = format_pages(pages, dash="-")
    for name, variable in _DATES.items():
        date = entry.fields.get(name)
        if isinstance(date, Date):
            item[variable] = _csl_date(date)
        elif isinstance(date, str):
            item[variable] = {"literal": date}
    if entry.text("eprinttype") == "arxiv" and "number" not in item:
        item["number"] = f"arXiv:{entry.text('eprint')}"
    if langid := entry.text("langid"):
        item["language"] = _LANGUAGES.get(langid, langid)
    return item


def _csl_type(entry: Entry) -> str:
    subtype = entry.text("entrysubtype")
    return _TO_CSL.get((entry.type, subtype)) or _TO_CSL.get((entry.type, "")) or "document"


def _csl_name(name: Name) -> Json:
    if name.literal:
        return {"literal": name.literal}
    dropped = name.prefix in _DROPPING if name.dropped is None else name.dropped
    particle = "dropping-particle" if dropped else "non-dropping-particle"
    parts = {
        "family": name.family,
        "given": name.given,
        particle: name.prefix,
        "suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}


def _csl_date(date: Date) -> Json:
    season = date.month - 20 if date.month is not None and date.month > 12 else None
    parts = [_date_parts(date)]
    if date.end is not None:
        parts.append(_date_parts(date.end))
    item: Json = {"date-parts": parts}
    if season is not None:
        item["season"] = season
    if date.circa or date.uncertain:
        item["circa"] = True
    return item


def _date_parts(date: Date) -> list[int]:
    month = date.month if date.month is not None and date.month <= 12 else None
    return [part for part in (date.year, month, date.day if month else None) if part is not None]


def _joined(entry: Entry, name: str) -> str:
    title, subtitle = entry.text(name), entry.text(name.replace("title", "subtitle"))
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def from_csl(item: Mapping[str, Any]) -> Entry:
    """The entry that a CSL-JSON item describes."""
    type, subtype = _FROM_CSL.get(str(item.get("type", "")), ("misc", ""))
    fields: dict[str, Value] = {}
    if subtype:
        fields["entrysubtype"] = subtype
    for name, variable in _NAMES.items():
        if isinstance(people := item.get(variable), list):
            fields[name] = Names(tuple(_name(each) for each in people if isinstance(each, dict)))
    title, _, subtitle = str(item.get("title", "")).partition(": ")
    if title:
        fields["title"] = title
    if subtitle:
        fields["subtitle"] = subtitle
    fields |= _text_fields(item, type)
    if item.get("page") and (pages := parse_pages(str(item["page"]))):
        fields["pages"] = pages
    for name, variable in _DATES.items():
        if isinstance(item.get(variable), dict) and (date := _date(item[variable])):
            fields[name] = date
    language = str(item.get("language", "")).partition("-")[0]
    if language:
        fields["langid"] = _LANGIDS.get(language, language)
    return Entry(type, str(item.get("id", "")), fields)


_CONTAINERS = {"article": "journaltitle", "online": "organization"}


def _text_fields(item: Mapping[str, Any], type: str) -> dict[str, Value]:
    fields: dict[str, Value] = {}
    chosen: dict[str, str] = {}
    for name, variable in _TEXT.items():
        chosen.setdefault(variable, name)
    chosen["container-title"] = _CONTAINERS.get(type, "booktitle")
    chosen["publisher"] = "institution" if type in {"thesis", "report"} else "publisher"
    chosen["journalAbbreviation"] = "shortjournal"
    chosen["number"] = "number"
    chosen["collection-number"] = "number"
    for variable, name in chosen.items():
        value = item.get(variable)
        if isinstance(value, str | int) and str(value).strip():
            fields.setdefault(name, str(value).strip())
    return fields


def _name(item: Mapping[str, Any]) -> Name:
    parts = {part: str(value or "").strip() for part, value in item.items()}
    kept, dropped = parts.get("non-dropping-particle", ""), parts.get("dropping-particle", "")
    return Name(
        parts.get("family", ""),
        parts.get("given", ""),
        kept or dropped,
        parts.get("suffix", ""),
        parts.get("literal", ""),
        dropped=not kept if kept or dropped else None,
    )


def _date(item: Mapping[str, Any]) -> Date | str | None:
    parts = item.get("date-parts")
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list) or not parts[0]:
        return str(item.get("literal") or item.get("raw") or "") or None
    dates = [_from_parts(part) for part in parts if isinstance(part, list)]
    first = dates[0]
    if first is None:
        return None
    end = dates[1] if len(dates) > 1 else None
    season = item.get("season")
    month = first.month
    if month is None and str(season).isdecimal():
        month = int(str(season)) + 20
    return Date(first.year, month, first.day, end, circa=bool(item.get("circa")))


def _from_parts(parts: list[Any]) -> Date | None:
    numbers = [int(part) for part in parts if str(part).lstrip("-").isdecimal()]
    year, month, day = (*numbers, None, None, None)[:3]
    return None if year is None else Date(year, month, day)


def read(text: str, path: str | None = None) -> Parsed:
    """The entries of a JSON array of items, of one item, or of JSON Lines."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The entries of a text that comes in pieces, one at a time."""
    found = strange = False
    for value in json_values(pieces, path):
        if isinstance(value, Finding):
            yield value
            continue
        if not isinstance(value[1], dict | list):
            strange = True
            yield broken_record("is no CSL-JSON item", path, value[0])
        for item in _items(value[1]):
            found = True
            yield from_csl(item)
    if strange and not found:
        raise CitemgrError("holds no CSL-JSON items", path=path)


def _items(value: Any) -> Iterator[Mapping[str, Any]]:
    """The value itself, or those in its list `items`."""
    wrapped = value.get("items", [value]) if isinstance(value, dict) else value
    items = wrapped if isinstance(wrapped, list) else []
    return (item for item in items if isinstance(item, dict))


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """A JSON array with one item a line."""
    yield "["
    for at, entry in enumerate(entries):
        yield ("," if at else "") + "\n" + json.dumps(to_csl(entry), ensure_ascii=False)
    yield "\n]\n"
