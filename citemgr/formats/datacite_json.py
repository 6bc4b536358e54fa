"""DataCite's JSON: answers of its API, records of its public data file, and what its DOIs resolve
to (DataCite Metadata Schema 4.6, in the JSON of the REST API)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.json_records import Json, dicts, read_records, text_of
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding

# `resourceTypeGeneral` -> type.
_TYPES = {
    "JournalArticle": ("article", ""),
    "DataPaper": ("article", ""),
    "PeerReview": ("article", "review"),
    "Journal": ("periodical", ""),
    "Book": ("book", ""),
    "BookChapter": ("incollection", ""),
    "ConferencePaper": ("inproceedings", ""),
    "ConferenceProceeding": ("proceedings", ""),
    "Dissertation": ("thesis", ""),
    "Report": ("report", ""),
    "Standard": ("report", "standard"),
    "Preprint": ("online", "preprint"),
    "Dataset": ("dataset", ""),
    "Collection": ("dataset", ""),
    "Software": ("software", ""),
    "ComputationalNotebook": ("software", ""),
    "Audiovisual": ("movie", ""),
    "Film": ("movie", ""),
    "Sound": ("audio", ""),
    "Image": ("artwork", ""),
    "Presentation": ("unpublished", ""),
}
# A text says what kind it is of in the words of other formats.
_BIBTEX_TYPES = {
    "article": ("article", ""),
    "book": ("book", ""),
    "inbook": ("incollection", ""),
    "inproceedings": ("inproceedings", ""),
    "phdthesis": ("thesis", ""),
    "techreport": ("report", ""),
}
_ROLES = {"Editor": "editor", "Translator": "translator", "Producer": "editora"}
# Members of `container` and of a related item.
_PARTS = {
    "title": "container",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "firstPage": "firstpage",
    "lastPage": "lastpage",
    "edition": "edition",
}
_SERIALS = {"ISSN": "issn", "EISSN": "issn", "ISBN": "isbn"}
_FIELDS = {"language": "langid", "version": "version", "url": "url", "doi": "doi"}
# When the work came out, the surest first.
_DATES = ("Issued", "Available", "Created")


def read(text: str, path: str | None = None) -> Parsed:
    """The records of one answer, a list of them, or JSON Lines."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The records of a text that comes in pieces."""
    return read_records(pieces, path, _unwrapped, _entry)


def _unwrapped(data: Json) -> Iterator[Any]:
    """The attributes of each record under `data`, or the record itself."""
    inner = data.get("data", data)
    for each in inner if isinstance(inner, list) else [inner]:
        attributes = each.get("attributes") if isinstance(each, dict) else None
        yield attributes if isinstance(attributes, dict) else each


def _entry(record: Json) -> Entry:
    type, subtype = _type(record)
    return build_entry(type, subtype, "", _pairs(record))


def _type(record: Json) -> tuple[str, str]:
    types = dicts(record.get("types"))
    general = text_of(types[0].get("resourceTypeGeneral")) if types else ""
    if general in _TYPES:
        return _TYPES[general]
    said = text_of(types[0].get("bibtex")) if types else ""
    return _BIBTEX_TYPES.get(said, ("misc", ""))


def _pairs(record: Json) -> Iterator[Pair]:
    for person in dicts(record.get("creators")):
        yield "author", _person(person)
    for person in dicts(record.get("contributors")):
        kind = text_of(person.get("contributorType"))
        if kind in _ROLES:
            yield _ROLES[kind], _person(person)
        else:
            yield "note", f"{kind}: {text_of(person.get('name'))}"
    yield from _titles(record)
    yield from _dates(record)
    publisher = record.get("publisher")
    yield "house", text_of(publisher.get("name") if isinstance(publisher, dict) else publisher)
    yield from _containers(record)
    for name, field in _FIELDS.items():
        yield field, text_of(record.get(name))
    for each in dicts(record.get("subjects")):
        yield "keywords", text_of(each.get("subject"))
    for each in dicts(record.get("descriptions")):
        kind = text_of(each.get("descriptionType"))
        yield ("abstract" if kind == "Abstract" else "note"), text_of(each.get("description"))
    for each in dicts(record.get("rightsList"))[:1]:
        yield "rights", text_of(each.get("rights"))
    types = dicts(record.get("types"))
    yield "type", text_of(types[0].get("resourceType")) if types else ""


def _person(person: Json) -> str:
    family, given = text_of(person.get("familyName")), text_of(person.get("givenName"))
    name = text_of(person.get("name"))
    if person.get("nameType") == "Organizational" or (not family and "," not in name):
        return f"{name}," if person.get("nameType") == "Organizational" else name
    return f"{family}, {given}" if family and given else name


def _titles(record: Json) -> Iterator[Pair]:
    fields = {"Subtitle": "subtitle", "AlternativeTitle": "titleaddon",
              "TranslatedTitle": "titleaddon"}  # fmt: skip
    for each in dicts(record.get("titles")):
        kind = text_of(each.get("titleType"))
        yield fields.get(kind, "title"), text_of(each.get("title"))


def _dates(record: Json) -> Iterator[Pair]:
    """The most precise date of the year of publication; `publicationYear` is always there."""
    year = text_of(record.get("publicationYear"))
    dates = {text_of(each.get("dateType")): text_of(each.get("date"))
             for each in dicts(record.get("dates"))}  # fmt: skip
    for kind in _DATES:
        date = dates.get(kind, "").partition("T")[0]
        if date and (not year or date.startswith(year)):
            yield "date", date
            break
    yield "year", year


def _containers(record: Json) -> Iterator[Pair]:
    for each in dicts(record.get("container")):
        for name, field in _PARTS.items():
            yield field, text_of(each.get(name))
        yield from _serial(each, "identifierType", "identifier")
    for each in dicts(record.get("relatedItems")):
        if each.get("relationType") == "IsPublishedIn":
            for title in dicts(each.get("titles"))[:1]:
                yield "container", text_of(title.get("title"))
            for name, field in _PARTS.items():
                yield field, text_of(each.get(name))
    for each in dicts(record.get("relatedIdentifiers")):
        if each.get("relationType") in {"IsPartOf", "IsPublishedIn"}:
            yield from _serial(each, "relatedIdentifierType", "relatedIdentifier")


def _serial(each: Json, kind: str, name: str) -> Iterator[Pair]:
    field = _SERIALS.get(text_of(each.get(kind)).upper())
    if field:
        yield field, text_of(each.get(name))
