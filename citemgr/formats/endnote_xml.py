"""EndNote's XML export (RSXML), which Mendeley, Bookends and others write too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import (
    Pair,
    build_entry,
    container,
    full_title,
    pages_of,
    people,
    type_name,
)
from citemgr.formats.table import Parsed
from citemgr.model import Entry
from citemgr.values import Date
from citemgr.values.dates import format_edtf
from citemgr.values.names import format_person

_TYPES = {
    "Journal Article": ("article", ""),
    "Newspaper Article": ("article", "newspaper"),
    "Magazine Article": ("article", "magazine"),
    "Electronic Article": ("article", ""),
    "Book": ("book", ""),
    "Edited Book": ("collection", ""),
    "Electronic Book": ("book", ""),
    "Book Section": ("incollection", ""),
    "Conference Paper": ("inproceedings", ""),
    "Conference Proceedings": ("inproceedings", ""),
    "Encyclopedia": ("inreference", ""),
    "Thesis": ("thesis", ""),
    "Report": ("report", ""),
    "Government Document": ("report", ""),
    "Web Page": ("online", ""),
    "Blog": ("online", ""),
    "Patent": ("patent", ""),
    "Statute": ("legislation", ""),
    "Bill": ("legislation", ""),
    "Case": ("jurisdiction", ""),
    "Dataset": ("dataset", ""),
    "Computer Program": ("software", ""),
    "Film or Broadcast": ("movie", ""),
    "Audiovisual Material": ("movie", ""),
    "Artwork": ("artwork", ""),
    "Personal Communication": ("letter", ""),
    "Manuscript": ("unpublished", ""),
    "Unpublished Work": ("unpublished", ""),
    "Pamphlet": ("booklet", ""),
    "Generic": ("misc", ""),
}
# EndNote's numbers of the types, for writing.
_NUMBERS = {
    "Journal Article": "17",
    "Newspaper Article": "23",
    "Magazine Article": "19",
    "Book": "6",
    "Edited Book": "28",
    "Book Section": "5",
    "Conference Paper": "47",
    "Encyclopedia": "53",
    "Thesis": "32",
    "Report": "27",
    "Web Page": "12",
    "Patent": "25",
    "Statute": "31",
    "Case": "7",
    "Dataset": "59",
    "Computer Program": "9",
    "Film or Broadcast": "21",
    "Artwork": "2",
    "Personal Communication": "26",
    "Unpublished Work": "34",
    "Pamphlet": "24",
    "Generic": "13",
}
_TYPES_BY_NUMBER = {number: _TYPES[kind] for kind, number in _NUMBERS.items()} | {
    "0": ("article", ""),
    "3": ("movie", ""),
    "10": ("inproceedings", ""),
}
# Path of elements -> field or stand-in.
_FIELDS = (
    (("contributors", "authors", "author"), "author"),
    (("contributors", "secondary-authors", "author"), "editor"),
    (("contributors", "subsidiary-authors", "author"), "translator"),
    (("titles", "title"), "title"),
    (("titles", "secondary-title"), "container"),
    (("periodical", "full-title"), "journal"),
    (("titles", "tertiary-title"), "series"),
    (("titles", "short-title"), "shorttitle"),
    (("titles", "alt-title"), "shortjournal"),
    (("pages",), "pages"),
    (("volume",), "volume"),
    (("number",), "number"),
    (("num-vols",), "volumes"),
    (("edition",), "edition"),
    (("section",), "chapter"),
    (("dates", "year"), "year"),
    (("dates", "pub-dates", "date"), "month"),
    (("publisher",), "house"),
    (("pub-location",), "location"),
    (("isbn",), "serial"),
    (("electronic-resource-num",), "doi"),
    (("urls", "web-urls", "url"), "url"),
    (("urls", "related-urls", "url"), "url"),
    (("urls", "pdf-urls", "url"), "file"),
    (("access-date",), "urldate"),
    (("abstract",), "abstract"),
    (("keywords", "keyword"), "keywords"),
    (("notes",), "note"),
    (("research-notes",), "annotation"),
    (("language",), "langid"),
    (("work-type",), "type"),
    (("call-num",), "callnumber"),
    (("accession-num",), "accession"),
    (("remote-database-name",), "database"),
    (("auth-address",), "affiliation"),
    (("custom1",), "endnote-custom1"),
    (("custom2",), "endnote-custom2"),
    (("custom7",), "eid"),
)


def read(text: str, path: str | None = None) -> Parsed:
    """The records of an EndNote XML file."""
    root, damages = xml.parse(text, path)
    entries = [_entry(record) for record in xml.every(root, "record")]
    return Parsed(tuple(entry for entry in entries if entry.fields), tuple(damages))


def _entry(record: xml.Element) -> Entry:
    kinds = xml.children(record, "ref-type")
    label = xml.attribute(kinds[0], "name") if kinds else ""
    number = xml.words(kinds[0]) if kinds else ""
    type, subtype = _TYPES.get(label) or _TYPES_BY_NUMBER.get(number, ("misc", ""))
    return build_entry(type, subtype, xml.text(record, "label"), _pairs(record))


def _pairs(record: xml.Element) -> Iterator[Pair]:
    for path, field in _FIELDS:
        for element in xml.children(record, *path):
            value = xml.words(element)
            if field == "month" and re.search(r"\d{4}", value):
                yield "date", value
            elif field == "keywords":
                for word in value.split(";"):
                    yield field, word
            else:
                yield field, value


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as EndNote XML."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<xml>\n<records>\n'
    for entry in entries:
        yield _record(entry)
    yield "</records>\n</xml>\n"


_PLAIN = (
    ("volume", "volume"),
    ("number", "number"),
    ("num-vols", "volumes"),
    ("edition", "edition"),
    ("section", "chapter"),
    ("pub-location", "location"),
    ("electronic-resource-num", "doi"),
    ("abstract", "abstract"),
    ("notes", "note"),
    ("research-notes", "annotation"),
    ("language", "langid"),
    ("work-type", "type"),
    ("call-num", "callnumber"),
    ("accession-num", "accession"),
    ("remote-database-name", "database"),
    ("auth-address", "affiliation"),
    ("custom1", "endnote-custom1"),
    ("custom2", "endnote-custom2"),
    ("custom7", "eid"),
)


def _record(entry: Entry) -> str:
    kind = type_name(entry, _TYPES, "Generic")
    parts = [xml.tag("ref-type", _NUMBERS.get(kind, "13"), 1, name=kind)]
    roles = (("authors", "author"), ("secondary-authors", "editor"),
             ("subsidiary-authors", "translator"))  # fmt: skip
    groups = [
        xml.group(
            role, "".join(xml.tag("author", format_person(n), 3) for n in people(entry, f)), 2
        )
        for role, f in roles
    ]
    parts.append(xml.group("contributors", "".join(groups), 1))
    titles = (
        ("title", full_title(entry)),
        ("secondary-title", container(entry)),
        ("tertiary-title", entry.text("series")),
        ("short-title", entry.text("shorttitle")),
    )
    parts.append(xml.group("titles", "".join(xml.tag(n, v, 2) for n, v in titles), 1))
    parts.append(xml.tag("pages", pages_of(entry), 1))
    parts.append(_dates(entry))
    parts.append(xml.tag("publisher", entry.text("publisher") or entry.text("institution"), 1))
    parts += [xml.tag("isbn", entry.text(field), 1) for field in ("isbn", "issn")]
    words = entry.text("keywords").split(", ")
    parts.append(xml.group("keywords", "".join(xml.tag("keyword", w, 2) for w in words), 1))
    url = xml.group("related-urls", xml.tag("url", entry.text("url"), 3), 2)
    parts.append(xml.group("urls", url, 1))
    parts += [xml.tag(element, entry.text(field), 1) for element, field in _PLAIN]
    parts.append(xml.tag("label", entry.key, 1))
    return xml.group("record", "".join(parts))


def _dates(entry: Entry) -> str:
    date, accessed = entry.fields.get("date"), entry.fields.get("urldate")
    printed = ""
    if isinstance(date, Date):
        plain = not (date.end or date.circa or date.uncertain)
        printed = xml.tag("year", str(date.year) if plain else format_edtf(date), 2)
        if date.month and plain:
            day = xml.tag("date", format_edtf(date), 3)
            printed += xml.group("pub-dates", day, 2)
    else:
        printed = xml.tag("year", entry.text("date") or entry.text("year"), 2)
    seen = format_edtf(accessed) if isinstance(accessed, Date) else entry.text("urldate")
    return xml.group("dates", printed, 1) + xml.tag("access-date", seen, 1)
