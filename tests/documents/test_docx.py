"""Word: what is part of the text, notes, styles, and the citations of reference managers."""

from __future__ import annotations

import io
import json
import zipfile

from citemgr.documents import read_bytes
from citemgr.model import BlockKind, Document, Locator
from citemgr.values import Name, Names

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str, **parts: str) -> Document:
    """A Word file of the paragraphs `body`; `parts` are other files of it by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, inside in parts.items():
            folder = "customXml" if name == "item1" else "word"
            archive.writestr(f"{folder}/{name}.xml", inside)
    return read_bytes(out.getvalue(), "file.docx")


def p(*runs: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{''.join(runs)}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def field(code: str, result: str) -> str:
    code = code.replace("&", "&amp;").replace("<", "&lt;")
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def test_deletions_and_comments_are_out_and_insertions_in() -> None:
    document = word(
        p(
            r("Kept "),
            "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
            f"<w:ins>{r('added')}</w:ins>",
            "<w:r><w:commentReference w:id='1'/></w:r>",
            r(" secret", "<w:vanish/>"),
            "<w:moveFrom>" + r(" moved") + "</w:moveFrom>",
        )
    )
    assert document.text == "Kept added"


def test_notes_stand_behind_the_text_with_their_anchors() -> None:
    notes = (
        f'<w:footnotes {W}><w:footnote w:type="separator" w:id="0"/>'
        f'<w:footnote w:id="2">{p(r("First."))}</w:footnote>'
        f'<w:footnote w:id="5">{p(r("Second."))}</w:footnote></w:footnotes>'
    )
    ends = f'<w:endnotes {W}><w:endnote w:id="2">{p(r("At the end."))}</w:endnote></w:endnotes>'
    document = word(
        p(
            r("One"),
            '<w:r><w:footnoteReference w:id="5"/></w:r>',
            r(" two"),
            '<w:r><w:footnoteReference w:id="2"/></w:r>',
            r(" three"),
            '<w:r><w:endnoteReference w:id="2"/></w:r>',
        ),
        footnotes=notes,
        endnotes=ends,
    )
    found = [
        (note.label, note.span.of(document.text), note.anchors[0].of(document.text))
        for note in document.notes
    ]
    assert found == [("1", "Second.", "¹"), ("2", "First.", "²"), ("i", "At the end.", "[i]")]
    assert document.origin.place(document.text.index("Second")).note == "1"


def test_styles_and_indents_make_block_quotations() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/>'
        '</w:style><w:style w:type="paragraph" w:styleId="Z2"><w:basedOn w:val="Zitat"/>'
        '<w:name w:val="mine"/></w:style><w:style w:type="paragraph" w:styleId="b1">'
        '<w:name w:val="heading 1"/></w:style></w:styles>'
    )
    document = word(
        p(r("Head"), style="b1")
        + p(r("Before."))
        + p(r("First part."), style="Zitat")
        + p(r("Second part."), style="Z2")
        + p(r("After."))
        + p(r("Moved in."), properties='<w:ind w:left="720"/>')
        + p(r("Entry that hangs."), properties='<w:ind w:left="720" w:hanging="720"/>'),
        styles=styles,
    )
    quoted = [
        block.span.of(document.text)
        for block in document.blocks
        if block.kind is BlockKind.QUOTATION
    ]
    assert quoted == ["First part.\n\nSecond part.", "Moved in."]
    assert document.blocks[0].kind is BlockKind.HEADING


def test_a_zotero_field_is_a_citation_with_its_work() -> None:
    item = {
        "id": 7,
        "locator": "33",
        "label": "page",
        "prefix": "see",
        "itemData": {
            "id": 7,
            "type": "book",
            "title": "On Liberty",
            "author": [{"family": "Mill", "given": "J. S."}],
            "issued": {"date-parts": [["1859"]]},
        },
    }
    code = " ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationItems": [item]})
    document = word(p(r("Said "), field(code, "(see Mill 1859, 33)"), r(".")))
    (citation,) = document.citations
    assert citation.span.of(document.text) == "(see Mill 1859, 33)"
    assert citation.cited[0].locator == Locator("page", "33")
    (entry,) = document.entries
    assert (entry.key, entry.text("title")) == (citation.cited[0].key, "On Liberty")


def test_an_endnote_field_is_a_citation_with_its_work() -> None:
    code = (
        " ADDIN EN.CITE <EndNote><Cite><Author>Mill</Author><Year>1859</Year><RecNum>4</RecNum>"
        "<Pages>12</Pages><record><ref-type name='Book'>6</ref-type><contributors><authors>"
        "<author>Mill, John Stuart</author></authors></contributors><titles><title>On Liberty"
        "</title></titles><dates><year>1859</year></dates></record></Cite></EndNote>"
    )
    document = word(p(field(code, "(Mill 1859)")))
    assert document.citations[0].cited[0].locator == Locator("page", "12")
    (entry,) = document.entries
    assert entry.fields["author"] == Names((Name(family="Mill", given="John Stuart"),))


def test_words_own_sources_are_entries() -> None:
    sources = (
        '<b:Sources xmlns:b="b"><b:Source><b:Tag>Mil59</b:Tag><b:SourceType>Book</b:SourceType>'
        "<b:Title>On Liberty</b:Title><b:Year>1859</b:Year><b:Author><b:Author><b:NameList>"
        "<b:Person><b:Last>Mill</b:Last><b:First>John</b:First></b:Person></b:NameList></b:Author>"
        "</b:Author></b:Source></b:Sources>"
    )
    document = word(p(field(r" CITATION Mil59 \p 3 \l 1033 ", "(Mill, 1859)")), item1=sources)
    assert document.citations[0].cited[0].key == "Mil59"
    assert document.citations[0].cited[0].locator == Locator("page", "3")
    assert [entry.text("title") for entry in document.entries] == ["On Liberty"]


def test_raised_runs_and_links_are_noted() -> None:
    document = word(
        p(
            r("x"),
            r("12", '<w:vertAlign w:val="superscript"/>'),
            field(' HYPERLINK "https://a.example/" ', "there"),
        )
    )
    assert [span.of(document.text) for span in document.superscripts] == ["12"]
    assert [(link.span.of(document.text), link.url) for link in document.hyperlinks] == [
        ("there", "https://a.example/")
    ]


def test_a_line_that_names_the_source_ends_a_block_quotation() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Quote"/>'
        "</w:style></w:styles>"
    )
    quoted = ("First words.", "More of them.", "— Ann Author, 1990", "Second words.", "— Bob")
    document = word("".join(p(r(words), style="Q") for words in quoted), styles=styles)
    found = [
        block.span.of(document.text)
        for block in document.blocks
        if block.kind is BlockKind.QUOTATION
    ]
    assert found == [
        "First words.\n\nMore of them.\n\n— Ann Author, 1990",
        "Second words.\n\n— Bob",
    ]
