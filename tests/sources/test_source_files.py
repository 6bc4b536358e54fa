"""Sources as files: what can be read, what is one clear error, what the cache gives back."""

from __future__ import annotations

from pathlib import Path

import pytest

from citemgr.checking import check
from citemgr.model import CitemgrError, Entry
from citemgr.sources import (
    Cache,
    file_of,
    find_paths,
    has_changed,
    keep,
    open_sources,
    read_register,
    read_source,
)
from citemgr.sources.reading import LARGEST_FILE

TEXT = (
    "The committee met in the old town hall — “at last”, said the mayor. Ende gut: größer.\n" * 60
)


def test_cache_gives_back_the_same_source(tmp_path: Path) -> None:
    path = tmp_path / "doe.txt"
    path.write_text(TEXT, encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    made = read_source(path, cache=cache)
    kept = read_source(path, cache=cache)
    assert list((tmp_path / "cache").iterdir())
    assert isinstance(made.data, bytes) and not isinstance(kept.data, bytes)
    for quote in ("met in the old town hall", "was met in the old town hall — “at last”, said he"):
        assert check(quote, made) == check(quote, kept)


@pytest.mark.parametrize("damage", [b"", b"citemgr-index\n{}", b"x" * 5000])
def test_damaged_cache_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "doe.txt"
    path.write_text(TEXT, encoding="utf-8")
    cache = Cache(tmp_path / "cache")
    read_source(path, cache=cache)
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(damage)
    assert check("met in the old town hall", read_source(path, cache=cache)).good
    assert file.read_bytes() != damage


def test_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    path = tmp_path / "doe.txt"
    path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "file").write_text("")
    assert read_source(path, cache=Cache(tmp_path / "file" / "cache")).name == "doe"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no text"),
        (b"\xff\xfe", "no text"),
        (b"... --- ...", "no text"),
        (bytes(range(256)) * 40, "."),
        (b"\x00\x01\x02\x03" * 2000, "."),
    ],
)
def test_what_is_no_text(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "doe.txt"
    path.write_bytes(data)
    with pytest.raises(CitemgrError, match=message):
        read_source(path)


def test_file_that_no_text_is_as_large_as(tmp_path: Path) -> None:
    path = tmp_path / "doe.txt"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)  # a sparse file
    with pytest.raises(CitemgrError, match="larger than 512 MB"):
        read_source(path)


def test_damaged_document_is_named_by_its_own_path(tmp_path: Path) -> None:
    path = tmp_path / "doe.docx"
    path.write_bytes(b"PK\x03\x04 and no more")
    with pytest.raises(CitemgrError) as caught:
        read_source(path)
    assert caught.value.path == str(path)


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(CitemgrError, match="cannot be read"):
        read_source(tmp_path / "doe.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "doe.txt"
    path.write_bytes(("Der Ausschuß trat im größten Saale zusammen. " * 40).encode(encoding))
    assert check("trat im größten Saale zusammen", read_source(path)).verdict == "verbatim"


def test_bad_source_is_a_finding_and_the_others_go_on(tmp_path: Path) -> None:
    (tmp_path / "doe.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "roe.txt").write_bytes(b"")
    shelf, findings = open_sources(find_paths(tmp_path), None)
    assert list(shelf) == ["doe"]
    assert [finding.code for finding in findings] == ["S201"]


def test_folder_a_key(tmp_path: Path) -> None:
    (tmp_path / "doe2020").mkdir()
    (tmp_path / "doe2020" / "scan.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / ".hidden").write_text(TEXT, encoding="utf-8")
    assert find_paths(tmp_path) == {"doe2020": tmp_path / "doe2020" / "scan.txt"}


@pytest.mark.parametrize(
    "field",
    [
        "texts/doe.txt",
        ":texts/doe.txt:text",
        "Full Text:texts/doe.txt:text/plain",
        "Snapshot:missing.html:text/html;Full Text:texts/doe.txt:text/plain",
        "missing.pdf; texts/doe.txt",
    ],
)
def test_file_field_of_an_entry(tmp_path: Path, field: str) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "doe.txt").write_text(TEXT, encoding="utf-8")
    entry = Entry("book", "doe2020", {"file": field})
    assert file_of(entry, tmp_path) == tmp_path / "texts" / "doe.txt"
    found = find_paths(library=tmp_path / "library.bib", entries=[entry])
    assert found == {"doe2020": tmp_path / "texts" / "doe.txt"}


def test_file_field_that_names_nothing(tmp_path: Path) -> None:
    assert file_of(Entry("book", "doe", {"file": ":gone.pdf:PDF"}), tmp_path) is None


def test_register_knows_a_text_that_changed(tmp_path: Path) -> None:
    kept = keep(tmp_path, "doe/2020", TEXT.encode(), ".txt", "/home/doe.txt", "2026-01-02")
    assert read_register(tmp_path) == {"doe/2020": kept}
    assert not has_changed(tmp_path, kept)
    (tmp_path / kept.file).write_text("other words")
    assert has_changed(tmp_path, kept)
