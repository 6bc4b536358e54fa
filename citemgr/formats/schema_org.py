"""The works that a web page describes in JSON-LD with the words of schema.org (`CreativeWork` and
its kinds)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from citemgr.formats.fields import Pair
from citemgr.formats.json_records import Json, dicts, text_of

_TYPES = {
    "ScholarlyArticle": ("article", ""),
    "MedicalScholarlyArticle": ("article", ""),
    "NewsArticle": ("article", "newspaper"),
    "ReportageNewsArticle": ("article", "newspaper"),
    "OpinionNewsArticle": ("article", "newspaper"),
    "AnalysisNewsArticle": ("article", "newspaper"),
    "Article": ("online", ""),
    "TechArticle": ("online", ""),
    "BlogPosting": ("online", ""),
    "Book": ("book", ""),
    "Chapter": ("incollection", ""),
    "Thesis": ("thesis", ""),
    "Report": ("report", ""),
    "Dataset": ("dataset", ""),
    "SoftwareSourceCode": ("software", ""),
    "SoftwareApplication": ("software", ""),
    "Movie": ("movie", ""),
    "VideoObject": ("movie", ""),
    "PodcastEpisode": ("audio", ""),
    "VisualArtwork": ("artwork", ""),
    "Painting": ("artwork", ""),
    "Legislation": ("legislation", ""),
    "CreativeWork": ("misc", ""),
    "WebPage": ("online", ""),
}
_FIELDS = {
    "alternativeHeadline": "subtitle",
    "alternateName": "titleaddon",
    "pagination": "pages",
    "pageStart": "firstpage",
    "pageEnd": "lastpage",
    "volumeNumber": "volume",
    "issueNumber": "number",
    "issn": "issn",
    "isbn": "isbn",
    "bookEdition": "edition",
    "numberOfPages": "pagetotal",
    "version": "version",
    "softwareVersion": "version",
    "abstract": "abstract",
    "description": "abstract",
}
_ROLES = {"author": "author", "creator": "author", "editor": "editor", "translator": "translator",
          "director": "editora"}  # fmt: skip
# Containers inside containers: an issue in a volume in a periodical.
_DEEPEST = 4
# Objects inside objects that are looked through for works.
_DEEPEST_GRAPH = 6

Described = tuple[tuple[str, str], list[Pair]]


def describe(script: str) -> Iterator[Described]:
    """The type and the fields of each work in a script; none where it is no JSON."""
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return
    for item in _items(data, 0):
        kind = next((_TYPES[name] for name in _kinds(item) if name in _TYPES), None)
        if kind is not None:
            yield kind, list(_pairs(item))


def _items(data: Any, depth: int) -> Iterator[Json]:
    """The objects of a list or a graph, and the main entity of each."""
    if depth > _DEEPEST_GRAPH:
        return
    for each in dicts(data):
        inner = each.get("@graph")
        if inner is not None:
            yield from _items(inner, depth + 1)
        main = each.get("mainEntity")
        if isinstance(main, dict):
            yield from _items(main, depth + 1)
        yield each


def _kinds(item: Json) -> list[str]:
    kinds = item.get("@type")
    return [str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _pairs(item: Json) -> Iterator[Pair]:
    yield "title", text_of(item.get("headline")) or text_of(item.get("name"))
    for role, field in _ROLES.items():
        people = item.get(role)
        for person in people if isinstance(people, list) else [people]:
            yield field, _person(person)
    date = text_of(item.get("datePublished") or item.get("dateCreated"))
    yield "date", date.partition("T")[0]
    for publisher in dicts(item.get("publisher"))[:1]:
        yield "house", text_of(publisher.get("name"))
    for name, field in _FIELDS.items():
        for value in _texts(item.get(name)):
            yield field, value
    yield from _containers(item, 0)
    for value in _texts(item.get("keywords")):
        for word in value.split(","):
            yield "keywords", word.strip()
    for language in dicts(item.get("inLanguage")) or [{"name": item.get("inLanguage")}]:
        yield "langid", text_of(language.get("alternateName") or language.get("name"))
    yield from _identifiers(item)


def _texts(value: Any) -> list[str]:
    return [text_of(each) for each in (value if isinstance(value, list) else [value])]


def _person(person: Any) -> str:
    if not isinstance(person, dict):
        return text_of(person)
    family, given = text_of(person.get("familyName")), text_of(person.get("givenName"))
    if family:
        return f"{family}, {given}" if given else family
    body = "Organization" in str(person.get("@type", ""))
    name = text_of(person.get("name"))
    return f"{name}," if body and name else name


def _containers(item: Json, depth: int) -> Iterator[Pair]:
    """Titles and numbers of what the work is part of, from the inside out."""
    for holder in dicts(item.get("isPartOf")):
        if depth < _DEEPEST and "WebSite" not in _kinds(holder):
            yield "container", text_of(holder.get("name"))
            for name in ("volumeNumber", "issueNumber", "issn", "isbn"):
                for value in _texts(holder.get(name)):
                    yield _FIELDS[name], value
            yield from _containers(holder, depth + 1)


def _identifiers(item: Json) -> Iterator[Pair]:
    said = item.get("identifier")
    for each in said if isinstance(said, list) else [said]:
        value = each.get("value") if isinstance(each, dict) else each
        if "10." in text_of(value):
            yield "doi", text_of(value)
    for value in (*_texts(item.get("sameAs")), text_of(item.get("@id"))):
        if "doi.org/10." in value:
            yield "doi", value
    yield "url", text_of(item.get("url"))
