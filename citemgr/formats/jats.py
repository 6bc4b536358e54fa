"""The reference list of an article in JATS (NISO Z39.96, `ref-list`)."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.model import Entry

_CITATIONS = ("element-citation", "mixed-citation", "citation", "nlm-citation")
_TYPES = {
    "journal": ("article", ""),
    "newspaper": ("article", "newspaper"),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "confproc": ("inproceedings", ""),
    "conf-proc": ("inproceedings", ""),
    "thesis": ("thesis", ""),
    "report": ("report", ""),
    "gov": ("report", ""),
    "patent": ("patent", ""),
    "data": ("dataset", ""),
    "software": ("software", ""),
    "web": ("online", ""),
    "webpage": ("online", ""),
    "website": ("online", ""),
    "preprint": ("online", "preprint"),
}
_FIELDS = {
    "article-title": "title",
    "chapter-title": "title",
    "part-title": "title",
    "data-title": "title",
    "volume": "volume",
    "issue": "number",
    "fpage": "firstpage",
    "lpage": "lastpage",
    "page-range": "pages",
    "elocation-id": "eid",
    "publisher-name": "house",
    "publisher-loc": "location",
    "edition": "edition",
    "series": "series",
    "year": "year",
    "month": "month",
    "day": "day",
    "isbn": "isbn",
    "issn": "issn",
    "conf-name": "eventtitle",
    "comment": "note",
}
_IDENTIFIERS = {"doi": "doi", "pmid": "pmid", "pmcid": "pmcid", "isbn": "isbn", "arxiv": "eprint"}


def read(text: str, path: str | None = None) -> Parsed:
    """The references with marked-up parts; one without is a finding."""
    entries = []
    root, findings = xml.parse(text, path)
    for ref in xml.every(root, "ref"):
        for citation in (each for each in ref if xml.name(each) in _CITATIONS):
            entry = _entry(citation, xml.attribute(ref, "id"))
            if entry.fields.keys() & {"title", "author", "journaltitle"}:
                entries.append(entry)
            else:
                line = xml.line_of(ref)
                findings.append(broken_record("has no marked-up parts", path, line))
    return Parsed(tuple(entries), tuple(findings))


def _entry(citation: xml.Element, key: str) -> Entry:
    kind = xml.attribute(citation, "publication-type") or xml.attribute(citation, "citation-type")
    type, subtype = _TYPES.get(kind.lower(), ("misc", ""))
    inner = {xml.name(each) for each in citation.iter()}
    if type == "book" and inner & {"chapter-title", "article-title"}:
        type = "incollection"
    return build_entry(type, subtype, key, _pairs(citation, inner))


def _pairs(citation: xml.Element, inner: set[str]) -> Iterator[Pair]:
    titled = bool(inner & {"article-title", "chapter-title", "part-title", "data-title"})
    for each in citation.iter():
        name = xml.name(each)
        if name == "source":
            yield ("container" if titled else "title"), xml.words(each)
        elif name in {"name", "string-name", "collab"}:
            yield _role(each, citation), _person(each)
        elif name in {"etal"}:
            yield "author", "et al."
        elif name in {"pub-id", "ext-link", "uri"}:
            yield from _identifier(each)
        elif name in _FIELDS:
            yield _FIELDS[name], xml.words(each)


def _role(person: xml.Element, citation: xml.Element) -> str:
    group = person.getparent()
    kind = xml.attribute(group, "person-group-type") if group is not None else ""
    return {"editor": "editor", "translator": "translator"}.get(kind, "author")


def _person(person: xml.Element) -> str:
    family, given = xml.text(person, "surname"), xml.text(person, "given-names")
    if not family:
        return f"{xml.words(person)}," if xml.name(person) == "collab" else xml.words(person)
    return ", ".join(filter(None, [family, given, xml.text(person, "suffix")]))


def _identifier(element: xml.Element) -> Iterator[Pair]:
    kind = xml.attribute(element, "pub-id-type").lower()
    if kind:
        yield _IDENTIFIERS.get(kind, "note"), xml.words(element)
    else:
        address = xml.attribute(element, "href") or xml.words(element)
        yield ("doi" if "doi.org/" in address else "url"), address
