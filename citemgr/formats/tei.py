"""TEI's structured references, `<biblStruct>`, as Zotero, GROBID and scholarly editions write them
(TEI P5 Guidelines, 3.12): `analytic` is what is inside something, `monogr` that thing or the work
itself, `series` what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.formats import xml_tree as xml
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.model import Entry
from citemgr.values.identifiers import find_arxiv

# `type` of a `biblStruct`, in Zotero's words.
_TYPES = {
    "journalarticle": ("article", ""),
    "article": ("article", ""),
    "newspaperarticle": ("article", "newspaper"),
    "magazinearticle": ("article", "magazine"),
    "book": ("book", ""),
    "booksection": ("incollection", ""),
    "conferencepaper": ("inproceedings", ""),
    "encyclopediaarticle": ("inreference", ""),
    "thesis": ("thesis", ""),
    "report": ("report", ""),
    "webpage": ("online", ""),
    "blogpost": ("online", ""),
    "patent": ("patent", ""),
    "dataset": ("dataset", ""),
    "computerprogram": ("software", ""),
    "film": ("movie", ""),
    "letter": ("letter", ""),
    "manuscript": ("unpublished", ""),
    "document": ("misc", ""),
}
# Path in `monogr` -> field.
_FIELDS = (
    (("edition",), "edition"),
    (("imprint", "edition"), "edition"),
    (("imprint", "publisher"), "house"),
    (("imprint", "pubPlace"), "location"),
    (("meeting",), "eventtitle"),
    (("textLang",), "langid"),
)
_SCOPES = {
    "volume": "volume",
    "vol": "volume",
    "issue": "number",
    "number": "number",
    "no": "number",
    "page": "pages",
    "pages": "pages",
    "pp": "pages",
    "chapter": "chapter",
    "part": "part",
    "report-number": "number",
}
_IDENTIFIERS = {
    "doi": "doi",
    "isbn": "isbn",
    "issn": "issn",
    "eissn": "issn",
    "issne": "issn",
    "issnl": "issn",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "pmc": "pmcid",
    "url": "url",
    "callnumber": "callnumber",
    "report": "number",
}
_NOTES = {
    "accessed": "urldate",
    "thesistype": "type",
    "reporttype": "type",
    "report_type": "type",
    "abstract": "abstract",
    "language": "langid",
    "tag": "keywords",
}
_ROLES = {"translator": "translator", "trl": "translator", "director": "editora"}


def read(text: str, path: str | None = None) -> Parsed:
    """The structured references of a TEI file. Where it has a list of them, the one that describes
    the file itself (in `sourceDesc`) is none of them."""
    root, findings = xml.parse(text, path)
    found = [each for each in xml.every(root, "biblStruct") if not _is_inside(each, "biblStruct")]
    cited = [each for each in found if not _is_inside(each, "sourceDesc")]
    entries = []
    for structure in cited or found:
        entry = _entry(structure)
        if entry.fields.keys() & {"title", "author", "journaltitle", "booktitle", "note"}:
            entries.append(entry)
        if "title" not in entry.fields:
            findings.append(broken_record("has no title", path, xml.line_of(structure)))
    return Parsed(tuple(entries), tuple(findings))


def _is_inside(element: xml.Element, wanted: str) -> bool:
    return any(xml.name(each) == wanted for each in element.iterancestors())


def _entry(structure: xml.Element) -> Entry:
    kind = xml.attribute(structure, "type").lower()
    type, subtype = _TYPES.get(kind) or (_guess(structure), "")
    return build_entry(type, subtype, xml.attribute(structure, "id"), _pairs(structure, type))


def _guess(structure: xml.Element) -> str:
    """The type as the levels of the titles tell it: `a` in something, `j` a journal, `m` a book,
    `u` unpublished."""
    levels = {
        xml.attribute(title, "level")
        for title in [
            *xml.children(structure, "analytic", "title"),
            *xml.children(structure, "monogr", "title"),
        ]
    }
    if any(xml.attribute(note, "type").startswith("thesis") for note in structure.iter()):
        return "thesis"
    if "j" in levels:
        return "article" if xml.children(structure, "analytic") else "periodical"
    if xml.children(structure, "monogr", "meeting"):
        return "inproceedings" if xml.children(structure, "analytic") else "proceedings"
    if "u" in levels:
        return "unpublished"
    if xml.children(structure, "analytic", "title"):
        return "incollection" if xml.children(structure, "monogr", "title") else "misc"
    return "book" if xml.children(structure, "monogr", "imprint", "publisher") else "misc"


def _pairs(structure: xml.Element, type: str) -> Iterator[Pair]:
    inner, outer = xml.children(structure, "analytic"), xml.children(structure, "monogr")
    titled = any(xml.children(each, "title") for each in inner)
    for holder in inner:
        yield from _titles(holder, "title")
        yield from _people(holder, "author")
    for holder in outer:
        yield from _titles(holder, "container" if titled else "title")
        whole = not titled and not any(xml.children(each, "author") for each in inner)
        yield from _people(holder, "author" if whole else "bookauthor")
        yield from _monograph(holder)
    for series in xml.children(structure, "series"):
        yield from _titles(series, "series")
        yield from _scopes(series, {"volume": "number"} if type != "article" else {})
        yield from _people(series, "editor")
    for holder in (*inner, *outer, structure):
        yield from _rest(holder)
    for related in xml.children(structure, "relatedItem"):
        said = " ".join(" ".join(map(str, related.itertext())).split())
        yield "note", f"{xml.attribute(related, 'type')}: {said}".lstrip(": ")


def _titles(holder: xml.Element, field: str) -> Iterator[Pair]:
    for title in xml.children(holder, "title"):
        kind = xml.attribute(title, "type").lower()
        if kind.startswith("abbr") or kind in {"short", "alt"}:
            short = {"title": "shorttitle", "container": "shortjournal"}.get(field, "note")
            yield short, xml.words(title)
        elif kind in {"sub", "desc"}:
            yield ("subtitle" if field == "title" else "note"), xml.words(title)
        else:
            yield field, xml.words(title)


def _people(holder: xml.Element, author: str) -> Iterator[Pair]:
    for each in holder:
        kind = xml.name(each)
        if kind == "author":
            yield author, _person(each)
        elif kind == "editor":
            yield _ROLES.get(xml.attribute(each, "role").lower(), "editor"), _person(each)
        elif kind == "respStmt":
            said = xml.text(each, "resp").lower()
            role = "translator" if "transl" in said else "editor" if "ed" in said else "editora"
            for name in xml.every(each, "name", "persName", "orgName"):
                yield role, _person(name)


def _person(element: xml.Element) -> str:
    family = " ".join(xml.words(each) for each in xml.every(element, "surname"))
    if not family:
        body = next(xml.every(element, "orgName"), None)
        return f"{xml.words(body)}," if body is not None else xml.words(element)
    given = " ".join(_initial(xml.words(each)) for each in xml.every(element, "forename"))
    link = " ".join(xml.words(each) for each in xml.every(element, "nameLink"))
    suffix = " ".join(xml.words(each) for each in xml.every(element, "genName"))
    return ", ".join(
        filter(None, [f"{link} {family}".strip(), given or " " * bool(suffix), suffix])
    )


def _initial(name: str) -> str:
    """A lone letter is an initial, whose point GROBID leaves out."""
    return f"{name}." if len(name) == 1 and name.isalpha() else name


def _monograph(holder: xml.Element) -> Iterator[Pair]:
    for path, field in _FIELDS:
        for element in xml.children(holder, *path):
            yield field, xml.words(element)
    for imprint in xml.children(holder, "imprint"):
        yield from _scopes(imprint, {})
        for date in xml.children(imprint, "date"):
            kind = xml.attribute(date, "type").lower()
            when = xml.attribute(date, "when") or _span(date) or xml.words(date)
            yield ("urldate" if kind.startswith("access") else "date"), when
        for note in xml.children(imprint, "note"):
            yield _note(note)
    yield from _scopes(holder, {})
    for extent in xml.children(holder, "extent"):
        number, _, unit = xml.words(extent).partition(" ")
        counted = number.isdecimal() and unit.lower().startswith(("p", "s"))
        yield ("pagetotal", number) if counted else ("note", f"{number} {unit}")


def _span(date: xml.Element) -> str:
    """A range of dates as EDTF has it."""
    ends = [xml.attribute(date, end) for end in ("from", "to")]
    return "/".join(ends) if all(ends) else ends[0]


def _scopes(holder: xml.Element, otherwise: dict[str, str]) -> Iterator[Pair]:
    for scope in xml.children(holder, "biblScope"):
        unit = (xml.attribute(scope, "unit") or xml.attribute(scope, "type")).lower()
        field = otherwise.get(unit) or _SCOPES.get(unit)
        ends = [xml.attribute(scope, end) for end in ("from", "to")]
        said = xml.words(scope) or "-".join(filter(None, dict.fromkeys(ends)))
        yield (field, said) if field else ("note", f"{unit} {said}".strip())


def _rest(holder: xml.Element) -> Iterator[Pair]:
    """Identifiers, addresses and notes, which may stand at each level."""
    for each in [*xml.children(holder), *xml.children(holder, "imprint")]:
        for part in each:
            if xml.name(part) == "idno":
                yield from _identifier(part)
            elif xml.name(part) in {"ref", "ptr"}:
                yield "url", xml.attribute(part, "target")
            elif xml.name(part) == "note" and xml.name(each) != "imprint":
                yield _note(part)


def _identifier(element: xml.Element) -> Iterator[Pair]:
    kind = xml.attribute(element, "type")
    said = xml.words(element)
    if "arxiv" in kind.lower():
        yield "eprint", find_arxiv(f"arXiv:{said}") or said
        yield "eprinttype", "arxiv"
        return
    field = _IDENTIFIERS.get(kind.lower())
    yield (field, said) if field else ("note", f"{kind}: {said}" if kind else said)


def _note(element: xml.Element) -> Pair:
    kind = xml.attribute(element, "type").lower()
    return _NOTES.get(kind, "note"), xml.words(element)
