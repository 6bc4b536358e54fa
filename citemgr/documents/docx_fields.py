"""The citations that reference managers leave in Word's field codes, with the works they carry.

Zotero and Mendeley write CSL-JSON, EndNote XML, Word itself a tag of its own source list
(ECMA-376, part 1, 17.16 and 22.6).
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from citemgr.documents.xml import child, descendants, local, parse_xml, text_of
from citemgr.formats import read_entries
from citemgr.model import CitedKey, CitemgrError, Entry, Locator
from citemgr.values import Name, Names, Value
from citemgr.values.dates import parse_edtf
from citemgr.values.pages import parse_pages

_CSL = re.compile(r"\s*ADDIN\s+(?:ZOTERO_ITEM\s+)?CSL_CITATION\s*(?P<json>\{)", re.DOTALL)
_ENDNOTE = re.compile(r"\s*ADDIN\s+EN\.CITE\b")
_WORD = re.compile(r"\s*CITATION\s+(?P<key>[^\s\\]+)(?P<switches>[^\"]*)")
_WORD_MORE = re.compile(r"\\m\s+(?P<key>[^\s\\]+)")
_WORD_PAGE = re.compile(r'\\p\s+"?(?P<page>[^"\\]+)"?')
_LINK = re.compile(r'\s*HYPERLINK\s+(?:\\[a-z]\s+)*"(?P<url>[^"]+)"')
# CSL's locator terms are Locator's; a manager that names none means a page.
_DEFAULT_LOCATOR = "page"


@dataclass(frozen=True, slots=True)
class Field:
    """What a field code says: the works cited, with their entries, or the address linked to."""

    cited: tuple[CitedKey, ...] = ()
    entries: tuple[Entry, ...] = ()
    url: str = ""


def read_field(code: str, data: str = "") -> Field:
    """The meaning of a field code; `data` is the base64 that EndNote puts beside it."""
    match = _CSL.match(code)
    if match:
        return _csl(code[match.start("json") :])
    if _ENDNOTE.match(code):
        return _endnote(code, data)
    match = _WORD.match(code)
    if match:
        page = _WORD_PAGE.search(match["switches"])
        place = Locator("page", page["page"].strip()) if page else None
        more = (CitedKey(each["key"]) for each in _WORD_MORE.finditer(match["switches"]))
        return Field((CitedKey(match["key"], place), *more))
    match = _LINK.match(code)
    return Field(url=match["url"]) if match else Field()


def _csl(code: str) -> Field:
    try:
        citation, _ = json.JSONDecoder().raw_decode(code)
    except (ValueError, RecursionError):
        return Field()
    items = citation.get("citationItems") if isinstance(citation, dict) else None
    cited: list[CitedKey] = []
    entries: list[Entry] = []
    for item in items if isinstance(items, list) else ():
        if not isinstance(item, dict):
            continue
        data = item.get("itemData")
        entry = _csl_entry(data) if isinstance(data, dict) else None
        key = entry.key if entry else str(item.get("id", ""))
        if entry is not None:
            entries.append(entry)
        if key:
            cited.append(_cited(key, item))
    return Field(tuple(cited), tuple(entries))


def _csl_entry(data: dict[str, Any]) -> Entry | None:
    key = str(data.get("citation-key") or data.get("id") or "")
    try:
        entries = read_entries(json.dumps([{**data, "id": key}]), "csl-json").entries
    except CitemgrError:
        return None
    return entries[0].with_key(key) if entries and key else None


def _cited(key: str, item: Mapping[str, Any]) -> CitedKey:
    value = str(item.get("locator") or "").strip().replace("–", "-")
    term = str(item.get("label") or _DEFAULT_LOCATOR)
    return CitedKey(
        key,
        Locator(term, value) if value else None,
        prefix=str(item.get("prefix") or "").strip(),
        suffix=str(item.get("suffix") or "").strip(),
    )


def _endnote(code: str, data: str) -> Field:
    start = code.find("<EndNote")
    source = code[start:].encode() if start >= 0 else b""
    if not source and data:
        try:
            source = base64.b64decode("".join(data.split()), validate=False)
        except (binascii.Error, ValueError):
            return Field()
        source = source[source.find(b"<EndNote") :].rstrip(b"\0")
    try:
        root = parse_xml(source, "")
    except CitemgrError:
        return Field()
    cited: list[CitedKey] = []
    entries: list[Entry] = []
    for cite in descendants(root, "Cite") if root is not None else ():
        number = text_of(child(cite, "RecNum")) or text_of(child(cite, "Author"))
        record = child(cite, "record")
        key = f"endnote-{number}" if number else ""
        if record is not None and key:
            entries.append(_endnote_entry(record, key))
        pages = text_of(child(cite, "Pages")) or text_of(child(cite, "Suffix")).lstrip(",: ")
        if key:
            place = Locator("page", pages.replace("–", "-")) if pages[:1].isdigit() else None
            prefix, suffix = (text_of(child(cite, name)) for name in ("Prefix", "Suffix"))
            cited.append(CitedKey(key, place, prefix, "" if place else suffix))
    return Field(tuple(cited), tuple(entries))


# EndNote's types of records, and Word's types of sources, as BibLaTeX has them.
_TYPES = {
    "journal article": "article", "newspaper article": "article", "magazine article": "article",
    "book": "book", "edited book": "collection", "book section": "incollection",
    "conference paper": "inproceedings", "conference proceedings": "inproceedings",
    "thesis": "thesis", "report": "report", "web page": "online", "blog": "online",
    "electronic article": "article", "journalarticle": "article", "articleinaperiodical": "article",
    "booksection": "incollection", "conferenceproceedings": "inproceedings",
    "internetsite": "online", "documentfrominternetsite": "online", "film": "movie",
    "patent": "patent", "case": "jurisdiction", "interview": "misc", "misc": "misc",
}  # fmt: skip
_ENDNOTE_FIELDS = {
    "title": ("titles", "title"),
    "container": ("titles", "secondary-title"),
    "journal": ("periodical", "full-title"),
    "volume": ("volume",),
    "number": ("number",),
    "edition": ("edition",),
    "publisher": ("publisher",),
    "location": ("pub-location",),
    "isbn": ("isbn",),
    "doi": ("electronic-resource-num",),
    "url": ("urls", "related-urls", "url"),
    "pages": ("pages",),
    "year": ("dates", "year"),
}


def _endnote_entry(record: etree._Element, key: str) -> Entry:
    kind = child(record, "ref-type")
    name = str(kind.get("name") or "") if kind is not None else ""
    type = _TYPES.get(name.lower(), "misc")
    texts = {name: text_of(child(record, *path)) for name, path in _ENDNOTE_FIELDS.items()}
    people = {
        role: _names(text_of(each) for each in _children(child(record, "contributors", group)))
        for role, group in (("author", "authors"), ("editor", "secondary-authors"))
    }
    return _entry(type, key, texts, people)


_WORD_FIELDS = {
    "title": ("Title",),
    "container": ("BookTitle",),
    "journal": ("JournalName",),
    "volume": ("Volume",),
    "number": ("Issue",),
    "edition": ("Edition",),
    "publisher": ("Publisher",),
    "location": ("City",),
    "isbn": ("StandardNumber",),
    "doi": ("DOI",),
    "url": ("URL",),
    "pages": ("Pages",),
    "year": ("Year",),
}


def word_sources(root: etree._Element | None) -> list[Entry]:
    """The entries of Word's own source list (`b:Sources`)."""
    if root is None or local(root) != "Sources":
        return []
    entries = []
    for source in descendants(root, "Source"):
        key = text_of(child(source, "Tag"))
        type = _TYPES.get(text_of(child(source, "SourceType")).lower(), "misc")
        texts = {name: text_of(child(source, *path)) for name, path in _WORD_FIELDS.items()}
        if not texts["container"]:
            texts["container"] = text_of(child(source, "ConferenceName")) or text_of(
                child(source, "PeriodicalTitle")
            )
        people = {
            role: _word_names(child(source, "Author", group))
            for role, group in (("author", "Author"), ("editor", "Editor"))
        }
        if key:
            entries.append(_entry(type, key, texts, people))
    return entries


