"""The whole path on the documents of `seeds/`: what is found and written, and that it lasts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

import citemgr
from citemgr.bibliography import load
from citemgr.cli import main
from citemgr.intake import read_quotations

ROOT = Path(__file__).parents[1]
SEEDS = sorted(path.name for path in (ROOT / "seeds").iterdir())
SCHEMA = json.loads(
    files("citemgr.reports").joinpath("schemas/scan.schema.json").read_text("utf-8")
)

# The author in the key to which each quotation of kind quotation is linked, in the
# order of the text.
SOURCES = {
    "bretter.md": ["kant", "kant", "weber", "weber", "marx"],
    "caminos.txt": ["cervantes", "machado", "ortega"],
    "cause.txt": ["snow", "snow", "nightingale", "doll", "hill"],
    "commencements.txt": ["descartes", "rousseau", "zola"],
    "first-lines.txt": ["melville", "austen", "poe", "woolf"],
    "liberty.md": [
        "wollstonecraft",
        "wollstonecraft",
        "douglass",
        "douglass",
        "mill",
        "thoreau",
        "thoreau",
        "thoreau",
    ],
    "long-sentences.md": ["darwin", "smith", "madison"],
    "machines.md": ["turing", "shannon", "turing"],
    "modest-sentences.txt": ["darwin", "watson", "watson", "shannon", "bush", "turing"],
    "virginia.txt": ["church"],
}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the seeds, taken into an empty library beside it."""
    place = tmp_path_factory.mktemp("fresh")
    shutil.copytree(ROOT / "seeds", place / "seeds")
    (place / "bib").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "citemgr", "scan", "--json", "seeds"],
        cwd=place,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    (place / "scan.jsonl").write_text(done.stdout, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def found(copy: Path) -> dict[str, Any]:
    """What `scan --json` printed, by the name of the document."""
    lines = (copy / "scan.jsonl").read_text(encoding="utf-8").splitlines()
    return {Path(each["path"]).name: each for each in map(json.loads, lines)}


def test_every_seed_has_its_sources() -> None:
    assert sorted(SOURCES) == SEEDS


@pytest.mark.parametrize("name", SEEDS)
def test_every_quotation_is_linked_to_its_source(found: dict[str, Any], name: str) -> None:
    quotations = [each for each in found[name]["quotations"] if each["kind"] == "quotation"]
    keys = [each["key"] or "" for each in quotations]
    for key, source in zip(keys, SOURCES[name], strict=True):
        assert source in key


@pytest.mark.parametrize("name", SEEDS)
def test_the_json_has_its_shape_and_its_offsets_are_exact(found: dict[str, Any], name: str) -> None:
    jsonschema.validate(found[name], SCHEMA)
    text = citemgr.read(ROOT / "seeds" / name).text
    for each in found[name]["quotations"]:
        assert text[each["start"] : each["end"]] == each["exact"]
    for each in found[name]["callouts"]:
        assert text[each["start"] : each["end"]] == each["text"]
    known = {each["id"] for each in found[name]["entries"]}
    assert {each["key"] for each in found[name]["references"]} == known


@pytest.mark.parametrize("name", ["library.bib", "quotations.jsonl"])
def test_the_repository_holds_what_the_scan_writes(copy: Path, name: str) -> None:
    assert (copy / "bib" / name).read_bytes() == (ROOT / "bib" / name).read_bytes()


def test_every_stored_quotation_stands_where_it_says(copy: Path) -> None:
    stored = read_quotations(copy / "bib/library.bib")
    keys = {entry.key for entry in load(copy / "bib/library.bib").entries}
    assert len(stored) == sum(map(len, SOURCES.values()))
    for each in stored:
        text = citemgr.read(copy / "bib" / each.source).text
        assert text[each.start : each.end] == each.exact
        assert text[: each.start].endswith(each.prefix)
        assert text[each.end :].startswith(each.suffix)
        assert each.key in keys


def test_a_second_scan_changes_no_byte(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(copy)
    before = {path.name: path.read_bytes() for path in (copy / "bib").iterdir()}
    for paths in (["seeds"], ["seeds/machines.md"], ["seeds/virginia.txt", "seeds/caminos.txt"]):
        assert CliRunner().invoke(main, ["scan", *paths]).exit_code == 0
        assert {path.name: path.read_bytes() for path in (copy / "bib").iterdir()} == before


def test_a_dry_run_writes_nothing(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bib").mkdir()
    result = CliRunner().invoke(main, ["scan", "--dry-run", str(copy / "seeds")])
    assert result.exit_code == 0
    assert "would be new" in result.output
    assert list((tmp_path / "bib").iterdir()) == []


def test_without_a_library_nothing_appears(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITEMGR_LIBRARY", raising=False)
    result = CliRunner().invoke(main, ["scan", str(copy / "seeds/virginia.txt")])
    assert result.exit_code == 0
    assert "1 quotation, 1 linked" in result.output
    assert "citemgr init" in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("order", [["a", "b"], ["b", "a"]])
def test_the_library_named_first_counts(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    """The option before the environment, the environment before the settings."""
    monkeypatch.chdir(tmp_path)
    named, other = order
    (tmp_path / "citemgr.toml").write_text('library = "c.bib"\n', encoding="utf-8")
    monkeypatch.setenv("CITEMGR_LIBRARY", f"{other}.bib")
    seed = str(copy / "seeds/virginia.txt")
    CliRunner().invoke(main, ["scan", "--library", f"{named}.bib", seed])
    assert sorted(path.name for path in tmp_path.glob("*.bib")) == [f"{named}.bib"]
    CliRunner().invoke(main, ["scan", seed])
    assert sorted(path.name for path in tmp_path.glob("*.bib")) == ["a.bib", "b.bib"]


def test_refs_as_bibtex(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["refs", "--to", "bibtex", str(copy / "seeds/caminos.txt")])
    assert result.output.count("@book{") == 3
    assert list(tmp_path.iterdir()) == []


def test_fail_on(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "lost.md"
    path.write_text("He said “the whole truth of it all” [@nobody, p. 3].\n", encoding="utf-8")
    results = {
        level: CliRunner().invoke(main, ["scan", "--fail-on", level, "lost.md"]).exit_code
        for level in ("never", "error", "warning", "note")
    }
    assert results == {"never": 0, "error": 0, "warning": 1, "note": 1}


def test_the_text_that_offsets_count_in(copy: Path) -> None:
    seed = copy / "seeds/liberty.md"
    result = CliRunner().invoke(main, ["scan", "--text", str(seed)])
    assert result.stdout == citemgr.read(seed).text


@pytest.mark.skipif(shutil.which("bibtex") is None, reason="BibTeX is not installed")
def test_bibtex_accepts_the_library(copy: Path, tmp_path: Path) -> None:
    shutil.copy(copy / "bib/library.bib", tmp_path)
    (tmp_path / "all.aux").write_text(
        "\\citation{*}\n\\bibstyle{plain}\n\\bibdata{library}\n", encoding="utf-8"
    )
    done = subprocess.run(
        ["bibtex", "all"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=False
    )
    warnings = [line for line in done.stdout.splitlines() if line.startswith("Warning--")]
    # What a source does not print cannot be in its entry.
    assert [line for line in warnings if not line.startswith("Warning--empty")] == []
    assert done.returncode == 0
