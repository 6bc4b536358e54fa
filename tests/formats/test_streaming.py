"""A text that comes in pieces gives what the whole gives, however it is cut, record by record."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from citemgr.formats import gathered, read_entries, read_stream, stream_entries
from citemgr.formats.bib_blocks import blocks_of
from citemgr.formats.decoding import lines_of, read_text, text_pieces, to_text
from citemgr.formats.json_values import json_values
from citemgr.model import CitemgrError, Entry, Finding

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".bib")


def pieces_of(text: str, size: int) -> list[str]:
    """The text cut into pieces of that many characters."""
    return [text[at : at + size] for at in range(0, len(text), size)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("size", [7, 1000])
def test_pieces_give_what_the_whole_gives(path: Path, size: int) -> None:
    text = read_text(path)
    whole = read_entries(text, path=path.name)
    parts = gathered(read_stream(pieces_of(text, size), path=path.name))
    assert (parts.entries, parts.findings) == (whole.entries, whole.findings)


def test_a_record_is_read_before_the_next_one_is_there() -> None:
    def endless() -> Iterator[str]:
        number = 0
        while True:
            number += 1
            yield f"TY  - BOOK\nTI  - Volume {number}\nER  -\n"

    records = read_stream(endless(), "ris")
    written = stream_entries((each for each in records if isinstance(each, Entry)), "csl-json")
    first = "".join(next(written) for _ in range(4))
    assert '"title": "Volume 3"' in first


BIB = """% a file
@string{mind = "Mind"}
@article{turing, title = {Machines
@ the limit}, journal = mind, year = 1950}
@book{kuhn, title = {Structure} year = 1962}
@book{broken, title = {never closed
@book{kuhn, title = {Again}}
@comment{the end}
"""


@pytest.mark.parametrize("size", [1, 50, 400])
def test_a_bib_file_is_cut_where_no_block_is(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citemgr.formats.bib_blocks.PARCEL", size)
    text = BIB * 3
    blocks = list(blocks_of(pieces_of(text, 11)))
    assert "".join(block.text for block in blocks) == text
    monkeypatch.undo()
    assert [(each.kind, each.key) for each in blocks] == [
        (each.kind, each.key) for each in blocks_of([text])
    ]


LINES = st.lists(st.text("ab\r\n\u2028\x85", max_size=6), max_size=6)


@example(["\r", "", "\n"])
@given(LINES)
def test_lines_end_where_python_ends_them(pieces: list[str]) -> None:
    expected = io.StringIO("".join(pieces), newline=None).read().split("\n")
    assert list(lines_of(pieces)) == (expected if expected[-1] else expected[:-1])


ENCODED = "TY  - BOOK\nTI  - Über “Würde” – naïve\nER  -\n"


@pytest.mark.parametrize(
    "data",
    [
        ENCODED.encode(),
        ENCODED.encode("utf-8-sig"),
        ENCODED.encode("cp1252"),
        ENCODED.encode("utf-16"),
        ENCODED.encode("utf-16-le"),
        ENCODED.encode("utf-16-be"),
        ENCODED.partition("–")[0].encode() + ENCODED.partition("naï")[0][-2:].encode("cp1252")
        + "naïve\nER  -\n".encode(),
        gzip.compress(ENCODED[:20].encode()) + gzip.compress(ENCODED[20:].encode()),
    ],
    ids=["utf-8", "marked", "windows", "utf-16", "le", "be", "mixed", "gzip of two members"],
)  # fmt: skip
def test_encodings_in_the_wild(data: bytes) -> None:
    assert to_text(data) == ENCODED


DECLARED = [
    "utf-8", "latin-1", "iso-8859-15", "cp1252", "koi8-r", "shift_jis", "utf-16", "utf-7", "idna",
    "punycode", "undefined", "unicode_escape", "base64", "rot13", "cp037", "none-such",
]  # fmt: skip


@pytest.mark.parametrize("name", DECLARED)
def test_whatever_a_file_declares_it_is_text(name: str) -> None:
    for head in (f"% Encoding: {name}\n", f'<?xml version="1.0" encoding="{name}"?>\n'):
        assert to_text(head.encode() + b"plain words \xe9 \xff+AGE-\n").startswith(head)
    assert to_text(f"% Encoding: {name}\nplain".encode()).endswith("plain")


def test_a_declared_encoding_is_used() -> None:
    page = '<?xml version="1.0" encoding="koi8-r"?><mods><note>Слово</note></mods>'
    assert "Слово" in to_text(page.encode("koi8-r"))


class _Pipe(io.RawIOBase):
    """A stream that cannot go back, and gives a few bytes at a time."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._data.readinto(memoryview(buffer)[:13])


def test_packed_files_come_through_a_pipe() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("export.ris", ENCODED)
    for data in (archive.getvalue(), gzip.compress(ENCODED.encode())):
        assert "".join(text_pieces(io.BufferedReader(_Pipe(data)))) == ENCODED


def test_a_packed_file_that_ends_in_the_middle_is_one_error() -> None:
    with pytest.raises(CitemgrError, match="damaged archive"):
        to_text(gzip.compress(b"TY  - BOOK\n" * 1000)[:-20])


JSON = '[{"title": "a\\ud83d\\ude00\\ud800"},\n {"title": "b"},\n {"title": },\n {"title": "c"}]'


@pytest.mark.parametrize("size", [1, 5, 1000])
def test_values_of_json_are_read_one_by_one(size: int) -> None:
    values = list(json_values(pieces_of(JSON, size)))
    read = [value for value in values if not isinstance(value, Finding)]
    assert read == [(1, {"title": "a😀\ufffd"}), (2, {"title": "b"}), (4, {"title": "c"})]
    assert [value.line for value in values if isinstance(value, Finding)] == [3]


def test_a_file_that_was_cut_off_gives_what_came() -> None:
    parsed = read_entries('[{"id": "a", "title": "A"},\n{"id": "b", "ti', "csl-json", "x.json")
    assert [entry.key for entry in parsed.entries] == ["a"]
    assert [finding.line for finding in parsed.findings] == [2]


@settings(max_examples=50)
@given(st.text('[]{},:"\\ \n1au', max_size=40), st.integers(1, 9))
def test_any_text_is_values_or_one_error(text: str, size: int) -> None:
    def outcome(pieces: list[str]) -> object:
        try:
            return list(json_values(pieces))
        except CitemgrError as error:
            return str(error)

    assert outcome(pieces_of(text, size)) == outcome([text])
