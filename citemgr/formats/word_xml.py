"""Word's bibliography, `Sources.xml` and the part inside of documents (ECMA-376, part 1, section
22.6, "Bibliography")."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry, full_title, pages_of, people, type_name
from citemgr.formats.table import Parsed
from citemgr.model import Entry
from citemgr.values import Date, Name
from citemgr.values.dates import format_edtf

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_TYPES = {
    "JournalArticle": ("article", ""),
    "ArticleInAPeriodical": ("article", "magazine"),
    "Newspaper": ("article", "newspaper"),
    "Book": ("book", ""),
    "BookSection": ("incollection", ""),
    "ConferenceProceedings": ("inproceedings", ""),
    "Report": ("report", ""),
    "InternetSite": ("online", ""),
    "DocumentFromInternetSite": ("online", ""),
    "ElectronicSource": ("misc", ""),
    "Patent": ("patent", ""),
    "Case": ("jurisdiction", ""),
    "Film": ("movie", ""),
    "SoundRecording": ("audio", ""),
    "Performance": ("performance", ""),
    "Art": ("artwork", ""),
    "Interview": ("interview", ""),
    "Misc": ("misc", ""),
}
_FIELDS = {
    "Title": "title",
    "JournalName": "journal",
    "PeriodicalTitle": "journal",
    "PublicationTitle": "container",
    "BookTitle": "booktitle",
    "ConferenceName": "container",
    "InternetSiteTitle": "container",
    "AlbumTitle": "booktitle",
    "Year": "year",
    "Month": "month",
    "Day": "day",
    "Volume": "volume",
    "Issue": "number",
    "NumberVolumes": "volumes",
    "Pages": "pages",
    "Edition": "edition",
    "ChapterNumber": "chapter",
    "Publisher": "house",
    "Institution": "institution",
    "City": "location",
    "StandardNumber": "serial",
    "DOI": "doi",
    "URL": "url",
    "Comments": "note",
    "ShortTitle": "shorttitle",
    "PatentNumber": "number",
    "CaseNumber": "number",
    "ThesisType": "type",
    "Medium": "howpublished",
    "Version": "version",
}
_ROLES = {
    "Author": "author",
    "Editor": "editor",
    "BookAuthor": "bookauthor",
    "Translator": "translator",
    "Director": "editora",
    "Inventor": "author",
    "Interviewee": "author",
    "Artist": "author",
}
_WRITTEN_ROLES = {
    "Author": "author",
    "Editor": "editor",
    "BookAuthor": "bookauthor",
    "Translator": "translator",
    "Director": "editora",
}


def read(text: str, path: str | None = None) -> Parsed:
    """The sources of a Word bibliography."""
    root, damages = xml.parse(text, path)
    entries = [_entry(source) for source in xml.every(root, "Source")]
    return Parsed(tuple(entry for entry in entries if entry.fields), tuple(damages))


def _entry(source: xml.Element) -> Entry:
    type, subtype = _TYPES.get(xml.text(source, "SourceType"), ("misc", ""))
    if xml.text(source, "ThesisType"):
        type = "thesis" if "thes" in xml.text(source, "ThesisType").lower() else type
    if type == "book" and xml.text(source, "BookTitle"):
        type = "incollection"
    return build_entry(type, subtype, xml.text(source, "Tag"), _pairs(source))


def _pairs(source: xml.Element) -> Iterator[Pair]:
    for element in source:
        field = _FIELDS.get(xml.name(element))
        value = xml.words(element)
        if xml.name(element) == "StandardNumber":
            yield from _number(value)
        elif field:
            yield field, value
    accessed = [xml.text(source, f"{part}Accessed") for part in ("Year", "Month", "Day")]
    if accessed[0]:
        yield "urldate", " ".join(filter(None, reversed(accessed)))
    for role, field in _ROLES.items():
        for holder in xml.children(source, "Author", role):
            if body := xml.text(holder, "Corporate"):
                yield field, f"{body},"
            for person in xml.children(holder, "NameList", "Person"):
                family, given = xml.text(person, "Last"), xml.text(person, "First")
                middle = xml.text(person, "Middle")
                yield field, f"{family}, {given} {middle}".strip(" ,")


def _number(value: str) -> Iterator[Pair]:
    """`:ISBN:978-...` and its kin; a bare number is told by its shape."""
    kind, _, number = value.strip(":").partition(":")
    field = {"ISBN": "isbn", "ISSN": "issn", "DOI": "doi", "PMID": "pmid"}.get(kind.upper())
    if field:
        yield field, number
    elif not number and value:
        yield "serial", value


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as `Sources.xml`, which Word's source manager opens."""
    yield '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    yield f'<b:Sources xmlns:b="{NAMESPACE}" xmlns="{NAMESPACE}" SelectedStyle="">\n'
    for entry in entries:
        yield _source(entry)
    yield "</b:Sources>\n"


