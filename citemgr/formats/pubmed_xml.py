"""PubMed's XML: articles and books (NLM, "PubMed DTD", elements of MedlineCitation and
BookDocument)."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.table import Parsed
from citemgr.model import Entry

_ARTICLE = (
    (("Article", "Journal", "Title"), "journal"),
    (("Article", "Journal", "JournalIssue", "Volume"), "volume"),
    (("Article", "Journal", "JournalIssue", "Issue"), "number"),
    (("Article", "Journal", "ISSN"), "issn"),
    (("Article", "Pagination", "MedlinePgn"), "pages"),
    (("Article", "Pagination", "StartPage"), "firstpage"),
    (("Article", "Pagination", "EndPage"), "lastpage"),
    (("Article", "Language"), "langid"),
    (("Article", "VernacularTitle"), "titleaddon"),
    (("MedlineJournalInfo", "MedlineTA"), "shortjournal"),
    (("MedlineJournalInfo", "Country"), "country"),
    (("KeywordList", "Keyword"), "keywords"),
    (("MeshHeadingList", "MeshHeading", "DescriptorName"), "keywords"),
    (("GeneralNote",), "note"),
    (("PMID",), "pmid"),
)
_BOOK = (
    (("Book", "Publisher", "PublisherName"), "publisher"),
    (("Book", "Publisher", "PublisherLocation"), "location"),
    (("Book", "CollectionTitle"), "series"),
    (("Book", "Volume"), "volume"),
    (("Book", "Edition"), "edition"),
    (("Book", "Isbn"), "isbn"),
    (("Pagination", "MedlinePgn"), "pages"),
    (("Language",), "langid"),
    (("KeywordList", "Keyword"), "keywords"),
    (("PMID",), "pmid"),
)


def read(text: str, path: str | None = None) -> Parsed:
    """The articles and books of a PubMed file, in order."""
    root, damages = xml.parse(text, path)
    found = xml.every(root, "MedlineCitation", "BookDocument")
    entries = [_article(each) if xml.name(each) == "MedlineCitation" else _book(each)
               for each in found]  # fmt: skip
    return Parsed(tuple(entry for entry in entries if entry.fields), tuple(damages))


def _article(citation: xml.Element) -> Entry:
    return build_entry("article", "", "", _article_pairs(citation))


def _article_pairs(citation: xml.Element) -> Iterator[Pair]:
    for path, field in _ARTICLE:
        for element in xml.children(citation, *path):
            yield field, xml.words(element)
    for article in xml.children(citation, "Article"):
        yield "title", _closed(xml.text(article, "ArticleTitle"))
        for authors in xml.children(article, "AuthorList"):
            yield from _people(authors)
        yield from _abstract(article)
    for issue in xml.children(citation, "Article", "Journal", "JournalIssue", "PubDate"):
        yield from _date(issue)
    holders = [citation]
    if (parent := citation.getparent()) is not None:
        holders += xml.children(parent, "PubmedData")
    for holder in holders:
        yield from _identifiers(holder)


def _book(document: xml.Element) -> Entry:
    chapter = xml.text(document, "ArticleTitle")
    pairs = list(_book_pairs(document, chapter))
    return build_entry("incollection" if chapter else "book", "", "", pairs)


def _book_pairs(document: xml.Element, chapter: str) -> Iterator[Pair]:
    yield "title", _closed(chapter)
    yield ("booktitle" if chapter else "title"), _closed(xml.text(document, "Book", "BookTitle"))
    lists = [*xml.children(document, "AuthorList"), *xml.children(document, "Book", "AuthorList")]
    own = xml.children(document, "AuthorList")
    for authors in lists:
        editors = xml.attribute(authors, "Type") == "editors"
        if not editors and chapter and own and authors not in own:
            continue
        yield from _people(authors, "editor" if editors else "author")
    for path, field in _BOOK:
        for element in xml.children(document, *path):
            yield field, xml.words(element)
    for date in xml.children(document, "Book", "PubDate"):
        yield from _date(date)
    yield from _abstract(document)
    yield from _identifiers(document)


def _people(authors: xml.Element, field: str = "author") -> Iterator[Pair]:
    for author in xml.children(authors, "Author"):
        body = xml.text(author, "CollectiveName")
        parts = [xml.text(author, "LastName")]
        parts.append(xml.text(author, "ForeName") or xml.text(author, "Initials"))
        parts.append(xml.text(author, "Suffix"))
        while parts and not parts[-1]:
            parts.pop()
        yield field, f"{body}," if body else ", ".join(parts)


def _abstract(holder: xml.Element) -> Iterator[Pair]:
    for part in xml.children(holder, "Abstract", "AbstractText"):
        label = xml.attribute(part, "Label")
        yield "abstract", f"{label}: {xml.words(part)}" if label else xml.words(part)


def _date(date: xml.Element) -> Iterator[Pair]:
    yield "year", xml.text(date, "Year") or xml.text(date, "MedlineDate")
    month = xml.text(date, "Month") or xml.text(date, "Season")
    yield "month", month
    yield "day", xml.text(date, "Day")


def _identifiers(holder: xml.Element) -> Iterator[Pair]:
    fields = {"doi": "doi", "pmc": "pmcid", "pii": "pii"}
    for path, kind in (
        (("Article", "ELocationID"), "EIdType"),
        (("ArticleIdList", "ArticleId"), "IdType"),
    ):
        for element in xml.children(holder, *path):
            if field := fields.get(xml.attribute(element, kind)):
                yield field, xml.words(element)


def _closed(title: str) -> str:
    """The title without the full stop that PubMed puts behind it."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title
