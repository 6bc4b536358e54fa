"""`citemgr source`: add, list, remove, refresh, on files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citemgr.cli.source import command

TEXT = "The committee met in the old town hall, but the mayor did not come to it.\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITEMGR_LIBRARY", raising=False)
    (tmp_path / "library.bib").write_text("@book{doe1921, title = {The Bridge}}\n")
    (tmp_path / "bridge.txt").write_text(TEXT)
    return tmp_path


def source(*arguments: str) -> Result:
    return CliRunner().invoke(command, [*arguments, "--library", "library.bib"])


def test_added_text_is_kept_with_its_provenance(place: Path) -> None:
    assert source("add", "doe1921", "bridge.txt").exit_code == 0
    assert (place / "sources" / "doe1921.txt").read_text() == TEXT
    kept = json.loads((place / "sources" / "provenance.json").read_text())["doe1921"]
    assert kept["origin"] == str(place / "bridge.txt")
    assert kept["sha256"][:12] in source("list").stdout


def test_list_says_what_changed(place: Path) -> None:
    source("add", "doe1921", "bridge.txt")
    assert "changed since" not in source("list").stdout
    (place / "sources" / "doe1921.txt").write_text("Other words.")
    assert "changed since" in source("list").stdout


def test_refresh_names_the_quotations_that_it_touches(place: Path) -> None:
    source("add", "doe1921", "bridge.txt")
    assert "the same" in source("refresh").stdout
    exact = "the mayor did not come to it"
    line = {
        "id": "urn:uuid:9e2f0f3e-3f0c-5c1f-8a66-1c1e54b8a001",
        "body": {"type": "SpecificResource", "source": "library.bib#doe1921"},
        "target": {
            "source": "essay.md",
            "selector": [
                {"type": "TextQuoteSelector", "exact": exact, "prefix": "", "suffix": ""},
                {"type": "TextPositionSelector", "start": 0, "end": len(exact)},
            ],
        },
    }
    (place / "quotations.jsonl").write_text(json.dumps(line) + "\n")
    (place / "bridge.txt").write_text(TEXT.replace("did not come", "did come"))
    dry = source("refresh", "--dry-run").stdout
    assert f"verbatim -> altered: {exact}" in dry
    assert (place / "sources" / "doe1921.txt").read_text() == TEXT
    assert source("refresh").stdout == dry
    assert "the same" in source("refresh").stdout


def test_removed_text_is_gone(place: Path) -> None:
    source("add", "doe1921", "bridge.txt")
    assert source("remove", "doe1921").exit_code == 0
    assert not (place / "sources" / "doe1921.txt").exists()
    assert source("remove", "doe1921").exit_code != 0


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\x03" * 500])
def test_what_is_no_text_is_not_added(place: Path, data: bytes) -> None:
    (place / "bridge.txt").write_bytes(data)
    assert source("add", "doe1921", "bridge.txt").exit_code != 0
    assert not (place / "sources").exists()


def test_without_a_library(place: Path) -> None:
    result = CliRunner().invoke(command, ["list"])
    assert result.exit_code != 0
    assert "no library" in str(result.exception)
