"""What is not touched stays byte for byte; what is broken stays and is reported with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.bibliography import add, load, remove, render, replace, save
from citemgr.formats.bib_blocks import split_blocks
from citemgr.model import CitemgrError, Entry

FILE = """% my library
@string{ajp = "American Journal of " # physics}

@article{one, author = {{\\'E}cole, Marie}, title="A {NASA} story" , journal = ajp, year=2001
}
text between
@book{two, title = {No comma}
  year = 2003}
@book{one, title = {Twice}}
@misc{at, note = {a line
@that begins} }
@book{broken, title = {never closed
@comment{jabref-meta: x}
@preamble{"\\newcommand{\\x}{y}"}
@book{last, title = {Last}, month = jan # "~1", year = 1999}"""

TIDY = Path(__file__).parents[3] / "shared" / "data" / "bib" / "tidy"


def put(folder: Path, data: bytes) -> Path:
    path = folder / "library.bib"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_an_untouched_file_is_written_as_it_was(
    tmp_path: Path, encoding: str, newline: str
) -> None:
    data = (FILE.replace("\n", newline) + newline + "% é").encode(encoding)
    path = put(tmp_path, data)
    library = load(path)
    save(library)
    assert path.read_bytes() == data
    assert [entry.key for entry in library.entries] == ["one", "two", "one", "at", "last"]


def test_a_new_entry_is_added_and_all_else_stays(tmp_path: Path) -> None:
    path = put(tmp_path, FILE.encode("utf-16"))
    save(add(load(path), [Entry("book", "new", {"title": "Ünew"})]))
    text = path.read_bytes().decode("utf-16")
    assert text.startswith(FILE)
    assert "@book{new,\n  title = {Ünew},\n}" in text


def test_one_entry_is_replaced_or_removed(tmp_path: Path) -> None:
    library = load(put(tmp_path, FILE.encode()))
    replaced = render(replace(library, "two", Entry("book", "two", {"title": "Mended"})))
    assert "No comma" not in replaced and "Mended" in replaced
    assert replaced.replace("@book{two,\n  title = {Mended},\n}\n", "") in FILE.replace(
        "@book{two, title = {No comma}\n  year = 2003}", ""
    )
    assert "Last" not in render(remove(library, "last"))


def test_findings_say_the_place(tmp_path: Path) -> None:
    path = put(tmp_path, FILE.encode())
    found = [(each.code, each.line, each.column, each.path) for each in load(path).findings]
    assert found == [
        ("B104", 2, 40, str(path)),
        ("B103", 7, 1, str(path)),
        ("B102", 9, 1, str(path)),
        ("B101", 12, 1, str(path)),
    ]


def test_strings_and_joined_values_are_read(tmp_path: Path) -> None:
    entries = {entry.key: entry for entry in load(put(tmp_path, FILE.encode())).entries}
    assert entries["at"].text("note") == "a line @that begins"
    assert entries["two"].fields["title"] == "No comma"


def test_a_key_that_is_taken_is_refused(tmp_path: Path) -> None:
    library = load(put(tmp_path, FILE.encode()))
    with pytest.raises(CitemgrError, match="has the key ONE already"):
        add(library, [Entry("book", "ONE")])


@given(st.text(alphabet='@{}(),="#%\\ \nabc1é', max_size=120))
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(block.text for block in split_blocks(text)) == text


@given(st.binary(max_size=200))
def test_any_bytes_survive(data: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        path = put(Path(folder), data)
        save(load(path))
        assert path.read_bytes() == data


@pytest.mark.skipif(not TIDY.is_dir(), reason="the collection of real .bib files is not here")
def test_real_files_survive(tmp_path: Path) -> None:
    files = sorted(TIDY.rglob("*.bib"))
    assert files
    for path in files:
        data = path.read_bytes()
        library = load(path)
        assert render(library).encode(library.encoding, errors="surrogateescape") == data, path
