"""JATS XML, in which journals and PubMed Central keep articles (NISO Z39.96; BITS for books)."""

from __future__ import annotations

from citemgr.documents.draft import Draft
from citemgr.documents.tags import Element, parse
from citemgr.documents.xml_prose import Prose, Vocabulary
from citemgr.model import BlockKind, Document

_POINTERS = frozenset({"bibr", "fn", "table-fn", ""})


def _pointed(element: Element) -> tuple[str, ...]:
    if element.name != "xref" or element.get("ref-type") not in _POINTERS:
        return ()
    return tuple(element.get("rid").split())


VOCABULARY = Vocabulary(
    blocks={
        "p": BlockKind.PARAGRAPH,
        "title": BlockKind.HEADING,
        "article-title": BlockKind.HEADING,
        "disp-quote": BlockKind.QUOTATION,
        "list-item": BlockKind.LIST_ITEM,
        "table": BlockKind.TABLE,
        "td": BlockKind.PARAGRAPH,
        "th": BlockKind.PARAGRAPH,
        "code": BlockKind.CODE,
        "verse-group": BlockKind.PARAGRAPH,
        "attrib": BlockKind.PARAGRAPH,
    },
    apart=frozenset(
        "front body back sec abstract ack app app-group boxed-text caption fig fn-group list"
        " ref-list statement table-wrap title-group tr def-list def-item sub-article"
        " subtitle".split()
    ),
    skipped=frozenset(
        "journal-meta article-id article-categories contrib-group aff author-notes pub-date history"
        " permissions self-uri kwd-group counts funding-group custom-meta-group object-id graphic"
        " media inline-graphic disp-formula tex-math label volume issue fpage lpage elocation-id"
        " related-article supplementary-material processing-meta alt-text alt-title".split()
    ),
    notes=frozenset({"fn"}),
    references=frozenset({"ref"}),
    pointed=_pointed,
    quoted=lambda element: False,
    is_block=lambda element: True,
    parts={
        "surname": ",", "given-names": ",", "collab": ".", "year": ".", "article-title": ".",
        "source": ".", "volume": ",", "issue": ",", "fpage": "–", "lpage": ".", "edition": ".",
        "publisher-loc": ":", "publisher-name": ".", "chapter-title": ".", "pub-id": ".",
    },
)  # fmt: skip


def read(text: str, path: str) -> Document:
    """The document that the JATS `text` is."""
    root = parse(text, html=False)
    draft = Draft(path, "jats", source=text)
    article = root.find("article", "book", "book-part-wrapper")
    draft.language = article_language(article)
    prose = Prose(draft, VOCABULARY, root)
    prose.write(article or root)
    prose.close()
    return draft.document()


def article_language(article: Element | None) -> str | None:
    """The language that an article declares, as ISO 639-1."""
    code = article.get("lang").split("-")[0].lower() if article is not None else ""
    return code if len(code) == 2 else None
