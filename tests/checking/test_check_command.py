"""`citemgr check` from end to end, on the example that docs/checking.md prints."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from click.testing import CliRunner, Result

from citemgr.cli.check import command
from citemgr.cli.source import command as source_command

EXAMPLE = Path(__file__).parent / "cases" / "example"
DOCS = Path(__file__).parents[2] / "docs" / "checking.md"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(EXAMPLE, tmp_path / "example")
    monkeypatch.chdir(tmp_path / "example")
    monkeypatch.setenv("CITEMGR_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("CITEMGR_LIBRARY", raising=False)
    return tmp_path / "example"


def check(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


ESSAY = ("essay.md", "--library", "library.bib")
TABLE = ("--quotations", "quotations.csv", "--sources", "sources")


@pytest.mark.parametrize(
    "arguments",
    [(*TABLE, "--explain"), ESSAY, (*ESSAY, "--fix"), (*ESSAY, "--format", "github")],
    ids=["table", "essay", "fix", "github"],
)
def test_docs_print_what_the_program_prints(example: Path, arguments: tuple[str, ...]) -> None:
    assert check(*arguments).stdout.strip() in DOCS.read_text(encoding="utf-8")


def test_status_follows_fail_on(example: Path) -> None:
    assert check(*ESSAY).exit_code == 1
    assert check(*ESSAY, "--fail-on", "never").exit_code == 0
    assert check("gone.md", "--library", "library.bib").exit_code != 0


def test_table_as_json(example: Path) -> None:
    lines = [json.loads(line) for line in check(*TABLE, "--json").stdout.splitlines()]
    assert [line["id"] for line in lines] == list("12345678")
    altered = lines[4]
    assert altered["verdict"] == "altered" and altered["meaning_changing"]
    assert [(e["quote_text"], e["source_text"]) for e in altered["edits"]] == [
        ("", "not"),
        ("35", "3.5"),
    ]
    text = (example / "sources" / "doe1921.txt").read_text(encoding="utf-8")
    assert text[altered["start"] : altered["end"]].startswith("Mr. Harding did not support")
    assert lines[5]["found_in"] == "roe1930"
    assert lines[0]["found_in"] == "doe1921"


def test_document_as_json(example: Path) -> None:
    (line,) = check(*ESSAY, "--json").stdout.splitlines()
    document = json.loads(line)
    verdicts = [quotation["verdict"] for quotation in document["quotations"]]
    assert verdicts == ["altered", "verbatim", "marked"]
    assert document["quotations"][0]["source"] == "doe1921"
    assert [finding["code"] for finding in document["findings"]] == ["Q201"]


def test_sarif(example: Path) -> None:
    (run,) = json.loads(check(*ESSAY, "--format", "sarif").stdout)["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["Q201", "Q206"]
    assert run["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 3
    assert run["results"][1]["suppressions"][0]["justification"].startswith("the condition")


def test_junit(example: Path) -> None:
    root = ElementTree.fromstring(check(*ESSAY, "--format", "junit").stdout)
    (suite,) = root
    assert (suite.get("tests"), suite.get("failures")) == ("3", "1")


def test_fix_changes_the_document_only_when_told(example: Path) -> None:
    before = (example / "essay.md").read_text(encoding="utf-8")
    check(*ESSAY, "--fix")
    assert (example / "essay.md").read_text(encoding="utf-8") == before
    check(*ESSAY, "--fix", "--write")
    after = (example / "essay.md").read_text(encoding="utf-8")
    assert after == before.replace("did support", "did not support")
    assert check(*ESSAY).exit_code == 0


def test_baseline(example: Path) -> None:
    known = ("--baseline", "known.json")
    assert check(*ESSAY, *known, "--update-baseline").exit_code == 0
    assert check(*ESSAY, *known).exit_code == 0
    text = (example / "essay.md").read_text(encoding="utf-8")
    (example / "essay.md").write_text("A line above.\n\n" + text, encoding="utf-8")
    assert check(*ESSAY, *known).exit_code == 0
    (example / "essay.md").write_text(text.replace("nobody", "everybody"), encoding="utf-8")
    assert check(*ESSAY, *known).exit_code == 1


def test_silence_needs_a_known_code_and_a_reason(example: Path) -> None:
    assert check(*ESSAY, "--silence", "Q201: by the author's wish").exit_code == 0
    assert check(*ESSAY, "--silence", "Q201").exit_code != 0
    assert check(*ESSAY, "--silence", "Z999: why").exit_code != 0


def test_quotation_without_a_text_is_unchecked(example: Path) -> None:
    shutil.rmtree(example / "sources")
    result = check(*ESSAY)
    assert "3 unchecked" in result.stdout
    assert result.exit_code == 0
    assert check(*ESSAY, "--fail-on", "warning").exit_code == 1


@pytest.mark.parametrize(
    ("table", "line"), [('{"id": 1}\n', 1), ('{"quote": "x"}\n{\n', 2), ("[1]\n", None)]
)
def test_bad_table_is_one_error(example: Path, table: str, line: int | None) -> None:
    (example / "bad.jsonl").write_text(table, encoding="utf-8")
    result = check("--quotations", "bad.jsonl", "--sources", "sources")
    assert result.exit_code != 0
    assert line is None or f"bad.jsonl:{line}" in str(result.exception)


def test_page_of_the_source_beside_the_cited_one(example: Path) -> None:
    pages = "".join(f"Page {n} says nothing of it.\n\n{n}\n\f" for n in range(1, 12))
    text = (example / "sources" / "roe1930.txt").read_text(encoding="utf-8")
    (example / "sources" / "roe1930.txt").write_text(pages + text + "\n12\n\f", encoding="utf-8")
    assert "Q207" not in check(*ESSAY).stdout
    essay = (example / "essay.md").read_text(encoding="utf-8")
    (example / "essay.md").write_text(essay.replace("p. 12", "p. 7"), encoding="utf-8")
    assert "on page 12 of the source; cited is page 7" in check(*ESSAY).stdout


def test_sentence_that_goes_on_is_a_note(example: Path) -> None:
    essay = 'They agreed "that the able engineers should be heard" [@doe1921].\n'
    (example / "essay.md").write_text(essay, encoding="utf-8")
    result = check(*ESSAY)
    assert "Q209 note: the sentence goes on in the source" in result.stdout
    assert result.exit_code == 0


def test_library_without_a_path(example: Path) -> None:
    line = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:uuid:9e2f0f3e-3f0c-5c1f-8a66-1c1e54b8a001",
        "type": "Annotation",
        "motivation": "linking",
        "body": {"type": "SpecificResource", "source": "library.bib#roe1930"},
        "target": {
            "source": "essay.md",
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": "nobody remembered",
                    "prefix": "",
                    "suffix": "",
                },
                {"type": "TextPositionSelector", "start": 0, "end": 17},
            ],
        },
    }
    (example / "quotations.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    result = check("--library", "library.bib")
    assert result.exit_code == 0, result.output
    assert "essay.md: 1 quotation: 1 verbatim" in result.stdout


QUOTED = "Mr. Harding did support the new bridge"
LIST = "<h2>References</h2>\n<p>Doe, J. (1921). <i>The Bridge</i>. London: Roe.</p>\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.tex", "It is said ``{}, because the\nriver'' \\cite{{doe1921}}.\n"),
        ("a.org", 'It is said "{}" [cite:@doe1921].\n'),
        ("a.html", "<p>It is said &ldquo;{}&rdquo; (Doe 1921).</p>\n"),
        ("a.html", '<p>It is said "{}" (Doe\n 1921).</p>\n'),
        ("a.md", '\ufeffIt is said "{}" [@doe1921].\r\n'),
    ],
)
def test_fix_in_any_format_that_is_text(example: Path, name: str, text: str) -> None:
    path = example / name
    text += LIST if name.endswith(".html") else ""
    path.write_bytes(text.format(QUOTED).encode())
    check(name, "--library", "library.bib", "--fix", "--write")
    assert path.read_bytes().decode() == text.format(QUOTED.replace("did", "did not"))


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<p>It is said "Mr. Harding <b>did</b> support the new bridge" (Doe 1921).</p>'),
        ("a.html", '<p>It is said "Mr. Harding d&#105;d support the new bridge" (Doe 1921).</p>'),
    ],
)
def test_what_cannot_be_patched_safely_is_said(example: Path, name: str, text: str) -> None:
    text += LIST
    (example / name).write_text(text, encoding="utf-8")
    result = check(name, "--library", "library.bib", "--fix", "--write")
    assert "restore by hand: Mr. Harding did not support the new bridge" in result.stderr
    assert (example / name).read_text(encoding="utf-8") == text


def test_a_file_in_another_encoding_gets_no_utf8(example: Path) -> None:
    essay = 'Caf\xe9. "that the able engineers should be herd" [@doe1921].\n'.encode("latin-1")
    (example / "essay.md").write_bytes(essay)
    check(*ESSAY, "--fix", "--write")
    assert (example / "essay.md").read_bytes() == essay.replace(b"herd", b"heard")


def test_text_that_changed_since_it_was_added(example: Path) -> None:
    assert source("add", "doe1921", "sources/doe1921.txt", "--library", "library.bib") == 0
    assert "S202" not in check(*ESSAY).stdout
    kept = example / "sources" / "doe1921.txt"
    kept.write_text(kept.read_text(encoding="utf-8") + "More.", encoding="utf-8")
    result = check(*ESSAY)
    assert "S202 warning: the text of doe1921 has changed since it was added" in result.stdout
    assert check(*ESSAY, "--silence", "S202: a new edition").stdout.count("S202") == 0
    assert check(*ESSAY, "--silence", "Q201: so", "--fail-on", "warning").exit_code == 1


def test_text_under_a_key_that_no_entry_has(example: Path) -> None:
    (example / "sources" / "deo1921.txt").write_text("Other words.", encoding="utf-8")
    assert "S203 note: no entry has the key deo1921 of this text" in check(*ESSAY).stdout


def source(*arguments: str) -> int:
    return CliRunner().invoke(source_command, arguments).exit_code


def test_docs_of_hook_and_action_are_yaml_and_their_commands_run(example: Path) -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    action, hook = (yaml.safe_load(block) for block in blocks)
    (known,) = yaml.safe_load((DOCS.parents[1] / ".pre-commit-hooks.yaml").read_text())
    assert [each["id"] for each in hook["repos"][0]["hooks"]] == [known["id"]]
    assert known["entry"] == "citemgr check"
    runs = [step["run"] for step in action["jobs"]["check"]["steps"] if "run" in step]
    (line,) = [run for run in runs if run.startswith("citemgr check ")]
    (example / "chapters").mkdir()
    (example / "essay.md").rename(example / "chapters" / "essay.md")
    result = check(*line.split()[2:], "--library", "library.bib")
    assert "::error file=chapters/essay.md,line=3" in result.stdout
    assert result.exit_code == 1
