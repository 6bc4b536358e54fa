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


PROJECT = """<CitaviExchangeData Version="6.8.0.0">
<Persons><Person id="p1"><FirstName>Jean</FirstName><LastName>Rousseau</LastName></Person></Persons>
<References><Reference id="r1"><ReferenceType>Book</ReferenceType><Title>Du contrat social</Title>
<Year>1762</Year></Reference></References>
<ReferenceAuthors><OnetoN>r1;p1</OnetoN></ReferenceAuthors>
<KnowledgeItems>
<KnowledgeItem id="k1"><ReferenceID>r1</ReferenceID><CoreStatement>Freedom</CoreStatement>
<QuotationType>1</QuotationType><Text>«L’homme est né libre»</Text>
<PageRange>&lt;sp&gt;&lt;os&gt;3&lt;/os&gt;&lt;/sp&gt;</PageRange></KnowledgeItem>
<KnowledgeItem id="k2"><ReferenceID>r1</ReferenceID><QuotationType>2</QuotationType>
<Text>He says that force makes no right.</Text></KnowledgeItem>
</KnowledgeItems></CitaviExchangeData>"""


def test_import_keeps_the_quotations_of_a_project(folder: Path) -> None:
    (folder / "project.xml").write_text(PROJECT, encoding="utf-8")
    dry = run("import", "project.xml", "--dry-run")
    assert "+++ bib/library.bib" in dry.stdout
    assert "+++ bib/quotations.jsonl" in dry.stdout
    assert not (folder / "bib" / "quotations.jsonl").exists()
    assert "1 entries and 1 quotations added" in run("import", "project.xml").stderr
    stored = (folder / "bib" / "quotations.jsonl").read_bytes()
    assert run("export", "--quotes", "pandoc").stdout == (
        "> L’homme est né libre [@rousseau1762contrat, p. 3]\n"
    )
    notes = run("export", "--quotes", "markdown").stdout
    assert "**Freedom**" in notes and "Kept in [../project.xml]" in notes
    assert "Paraphrase: He says that force makes no right." in run("export", "--to", "ris").stdout
    assert "0 entries added, 1 known" in run("import", "project.xml").stderr
    assert (folder / "bib" / "quotations.jsonl").read_bytes() == stored


def test_imported_quotations_survive_a_scan(folder: Path) -> None:
    (folder / "project.xml").write_text(PROJECT, encoding="utf-8")
    (folder / "paper.md").write_text("No quotation stands here.\n", encoding="utf-8")
    run("import", "project.xml")
    stored = (folder / "bib" / "quotations.jsonl").read_bytes()
    assert run("scan", "paper.md").exit_code == 0
    assert (folder / "bib" / "quotations.jsonl").read_bytes() == stored


def test_a_dry_run_shows_a_unified_diff(folder: Path) -> None:
    shown = run("import", "in.ris", "--dry-run").stdout.splitlines()
    assert shown[:3] == ["--- bib/library.bib", "+++ bib/library.bib", "@@ -1,2 +1,14 @@"]
    assert shown[3:5] == [" % mine", " " + LIBRARY.splitlines()[1]]
    assert all(line.startswith("+") for line in shown[5:])


LINKED = """@inproceedings{paper, author = {A, B}, title = {Paper on $\\mu$}, crossref = {whole}}
@proceedings{whole, title = {Whole}, year = 2006, editor = {E, F}}
"""


def test_other_formats_get_what_an_entry_inherits(folder: Path) -> None:
    (folder / "linked.bib").write_text(LINKED, encoding="utf-8")
    converted = run("convert", "linked.bib", "--to", "ris").stdout
    assert "T2  - Whole" in converted and "TI  - Paper on μ" in converted
    kept = run("convert", "linked.bib", "--to", "biblatex").stdout
    assert "crossref = {whole}" in kept and "booktitle" not in kept and "$\\mu$" in kept
    exported = run("export", "paper", "--library", "linked.bib", "--to", "csl-json").stdout
    assert '"container-title": "Whole"' in exported and "crossref" not in exported
    assert "crossref = {whole}" in run("export", "paper", "--library", "linked.bib").stdout


def test_a_macro_that_nothing_defines_has_its_line(folder: Path) -> None:
    text = "@article{a,\n  title = {T} # nope,\n  journal = jacm\n}\n"
    result = run("convert", "-", "--to", "biblatex", stdin=text)
    assert "-:2:17: B104 warning: the macro nope is not defined" in result.stderr
    assert "journaltitle = {Journal of the ACM}" in result.stdout
    assert result.stderr.count("B104") == 1


def test_entries_without_keys_come_in(folder: Path) -> None:
    (folder / "endnote.bib").write_text(
        "@article{\n   author = {Huang, Y.},\n   title = {Mechanisms},\n   year = {2012}\n}\n"
        "@book{\n title = {Second} }\n",
        encoding="utf-8",
    )
    assert "2 entries added" in run("import", "endnote.bib").stderr
    assert "@article{huang2012mechanisms," in run("export").stdout
    assert "0 entries added" in run("import", "endnote.bib").stderr


def test_an_entry_with_the_wrong_bracket_is_read_and_said(folder: Path) -> None:
    text = "@book{a,\n  title = {A}\n)\n@book(b,\n  title = {B (c)}\n}\n@book{c, title = {C}}\n"
    result = run("convert", "-", "--to", "biblatex", stdin=text)
    assert [line for line in result.stdout.splitlines() if "title" in line] == [
        "  title = {A},", "  title = {B (c)},", "  title = {C},",
    ]  # fmt: skip
    assert "-:1:1: B105 warning: the entry a is closed by the wrong bracket" in result.stderr
    assert "-:4:1: B105" in result.stderr and "B101" not in result.stderr
