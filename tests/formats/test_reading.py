"""Each file beside its entries as BibLaTeX; its format is told from the content alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from citemgr.formats import read_entries, told_format, write_entries
from citemgr.formats.decoding import read_text, to_text
from citemgr.model import CitemgrError

CASES = Path(__file__).parent / "cases"
# File -> its format, and the lines of its broken records.
FILES = {
    "proquest.ris": ("ris", []),
    "pubmed.nbib": ("nbib", [19]),
    "wos.isi": ("isi", []),
    "wos-tab.ciw": ("isi", []),
    "book.enw": ("refer", []),
    "endnote.xml": ("endnote-xml", []),
    "pubmed.xml": ("pubmed-xml", []),
    "library.mods": ("mods", []),
    "word.xml": ("word-xml", []),
    "CITATION.cff": ("cff", []),
    "works.yml": ("hayagriva", []),
    "zotero.json": ("zotero-json", []),
    "scopus.csv": ("csv", [3]),
    "pandoc.yaml": ("csl-yaml", []),
    "factiva.txt": ("factiva", []),
    "proquest.txt": ("labelled-text", [23]),
    "crossref.json": ("crossref-json", []),
    "article.nxml": ("jats", [7]),
    "list.tei": ("tei", [32]),
    "zotero.rdf": ("zotero-rdf", [48]),
    "catalogue.marcxml": ("marc-xml", [29]),
    "sudoc.marcxml": ("marc-xml", []),
    "catalogue.mrc": ("marc", [None]),
    "datacite.json": ("datacite-json", [1, 1]),
    "lexis-old.txt": ("lexisnexis", []),
    "lexis-new.txt": ("lexisnexis", [43]),
    "factiva-bare.txt": ("factiva", []),
    "ebsco.txt": ("labelled-text", []),
    "proquest-info.txt": ("labelled-text", []),
    "article.html": ("web-page", [24]),
    "news.htm": ("web-page", []),
    "openalex.jsonl": ("openalex-json", [2]),
}


@pytest.mark.parametrize("name", FILES)
def test_the_format_is_told_from_the_content(name: str) -> None:
    text = read_text(CASES / name)
    assert told_format(text).name == FILES[name][0]
    assert told_format(text, name).name == FILES[name][0]


@pytest.mark.parametrize("name", FILES)
def test_entries(name: str) -> None:
    parsed = read_entries(read_text(CASES / name), path=name)
    expected = (CASES / f"{name}.bib").read_text(encoding="utf-8")
    assert write_entries(parsed.entries, "biblatex") == expected
    assert [finding.line for finding in parsed.findings] == FILES[name][1]


def test_a_text_of_no_format_is_one_clear_error() -> None:
    with pytest.raises(CitemgrError, match="in no known format"):
        read_entries("Dear reader, this is a letter.", path="letter.txt")


def test_an_unknown_format_is_named_with_the_known_ones() -> None:
    with pytest.raises(CitemgrError, match="no format is called 'word'; known are: ris"):
        read_entries("", "word")


@pytest.mark.parametrize("text", ["[{", '{"a": }', "{]"])
def test_broken_json_has_its_place(text: str) -> None:
    with pytest.raises(CitemgrError) as raised:
        read_entries(text, "csl-json", "x.json")
    assert (raised.value.path, raised.value.line) == ("x.json", 1)


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    import gzip

    with pytest.raises(CitemgrError, match="more than a bibliography can hold"):
        to_text(gzip.compress(b" " * 30_000_000), "bomb.gz")


def test_what_needs_an_extra_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "pymarc.marc8", None)
    with pytest.raises(CitemgrError, match=r"is in MARC-8, .* pip install 'citemgr\[marc\]'"):
        read_text(CASES / "catalogue.mrc")


XML = [name for name in FILES if name.endswith((".xml", ".mods", ".nxml", ".tei", ".rdf"))]


@pytest.mark.parametrize("name", [*XML, "catalogue.marcxml", "sudoc.marcxml"])
def test_damaged_xml_comes_in_as_far_as_it_goes_and_is_told(name: str) -> None:
    lines = read_text(CASES / name).splitlines()
    whole = read_entries("\n".join(lines), path=name)
    cut = "\n".join(lines[: len(lines) * 3 // 4])
    parsed = read_entries(cut, FILES[name][0], "cut.xml")
    assert 0 < len(parsed.entries) <= len(whole.entries)
    assert [each.line for each in parsed.findings if "well-formed" in each.message] != []


def test_packed_files_are_read() -> None:
    import gzip
    import io
    import zipfile

    data = (CASES / "proquest.ris").read_bytes()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "short")
        archive.writestr("export.ris", data)
    assert to_text(buffer.getvalue()) == to_text(gzip.compress(data)) == data.decode()


def test_entities_are_not_resolved() -> None:
    (entry,) = read_entries(read_text(CASES / "pubmed.xml")).entries
    assert entry.text("title") == "A title with italics in it"
    many = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9)
    )
    bomb = f"{many}]><mods><titleInfo><title>&j;</title></titleInfo></mods>"
    assert len(str(read_entries(bomb, "mods").entries)) < 1000


CITAVI = """<CitaviExchangeData Version="6.8.0.0">
<Persons><Person id="p1"><FirstName>Jean</FirstName><LastName>Rousseau</LastName></Person></Persons>
<Publishers><Publisher id="h1"><Name>Rey</Name></Publisher></Publishers>
<References><Reference id="r1"><ReferenceType>Book</ReferenceType><Title>Du contrat social</Title>
<Year>1762</Year></Reference></References>
<ReferenceAuthors><OnetoN>r1;p1</OnetoN></ReferenceAuthors>
<ReferencePublishers><OnetoN>r1;h1</OnetoN></ReferencePublishers>
<KnowledgeItems><KnowledgeItem id="k1"><ReferenceID>r1</ReferenceID>
<QuotationType>1</QuotationType><Text>L’homme est né libre</Text>
<PageRange>&lt;sp&gt;&lt;n&gt;3&lt;/n&gt;&lt;os&gt;3&lt;/os&gt;&lt;/sp&gt;</PageRange>
</KnowledgeItem></KnowledgeItems></CitaviExchangeData>"""


def test_quotations_of_a_citavi_project_come_with_their_entry() -> None:
    parsed = read_entries(CITAVI)
    (quoted,) = parsed.quotations
    entry = parsed.entries[quoted.entry]
    assert (quoted.text, quoted.pages) == ("L’homme est né libre", "3")
    assert write_entries([entry.with_key("r")], "bibtex") == (
        "@book{r,\n  author = {Rousseau, Jean},\n  title = {Du contrat social},\n"
        "  publisher = {Rey},\n  year = {1762},\n}\n"
    )
