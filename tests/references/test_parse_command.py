"""`citemgr parse`: lines or a list, JSON lines, other formats, corrections, several processes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citemgr.cli import main

LINES = (
    "Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460.\n"
    "Arendt, Hannah. The Human Condition. Chicago: University of Chicago Press, 1958.\n"
)
WRAPPED = (
    "[1] Turing, A. M. (1950). Computing machinery and\n"
    "    intelligence. Mind, 59(236), 433–460.\n"
    "[2] Arendt, Hannah. The Human Condition. Chicago:\n"
    "    University of Chicago Press, 1958.\n"
)


def parse(*arguments: str, text: str = LINES) -> Result:
    return CliRunner().invoke(main, ["parse", *arguments], input=text.encode())


def titles(result: Result) -> list[str]:
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    return [line["entries"][0].get("title", "") for line in lines]


WANTED = ["Computing machinery and intelligence", "The Human Condition"]


def test_lines_are_told_from_a_list() -> None:
    assert titles(parse("--json")) == WANTED
    assert titles(parse("--json", text=WRAPPED)) == WANTED


def test_each_line_gives_one_line_of_json_with_offsets() -> None:
    [first, _] = [json.loads(line) for line in parse("--lines", "--json").stdout.splitlines()]
    assert all(first["text"][start:end] == value for _, value, start, end in first["fields"])
    assert 0 <= first["confidence"] <= 1


@pytest.mark.parametrize(
    ("format", "sign"),
    [("bibtex", "journal ="), ("biblatex", "journaltitle ="), ("csl-json", '"issued"')],
)
def test_other_formats(format: str, sign: str) -> None:
    result = parse("--to", format)
    assert result.exit_code == 0
    assert sign in " ".join(result.stdout.split())


def test_several_processes_keep_the_order() -> None:
    assert titles(parse("--lines", "--json", "--jobs", "2", text=LINES * 20)) == WANTED * 20


def test_what_is_explained() -> None:
    assert "journaltitle" in parse("--explain").stdout


def test_a_correction_is_appended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "edit.py"
    script.write_text(
        "import pathlib, sys\n"
        "path = pathlib.Path(sys.argv[1])\n"
        "path.write_text(path.read_text('utf-8') + 'note: Computing\\n', 'utf-8')\n"
    )
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    target = tmp_path / "corrections.jsonl"
    result = parse("--lines", "--correct", str(target), text=LINES.splitlines()[0])
    assert result.exit_code == 0
    [line] = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert ["note", "Computing"] in [field[:2] for field in line["fields"]]


MEGABYTE = 1_000_000
# What no one pastes on purpose: an entry of type `misc`, or one that is partly read.
ODD_LINES = {
    "emoji": "😀😀 🎉",
    "digits": "1234567890" * 3,
    "a megabyte without a blank": "a" * MEGABYTE,
    "a megabyte of names": "Smith, J., " * (MEGABYTE // 11),
    "a megabyte of names, initials first": "A. B. Smith, " * (MEGABYTE // 13) + "and C. Jones",
    "controls": "\x01\x02 \x1b[31m red \x7f",
}


@pytest.mark.parametrize("line", ODD_LINES.values(), ids=ODD_LINES.keys())
def test_any_line_gives_one_entry(line: str) -> None:
    result = parse("--lines", "--json", text=line + "\n")
    assert result.exit_code == 0
    [parsed] = [json.loads(each) for each in result.stdout.splitlines()]
    assert parsed["text"] == " ".join(line.split())
    assert len(parsed["entries"]) == 1


def test_a_line_from_right_to_left() -> None:
    result = parse("--lines", "--json", text="כהן, דוד. ספר הזיכרון. ירושלים: מאגנס, 1999.\n")
    assert titles(result) == ["ספר הזיכרון"]


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 400, b"\x7fELF" + bytes(2000)], ids=["every byte", "a program"]
)
def test_a_binary_file_is_told(data: bytes) -> None:
    result = CliRunner().invoke(main, ["parse"], input=data)
    assert result.exit_code == 2
    assert result.stderr.startswith("citemgr: -: ")
    assert result.stdout == ""


def test_nothing_in_nothing_out() -> None:
    result = parse("--json", text="")
    assert (result.exit_code, result.stdout) == (0, "")
