"""OpenAlex's works, as its API and its snapshot have them (OpenAlex, "Work object")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.json_records import Json, dicts, read_records, text_of
from citemgr.formats.table import Parsed, gathered
from citemgr.model import Entry, Finding

_TYPES = {
    "article": ("article", ""),
    "journal-article": ("article", ""),
    "review": ("article", "review"),
    "letter": ("article", ""),
    "editorial": ("article", ""),
    "erratum": ("article", ""),
    "retraction": ("article", ""),
    "book": ("book", ""),
    "monograph": ("book", ""),
    "edited-book": ("collection", ""),
    "book-chapter": ("incollection", ""),
    "proceedings-article": ("inproceedings", ""),
    "proceedings": ("proceedings", ""),
    "reference-entry": ("inreference", ""),
    "dissertation": ("thesis", ""),
    "report": ("report", ""),
    "standard": ("report", "standard"),
    "preprint": ("online", "preprint"),
    "posted-content": ("online", "preprint"),
    "dataset": ("dataset", ""),
    "software": ("software", ""),
}
# What Crossref calls a work says more than OpenAlex's own word, which makes papers of conferences
# articles.
_TYPE_NAMES = ("type_crossref", "type")
_BIBLIO = {
    "volume": "volume",
    "issue": "number",
    "first_page": "firstpage",
    "last_page": "lastpage",
}
_IDENTIFIERS = {"pmid": "pmid", "pmcid": "pmcid"}
# Words of an abstract that is put together again; a longer one is none.
_MOST_WORDS = 20_000


def read(text: str, path: str | None = None) -> Parsed:
    """The works of one answer, a list of them, or a part of the snapshot."""
    return gathered(stream([text], path))


def stream(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The works of a text that comes in pieces."""
    return read_records(pieces, path, _unwrapped, _entry)


def _unwrapped(data: Json) -> list[Any]:
    results = data.get("results")
    return results if isinstance(results, list) else [data]


def _entry(work: Json) -> Entry:
    names = [text_of(work.get(name)) for name in _TYPE_NAMES]
    type, subtype = next((_TYPES[name] for name in names if name in _TYPES), ("misc", ""))
    return build_entry(type, subtype, "", _pairs(work, type))


def _pairs(work: Json, type: str) -> Iterator[Pair]:
    yield "title", text_of(work.get("title") or work.get("display_name"))
    for each in dicts(work.get("authorships")):
        author = dicts(each.get("author"))
        name = text_of(author[0].get("display_name")) if author else ""
        yield "author", name or text_of(each.get("raw_author_name"))
    dated = text_of(work.get("publication_date"))
    yield "date", dated or text_of(work.get("publication_year"))
    yield "year", text_of(work.get("publication_year"))
    for biblio in dicts(work.get("biblio")):
        for name, field in _BIBLIO.items():
            yield field, text_of(biblio.get(name))
    for place in dicts(work.get("primary_location") or work.get("host_venue")):
        yield from _place(place, type)
    yield "doi", text_of(work.get("doi"))
    for ids in dicts(work.get("ids")):
        for name, field in _IDENTIFIERS.items():
            yield field, text_of(ids.get(name)).rstrip("/").rpartition("/")[2]
        yield "openalex", text_of(ids.get("openalex")).rpartition("/")[2]
    yield "langid", text_of(work.get("language"))
    for word in dicts(work.get("keywords")):
        yield "keywords", text_of(word.get("display_name") or word.get("keyword"))
    yield "abstract", _abstract(work.get("abstract_inverted_index"))


def _place(place: Json, type: str) -> Iterator[Pair]:
    """Where the work was published: `source` of a location, or the older `host_venue` itself."""
    for source in dicts(place.get("source")) or [place]:
        if type != "online" or source.get("type") != "repository":
            yield "container", text_of(source.get("display_name"))
        else:
            yield "organization", text_of(source.get("display_name"))
        numbers = source.get("issn")
        for number in numbers if isinstance(numbers, list) else [numbers]:
            yield "issn", text_of(number)
        if type != "online":
            house = source.get("host_organization_name") or source.get("publisher")
            yield "house", text_of(house)
    yield "url", text_of(place.get("landing_page_url") or place.get("url"))


def _abstract(index: Any) -> str:
    """The words of the abstract in their order; OpenAlex keeps them by word."""
    if not isinstance(index, dict):
        return ""
    placed = [
        (at, str(word))
        for word, places in index.items()
        if isinstance(places, list)
        for at in places
        if isinstance(at, int)
    ]
    return " ".join(word for _, word in sorted(placed)[:_MOST_WORDS])
