"""The formats of bibliographies, in one table.

A format's module has `read(text, path) -> Parsed` where it can be read, and
`write(entries) -> Iterator[str]` where it can be written; where its records can be read one by one,
`stream(pieces, path) -> Iterator[Entry | Finding]` too. It is imported when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from citemgr.model import Entry, Finding


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation that the file itself keeps: the index of its entry, its words, its pages as
    printed, and what the reader wrote over it."""

    entry: int
    text: str
    pages: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a file holds: its entries, what is wrong with it, and the quotations it keeps."""

    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...] = ()
    quotations: tuple[Quoted, ...] = ()


def gathered(records: Iterable[Entry | Finding]) -> Parsed:
    """What a stream of entries and findings holds."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    for each in records:
        if isinstance(each, Finding):
            findings.append(each)
        else:
            entries.append(each)
    return Parsed(tuple(entries), tuple(findings))


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its module, its suffixes, its directions, and `sniff`, the pattern that is met in
    the first characters of its text (empty where only the suffix tells)."""

    name: str
    module: str
    suffixes: tuple[str, ...]
    reads: bool = True
    writes: bool = True
    sniff: str = ""


# What plain reference strings are asked for by. No module here reads them: `intake` has the engine
# do it.
REFERENCES = "references"

# A line of headings: the name of a column with titles or authors, and no year, which a reference
# has.
_NO_YEAR = r"\A(?![^\n]*\b(?:1[5-9]|20)\d\d\b)"
_HEADING = r"\s*\"?(?:[\w/]+ ){0,2}(?:title|authors?)(?: [\w/]+){0,2}\"?"

# The more telling a pattern is, the earlier it stands: the first that is met decides.
_TABLE = (
    Format("ris", "citemgr.formats.ris", (".ris",), sniff=r"(?m)^\s*TY  ?-"),
    Format("nbib", "citemgr.formats.nbib", (".nbib",), writes=False, sniff=r"(?m)^PMID ?- "),
    Format(
        "isi",
        "citemgr.formats.isi",
        (".isi", ".ciw"),
        writes=False,
        sniff=r"(?m)^(?:FN (?:ISI|Clarivate|Thomson|Inspec)|PT [A-Z]|PT\tAU\t)",
    ),
    Format("refer", "citemgr.formats.refer", (".enw", ".refer"), sniff=r"(?m)^%[0ATDJ] \S"),
    Format(
        "endnote-xml",
        "citemgr.formats.endnote_xml",
        (),
        sniff=r"<xml>\s*<records>|<records>\s*<record>|<ref-type\b",
    ),
    Format(
        "pubmed-xml",
        "citemgr.formats.pubmed_xml",
        (),
        writes=False,
        sniff=r"<(?:PubmedArticle|PubmedBookArticle|MedlineCitation)",
    ),
    Format(
        "jats",
        "citemgr.formats.jats",
        (".nxml", ".jats"),
        writes=False,
        sniff=r"JATS|<ref-list\b|<article\b[^>]*article-type",
    ),
    Format(
        "mods", "citemgr.formats.mods", (".mods",), sniff=r"loc\.gov/mods|<mods(?:Collection)?\b"
    ),
    Format(
        "word-xml",
        "citemgr.formats.word_xml",
        (),
        sniff=r"officeDocument/2006/bibliography|<b:Sources",
    ),
    Format(
        "citavi",
        "citemgr.formats.citavi",
        (".ctv6bak", ".ctv5bak", ".ctv6", ".ctv5"),
        writes=False,
        sniff=r"<CitaviExchangeData",
    ),
    Format(
        "zotero-rdf",
        "citemgr.formats.zotero_rdf",
        (".rdf",),
        writes=False,
        sniff=r"zotero\.org/namespaces/export|purl\.org/net/biblio#",
    ),
    Format(
        "marc",
        "citemgr.formats.marc",
        (".mrc", ".marc"),
        writes=False,
        sniff=r"\A\s*\d{5}[ -~]{5}22\d{5}[ -~]{3}4500",
    ),
    Format(
        "marc-xml",
        "citemgr.formats.marc_xml",
        (".marcxml",),
        writes=False,
        sniff=r"loc\.gov/MARC21/slim|<(?:\w+:)?datafield\b",
    ),
    Format(
        "tei",
        "citemgr.formats.tei",
        (".tei",),
        writes=False,
        sniff=r"www\.tei-c\.org/ns|<(?:listBibl|biblStruct)\b",
    ),
    Format(
        "csl-yaml",
        "citemgr.formats.csl_yaml",
        (".yaml", ".yml"),
        sniff=r"(?m)^(?:---\s*)?references:",
    ),
    Format("cff", "citemgr.formats.cff", (".cff",), sniff=r"(?m)^cff-version:"),
    Format(
        "hayagriva",
        "citemgr.formats.hayagriva",
        (".yml", ".yaml"),
        sniff=r"(?mi)^[\w.:-]+:\s*\n\s+(?:type|title|parent|author):",
    ),
    Format("zotero-json", "citemgr.formats.zotero_json", (".json",), sniff=r"\"itemType\"\s*:"),
    Format(
        "crossref-json",
        "citemgr.formats.crossref_json",
        (".json",),
        writes=False,
        sniff=r"\"message-type\"\s*:|\"reference-count\"\s*:",
    ),
    Format(
        "openalex-json",
        "citemgr.formats.openalex_json",
        (".json", ".jsonl"),
        writes=False,
        sniff=r"\"(?:id|openalex)\"\s*:\s*\"https://openalex\.org/W",
    ),
    Format(
        "datacite-json",
        "citemgr.formats.datacite_json",
        (".json", ".jsonl"),
        writes=False,
        sniff=r"\"type\"\s*:\s*\"dois\"|\"(?:resourceTypeGeneral|schemaOrg|publicationYear)\"\s*:"
        r"|\"nameIdentifiers\"\s*:",
    ),
    Format(
        "factiva",
        "citemgr.formats.factiva",
        (),
        writes=False,
        sniff=r"(?m)^\s{0,2}HD\s+\S[\s\S]*^\s{0,2}(?:WC|PD|SN)\s+\S"
        r"|^\s*[\d,.]+ (?:words|Wörter|mots|palabras|parole|woorden)"
        r"\s*\n\s*\d{1,2}\.? \w+ \d{4}\s*$",
    ),
    Format(
        "lexisnexis",
        "citemgr.formats.lexisnexis",
        (),
        writes=False,
        sniff=r"(?m)^\s*\d+ of \d+ DOCUMENTS?\s*$|^(?:LENGTH|Length): [\d,]+ words\s*$"
        r"|^(?:LOAD-DATE|Load-Date):",
    ),
    Format(
        "labelled-text",
        "citemgr.formats.labelled_text",
        (),
        writes=False,
        sniff=r"(?m)^(?:Publication title|Publication info|Document type|Headline|Byline"
        r"|Accession Number|Source type): ",
    ),
    Format(
        "web-page",
        "citemgr.formats.web_page",
        (".html", ".htm", ".xhtml"),
        writes=False,
        sniff=r"(?i)\A\s*(?:<!--(?:[^-]|-(?!->))*-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head)\b"
        r"|class=[\"']?Z3988",
    ),
    Format("bibtex", "citemgr.formats.bibtex", (".bib", ".bibtex"), sniff=r"(?m)^\s*@\w+\s*[{(]"),
    Format("biblatex", "citemgr.formats.biblatex", (".biblatex",)),
    Format(
        "csv",
        "citemgr.formats.csv_table",
        (".csv",),
        sniff=rf"(?i){_NO_YEAR}(?:[^\n]*[,;])?{_HEADING}\s*[,;\r\n]",
    ),
    Format(
        "tsv",
        "citemgr.formats.tsv_table",
        (".tsv",),
        sniff=rf"(?i){_NO_YEAR}(?:[^\n]*\t)?{_HEADING} *[\t\r\n]",
    ),
    Format("markdown", "citemgr.formats.markdown_list", (".md",), reads=False),
    Format("html", "citemgr.formats.html_list", (".html", ".htm"), reads=False),
    Format("csl-json", "citemgr.formats.csl_json", (".json",), sniff=r"^\s*[\[{]"),
)
FORMATS: Mapping[str, Format] = {format.name: format for format in _TABLE}
