"""Hayagriva, the YAML of Typst (its file format's documentation): a mapping of keys to entries, in
which what a work appeared in is its `parent`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from citemgr.formats.fields import Pair, build_entry, container, full_title, pages_of, people
from citemgr.formats.table import Parsed
from citemgr.formats.yaml_text import as_text, dump, load
from citemgr.model import CitemgrError, Entry
from citemgr.values import Date
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_person

# Type and type of the parent -> type of BibLaTeX and subtype; the first line of a pair is written.
_TYPES = {
    ("article", "newspaper"): ("article", "newspaper"),
    ("article", "periodical"): ("article", ""),
    ("article", "proceedings"): ("inproceedings", ""),
    ("article", "conference"): ("inproceedings", ""),
    ("article", "blog"): ("online", ""),
    ("article", ""): ("article", ""),
    ("chapter", "book"): ("incollection", ""),
    ("chapter", "anthology"): ("incollection", ""),
    ("anthos", "anthology"): ("incollection", ""),
    ("entry", "reference"): ("inreference", ""),
    ("chapter", ""): ("incollection", ""),
    ("anthos", ""): ("incollection", ""),
    ("entry", ""): ("inreference", ""),
    ("book", ""): ("book", ""),
    ("anthology", ""): ("collection", ""),
    ("proceedings", ""): ("proceedings", ""),
    ("thesis", ""): ("thesis", ""),
    ("report", ""): ("report", ""),
    ("web", ""): ("online", ""),
    ("post", ""): ("online", ""),
    ("patent", ""): ("patent", ""),
    ("legislation", ""): ("legislation", ""),
    ("case", ""): ("jurisdiction", ""),
    ("repository", ""): ("software", ""),
    ("video", ""): ("movie", ""),
    ("audio", ""): ("audio", ""),
    ("artwork", ""): ("artwork", ""),
    ("manuscript", ""): ("unpublished", ""),
    ("misc", ""): ("misc", ""),
}
_FIELDS = {
    "title": "title",
    "date": "date",
    "volume": "volume",
    "issue": "number",
    "edition": "edition",
    "page-range": "pages",
    "page-total": "pagetotal",
    "volume-total": "volumes",
    "chapter": "chapter",
    "location": "location",
    "organization": "institution",
    "language": "langid",
    "note": "note",
    "abstract": "abstract",
    "genre": "type",
    "archive": "library",
    "call-number": "callnumber",
}
_SERIALS = {"doi": "doi", "isbn": "isbn", "issn": "issn", "pmid": "pmid", "arxiv": "eprint"}


def read(text: str, path: str | None = None) -> Parsed:
    """The entries of a Hayagriva file, in order."""
    data = load(text, path)
    if not isinstance(data, dict):
        raise CitemgrError("is no mapping of keys to entries", path=path)
    found = {str(key): item for key, item in data.items() if isinstance(item, dict)}
    return Parsed(tuple(_entry(key, item) for key, item in found.items()))


def _entry(key: str, item: Mapping[str, Any]) -> Entry:
    parent = item.get("parent")
    parents = [each for each in (parent if isinstance(parent, list) else [parent])
               if isinstance(each, dict)]  # fmt: skip
    own, above = _type(item), _type(parents[0]) if parents else ""
    type, subtype = _TYPES.get((own, above)) or _TYPES.get((own, ""), ("misc", ""))
    pairs = list(_pairs(item))
    given = {field for field, value in pairs if value}
    for each in parents:
        pairs += [("container", _value(each.get("title")))]
        pairs += [("editor", name) for name in _people(each.get("editor"))]
        pairs += [pair for pair in _pairs(each) if pair[0] not in {*given, "title", "author"}]
    entry = build_entry(type, subtype, "", pairs)
    return entry.with_key(key)


def _type(item: Mapping[str, Any]) -> str:
    return as_text(item.get("type")).lower()


def _pairs(item: Mapping[str, Any]) -> Iterator[Pair]:
    for field in ("author", "editor", "translator"):
        for name in _people(item.get(field)):
            yield field, name
    for affiliated in item.get("affiliated") or ():
        if isinstance(affiliated, dict) and as_text(affiliated.get("role")) == "translator":
            for name in _people(affiliated.get("names")):
                yield "translator", name
    for name, field in _FIELDS.items():
        yield field, _value(item.get(name))
    publisher = item.get("publisher")
    yield "house", _value(publisher.get("name") if isinstance(publisher, dict) else publisher)
    if isinstance(publisher, dict):
        yield "location", _value(publisher.get("location"))
    url = item.get("url")
    yield "url", _value(url)
    if isinstance(url, dict):
        yield "urldate", _value(url.get("date"))
    serials = item.get("serial-number")
    if isinstance(serials, dict):
        for name, value in serials.items():
            yield _SERIALS.get(str(name), "number"), _value(value)
    else:
        yield "number", _value(serials)


def _value(value: Any) -> str:
    return as_text(value.get("value") if isinstance(value, dict) else value)


def _people(people: Any) -> Iterator[str]:
    for person in people if isinstance(people, list) else [people]:
        if isinstance(person, dict):
            family = f"{as_text(person.get('prefix'))} {as_text(person.get('name'))}".strip()
            parts = [family, as_text(person.get("given-name")), as_text(person.get("suffix"))]
            while parts and not parts[-1]:
                parts.pop()
            yield ", ".join(parts)
        else:
            yield as_text(person)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as a Hayagriva file."""
    for at, entry in enumerate(entries, 1):
        yield dump({entry.key or f"entry{at}": _item(entry)})


def _item(entry: Entry) -> dict[str, Any]:
    kinds = {kind: names for names, kind in reversed(_TYPES.items())}
    subtype = entry.text("entrysubtype")
    own, above = kinds.get((entry.type, subtype)) or kinds.get((entry.type, ""), ("misc", ""))
    item: dict[str, Any] = {"type": own, "title": full_title(entry)}
    for field in ("author", "editor", "translator"):
        names = [format_person(name).removesuffix(",") for name in people(entry, field)]
        if names and field == "translator":
            item["affiliated"] = [{"role": "translator", "names": names}]
        elif names:
            item[field] = names
    for name, field in _FIELDS.items():
        value = entry.fields.get(field)
        if isinstance(value, Date):
            item[name] = format_edtf(value)
        elif isinstance(value, str) and value and name != "title":
            item[name] = value
    item["page-range"] = pages_of(entry)
    item["publisher"] = entry.text("publisher")
    accessed = entry.fields.get("urldate")
    if isinstance(accessed, Date) and entry.text("url"):
        item["url"] = {"value": entry.text("url"), "date": format_edtf(accessed)}
    else:
        item["url"] = entry.text("url")
    item["serial-number"] = {
        name: entry.text(field) for name, field in _SERIALS.items() if entry.text(field)
    }
    if title := container(entry):
        item["parent"] = {"type": above or "periodical", "title": title}
    return {name: value for name, value in item.items() if value}
