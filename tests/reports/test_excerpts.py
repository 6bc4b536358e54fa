"""Quotations that travel: each form as it is printed, and as the programs that take it read it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.bibliography import load
from citemgr.checking import read_table
from citemgr.cli import main
from citemgr.intake import Annotation, read_quotations
from citemgr.model import Locator
from citemgr.reports.excerpts import FORMS, Excerpt, excerpts, write_excerpts

CASES = Path(__file__).parent / "excerpts"
LIBRARY = CASES / "library.bib"
EXPECTED = {
    "markdown": "notes.md",
    "pandoc": "snippets.md",
    "csquotes": "snippets.tex",
    "csv": "table.csv",
    "annotation": "collection.json",
}


def stored() -> list[Excerpt]:
    return list(excerpts(read_quotations(LIBRARY), load(LIBRARY).entries))


def printed(form: str, chosen: list[Excerpt] | None = None) -> str:
    return "".join(write_excerpts(stored() if chosen is None else chosen, form, "library.bib"))


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["export", *arguments])
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.mark.parametrize("form", FORMS)
def test_each_form_as_it_is_printed(form: str) -> None:
    expected = (CASES / EXPECTED[form]).read_bytes().decode("utf-8")
    assert printed(form) == expected


@pytest.mark.parametrize("form", FORMS)
def test_no_quotation_is_no_quotation_in_any_form(form: str) -> None:
    assert len(printed(form, []).splitlines()) <= 12


def test_a_web_annotation_has_what_the_recommendation_requires() -> None:
    """Web Annotation Data Model, sections 3.1, 4.2, 5.1 and 5.2: the members that must be there."""
    collection = json.loads(printed("annotation"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    assert page["type"] == "AnnotationPage"
    assert page["startIndex"] == 0
    assert collection["total"] == len(page["items"]) == 9
    for item in page["items"]:
        assert item["type"] == "Annotation"
        assert item["target"]["source"] and item["target"]["selector"][0]["exact"]
        bodies = item.get("body", [])
        for body in bodies if isinstance(bodies, list) else [bodies]:
            assert body["type"] in {"SpecificResource", "TextualBody"}
            assert body["source"] if body["type"] == "SpecificResource" else body["value"]
    ids = [collection["id"], page["id"], *(item["id"] for item in page["items"])]
    assert len(set(ids)) == len(ids)
    assert all(each.startswith("urn:uuid:") for each in ids)


def test_the_table_is_one_that_check_takes(tmp_path: Path) -> None:
    table = tmp_path / "quotations.csv"
    table.write_text(printed("csv"), encoding="utf-8", newline="")
    rows = read_table(table)
    assert [row.source for row in rows] == [each.key for each in stored()]
    assert rows[5].quote == "The well was deep, and no one had seen its floor."


def test_no_cell_of_the_table_can_run() -> None:
    lines = printed("csv").split("\r\n")
    assert "'=1+2 is not a formula" in lines[2]
    assert "'=SUM(A1) and the Ice" in lines[2]


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")
def test_pandoc_reads_the_words_and_the_citations() -> None:
    done = subprocess.run(
        ["pandoc", "-f", "markdown-smart", "-t", "json"],
        input=printed("pandoc").encode(), capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    blocks = json.loads(done.stdout)["blocks"]
    assert [block["t"] for block in blocks] == ["BlockQuote"] * 9
    cited = [_citation(block) for block in blocks]
    assert [each and each["citationId"] for each in cited] == [
        each.key or None for each in stored()
    ]
    assert [_words(block) for block in blocks] == [
        " ".join(each.text().split()) for each in stored()
    ]


def _citation(block: dict) -> dict | None:  # type: ignore[type-arg]
    found = [each for each in block["c"][-1]["c"] if each["t"] == "Cite"]
    return found[0]["c"][0][0] if found else None


def _words(block: dict) -> str:  # type: ignore[type-arg]
    parts: list[str] = []

    def walk(inlines: list) -> None:  # type: ignore[type-arg]
        for each in inlines:
            if each["t"] in {"Space", "SoftBreak"}:
                parts.append(" ")
            elif each["t"] == "Str":
                parts.append(each["c"])
            elif each["t"] == "Emph":
                walk(each["c"])

    for paragraph in block["c"]:
        walk(paragraph["c"])
        parts.append(" ")
    return " ".join("".join(parts).split())


def _has_csquotes() -> bool:
    if shutil.which("pdflatex") is None or shutil.which("kpsewhich") is None:
        return False
    return subprocess.run(["kpsewhich", "csquotes.sty"], capture_output=True).returncode == 0


@pytest.mark.skipif(not _has_csquotes(), reason="LaTeX with csquotes is not installed")
def test_latex_sets_the_csquotes_commands(tmp_path: Path) -> None:
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{article}\n\\usepackage[T1]{fontenc}\n\\usepackage{csquotes}\n"
        "\\begin{document}\n" + printed("csquotes") + "\\end{document}\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "-no-shell-escape", "paper.tex"],
        cwd=tmp_path, capture_output=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout.decode("utf-8", "replace")[-2000:]
    assert (tmp_path / "paper.pdf").stat().st_size > 0


WORDS = st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=30)


@settings(max_examples=60)
@given(words=WORDS.filter(lambda each: each.strip() != ""), form=st.sampled_from(list(FORMS)))
def test_any_words_of_a_plain_text_come_out_in_every_form(words: str, form: str) -> None:
    annotation = Annotation("urn:uuid:1", "a.txt", words, "", "", 1, 9, "k", Locator("page", "1"))
    (excerpt,) = excerpts([annotation], [])
    assert excerpt.text() == " ".join(words.split())
    assert "".join(write_excerpts([excerpt], form, "library.bib"))


def test_export_chooses_quotations_as_it_does_entries(tmp_path: Path) -> None:
    library = ["--library", str(LIBRARY), "--quotes", "pandoc"]
    assert run(*library) == printed("pandoc")
    assert run(*library, "adams1838works").count("[@adams1838works") == 4
    assert run(*library, "--search", "oldest RIVERS").count("> ") == 2
    paper = tmp_path / "paper.md"
    paper.write_text("As said [@brun_2001:ice].\n", encoding="utf-8")
    assert run(*library, "--cited-in", str(paper)).count("[@brun_2001:ice") == 3


def test_quotations_of_a_document_need_no_library(tmp_path: Path) -> None:
    paper = tmp_path / "paper.md"
    paper.write_text(
        "He said it plainly: “The harbour was closed in the first week of the year” (Adams, 1838, "
        "p. 4).\n\n# References\n\nAdams, A. (1838). *Of wells and rivers*. Quill.\n",
        encoding="utf-8",
    )
    absent = str(tmp_path / "none" / "library.bib")
    shown = run("--library", absent, "--quotes", "pandoc", "--quoted-in", str(paper))
    assert shown == (
        "> The harbour was closed in the first week of the year [@adams1838wells, p. 4]\n"
    )


def test_quoted_in_is_about_quotations(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["export", "--quoted-in", "a.md"])
    assert (result.exit_code, "--quoted-in goes with --quotes" in result.stderr) == (2, True)
