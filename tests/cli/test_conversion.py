"""`convert` as a stream: reference strings, keys, files that break in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citemgr.cli import main

REFERENCES = """Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433-460.
Shannon, C. E. (1948). A mathematical theory. Bell System Technical Journal, 27(3), 379-423.
"""
LIST = """References

[1] A. M. Turing, "Computing machinery and intelligence," Mind, vol. 59, no. 236,
    pp. 433-460, 1950.
[2] C. E. Shannon, "A mathematical theory of communication," Bell System Technical
    Journal, vol. 27, no. 3, pp. 379-423, 1948.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(main, list(arguments), input=stdin)


@pytest.mark.parametrize("text", [REFERENCES, LIST], ids=["lines", "list"])
def test_reference_strings_are_a_bibliography(folder: Path, text: str) -> None:
    (folder / "refs.txt").write_text(text, encoding="utf-8")
    printed = run("convert", "refs.txt", "--to", "bibtex").stdout
    assert "@article{turing1950computing," in printed
    assert "@article{shannon1948mathematical," in printed
    (folder / "library.bib").write_text("", encoding="utf-8")
    said = run("import", "refs.txt", "--library", "library.bib").stderr
    assert "2 entries added" in said
    again = run("import", "refs.txt", "--library", "library.bib").stderr
    assert "0 entries added, 2 known" in again


def test_a_letter_is_no_bibliography_unless_it_is_said_to_be(folder: Path) -> None:
    letter = "Dear reader, this is a letter.\nIt says nothing of books.\n"
    result = run("convert", "-", "--to", "bibtex", stdin=letter)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-: is in no known format; name it with --from" in result.stderr
    forced = run("convert", "-", "--from", "references", "--to", "bibtex", stdin=letter)
    assert forced.exit_code == 0
    assert forced.stdout.startswith("@misc{dear,")


def test_entries_are_cited_by_keys_of_their_own(folder: Path) -> None:
    same = "TY  - BOOK\nAU  - Kuhn, T.\nTI  - Structure\nPY  - 1962\nER  -\n"
    for target in ("bibtex", "biblatex", "csl-json", "csl-yaml", "hayagriva"):
        printed = run("convert", "-", "--from", "ris", "--to", target, stdin=same * 2).stdout
        assert "kuhn1962structure" in printed and "kuhn1962structurea" in printed
    assert "ID  -" not in run("convert", "-", "--to", "ris", stdin=same).stdout


def test_what_cannot_be_read_to_its_end_replaces_nothing(folder: Path) -> None:
    (folder / "out.ris").write_text("mine", encoding="utf-8")
    result = run("convert", "-", "out.ris", "--from", "csl-json", stdin='{"id": ')
    assert result.exit_code == 2
    assert (folder / "out.ris").read_text(encoding="utf-8") == "mine"
    assert sorted(path.name for path in folder.iterdir()) == ["out.ris"]


def test_a_file_may_be_converted_onto_itself(folder: Path) -> None:
    record = "TY  - BOOK\nTI  - Volume {}\nER  - \n\n"
    text = "".join(map(record.format, range(2000)))
    (folder / "all.ris").write_text(text, encoding="utf-8")
    assert run("convert", "all.ris", "all.ris").exit_code == 0
    assert (folder / "all.ris").read_text(encoding="utf-8") == text
