"""The citations that reference managers leave in Word's field codes, with the works they carry.

Zotero and Mendeley write CSL-JSON, EndNote XML, Word itself a tag of its own source list
(ECMA-376, part 1, 17.16 and 22.6).
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from citemgr.documents.xml import child, descendants, local, parse_xml, text_of
from citemgr.formats import read_entries
from citemgr.model import CitedKey, CitemgrError, Entry, Locator

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
    entries = _entries(json.dumps([{**data, "id": key}]), "csl-json")
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
        entry = _endnote_entry(record, key) if record is not None and key else None
        if entry is not None:
            entries.append(entry)
        pages = text_of(child(cite, "Pages")) or text_of(child(cite, "Suffix")).lstrip(",: ")
        if key:
            place = Locator("page", pages.replace("–", "-")) if pages[:1].isdigit() else None
            prefix, suffix = (text_of(child(cite, name)) for name in ("Prefix", "Suffix"))
            cited.append(CitedKey(key, place, prefix, "" if place else suffix))
    return Field(tuple(cited), tuple(entries))


def _endnote_entry(record: etree._Element, key: str) -> Entry | None:
    source = f"<xml><records>{_source_of(record)}</records></xml>"
    entries = _entries(source, "endnote-xml")
    return entries[0].with_key(key) if entries else None


def word_sources(root: etree._Element | None) -> list[Entry]:
    """The entries of Word's own source list (`b:Sources`), keyed by their tags."""
    if root is None or local(root) != "Sources":
        return []
    return [entry for entry in _entries(_source_of(root), "word-xml") if entry.key]


def _source_of(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode", with_tail=False)


def _entries(source: str, format: str) -> list[Entry]:
    try:
        return list(read_entries(source, format).entries)
    except CitemgrError:
        return []
