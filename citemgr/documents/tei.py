"""TEI XML, in which editions and GROBID keep texts (TEI P5 Guidelines)."""

from __future__ import annotations

from citemgr.documents.draft import Draft
from citemgr.documents.jats import article_language
from citemgr.documents.tags import Element, Words, parse
from citemgr.documents.xml_prose import Prose, Vocabulary
from citemgr.model import BlockKind, Document

_BLOCKS_IN_QUOTE = ("p", "lg", "ab", "sp", "list")
_AROUND = frozenset({"div", "body", "cit", "epigraph", "text", "front", "back"})
_MARKS = frozenset("\"'“”„«»‘’‹›「『")


def _pointed(element: Element) -> tuple[str, ...]:
    if element.name not in {"ref", "ptr"}:
        return ()
    return tuple(each[1:] for each in element.get("target").split() if each.startswith("#"))


def _is_block(element: Element) -> bool:
    """Whether a quotation is set off: it holds blocks, says so, or is `display`."""
    if element.name in {"epigraph", "cit"}:
        return element.name == "epigraph"
    return element.find(*_BLOCKS_IN_QUOTE) is not None or element.get("rend") in {
        "block", "display", "blockquote",
    }  # fmt: skip


def _quoted(element: Element) -> bool:
    if element.name not in {"q", "quote", "said", "soCalled"} or _is_block(element):
        return False
    return element.begins()[:1] not in _MARKS and element.get("rend") != "none"


VOCABULARY = Vocabulary(
    blocks={
        "p": BlockKind.PARAGRAPH,
        "ab": BlockKind.PARAGRAPH,
        "l": BlockKind.PARAGRAPH,
        "head": BlockKind.HEADING,
        "quote": BlockKind.QUOTATION,
        "epigraph": BlockKind.QUOTATION,
        "item": BlockKind.LIST_ITEM,
        "table": BlockKind.TABLE,
        "cell": BlockKind.PARAGRAPH,
        "egXML": BlockKind.CODE,
        "eg": BlockKind.CODE,
    },
    apart=frozenset(
        "text front body back div div1 div2 div3 div4 lg sp speaker list listbibl titlepage byline"
        " closer opener salute signed dateline trailer argument row figure figdesc group"
        " floatingtext doctitle".split()
    ),
    skipped=frozenset({"teiheader", "fw", "facsimile", "del", "sic", "orig", "formula", "graphic"}),
    notes=frozenset({"note"}),
    references=frozenset({"biblstruct", "biblfull"}),
    pointed=_pointed,
    quoted=_quoted,
    is_block=_is_block,
    parts={
        "surname": ",", "forename": ",", "title": ".", "date": ".", "pubplace": ":",
        "publisher": ".", "biblscope": ",", "idno": ".", "orgname": ".",
    },
)  # fmt: skip


def read(text: str, path: str) -> Document:
    """The document that the TEI `text` is."""
    root = parse(text, html=False)
    draft = Draft(path, "tei", source=text)
    tei = root.find("tei", "teicorpus")
    body = root.find("text")
    draft.language = article_language(body) or article_language(tei)
    prose = Prose(draft, VOCABULARY, root)
    _mark_blocks(body or root)
    prose.write(body or root)
    prose.close()
    return draft.document()


def _mark_blocks(root: Element) -> None:
    """Quotations that stand between blocks, not in a sentence, are set off."""
    for element in root.walk():
        if element.name not in _AROUND or element.name == "cit":
            continue
        if any(isinstance(each, Words) and each.text.strip() for each in element.children):
            continue
        for child in element.elements():
            for each in [child, *(child.elements() if child.name == "cit" else ())]:
                if each.name == "quote":
                    each.attributes.setdefault("rend", "block")