def _word_names(group: etree._Element | None) -> Names | None:
    if group is None:
        return None
    body = text_of(child(group, "Corporate"))
    if body:
        return Names((Name(literal=body),))
    people = [
        Name(
            family=text_of(child(person, "Last")),
            given=" ".join(
                filter(None, (text_of(child(person, "First")), text_of(child(person, "Middle"))))
            ),
        )
        for person in descendants(group, "Person")
    ]
    return Names(tuple(people)) if people else None


def _entry(
    type: str, key: str, texts: Mapping[str, str], people: Mapping[str, Names | None]
) -> Entry:
    """An entry from fields that are named alike in both formats."""
    fields: dict[str, Value] = {role: names for role, names in people.items() if names}
    journal = texts["journal"] or (texts["container"] if type == "article" else "")
    if journal:
        fields["journaltitle"] = journal
    elif texts["container"]:
        fields["booktitle"] = texts["container"]
    for name in ("title", "volume", "number", "edition", "publisher", "location", "isbn", "url"):
        if texts[name]:
            fields[name] = texts[name]
    if texts["doi"]:
        fields["doi"] = texts["doi"].removeprefix("https://doi.org/")
    pages = parse_pages(texts["pages"])
    if pages:
        fields["pages"] = pages
    if texts["year"]:
        fields["date"] = parse_edtf(texts["year"]) or texts["year"]
    return Entry(type, key, fields)


def _children(element: etree._Element | None) -> Iterable[etree._Element]:
    return element if element is not None else ()


def _names(texts: Iterable[str]) -> Names | None:
    """Names as EndNote has them: "Family, Given", or a body that ends in a comma."""
    names = []
    for text in texts:
        family, comma, given = text.partition(",")
        if comma and not given.strip():
            names.append(Name(literal=family))
        elif comma:
            names.append(Name(family=family.strip(), given=given.strip()))
        elif text:
            *first, last = text.split()
            names.append(Name(family=last, given=" ".join(first)))
    return Names(tuple(names)) if names else None
