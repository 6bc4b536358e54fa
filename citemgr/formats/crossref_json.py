"""The records of Crossref's REST API (a `message`, one or many), as saved to a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from citemgr.formats.csl_json import load_json
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.table import Parsed
from citemgr.model import Entry

_TYPES = {
    "journal-article": ("article", ""),
    "book": ("book", ""),
    "monograph": ("book", ""),
    "edited-book": ("collection", ""),
    "reference-book": ("collection", ""),
    "book-chapter": ("incollection", ""),
    "book-section": ("incollection", ""),
    "book-part": ("incollection", ""),
    "reference-entry": ("inreference", ""),
    "proceedings-article": ("inproceedings", ""),
    "proceedings": ("proceedings", ""),
    "dissertation": ("thesis", ""),
    "report": ("report", ""),
    "standard": ("report", "standard"),
    "posted-content": ("online", "preprint"),
    "dataset": ("dataset", ""),
}
_FIELDS = {
    "volume": "volume",
    "issue": "number",
    "page": "pages",
    "article-number": "eid",
    "publisher": "house",
    "publisher-location": "location",
    "edition-number": "edition",
    "DOI": "doi",
    "language": "langid",
}
# Of the dates of a record the first that it has is when the work came out.
_DATES = ("published-print", "published", "issued", "published-online")


def read(text: str, path: str | None = None) -> Parsed:
    """The works of one answer, or of a list of them."""
    data = load_json(text, path)
    found = [_entry(item) for item in _items(data)]
    return Parsed(tuple(entry for entry in found if entry.fields))


def _items(data: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(data, list):
        for each in data:
            yield from _items(each)
    elif isinstance(data, dict):
        message = data.get("message", data)
        listed = message.get("items", [message]) if isinstance(message, dict) else []
        yield from (item for item in listed if isinstance(item, dict))


def _entry(item: Mapping[str, Any]) -> Entry:
    type, subtype = _TYPES.get(str(item.get("type", "")), ("misc", ""))
    return build_entry(type, subtype, "", _pairs(item))


def _pairs(item: Mapping[str, Any]) -> Iterator[Pair]:
    for role in ("author", "editor", "translator"):
        for person in item.get(role) or ():
            if isinstance(person, dict):
                yield role, _person(person)
    yield "title", _first(item.get("title"))
    yield "subtitle", _first(item.get("subtitle"))
    yield "container", _first(item.get("container-title"))
    for kind, field in (("ISSN", "issn"), ("ISBN", "isbn")):
        for number in item.get(kind) or ():
            yield field, str(number).rpartition("/")[2]
    for name, field in _FIELDS.items():
        if isinstance(item.get(name), str):
            yield field, item[name]
    for name in _DATES:
        if date := _date(item.get(name)):
            yield "date", date
            break
    yield "url", str(item.get("URL") or "")


def _first(values: Any) -> str:
    value = values[0] if isinstance(values, list) and values else values
    return " ".join(value.split()) if isinstance(value, str) else ""


def _person(person: Mapping[str, Any]) -> str:
    if name := person.get("name"):
        return f"{name},"
    parts = [str(person.get(part) or "") for part in ("family", "given", "suffix")]
    while parts and not parts[-1]:
        parts.pop()
    return ", ".join(parts)


def _date(date: Any) -> str:
    parts = date.get("date-parts") if isinstance(date, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [part for part in first if isinstance(part, int)]
    return "-".join(f"{part:04d}" if not at else f"{part:02d}" for at, part in enumerate(numbers))
