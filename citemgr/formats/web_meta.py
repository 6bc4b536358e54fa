"""What the `meta` elements of a web page say of the work on it, in the vocabularies that publishers
and repositories use: Highwire Press (Google Scholar, "Inclusion Guidelines for Webmasters"), PRISM,
EPrints, Dublin Core (DCMI, "Expressing Dublin Core metadata using HTML"), and Open Graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from citemgr.formats.fields import Pair

# Vocabularies from the most telling to the least: prefix and what its names mean. Where one gives a
# field, those below it are not asked.
_HIGHWIRE = {
    "title": "title",
    "author": "author",
    "authors": "authors",
    "editor": "editor",
    "translator": "translator",
    "publication_date": "date",
    "date": "date",
    "cover_date": "date",
    "online_date": "date",
    "year": "year",
    "journal_title": "container",
    "journal_abbrev": "shortjournal",
    "conference_title": "container",
    "inbook_title": "container",
    "book_title": "container",
    "series_title": "series",
    "volume": "volume",
    "issue": "number",
    "firstpage": "firstpage",
    "lastpage": "lastpage",
    "article_number": "eid",
    "num_pages": "pagetotal",
    "edition": "edition",
    "doi": "doi",
    "issn": "issn",
    "eissn": "issn",
    "isbn": "isbn",
    "pmid": "pmid",
    "arxiv_id": "arxiv",
    "publisher": "house",
    "publication_place": "location",
    "dissertation_institution": "institution",
    "dissertation_name": "type",
    "technical_report_institution": "institution",
    "technical_report_number": "number",
    "patent_number": "number",
    "language": "langid",
    "keywords": "keywords",
    "abstract": "abstract",
    "abstract_html_url": "url",
    "public_url": "url",
    "fulltext_html_url": "url",
}
_PRISM = {
    "publicationname": "container",
    "volume": "volume",
    "number": "number",
    "startingpage": "firstpage",
    "endingpage": "lastpage",
    "publicationdate": "date",
    "issn": "issn",
    "eissn": "issn",
    "isbn": "isbn",
    "doi": "doi",
    "url": "url",
}
_EPRINTS = {
    "title": "title",
    "creators_name": "author",
    "editors_name": "editor",
    "date": "date",
    "publication": "container",
    "book_title": "container",
    "event_title": "eventtitle",
    "volume": "volume",
    "number": "number",
    "pagerange": "pages",
    "publisher": "house",
    "place_of_pub": "location",
    "institution": "institution",
    "issn": "issn",
    "isbn": "isbn",
    "id_number": "identifier",
    "abstract": "abstract",
    "type": "kind",
}
_DUBLIN_CORE = {
    "title": "title",
    "title.alternative": "titleaddon",
    "creator": "author",
    "creator.personalname": "author",
    "creator.corporatename": "author",
    "contributor.editor": "editor",
    "date": "date",
    "date.issued": "date",
    "issued": "date",
    "date.created": "date",
    "publisher": "house",
    "identifier": "identifier",
    "identifier.doi": "doi",
    "identifier.uri": "url",
    "identifier.pagenumber": "pages",
    "identifier.citation": "note",
    "bibliographiccitation": "note",
    "source": "container",
    "source.volume": "volume",
    "source.issue": "number",
    "source.issn": "issn",
    "ispartof": "container",
    "language": "langid",
    "subject": "keywords",
    "description": "abstract",
    "description.abstract": "abstract",
    "abstract": "abstract",
    "rights": "rights",
    "type": "kind",
}
_OPEN_GRAPH = {
    "og:title": "title",
    "og:url": "url",
    "og:site_name": "container",
    "og:locale": "langid",
    "og:type": "kind",
    "article:published_time": "date",
    "article:author": "author",
    "book:isbn": "isbn",
    "book:author": "author",
    "book:release_date": "date",
}
_PLAIN = {
    "author": "author",
    "date": "date",
    "pubdate": "date",
    "keywords": "keywords",
    "description": "abstract",
}
VOCABULARIES: tuple[tuple[re.Pattern[str], Mapping[str, str]], ...] = (
    (re.compile(r"(?:bepress_|wkhealth_)?citation_"), _HIGHWIRE),
    (re.compile(r"prism\."), _PRISM),
    (re.compile(r"eprints\."), _EPRINTS),
    (re.compile(r"(?:dc|dcterms)[.:]"), _DUBLIN_CORE),
    (re.compile(r"(?=og:|article:|book:)"), _OPEN_GRAPH),
    (re.compile(r"(?=\w+$)"), _PLAIN),
)
# Of these vocabularies one that gives a title describes a work, not only a page.
TELLING = 4
# Names by which a page says what kind of work it shows, in order.
_TYPE_OF_NAME = (
    ("dissertation_institution", ("thesis", "")),
    ("technical_report_institution", ("report", "")),
    ("technical_report_number", ("report", "")),
    ("patent_number", ("patent", "")),
    ("conference_title", ("inproceedings", "")),
    ("inbook_title", ("incollection", "")),
    ("book_title", ("incollection", "")),
    ("journal_title", ("article", "")),
    ("publicationname", ("article", "")),
    ("source.issn", ("article", "")),
    ("isbn", ("book", "")),
)
# The last word of a `kind`: of DC types, EPrints types, `info:eu-repo/semantics/...`, `og:type`.
_KINDS = {
    "article": ("article", ""),
    "journal": ("article", ""),
    "doctoralthesis": ("thesis", ""),
    "masterthesis": ("thesis", ""),
    "thesis": ("thesis", ""),
    "book": ("book", ""),
    "monograph": ("book", ""),
    "bookpart": ("incollection", ""),
    "book_section": ("incollection", ""),
    "conferenceobject": ("inproceedings", ""),
    "conference_item": ("inproceedings", ""),
    "report": ("report", ""),
    "workingpaper": ("report", ""),
    "preprint": ("online", "preprint"),
    "dataset": ("dataset", ""),
    "software": ("software", ""),
    "movie": ("movie", ""),
}

Meta = tuple[str, str]


def describe(metas: Iterable[Meta]) -> tuple[tuple[str, str] | None, list[Pair], bool]:
    """The type that the names and contents of `meta` elements tell, else None; the fields with
    their values; and whether a vocabulary of works was met."""
    found = [(name.strip().lower(), content) for name, content in metas if content.strip()]
    layers = [list(_layer(found, *each)) for each in VOCABULARIES]
    pairs: list[Pair] = []
    kinds: list[str] = []
    for layer in layers:
        given = {field for field, _ in pairs}
        for _, field, content in layer:
            if field == "kind":
                kinds.append(content)
            elif field not in given:
                pairs.append((field, content))
    telling = any(field == "title" for layer in layers[:TELLING] for _, field, _ in layer)
    return (
        _type({name for layer in layers[:TELLING] for name, _, _ in layer}, kinds),
        pairs,
        telling,
    )


def _layer(
    metas: list[Meta], prefix: re.Pattern[str], names: Mapping[str, str]
) -> Iterator[tuple[str, str, str]]:
    """The name, the field and the content of each element of one vocabulary."""
    for name, content in metas:
        start = prefix.match(name)
        if start is None:
            continue
        bare = name[start.end() :]
        field = names.get(bare)
        if field is None:
            continue
        for each_field, value in _values(field, " ".join(content.split())):
            yield bare, each_field, value


def _values(field: str, content: str) -> Iterator[Pair]:
    if field in {"keywords", "authors"}:
        for word in re.split(r"\s*;\s*" if ";" in content or field == "authors" else r"\s*,\s*",
                             content):  # fmt: skip
            yield ("author" if field == "authors" else field), word
    elif field == "identifier":
        if re.search(r"\b10\.\d{4,9}/", content):
            yield "doi", content
        else:
            yield ("url" if content.startswith(("http:", "https:")) else "note"), content
    elif field == "arxiv":
        yield "eprint", content.lower().removeprefix("arxiv:")
        yield "eprinttype", "arxiv"
    elif field == "author" and content.startswith(("http:", "https:")):
        return  # the address of a profile
    else:
        yield field, content.partition("T")[0] if field == "date" else content


def _type(names: set[str], kinds: list[str]) -> tuple[str, str] | None:
    for name, kind in _TYPE_OF_NAME:
        if name in names:
            return kind
    for said in kinds:
        words = re.split(r"[/.:\s]", said.lower())
        for word in reversed(words):
            if word in _KINDS:
                return _KINDS[word]
    return None
