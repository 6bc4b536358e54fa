"""Citavi 5 and 6: the project's XML (in its backup, `.ctv6bak`, it is zipped), with its quotations.

Persons, periodicals, publishers and keywords stand in tables of their own and are joined by lists
of identifiers (`OnetoN`: the reference first, then what it has). Knowledge items that quote become
quotations of their entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.table import Parsed, Quoted
from citemgr.model import Entry

_TYPES = {
    "JournalArticle": ("article", ""),
    "NewspaperArticle": ("article", "newspaper"),
    "SpecialIssue": ("article", ""),
    "Book": ("book", ""),
    "BookEdited": ("collection", ""),
    "CollectedWorks": ("collection", ""),
    "Contribution": ("incollection", ""),
    "ContributionInLegalCommentary": ("incollection", ""),
    "ConferenceProceedings": ("proceedings", ""),
    "Lecture": ("unpublished", ""),
    "Thesis": ("thesis", ""),
    "UnpublishedWork": ("unpublished", ""),
    "Manuscript": ("unpublished", ""),
    "GrayLiterature": ("report", ""),
    "PressRelease": ("report", ""),
    "InternetDocument": ("online", ""),
    "Standard": ("report", "standard"),
    "Patent": ("patent", ""),
    "StatuteOrRegulation": ("legislation", ""),
    "CourtDecision": ("jurisdiction", ""),
    "ComputerProgram": ("software", ""),
    "Movie": ("movie", ""),
    "AudioOrVideoDocument": ("movie", ""),
    "AudioBook": ("audio", ""),
    "MusicAlbum": ("music", ""),
    "InterviewMaterial": ("interview", ""),
    "PersonalCommunication": ("letter", ""),
}
_FIELDS = {
    "Title": "title",
    "Subtitle": "subtitle",
    "TitleSupplement": "titleaddon",
    "Year": "year",
    "Date": "date",
    "AccessDate": "urldate",
    "Volume": "volume",
    "Number": "number",
    "NumberOfVolumes": "volumes",
    "Edition": "edition",
    "PlaceOfPublication": "location",
    "ISBN": "isbn",
    "Doi": "doi",
    "PubMedID": "pmid",
    "OnlineAddress": "url",
    "Abstract": "abstract",
    "Notes": "note",
    "LanguageCode": "langid",
    "CitationKey": "key",
    "": "annotation",
}
_TABLES = ("Persons", "Publishers", "Keywords", "Periodicals", "SeriesTitles")
# Link list -> table of what it names, and the field that gets it.
_LINKS = (
    ("ReferenceAuthors", "Persons", "author"),
    ("ReferenceEditors", "Persons", "editor"),
    ("ReferenceCollaborators", "Persons", "editora"),
    ("ReferencePublishers", "Publishers", "house"),
    ("ReferenceKeywords", "Keywords", "keywords"),
)
_COUNT = re.compile(r"<os>([^<]*)</os>")
# Knowledge items by Citavi's numbers: the words of the source, and what a reader wrote about it.
_DIRECT = "1"
_NOTES = {"2": "Paraphrase", "3": "Summary", "4": "Comment"}
_END = re.compile(r"<(?P<end>[se])p>(?:(?!<os>|</[se]p>).)*<os>(?P<page>[^<]*)</os>")

Row = Mapping[str, str]


def read(text: str, path: str | None = None) -> Parsed:
    """The references of a Citavi project, and its quotations."""
    root, damages = xml.parse(text, path)
    rows = {name: dict(_table(root, name)) for name in _TABLES}
    linked = {name: _links(root, name) for name, _, _ in _LINKS}
    wholes = _links(root, "ReferenceReferences")
    inside = {child: whole for whole, parts in wholes.items() for child in parts}
    references = dict(_table(root, "References"))
    noted = _notes(root)
    entries = [
        _entry(
            number,
            {**row, "": noted.get(number, "")},
            references.get(inside.get(number, ""), {}),
            rows,
            linked,
        )
        for number, row in references.items()
    ]
    places = {number: at for at, number in enumerate(references)}
    return Parsed(tuple(entries), tuple(damages), tuple(_quotations(root, places)))


def _table(root: xml.Element, name: str) -> Iterator[tuple[str, Row]]:
    for table in xml.children(root, name):
        for each in table:
            if number := xml.attribute(each, "id"):
                yield number, {xml.name(child): xml.words(child) for child in each}


def _links(root: xml.Element, name: str) -> dict[str, list[str]]:
    links: dict[str, list[str]] = {}
    for each in xml.children(root, name, "OnetoN"):
        first, *rest = xml.words(each).split(";")
        links.setdefault(first, []).extend(rest)
    return links


def _entry(
    number: str,
    row: Row,
    whole: Row,
    rows: Mapping[str, Mapping[str, Row]],
    linked: Mapping[str, Mapping[str, list[str]]],
) -> Entry:
    type, subtype = _TYPES.get(row.get("ReferenceType", ""), ("misc", ""))
    pairs = [(field, row[name]) for name, field in _FIELDS.items() if name in row]
    for name, table, field in _LINKS:
        for each in linked[name].get(number, ()):
            pairs += [(field, _named(rows[table].get(each, {}), table))]
    periodical = rows["Periodicals"].get(row.get("PeriodicalID", ""), {})
    pairs += [("journal", periodical.get("Name", "")), ("issn", periodical.get("ISSN", ""))]
    series = rows["SeriesTitles"].get(row.get("SeriesTitleID", ""), {})
    pairs += [("series", series.get("Name", "")), ("booktitle", whole.get("Title", ""))]
    pairs += _pages(row.get("PageRange", ""))
    if count := _COUNT.search(row.get("PageCount", "")):
        pairs += [("pagetotal", count[1])]
    if not row.get("Year"):
        pairs += [("year", whole.get("Year", ""))]
    key = row.get("CitationKey", "")
    return build_entry(type, subtype, key, (pair for pair in pairs if pair[0] != "key"))


def _named(row: Row, table: str) -> str:
    if table != "Persons":
        return row.get("Name", "")
    given = f"{row.get('FirstName', '')} {row.get('MiddleName', '')}".strip()
    family = f"{row.get('Prefix', '')} {row.get('LastName', '')}".strip()
    return f"{family}, {given}" if given else f"{family},"


def _pages(text: str) -> list[Pair]:
    """Pages as Citavi keeps them: XML in text, with start, end and both as typed."""
    ends = {match["end"]: match["page"] for match in _END.finditer(text)}
    if not ends:
        return [("pages", text)] if text and "<" not in text else []
    return [("firstpage", ends.get("s", "")), ("lastpage", ends.get("e", ""))]


def _quotations(root: xml.Element, places: Mapping[str, int]) -> Iterator[Quoted]:
    """The direct quotations; what stands over one is kept where it is not its own beginning."""
    for item, row in _knowledge(root):
        at = places.get(row.get("ReferenceID", ""))
        text = _lines(item)
        if row.get("QuotationType") == _DIRECT and at is not None and text:
            label = row.get("CoreStatement", "")
            label = "" if row["Text"].startswith(label.rstrip(" .…")) else label
            yield Quoted(at, text, _shown_pages(row), label)


def _notes(root: xml.Element) -> dict[str, str]:
    """What the reader wrote on each reference, a paragraph an item."""
    notes: dict[str, list[str]] = {}
    for item, row in _knowledge(root):
        kind, text = _NOTES.get(row.get("QuotationType", "")), _lines(item)
        if kind and text:
            pages = _shown_pages(row)
            head = f"{kind}, p. {pages}" if pages else kind
            notes.setdefault(row.get("ReferenceID", ""), []).append(f"{head}: {text}")
    return {number: "\n\n".join(each) for number, each in notes.items()}


def _knowledge(root: xml.Element) -> Iterator[tuple[xml.Element, Row]]:
    for item in xml.children(root, "KnowledgeItems", "KnowledgeItem"):
        yield item, {xml.name(child): xml.words(child) for child in item}


def _lines(item: xml.Element) -> str:
    """The words of the item with the ends of their paragraphs."""
    texts = ["".join(map(str, each.itertext())) for each in xml.children(item, "Text")]
    lines = [" ".join(line.split()) for line in "\n".join(texts).splitlines()]
    return "\n\n".join(filter(None, lines))


def _shown_pages(row: Row) -> str:
    pages = dict(_pages(row.get("PageRange", "")))
    first, last = pages.get("firstpage", pages.get("pages", "")), pages.get("lastpage", "")
    return f"{first}-{last}" if last and last != first else first
