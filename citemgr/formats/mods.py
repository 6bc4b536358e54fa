"""MODS, the Library of Congress's schema (version 3.8): what a work is in `titleInfo`, `name` and
`originInfo`, what it appeared in under `relatedItem type="host"`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry, full_title, pages_of, people, type_name
from citemgr.formats.table import Parsed
from citemgr.model import Entry
from citemgr.values import Date, Name, Pages
from citemgr.values.dates import format_edtf

_GENRES = {
    "article": ("article", ""),
    "journal article": ("article", ""),
    "newspaper article": ("article", "newspaper"),
    "magazine article": ("article", "magazine"),
    "review": ("article", "review"),
    "book": ("book", ""),
    "collection": ("collection", ""),
    "book chapter": ("incollection", ""),
    "chapter": ("incollection", ""),
    "conference paper": ("inproceedings", ""),
    "conference publication": ("inproceedings", ""),
    "conference proceedings": ("proceedings", ""),
    "encyclopedia entry": ("inreference", ""),
    "thesis": ("thesis", ""),
    "dissertation": ("thesis", ""),
    "report": ("report", ""),
    "technical report": ("report", ""),
    "web page": ("online", ""),
    "web site": ("online", ""),
    "patent": ("patent", ""),
    "legislation": ("legislation", ""),
    "legal case and case notes": ("jurisdiction", ""),
    "dataset": ("dataset", ""),
    "software": ("software", ""),
    "motion picture": ("movie", ""),
    "letter": ("letter", ""),
    "unpublished": ("unpublished", ""),
    "miscellaneous": ("misc", ""),
}
_ROLES = {
    "aut": "author",
    "author": "author",
    "cre": "author",
    "creator": "author",
    "edt": "editor",
    "editor": "editor",
    "trl": "translator",
    "translator": "translator",
    "drt": "editora",
    "director": "editora",
}
_CODES = {"author": "aut", "editor": "edt", "translator": "trl", "editora": "drt"}
_IDENTIFIERS = {"doi": "doi", "isbn": "isbn", "issn": "issn", "pmid": "pmid", "uri": "url"}
_DATES = ("dateIssued", "copyrightDate", "dateCreated")


def read(text: str, path: str | None = None) -> Parsed:
    """The records of a MODS file."""
    root, damages = xml.parse(text, path)
    found = list(xml.every(root, "mods"))
    entries = [_entry(record) for record in found or [root]]
    return Parsed(tuple(entry for entry in entries if entry.fields), tuple(damages))


def _entry(record: xml.Element) -> Entry:
    hosts = [each for each in xml.children(record, "relatedItem")
             if xml.attribute(each, "type") == "host"]  # fmt: skip
    host = hosts[0] if hosts else None
    type, subtype = _type(record, host)
    return build_entry(type, subtype, _key(record), _pairs(record, host))


def _type(record: xml.Element, host: xml.Element | None) -> tuple[str, str]:
    for genre in [*xml.children(record, "genre"), *xml.children(host, "genre")]:
        if kind := _GENRES.get(xml.words(genre).lower()):
            if kind == ("book", "") and host is not None:
                return "incollection", ""
            return kind
    issued = [xml.words(each) for each in xml.every(record, "issuance")]
    if host is not None:
        serial = "continuing" in issued or bool(xml.children(host, "part"))
        return ("article" if serial else "incollection"), ""
    return ("book" if "monographic" in issued else "misc"), ""


def _key(record: xml.Element) -> str:
    for identifier in xml.children(record, "identifier"):
        if xml.attribute(identifier, "type") == "citekey":
            return xml.words(identifier)
    return xml.attribute(record, "ID")


def _pairs(record: xml.Element, host: xml.Element | None) -> Iterator[Pair]:
    yield "title", _title(record)
    yield "container", _title(host)
    yield "shortjournal", _title(host, "abbreviated")
    yield from _names(record, "author")
    for other in xml.children(record, "relatedItem"):
        if xml.attribute(other, "type") == "series":
            yield "series", _title(other)
    for holder in (record, host):
        if holder is None:
            continue
        if holder is host:
            yield from _names(holder, "editor")
        yield from _origin(holder)
        yield from _identifiers(holder)
        for part in xml.children(holder, "part"):
            yield from _part(part)
    yield from _rest(record)


def _rest(record: xml.Element) -> Iterator[Pair]:
    for element, field in (("abstract", "abstract"), ("note", "note")):
        for each in xml.children(record, element):
            yield field, xml.words(each)
    for topic in xml.children(record, "subject", "topic"):
        yield "keywords", xml.words(topic)
    for language in xml.children(record, "language"):
        terms = [xml.words(term) for term in xml.children(language, "languageTerm")]
        yield "langid", (terms or [xml.words(language)])[0]
    for total in xml.children(record, "physicalDescription", "extent", "total"):
        yield "pagetotal", xml.words(total)
    for url in xml.children(record, "location", "url"):
        yield "url", xml.words(url)
        yield "urldate", xml.attribute(url, "dateLastAccessed")


def _title(holder: xml.Element | None, kind: str = "") -> str:
    """The chief title, or that of a kind, with its article before and its subtitle behind it."""
    titles = xml.children(holder, "titleInfo")
    chief = [each for each in titles if xml.attribute(each, "type") == kind]
    chief = chief or ([] if kind else titles)
    if not chief:
        return ""
    article, title, sub = (xml.text(chief[0], part) for part in ("nonSort", "title", "subTitle"))
    whole = f"{article} {title}".strip()
    return f"{whole}: {sub}" if whole and sub else whole or sub


def _names(holder: xml.Element, otherwise: str) -> Iterator[Pair]:
    for each in xml.children(holder, "name"):
        roles = [xml.words(role).lower() for role in xml.every(each, "roleTerm", "role")]
        field = next((_ROLES[role] for role in roles if role in _ROLES), "" if roles else otherwise)
        parts: dict[str, list[str]] = {}
        for part in xml.children(each, "namePart"):
            parts.setdefault(xml.attribute(part, "type"), []).append(xml.words(part))
        if not field:
            continue
        if xml.attribute(each, "type") in {"corporate", "conference"}:
            yield field, " ".join(parts.get("", [])) + ","
        elif "family" in parts or "given" in parts:
            given, suffix = (
                " ".join(parts.get("given", [])),
                " ".join(parts.get("termsOfAddress", [])),
            )
            family = " ".join(parts.get("family", []))
            yield field, ", ".join(filter(None, [family, given, suffix]))
        else:
            yield field, " ".join(parts.get("", []))


def _origin(holder: xml.Element) -> Iterator[Pair]:
    for origin in xml.children(holder, "originInfo"):
        yield "house", xml.text(origin, "publisher")
        yield "edition", xml.text(origin, "edition")
        places = xml.children(origin, "place", "placeTerm")
        for place in places:
            if xml.attribute(place, "type") != "code":
                yield "location", xml.words(place)
        dates = [date for kind in _DATES for date in xml.children(origin, kind)]
        key = [date for date in dates if xml.attribute(date, "keyDate")]
        for date in (key or dates)[:1]:
            yield "date", xml.words(date)


def _identifiers(holder: xml.Element) -> Iterator[Pair]:
    for identifier in xml.children(holder, "identifier"):
        if field := _IDENTIFIERS.get(xml.attribute(identifier, "type").lower()):
            yield field, xml.words(identifier)


def _part(part: xml.Element) -> Iterator[Pair]:
    for detail in xml.children(part, "detail"):
        kind = xml.attribute(detail, "type")
        field = {"volume": "volume", "issue": "number", "number": "number", "page": "pages",
                 "chapter": "chapter"}.get(kind)  # fmt: skip
        if field:
            yield field, xml.text(detail, "number") or xml.text(detail, "caption")
    for extent in xml.children(part, "extent"):
        yield "firstpage", xml.text(extent, "start")
        yield "lastpage", xml.text(extent, "end")
        yield "pages", xml.text(extent, "list")
        yield "pagetotal", xml.text(extent, "total")
    for date in xml.children(part, "date"):
        yield "date", xml.words(date)


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as a MODS collection."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<modsCollection xmlns="http://www.loc.gov/mods/v3">\n'
    for entry in entries:
        yield _record(entry)
    yield "</modsCollection>\n"


def _record(entry: Entry) -> str:
    date, accessed = entry.fields.get("date"), entry.fields.get("urldate")
    printed = format_edtf(date) if isinstance(date, Date) else entry.text("date")
    origin = (
        xml.tag("publisher", entry.text("publisher") or entry.text("institution"), 2)
        + xml.group("place", xml.tag("placeTerm", entry.text("location"), 3, type="text"), 2)
        + xml.tag("dateIssued", printed or entry.text("year"), 2)
        + xml.tag("edition", entry.text("edition"), 2)
    )
    seen = {"dateLastAccessed": format_edtf(accessed)} if isinstance(accessed, Date) else {}
    whole = not (entry.text("journaltitle") or entry.text("booktitle"))
    series = xml.group("titleInfo", xml.tag("title", entry.text("series"), 3), 2)
    parts = [
        xml.group("titleInfo", xml.tag("title", full_title(entry), 2), 1),
        *(_name(name, code) for role, code in _CODES.items() for name in people(entry, role)),
        xml.tag("genre", type_name(entry, _GENRES, "miscellaneous"), 1),
        xml.group("originInfo", origin, 1),
        xml.group("language", xml.tag("languageTerm", entry.text("langid"), 2), 1),
        xml.tag("abstract", entry.text("abstract"), 1),
        xml.tag("note", entry.text("note"), 1),
        *(
            xml.group("subject", xml.tag("topic", word, 2), 1)
            for word in entry.text("keywords").split(", ")
        ),
        _host(entry) if not whole else _numbers(entry, 1),
        xml.group("relatedItem", series, 1, type="series"),
        *(
            xml.tag("identifier", entry.text(field), 1, type=field)
            for field in ("doi", "isbn", "issn", "pmid")
        ),
        xml.tag("identifier", entry.key, 1, type="citekey"),
        xml.group("location", xml.tag("url", entry.text("url"), 2, **seen), 1),
    ]
    return xml.group("mods", "".join(parts))


def _name(name: Name, code: str) -> str:
    role = xml.group("role", xml.tag("roleTerm", code, 3, type="code", authority="marcrelator"), 2)
    if name.literal:
        return xml.group("name", xml.tag("namePart", name.literal, 2) + role, 1, type="corporate")
    family = f"{name.prefix} {name.family}".strip()
    parts = (
        xml.tag("namePart", family, 2, type="family")
        + xml.tag("namePart", name.given, 2, type="given")
        + xml.tag("namePart", name.suffix, 2, type="termsOfAddress")
    )
    return xml.group("name", parts + role, 1, type="personal")


def _host(entry: Entry) -> str:
    title = entry.text("journaltitle") or full_title(entry, "booktitle")
    short = xml.tag("title", entry.text("shortjournal"), 3)
    content = (
        xml.group("titleInfo", xml.tag("title", title, 3), 2)
        + xml.group("titleInfo", short, 2, type="abbreviated")
        + _numbers(entry, 2)
    )
    return xml.group("relatedItem", content, 1, type="host")


def _numbers(entry: Entry, indent: int) -> str:
    details = "".join(
        xml.group("detail", xml.tag("number", entry.text(field), indent + 2), indent + 1, type=kind)
        for kind, field in (("volume", "volume"), ("issue", "number"), ("chapter", "chapter"))
    )
    pages = entry.fields.get("pages")
    if isinstance(pages, Pages) and len(pages.ranges) == 1:
        first, last = pages.ranges[0].first, pages.ranges[0].last or ""
        extent = xml.tag("start", first, indent + 2) + xml.tag("end", last, indent + 2)
    else:
        extent = xml.tag("list", pages_of(entry), indent + 2)
    return xml.group(
        "part", details + xml.group("extent", extent, indent + 1, unit="pages"), indent
    )
