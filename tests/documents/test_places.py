"""Every format's map of places: what a person finds at the named place is the word asked for.

A document of paragraphs, quotations, emphasis, links and notes is written in each format; each of
its words occurs once. In formats of lines the word stands at its line and column; in Word,
OpenDocument and RTF in the paragraph of that number, or in the note; in PDF on that page.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.documents import FORMATS, read_bytes


@dataclass(frozen=True)
class Part:
    """A paragraph: its words, how it looks, and the words of the note at its end, if it has one."""

    words: tuple[str, ...]
    look: str
    note: tuple[str, ...]


LOOKS = ("plain", "emphasis", "link", "quotation")


@st.composite
def parts(draw: st.DrawFn) -> list[Part]:
    """Paragraphs of words that all differ: a letter or two of any kind, and a number in letters."""
    letters = st.text("abcdefäßéxyz", min_size=2, max_size=6)
    sizes = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(LOOKS), st.integers(0, 3)),
                     min_size=1, max_size=6)  # fmt: skip
    count = 0

    def some(number: int) -> tuple[str, ...]:
        nonlocal count
        found = []
        for _ in range(number):
            count += 1
            found.append(f"{draw(letters)}q{numbered(count)}q")
        return tuple(found)

    return [Part(some(words), look, some(note)) for words, look, note in draw(sizes)]


def numbered(count: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(count))


def joined(
    look: dict[str, str], note: str, ends: tuple[str, str], listed: str = "", head: str = ""
) -> Callable[[Sequence[Part]], str]:
    """A writer: what each look makes of words `{}`, how a note `{label}` of words `{}` is anchored,
    what stands around a paragraph, and how notes are listed at the end if they are."""

    def write(document: Sequence[Part]) -> str:
        out, notes = [head], []
        label = 0
        for part in document:
            words = look.get(part.look, "{}").replace("{}", " ".join(part.words))
            if part.note:
                label += 1
                body = " ".join(part.note)
                words += note.replace("{label}", str(label)).replace("{}", body)
                notes.append(listed.replace("{label}", str(label)).replace("{}", body))
            out.append(ends[0] + words + ends[1])
        return "".join([*out, *notes])

    return write


LIGHT = ("", "\n\n")
TEXTS: dict[str, Callable[[Sequence[Part]], str]] = {
    "text": joined({"quotation": "> {}"}, "[{label}]", LIGHT, "[{label}] {}\n"),
    "markdown": joined(
        {"emphasis": "*{}*", "link": "[{}](https://a.example)", "quotation": "> {}"},
        "[^{label}]", LIGHT, "[^{label}]: {}\n",
    ),
    "html": joined(
        {"emphasis": "<em>{}</em>", "link": '<a href="https://a.example">{}</a>',
         "quotation": "<q>{}</q>"},
        '<sup><a href="#n{label}">{label}</a></sup>', ("<p>\n ", "\n</p>"),
        '<p id="n{label}">{label}. {}</p>',
    ),
    "latex": joined(
        {"emphasis": r"\emph{{}}", "link": r"\said{{}}", "quotation": r"\enquote{{}}"},
        r"\footnote{{}}", LIGHT, head="\\newcommand{\\said}[1]{\\emph{#1}}\n\n",
    ),
    "typst": joined(
        {"emphasis": "_{}_", "link": '#link("https://a.example")[{}]',
         "quotation": "#quote(block: true)[{}]"},
        "#footnote[{}]", LIGHT,
    ),
    "org": joined({"emphasis": "/{}/", "link": "[[https://a.example][{}]]"}, "[fn:{label}]", LIGHT,
                  "[fn:{label}] {}\n\n"),
    "rst": joined({"emphasis": "*{}*", "link": "`{} <https://a.example>`_"}, " [{label}]_", LIGHT,
                  ".. [{label}] {}\n"),
    "asciidoc": joined({"emphasis": "_{}_", "link": "https://a.example[{}]"}, "footnote:[{}]",
                       LIGHT),
    "mediawiki": joined({"emphasis": "''{}''", "link": "[https://a.example {}]",
                         "quotation": "<blockquote>{}</blockquote>"}, "<ref>{}</ref>", LIGHT),
    "jats": joined(
        {"emphasis": "<italic>{}</italic>", "quotation": "<disp-quote><p>{}</p></disp-quote>"},
        "<fn><p>{}</p></fn>", ("<p>", "</p>\n"), head="<article><body>",
    ),
    "tei": joined({"emphasis": "<hi>{}</hi>", "quotation": "<quote>{}</quote>"},
                  '<note place="foot">{}</note>', ("<p>", "</p>\n"), head="<TEI><text><body>"),
}  # fmt: skip


@pytest.mark.parametrize("format", sorted(TEXTS))
@settings(max_examples=25, deadline=None)
@given(document=parts())
def test_a_word_stands_at_its_line_and_column(format: str, document: list[Part]) -> None:
    source = TEXTS[format](document)
    read = read_bytes(source.encode(), "file", format)
    lines = source.split("\n")
    for word in all_words(document):
        place = read.origin.place(read.text.index(word))
        assert place.line is not None and place.column is not None
        assert lines[place.line - 1][place.column - 1 :].startswith(word)


@settings(max_examples=25, deadline=None)
@given(document=parts())
def test_a_word_of_a_notebook_stands_in_its_cell(document: list[Part]) -> None:
    sources = [TEXTS["markdown"]([part]) for part in document]
    cells = [{"cell_type": "markdown", "source": source} for source in sources]
    read = read_bytes(json.dumps({"cells": cells}).encode(), "file", "notebook")
    for number, part in enumerate(document):
        for word in part.words:
            place = read.origin.place(read.text.index(word))
            assert place.path == f"file/cell {number + 1}"
            assert place.line is not None and place.column is not None
            line = sources[number].split("\n")[place.line - 1]
            assert line[place.column - 1 :].startswith(word)


@settings(max_examples=15, deadline=None)
@given(document=parts())
def test_a_word_of_a_book_stands_in_its_chapter(document: list[Part]) -> None:
    pages = {f"c{at}.xhtml": TEXTS["html"]([part]) for at, part in enumerate(document)}
    items = "".join(
        f'<item id="i{at}" href="{name}" media-type="application/xhtml+xml"/>'
        for at, name in enumerate(pages)
    )
    spine = "".join(f'<itemref idref="i{at}"/>' for at in range(len(pages)))
    data = zipped(
        {
            "META-INF/container.xml": '<c><rootfile full-path="b.opf"/></c>',
            "b.opf": f"<p><manifest>{items}</manifest><spine>{spine}</spine></p>",
            **pages,
        }
    )
    read = read_bytes(data, "file", "epub")
    for word in all_words(document):
        place = read.origin.place(read.text.index(word))
        page = pages[place.path.rpartition("/")[2]]
        assert place.line is not None and place.column is not None
        assert page.split("\n")[place.line - 1][place.column - 1 :].startswith(word)


def docx(document: Sequence[Part]) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body, notes = [], []
    for number, part in enumerate(document):
        runs = "".join(f"<w:r><w:t xml:space='preserve'>{word} </w:t></w:r>" for word in part.words)
        if part.note:
            runs += f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'
            words = f"<w:p><w:r><w:t>{' '.join(part.note)}</w:t></w:r></w:p>"
            notes.append(f'<w:footnote w:id="{number}">{words}</w:footnote>')
        body.append(f"<w:p>{runs}</w:p>")
    return zipped(
        {
            "word/document.xml": f"<w:document {space}><w:body>{''.join(body)}</w:body>"
            "</w:document>",
            "word/footnotes.xml": f"<w:footnotes {space}>{''.join(notes)}</w:footnotes>",
        }
    )


def odt(document: Sequence[Part]) -> bytes:
    body = "".join(
        f"<p>{' '.join(part.words)}"
        + f"<note><note-citation>{number}</note-citation><note-body><p>{' '.join(part.note)}</p>"
        "</note-body></note>" * bool(part.note) + "</p>"
        for number, part in enumerate(document)
    )
    return f"<?xml version='1.0'?><document><body><text>{body}</text></body></document>".encode()


def rtf(document: Sequence[Part]) -> bytes:
    def escaped(words: Sequence[str]) -> str:
        return "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in " ".join(words))

    body = "".join(
        escaped(part.words) + f"{{\\footnote {escaped(part.note)}}}" * bool(part.note) + "\\par\n"
        for part in document
    )
    return f"{{\\rtf1 {body}}}".encode()


PARAGRAPHS: dict[str, Callable[[Sequence[Part]], bytes]] = {"docx": docx, "odt": odt, "rtf": rtf}


@pytest.mark.parametrize("format", sorted(PARAGRAPHS))
@settings(max_examples=25, deadline=None)
@given(document=parts())
def test_a_word_stands_in_its_paragraph_or_note(format: str, document: list[Part]) -> None:
    read = read_bytes(PARAGRAPHS[format](document), "file", format)
    for number, part in enumerate(document, start=1):
        for word in part.words:
            assert read.origin.place(read.text.index(word)).paragraph == number
        for word in part.note:
            place = read.origin.place(read.text.index(word))
            (note,) = (each for each in read.notes if word in each.span.of(read.text))
            assert place.note == note.label
            assert part.words[-1] in read.text[: note.anchors[0].start].split()[-1]


def all_words(document: Sequence[Part]) -> list[str]:
    return [word for part in document for word in (*part.words, *part.note)]


def zipped(members: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_every_format_is_tried() -> None:
    elsewhere = {"notebook", "epub", "pdf"}  # PDF: test_pdf.py
    assert set(FORMATS) == {*TEXTS, *PARAGRAPHS, *elsewhere}
