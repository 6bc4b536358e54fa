"""`citemgr links` and `citemgr annotate`, on files."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from citemgr.cli import main

NOTE = """\
The harbour master wrote: “the ice came before the ships” [1, p. 12]. Nobody contradicted him.

“The ships came before the coal” [2].

References

1. Alder, Peter. The Frozen Harbour. Bern: Tal, 1999.

2. Brandt, Karin. Coal and Ships. London: Hill, 2001.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "note.md").write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_links_says_why_on_one_line(folder: Path) -> None:
    result = CliRunner().invoke(main, ["links", "note.md", "--at", "1"])
    assert result.exit_code == 0
    assert "the ice came before the ships" in result.output
    assert "page 12 by [1, p. 12] (adjacent" in result.output
    assert "coal" not in result.output


def test_links_of_all_lines(folder: Path) -> None:
    result = CliRunner().invoke(main, ["links", "note.md"])
    assert result.exit_code == 0
    assert result.output.count("    -> ") == 2


def test_annotate_prints_the_document_with_keys(folder: Path) -> None:
    result = CliRunner().invoke(main, ["annotate", "note.md"])
    assert result.exit_code == 0
    first = result.output.splitlines()[0]
    assert first.startswith("The harbour master wrote: “the ice came before the ships” [@")
    assert first.endswith(", p. 12]. Nobody contradicted him.")
    assert (folder / "note.md").read_text("utf-8") == NOTE


def test_what_cannot_be_annotated_is_one_line_and_exit_two(folder: Path) -> None:
    result = CliRunner().invoke(main, ["annotate", "missing.md"])
    assert result.exit_code == 2
    assert "missing.md" in result.output
