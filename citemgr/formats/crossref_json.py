"""The records of Crossref's REST API (a `message`, one or many), as saved to a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.json_records import read_records
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding

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
    """The works of one answer, of a list of them, or of JSON Lines."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The works of a text that comes in pieces, one at a time."""
    return read_records(pieces, path, _unwrapped, _entry)


def _unwrapped(answer: Mapping[str, Any]) -> list[Any]:
    """The works in the `message` of an answer, or in a file of `items`; else the work itself."""
    message = answer.get("message", answer)
    items = message.get("items", [message]) if isinstance(message, dict) else []
    return items if isinstance(items, list) else []


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
