"""convert, import and export from the door: streams, exit status, nothing lost, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citemgr.cli import main

RIS = """TY  - BOOK
AU  - Kuhn, Thomas S.
TI  - The Structure of Scientific Revolutions
PY  - 1962
N1  - read
ER  -
AU  - Nobody
TI  - No type
ER  -
"""
LIBRARY = (
    "% mine\n@book{mine, author = {Eco, Umberto}, title = {Il nome della rosa}, year = 1980}\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "bib").mkdir()
    (tmp_path / "bib" / "library.bib").write_text(LIBRARY, encoding="utf-8")
    (tmp_path / "in.ris").write_text(RIS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


def test_convert_between_files_and_streams(folder: Path) -> None:
    assert run("convert", "in.ris", "out.bib").exit_code == 0
    text = (folder / "out.bib").read_text(encoding="utf-8")
    assert "The Structure of Scientific Revolutions" in text and "No type" in text
    piped = run("convert", "-", "--to", "bibtex", stdin=RIS)
    assert piped.stdout == text
    assert "-:7:1: B111 warning: this record has no type (TY)" in piped.stderr


def test_convert_says_what_is_lost(folder: Path) -> None:
    said = run("convert", "in.ris", "--to", "markdown", "--losses").stderr
    assert "B112: The Structure of Scientific Revolutions: markdown cannot hold note" in said


def test_convert_to_an_unknown_suffix_is_one_clear_error(folder: Path) -> None:
    result = run("convert", "in.ris", "out.xyz")
    assert result.exit_code == 2
    assert "out.xyz: no format has this suffix" in result.stderr


def test_import_adds_once_and_leaves_the_rest(folder: Path) -> None:
    library = folder / "bib" / "library.bib"
    dry = run("import", "in.ris", "--dry-run")
    assert "+@book{kuhn1962structure," in dry.stdout
    assert library.read_text(encoding="utf-8") == LIBRARY
    assert "2 entries added" in run("import", "in.ris").stderr
    after = library.read_text(encoding="utf-8")
    assert after.startswith(LIBRARY)
    assert "0 entries added, 2 known" in run("import", "in.ris").stderr
    assert library.read_text(encoding="utf-8") == after


def test_import_goes_on_after_a_bad_file(folder: Path) -> None:
    result = run("import", "absent.ris", "in.ris")
    assert result.exit_code == 2
    assert "absent.ris" in result.stderr
    assert "kuhn1962structure" in (folder / "bib" / "library.bib").read_text(encoding="utf-8")


def test_export_selects(folder: Path) -> None:
    run("import", "in.ris")
    (folder / "paper.md").write_text("As said [@mine, p. 3].\n", encoding="utf-8")
    assert run("export", "--cited-in", "paper.md", "--to", "ris").stdout.count("TY  -") == 1
    assert "Kuhn" in run("export", "--search", "scientific STRUCTURE").stdout
    assert "Eco" not in run("export", "--search", "scientific STRUCTURE").stdout
    missing = run("export", "nobody1900")
    assert (missing.exit_code, "no entry nobody1900" in missing.stderr) == (2, True)


def test_a_style_that_is_not_there_is_one_clear_error(folder: Path) -> None:
    result = run("export", "--style", "absent.csl")
    assert (result.exit_code, "no such style" in result.stderr) == (2, True)
