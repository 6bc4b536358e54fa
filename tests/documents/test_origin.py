"""Places are exact: what stands in the file at a place is what the document has there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citemgr.documents import read, read_text
from citemgr.documents.decoding import decode

# Formats whose files are not lines of text name paragraphs, pages or cells instead.
NO_LINES = {".docx", ".odt", ".rtf", ".epub", ".ipynb", ".pdf"}
WORD = re.compile(r"[^\W\d_]{2,}")


def words_at_their_places(source: str, text: str, place_of: object) -> int:
    lines = re.split(r"\r\n|\n|\r", source)
    count = 0
    for word in WORD.finditer(text):
        place = place_of(word.start())  # type: ignore[operator]
        found = lines[place.line - 1][place.column - 1 :]
        assert found.startswith(word[0]), f"{word[0]!r} is not at {place}"
        count += 1
    return count


def test_every_word_of_the_five_texts_stands_at_its_place(text_file: Path) -> None:
    if text_file.suffix in NO_LINES:
        places = [read(text_file).origin.place(at) for at in (0, 50, 400)]
        assert all(place.paragraph or place.line or place.page for place in places)
        return
    document = read(text_file)
    source = decode(text_file.read_bytes(), text_file.name)
    assert words_at_their_places(source, document.text, document.origin.place) > 50


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("format", ["text", "markdown", "html", "latex", "org", "rst"])
def test_line_ends_do_not_move_places(format: str, end: str) -> None:
    source = end.join(["First words", "go on here", "", "Second words", "end there", ""])
    document = read_text(source, "file", format)
    assert words_at_their_places(source, document.text, document.origin.place) == 9


def test_a_place_in_a_note_names_the_note() -> None:
    document = read_text(
        "<p>A<sup><a href='#n1'>1</a></sup></p><p id='n1'>1. Body</p>", "f", "html"
    )
    assert document.origin.place(document.text.index("Body")).note == "1"
    assert document.origin.place(0).note is None


def test_a_chapter_of_a_book_is_named(request: pytest.FixtureRequest) -> None:
    path = Path(__file__).parent / "cases" / "five" / "block.epub"
    document = read(path)
    place = document.origin.place(document.text.index("Of studies"))
    assert place.path.startswith(str(path))
    assert place.path.endswith(".xhtml")
    assert place.line is not None


def test_a_form_feed_ends_no_line() -> None:
    document = read_text("one\ftwo\nthree")
    assert document.origin.place(document.text.index("three")).line == 2