_PLAIN = {
    "Volume": "volume",
    "Issue": "number",
    "NumberVolumes": "volumes",
    "Edition": "edition",
    "ChapterNumber": "chapter",
    "Institution": "institution",
    "Publisher": "publisher",
    "City": "location",
    "DOI": "doi",
    "URL": "url",
    "Comments": "note",
    "ShortTitle": "shorttitle",
    "ThesisType": "type",
    "Medium": "howpublished",
    "Version": "version",
}
_CONTAINERS = {
    "JournalArticle": "JournalName",
    "ArticleInAPeriodical": "PeriodicalTitle",
    "Newspaper": "PeriodicalTitle",
    "BookSection": "BookTitle",
    "ConferenceProceedings": "ConferenceName",
}


def _source(entry: Entry) -> str:
    kind = type_name(entry, _TYPES, "Misc")
    if entry.type == "thesis":
        kind = "Report"
    title = (
        entry.text("journaltitle") or full_title(entry, "booktitle") or entry.text("organization")
    )
    values = [
        ("SourceType", kind),
        ("Tag", entry.key),
        ("Title", full_title(entry)),
        (_CONTAINERS.get(kind, "InternetSiteTitle"), title),
        ("Pages", pages_of(entry)),
        ("StandardNumber", entry.text("isbn") or entry.text("issn")),
        *_dates(entry),
    ]
    values += [(element, entry.text(field)) for element, field in _PLAIN.items()]
    lines = [xml.tag(f"b:{element}", value, 1) for element, value in values]
    roles = "".join(_role(role, people(entry, field)) for role, field in _WRITTEN_ROLES.items())
    return xml.group("b:Source", "".join(lines) + xml.group("b:Author", roles, 1))


def _dates(entry: Entry) -> Iterator[Pair]:
    for field, suffix in (("date", ""), ("urldate", "Accessed")):
        date = entry.fields.get(field)
        if isinstance(date, Date):
            ranged = date.end is not None or date.circa or date.uncertain
            yield f"Year{suffix}", format_edtf(date) if ranged else str(date.year)
            if not ranged and date.month:
                yield f"Month{suffix}", str(date.month)
                yield f"Day{suffix}", str(date.day or "")
        else:
            yield f"Year{suffix}", entry.text(field)


def _role(role: str, names: tuple[Name, ...]) -> str:
    if not names:
        return ""
    bodies = [name.literal for name in names if name.literal]
    if len(bodies) == len(names):
        return xml.group(f"b:{role}", xml.tag("b:Corporate", "; ".join(bodies), 3), 2)
    persons = "".join(
        xml.group(
            "b:Person",
            xml.tag("b:Last", f"{name.prefix} {name.family or name.literal}".strip(), 5)
            + xml.tag("b:First", name.given, 5),
            4,
        )
        for name in names
    )
    return xml.group(f"b:{role}", xml.group("b:NameList", persons, 3), 2)
