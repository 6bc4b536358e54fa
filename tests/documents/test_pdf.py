"""PDF: columns, hyphens, running heads, notes and places, on small files written here."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from citemgr.documents import read_bytes
from citemgr.documents.pace import watched
from citemgr.model import BlockKind, CitemgrError, Document

pytest.importorskip("pypdfium2", reason="PDF needs the extra `pdf`")

# A line: from the left, from the foot, size, words; "^" before a word raises it.
Line = tuple[float, float, float, str]


def pdf(
    *pages: Sequence[Line], rotate: int = 0, trailer: str = "", more: Sequence[str] = ()
) -> bytes:
    """A PDF file of the lines of each page, in Times, Windows' characters."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(count))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]/MediaBox[0 0 600 800]"
        "/Resources<</Font<</F 3 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    ]
    for at, lines in enumerate(pages):
        shown = "\n".join(drawn(line, rotate) for line in lines)
        content = f"BT {shown} ET"
        objects.append(f"<</Type/Page/Parent 2 0 R/Rotate {rotate}/Contents {5 + 2 * at} 0 R>>")
        objects.append(f"<</Length {len(content.encode('cp1252'))}>>stream\n{content}\nendstream")
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate([*objects, *more], start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return out + (
        f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
        f"trailer<</Root 1 0 R/Size {len(places) + 1}{trailer}>>\nstartxref\n{len(out)}\n%%EOF"
    ).encode("ascii")


def drawn(line: Line, rotate: int) -> str:
    """PDF's operators for a line; on a page that is shown turned, it is written turned."""
    left, foot, size, words = line
    matrix = f"0 1 -1 0 {800 - foot} {left}" if rotate == 90 else f"1 0 0 1 {left} {foot}"
    parts = []
    for part in re.split(r"(\^\w+)", words):
        text = part.lstrip("^").replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        if part.startswith("^"):
            parts.append(f"/F {size * 0.7:.1f} Tf {size * 0.35:.1f} Ts ({text}) Tj 0 Ts")
        elif part:
            parts.append(f"/F {size} Tf ({text}) Tj")
    return f"{matrix} Tm {' '.join(parts)}"


def lines(text: str, left: float = 60, top: float = 700, size: float = 10) -> list[Line]:
    """Lines below each other; a blank in front of a line moves it in by an em."""
    return [
        (left + size * (len(line) - len(line.lstrip())), top - 12 * at, size, line.strip())
        for at, line in enumerate(text.strip("\n").split("\n"))
        if line.strip()
    ]


def paragraphs(document: Document) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks if b.kind is BlockKind.PARAGRAPH]


LEFT = """In the beginning of the left column
a sentence begins that goes on over
the line end and further on and on
until the column ends without a stop
somewhere below the middle of the"""
RIGHT = """page and is taken up in the second
column, where it ends at last. After
it another sentence stands, and then
a few words more, to fill the lines
that make this side a column too."""


def test_columns_are_read_one_after_the_other_below_a_title_across() -> None:
    title = [(100.0, 750.0, 18.0, "A title that stands across both of the columns")]
    document = read_bytes(pdf(title + lines(LEFT) + lines(RIGHT, left=320)), "file.pdf")
    (text,) = paragraphs(document)
    assert text == " ".join(f"{LEFT} {RIGHT}".split())
    assert document.blocks[0].kind is BlockKind.HEADING


def test_columns_written_line_by_line_are_told_apart() -> None:
    mixed = [
        line for pair in zip(lines(LEFT), lines(RIGHT, left=235), strict=True) for line in pair
    ]
    text = read_bytes(pdf(mixed), "file.pdf").text
    assert "below the middle of the page and is taken up" in text


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the publi-", "cation of it", "the publication of it"),
        ("a self-", "taught man", "a self-taught man"),
        ("said Jean-", "Paul Marat", "said Jean-Paul Marat"),
        ("both pre-", "and post-war", "both pre- and post-war"),
        ("from 1914-", "1918 on", "from 1914-1918 on"),
        ("a dash -", "and on", "a dash - and on"),
    ],
)
def test_hyphens_at_line_ends(first: str, second: str, whole: str) -> None:
    page = lines(f"{first}\n{second} and more words\nwhile self-taught stands here as well.")
    assert whole in read_bytes(pdf(page), "file.pdf").text


def test_a_word_parted_over_pages_is_whole() -> None:
    pages = [lines(f"{LEFT} publi-"), lines("cation that follows on the next page.\nIt ends here.")]
    assert "of the publication that follows" in read_bytes(pdf(*pages), "file.pdf").text


NUMBERS = ("first", "second", "third", "fourth", "fifth", "sixth")


def book(count: int, first: int) -> list[list[Line]]:
    """Pages with a running head, a page number, and one sentence each."""
    return [
        [
            (60, 770, 9, "On the shape of books"),
            *lines(
                "\n".join(
                    f"The {word} line of this page holds w{at} and {word} words."
                    for word in NUMBERS
                )
            ),
            (300, 30, 9, str(first + at)),
        ]
        for at in range(count)
    ]


