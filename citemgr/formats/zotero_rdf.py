"""Zotero's RDF export: items of its own types, described with Dublin Core, PRISM, FOAF and the
vocabulary of `purl.org/net/biblio` (the files that Zotero writes; RDF 1.1 XML Syntax).

What an item is part of, and its notes, stand inside it or elsewhere in the file, pointed to by
`rdf:resource`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.formats.zotero_json import TYPES
from citemgr.model import Entry

# Classes of items that have no `itemType`.
_CLASSES = {
    "Article": "journalArticle",
    "Book": "book",
    "BookSection": "bookSection",
    "Thesis": "thesis",
    "Report": "report",
    "Document": "webpage",
    "Manuscript": "manuscript",
    "Letter": "letter",
    "Patent": "patent",
    "Legislation": "statute",
    "ConferenceProceedings": "conferencePaper",
    "MotionPicture": "film",
    "Recording": "audioRecording",
    "Image": "artwork",
    "Data": "dataset",
    "Interview": "interview",
}
_NO_WORKS = frozenset({"attachment", "note", "annotation"})
_ROLES = {
    "authors": "author",
    "editors": "editor",
    "translators": "translator",
    "directors": "editora",
    "bookAuthors": "bookauthor",
    "inventors": "author",
    "programmers": "author",
    "artists": "author",
    "interviewees": "author",
    "presenters": "author",
    "podcasters": "author",
}
# Child of an item, or of what it is part of -> field.
_FIELDS = {
    "title": "title",
    "shortTitle": "shorttitle",
    "abstract": "abstract",
    "date": "date",
    "dateSubmitted": "urldate",
    "pages": "pages",
    "numPages": "pagetotal",
    "volume": "volume",
    "numberOfVolumes": "volumes",
    "number": "number",
    "edition": "edition",
    "language": "langid",
    "description": "note",
    "type": "type",
    "rights": "rights",
    "libraryCatalog": "library",
    "versionNumber": "version",
    "section": "chapter",
    "alternative": "shortjournal",
    "websiteTitle": "container",
    "encyclopediaTitle": "container",
    "dictionaryTitle": "container",
    "forumTitle": "container",
    "blogTitle": "container",
    "proceedingsTitle": "container",
    "publicationTitle": "container",
    "archive": "library",
}
# Children that say nothing of the work.
_LEFT_OUT = frozenset(
    {"itemType", "citationKey", "link", "isReferencedBy", "relation", "coverage", "dateAdded",
     "dateModified", "path", "charset", "identifier", "isPartOf", "publisher", "subject",
     "presentedAt"}
)  # fmt: skip
_TAG = re.compile(r"<[^>]*>")
_NUMBERED = {"DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "PMID": "pmid", "PMCID": "pmcid"}

Elsewhere = Mapping[str, xml.Element]


def read(text: str, path: str | None = None) -> Parsed:
    """The items of an export; notes, attachments and collections are no works."""
    root, findings = xml.parse(text, path)
    elsewhere = {where: each for each in root if (where := xml.attribute(each, "about"))}
    entries = []
    for item in root:
        kind = xml.text(item, "itemType") or _CLASSES.get(xml.name(item), "")
        pointed_at = xml.name(item) in {"Journal", "Series"} or "Memo" in xml.name(item)
        if not kind or kind in _NO_WORKS or pointed_at:
            continue
        entry = _entry(item, kind, elsewhere)
        if entry.fields:
            entries.append(entry)
        if "title" not in entry.fields:
            findings.append(broken_record("has no title", path, xml.line_of(item)))
    return Parsed(tuple(entries), tuple(findings))


def _entry(item: xml.Element, kind: str, elsewhere: Elsewhere) -> Entry:
    type, subtype = TYPES.get(kind, ("misc", ""))
    return build_entry(type, subtype, xml.text(item, "citationKey"), _pairs(item, elsewhere))


def _pairs(item: xml.Element, elsewhere: Elsewhere) -> Iterator[Pair]:
    yield from _own(item)
    for each in item:
        name = xml.name(each)
        if name == "isPartOf":
            for holder in _pointed(each, elsewhere):
                yield from _holder(holder)
        elif name == "isReferencedBy":
            for memo in _pointed(each, elsewhere):
                yield "note", " ".join(_TAG.sub(" ", xml.text(memo, "value")).split())
        elif name == "presentedAt":
            yield "eventtitle", xml.words(each)
    where = xml.attribute(item, "about")
    yield "url", where if where.startswith(("http:", "https:")) else ""


def _own(item: xml.Element) -> Iterator[Pair]:
    """What is said of the thing itself, not of what it is part of."""
    for each in item:
        name = xml.name(each)
        if name in _ROLES or name == "contributors":
            for person in xml.every(each, "Person", "Organization", "Agent"):
                yield _ROLES.get(name, "editora"), _person(person)
        elif name == "identifier":
            yield _identifier(each)
        elif name == "publisher":
            yield "house", xml.text(each, "Organization", "name") or xml.words(each)
            for place in xml.every(each, "locality"):
                yield "location", xml.words(place)
        elif name == "subject":
            yield from _subject(each)
        elif name in _FIELDS:
            yield _FIELDS[name], xml.words(each)
        elif name and name not in _LEFT_OUT:
            yield f"zotero-{name.lower()}", xml.words(each)


def _holder(holder: xml.Element) -> Iterator[Pair]:
    """What an item is part of: its title is the container's, unless it is a series."""
    series = xml.name(holder) == "Series"
    names = {"title": "series", "note": "number"} if series else {"title": "container"}
    for field, value in _own(holder):
        yield names.get(field, field), value
    for outer in xml.children(holder, "isPartOf"):
        for each in outer:
            yield from _holder(each)


def _pointed(each: xml.Element, elsewhere: Elsewhere) -> list[xml.Element]:
    where = xml.attribute(each, "resource")
    if where:
        return [elsewhere[where]] if where in elsewhere else []
    return list(each)


def _person(person: xml.Element) -> str:
    family = xml.text(person, "surname")
    given = xml.text(person, "givenName") or xml.text(person, "givenname")
    if xml.name(person) == "Organization" or not family:
        return f"{xml.text(person, 'name') or xml.words(person)},"
    return f"{family}, {given}" if given else f"{family},"


def _identifier(each: xml.Element) -> Pair:
    said = xml.words(each)
    kind, _, number = said.partition(" ")
    if kind in _NUMBERED:
        return _NUMBERED[kind], number
    if said.startswith(("http:", "https:")):
        return "url", said
    return "note", said


def _subject(each: xml.Element) -> Iterator[Pair]:
    """A tag, or a call number under its class."""
    is_number = bool(xml.children(each, "LCC"))
    yield ("callnumber" if is_number else "keywords"), xml.words(each)
