"""Zotero's own JSON: items of its web API and of its exporters (Zotero's schema, version 3)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citemgr.formats.fields import (
    Pair,
    build_entry,
    container,
    full_title,
    pages_of,
    people,
    type_name,
)
from citemgr.formats.json_records import read_records
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding
from citemgr.values import Date, Name
from citemgr.values.dates import format_edtf

TYPES = {
    "journalArticle": ("article", ""),
    "newspaperArticle": ("article", "newspaper"),
    "magazineArticle": ("article", "magazine"),
    "preprint": ("online", "preprint"),
    "book": ("book", ""),
    "bookSection": ("incollection", ""),
    "conferencePaper": ("inproceedings", ""),
    "encyclopediaArticle": ("inreference", ""),
    "dictionaryEntry": ("inreference", ""),
    "thesis": ("thesis", ""),
    "report": ("report", ""),
    "webpage": ("online", ""),
    "blogPost": ("online", ""),
    "forumPost": ("online", ""),
    "patent": ("patent", ""),
    "statute": ("legislation", ""),
    "bill": ("legislation", ""),
    "case": ("jurisdiction", ""),
    "dataset": ("dataset", ""),
    "computerProgram": ("software", ""),
    "film": ("movie", ""),
    "videoRecording": ("movie", ""),
    "audioRecording": ("audio", ""),
    "podcast": ("audio", ""),
    "artwork": ("artwork", ""),
    "letter": ("letter", ""),
    "email": ("letter", ""),
    "interview": ("interview", ""),
    "manuscript": ("unpublished", ""),
    "presentation": ("unpublished", ""),
    "document": ("misc", ""),
}
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
_FIELDS = {
    "title": "title",
    "caseName": "title",
    "nameOfAct": "title",
    "publicationTitle": "container",
    "bookTitle": "container",
    "proceedingsTitle": "container",
    "encyclopediaTitle": "container",
    "websiteTitle": "container",
    "journalAbbreviation": "shortjournal",
    "conferenceName": "eventtitle",
    "series": "series",
    "seriesTitle": "series",
    "volume": "volume",
    "numberOfVolumes": "volumes",
    "issue": "number",
    "reportNumber": "number",
    "patentNumber": "number",
    "seriesNumber": "number",
    "edition": "edition",
    "pages": "pages",
    "numPages": "pagetotal",
    "date": "date",
    "accessDate": "urldate",
    "publisher": "house",
    "university": "institution",
    "institution": "institution",
    "place": "location",
    "section": "chapter",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "url": "url",
    "language": "langid",
    "abstractNote": "abstract",
    "shortTitle": "shorttitle",
    "extra": "note",
    "thesisType": "type",
    "reportType": "type",
    "versionNumber": "version",
    "libraryCatalog": "library",
    "callNumber": "callnumber",
    "rights": "rights",
}
_ROLES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "director": "editora",
    "bookAuthor": "bookauthor",
    "inventor": "author",
    "programmer": "author",
    "artist": "author",
    "interviewee": "author",
    "presenter": "author",
    "podcaster": "author",
}
_CONTAINERS = {
    "bookSection": "bookTitle",
    "conferencePaper": "proceedingsTitle",
    "encyclopediaArticle": "encyclopediaTitle",
    "webpage": "websiteTitle",
}


def read(text: str, path: str | None = None) -> Parsed:
    """The items of an array, of an export with `items`, or of one item; notes and attachments are
    no works."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The items of a text that comes in pieces, one at a time."""
    return read_records(pieces, path, _works, _entry)


def _works(data: Mapping[str, Any]) -> Iterator[Any]:
    """The works of an export with `items`, or the item itself; `data` holds what the web API says
    of one."""
    items = data.get("items", [data])
    for each in items if isinstance(items, list) else []:
        item = each.get("data", each) if isinstance(each, dict) else each
        if not isinstance(item, dict) or item.get("itemType") not in _NO_WORKS:
            yield item


def _entry(item: Mapping[str, Any]) -> Entry:
    type, subtype = TYPES.get(str(item.get("itemType", "")), ("misc", ""))
    key = item.get("citationKey") or item.get("citekey") or item.get("itemID") or ""
    return build_entry(type, subtype, str(key), _pairs(item))


def _pairs(item: Mapping[str, Any]) -> Iterator[Pair]:
    for creator in item.get("creators") or ():
        if isinstance(creator, dict):
            field = _ROLES.get(str(creator.get("creatorType", "")), "editora")
            yield field, _creator(creator)
    for name, field in _FIELDS.items():
        value = item.get(name)
        if isinstance(value, str | int):
            yield field, str(value).partition("T")[0] if field == "urldate" else str(value)
    for tag in item.get("tags") or ():
        yield "keywords", str(tag.get("tag", "") if isinstance(tag, dict) else tag)


def _creator(creator: Mapping[str, Any]) -> str:
    if name := creator.get("name"):
        return f"{name},"
    family, given = creator.get("lastName", ""), creator.get("firstName", "")
    return f"{family}, {given}" if given else f"{family},"


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """A JSON array with one item a line."""
    yield "["
    for at, entry in enumerate(entries):
        yield ("," if at else "") + "\n" + json.dumps(_item(entry), ensure_ascii=False)
    yield "\n]\n"


def _item(entry: Entry) -> dict[str, Any]:
    kind = type_name(entry, TYPES, "document")
    item: dict[str, Any] = {"itemType": kind, "citationKey": entry.key}
    roles = {field: role for role, field in reversed(_ROLES.items())}
    item["creators"] = [
        _written(name, roles[field]) for field in roles for name in people(entry, field)
    ]
    item["title"] = full_title(entry)
    title = container(entry) or (entry.text("organization") if entry.type == "online" else "")
    item[_CONTAINERS.get(kind, "publicationTitle")] = title
    for name in ("date", "urldate"):
        date = entry.fields.get(name)
        wanted = "date" if name == "date" else "accessDate"
        item[wanted] = format_edtf(date) if isinstance(date, Date) else entry.text(name)
    item["pages"] = pages_of(entry)
    done = {"title", "container", "house", "date", "urldate", "pages", "keywords"}
    for name, field in _FIELDS.items():
        if field not in done:
            done.add(field)
            item[name] = entry.text(field)
    item["publisher"] = entry.text("publisher") or entry.text("institution")
    item["tags"] = [{"tag": word} for word in entry.text("keywords").split(", ") if word]
    return {name: value for name, value in item.items() if value}


def _written(name: Name, role: str) -> dict[str, str]:
    if name.literal:
        return {"name": name.literal, "creatorType": role}
    family = f"{name.prefix} {name.family}".strip()
    given = ", ".join(part for part in (name.given, name.suffix) if part)
    return {"firstName": given, "lastName": family, "creatorType": role}