def test_running_heads_go_and_printed_numbers_are_places() -> None:
    document = read_bytes(pdf(*book(5, first=101)), "file.pdf")
    assert "shape of books" not in document.text
    assert "105" not in document.text
    for at in range(5):
        assert document.origin.place(document.text.index(f"w{at}")).page == str(101 + at)


def test_pages_without_numbers_are_counted() -> None:
    document = read_bytes(pdf(lines("One one one."), lines("Two two two.")), "file.pdf")
    assert document.origin.place(document.text.index("Two")).page == "2"


BODY = """A sentence of the body with a note^1 and some more words
after it, and then another one^2 that ends the page here."""


def test_footnotes_are_told_from_the_body_and_run_over() -> None:
    first = lines(BODY) + lines(
        "^1 Mill, On Liberty, p. 3.\n^2 This one is long and goes", 60, 90, 8
    )
    second = lines("The next page goes on in the body.") + lines(
        "on below that page, p. 4.", 60, 90, 8
    )
    document = read_bytes(pdf(first, second), "file.pdf")
    found = [
        (note.label, note.span.of(document.text), [a.of(document.text) for a in note.anchors])
        for note in document.notes
    ]
    assert found == [
        ("1", "Mill, On Liberty, p. 3.", ["1"]),
        ("2", "This one is long and goes on below that page, p. 4.", ["2"]),
    ]
    place = document.origin.place(document.text.index("below that"))
    assert (place.page, place.note) == ("2", "2")


def test_a_block_quotation_is_moved_in_on_the_left() -> None:
    text = """
Before the quotation there are some lines
that make the left margin what it is.

   These words are moved in, and so are
   these, for they are quoted.

   A second paragraph of the quotation
   follows it directly.

After it the text goes on as before it
with two further lines of its own."""
    document = read_bytes(pdf(lines(text)), "file.pdf")
    quoted = [b.span.of(document.text) for b in document.blocks if b.kind is BlockKind.QUOTATION]
    assert quoted == [
        "These words are moved in, and so are these, for they are quoted.\n\n"
        "A second paragraph of the quotation follows it directly."
    ]


def test_a_caption_does_not_part_a_paragraph() -> None:
    page = (
        lines(LEFT)
        + lines("Figure 3: What is shown.", top=600, size=9)
        + lines("page. It ends.", top=560)
    )
    document = read_bytes(pdf(page), "file.pdf")
    assert "the middle of the page. It ends." in document.text


def test_a_page_shown_turned_is_read_as_it_is_shown() -> None:
    document = read_bytes(pdf(lines(LEFT), rotate=90), "file.pdf")
    assert document.text == " ".join(LEFT.split())


def test_what_a_page_writes_upright_at_its_side_is_left_out() -> None:
    page = pdf([*lines(LEFT), (1, 1, 10, "STAMP")])
    stamped = page.replace(b"1 0 0 1 1 1 Tm", b"0 1 -1 0 20 300 Tm")
    assert read_bytes(stamped, "file.pdf").text == " ".join(LEFT.split())


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf([]), "no text, only pictures of pages"),
        (
            pdf(
                lines("Words."),
                trailer="/Encrypt 6 0 R/ID[<00><00>]",
                more=[
                    "<</Filter/Standard/V 1/R 2/P -4/O<" + "11" * 32 + ">/U<" + "22" * 32 + ">>>"
                ],
            ),
            "is encrypted",
        ),
        (b"%PDF-1.4\nnothing", "damaged"),
        (b"", "damaged"),
    ],
    ids=["pictures", "encrypted", "broken", "empty"],
)
def test_what_cannot_be_read_is_said(data: bytes, message: str) -> None:
    with pytest.raises(CitemgrError, match=message):
        read_bytes(data, "file.pdf", "pdf")


def test_a_long_file_is_read_page_by_page_and_tells_how_far_it_is() -> None:
    told: list[tuple[int, int, str]] = []

    def watch(done: int, of: int, what: str) -> None:
        told.append((done, of, what))

    with watched(watch):
        document = read_bytes(pdf(*book(450, first=1)), "file.pdf")
    assert told[0] == (0, 450, "pages")
    assert told[-1] == (450, 450, "pages")
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert document.origin.place(document.text.index("w449 ")).page == "450"


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
def test_a_terminal_shows_how_far_a_long_file_is(tmp_path: Path) -> None:
    file = tmp_path / "long.pdf"
    file.write_bytes(pdf(*book(450, first=1)))
    command = [sys.executable, "-m", "citemgr", "quotes", str(file)]
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as screen:
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=theirs, check=True)
        os.close(theirs)
        shown = screen.read(1000).decode()
    assert "Reading: 100 of 450 pages" in shown
