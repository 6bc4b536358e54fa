"""The Citation File Format, `CITATION.cff` (version 1.2.0): the software or data set itself, the
work to cite for it (`preferred-citation`), and its `references`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citemgr.formats.fields import Pair, build_entry, full_title, pages_of, people, type_name
from citemgr.formats.table import Parsed
from citemgr.formats.yaml_text import as_text, dump, load
from citemgr.model import CitemgrError, Entry
from citemgr.values import Date, Name, Pages
from citemgr.values.dates import format_edtf

_TYPES = {
    "article": ("article", ""),
    "newspaper-article": ("article", "newspaper"),
    "magazine-article": ("article", "magazine"),
    "book": ("book", ""),
    "conference-paper": ("inproceedings", ""),
    "proceedings": ("proceedings", ""),
    "conference": ("proceedings", ""),
    "encyclopedia": ("inreference", ""),
    "dictionary": ("inreference", ""),
    "thesis": ("thesis", ""),
    "report": ("report", ""),
    "government-document": ("report", ""),
    "website": ("online", ""),
    "blog": ("online", ""),
    "patent": ("patent", ""),
    "statute": ("legislation", ""),
    "legal-case": ("jurisdiction", ""),
    "data": ("dataset", ""),
    "dataset": ("dataset", ""),
    "database": ("dataset", ""),
    "software": ("software", ""),
    "software-code": ("software", ""),
    "film-broadcast": ("movie", ""),
    "video": ("movie", ""),
    "personal-communication": ("letter", ""),
    "manuscript": ("unpublished", ""),
    "unpublished": ("unpublished", ""),
    "generic": ("misc", ""),
}
_FIELDS = {
    "title": "title",
    "journal": "journal",
    "collection-title": "booktitle",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "edition": "edition",
    "start": "firstpage",
    "end": "lastpage",
    "pages": "pagetotal",
    "year": "year",
    "month": "month",
    "date-released": "date",
    "date-published": "date",
    "date-accessed": "urldate",
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "pmcid": "pmcid",
    "url": "url",
    "version": "version",
    "abstract": "abstract",
    "notes": "note",
    "thesis-type": "type",
    "repository-code": "url",
}
# The head of a file that only lists works, for the format wants one.
_LIST = {"title": "References", "authors": [{"name": "Unknown"}]}
_PEOPLE = {"authors": "author", "editors": "editor", "translators": "translator"}


def read(text: str, path: str | None = None) -> Parsed:
    """The work itself first, then the one to cite for it, then its references."""
    data = load(text, path)
    if not isinstance(data, dict):
        raise CitemgrError("is no CITATION.cff", path=path)
    own = {**data, "type": as_text(data.get("type")) or "software"}
    listed = data.get("references")
    items = [data.get("preferred-citation"), *(listed if isinstance(listed, list) else ())]
    if {"title": data.get("title"), "authors": data.get("authors")} != _LIST:
        items.insert(0, own)
    entries = [_entry(item) for item in items if isinstance(item, dict)]
    return Parsed(tuple(entry for entry in entries if entry.fields))


def _entry(item: Mapping[str, Any]) -> Entry:
    type, subtype = _TYPES.get(as_text(item.get("type")), ("misc", ""))
    if type == "book" and item.get("collection-title"):
        type = "incollection"
    return build_entry(type, subtype, as_text(item.get("citation-key")), _pairs(item))


def _pairs(item: Mapping[str, Any]) -> Iterator[Pair]:
    for name, field in _PEOPLE.items():
        for person in item.get(name) or ():
            if isinstance(person, dict) and person != {"name": "Unknown"}:
                yield field, _person(person)
    for name, field in _FIELDS.items():
        yield field, as_text(item.get(name))
    for name, stand_in in (("publisher", "house"), ("institution", "institution")):
        body = item.get(name)
        if isinstance(body, dict):
            yield stand_in, as_text(body.get("name"))
            yield "location", as_text(body.get("city"))
    if isinstance(place := item.get("location"), dict):
        yield "location", as_text(place.get("name"))
    for word in item.get("keywords") or ():
        yield "keywords", as_text(word)
    for identifier in item.get("identifiers") or ():
        if isinstance(identifier, dict) and as_text(identifier.get("type")) in {"doi", "url"}:
            yield as_text(identifier.get("type")), as_text(identifier.get("value"))


def _person(person: Mapping[str, Any]) -> str:
    if body := as_text(person.get("name")):
        return f"{body},"
    particle, family = as_text(person.get("name-particle")), as_text(person.get("family-names"))
    parts = [f"{particle} {family}".strip(), as_text(person.get("given-names"))]
    return ", ".join(filter(None, [*parts, as_text(person.get("name-suffix"))]))


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """A CITATION.cff whose references are the entries; a lone software or data set is the work
    itself."""
    listed = list(entries)
    head: dict[str, Any] = {"cff-version": "1.2.0", "message": "Please cite these works."}
    if len(listed) == 1 and listed[0].type in {"software", "dataset"}:
        item = _item(listed[0])
        kind = "dataset" if listed[0].type == "dataset" else "software"
        yield dump({**head, **item, "type": kind})
        return
    items = [_item(entry) for entry in listed]
    yield dump({**head, **_LIST, "references": items})


def _item(entry: Entry) -> dict[str, Any]:
    # There is no chapter in CFF, but a book in a collection.
    kind = "book" if entry.type == "incollection" else type_name(entry, _TYPES, "generic")
    item: dict[str, Any] = {"type": kind, "title": full_title(entry)}
    for name, field in _PEOPLE.items():
        item[name] = [_written(each) for each in people(entry, field)]
    item["authors"] = item["authors"] or [{"name": "Unknown"}]
    date, accessed = entry.fields.get("date"), entry.fields.get("urldate")
    if isinstance(date, Date):
        item |= {"year": date.year}
        if date.month is not None and date.month <= 12:
            item |= {"month": date.month}
            if date.day is not None:
                item |= {"date-published": format_edtf(date)}
    if isinstance(accessed, Date) and accessed.day is not None:
        item["date-accessed"] = format_edtf(accessed)
    pages = entry.fields.get("pages")
    if isinstance(pages, Pages):
        item |= {"start": pages.ranges[0].first, "end": pages.ranges[0].last or ""}
    else:
        item["start"] = pages_of(entry)
    item["journal"] = entry.text("journaltitle")
    item["collection-title"] = full_title(entry, "booktitle")
    if publisher := entry.text("publisher"):
        city = {"city": entry.text("location")} if entry.text("location") else {}
        item["publisher"] = {"name": publisher, **city}
    elif entry.text("location"):
        item["location"] = {"name": entry.text("location")}
    if institution := entry.text("institution"):
        item["institution"] = {"name": institution}
    done = {*item, "repository-code", "number", "pages", "date-released"}
    item |= {name: entry.text(field) for name, field in _FIELDS.items() if name not in done}
    item["keywords"] = [word for word in entry.text("keywords").split(", ") if word]
    return {name: value for name, value in item.items() if value}


def _written(name: Name) -> dict[str, str]:
    if name.literal:
        return {"name": name.literal}
    parts = {
        "family-names": name.family,
        "given-names": name.given,
        "name-particle": name.prefix,
        "name-suffix": name.suffix,
    }
    return {part: value for part, value in parts.items() if value}
