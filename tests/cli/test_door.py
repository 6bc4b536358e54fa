"""What every command has: help without imports, common options, settings, one line an error."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import citemgr
from citemgr.cli import main
from citemgr.cli.commands import COMMANDS, load_command
from citemgr.model import RULES

# Rooms and libraries that `--help` and `--version` have no use for.
HEAVY = ("citemgr.references", "citemgr.documents", "numpy", "lxml", "pycrfsuite", "requests")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory without library and settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITEMGR_LIBRARY", raising=False)
    return tmp_path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """citemgr in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "citemgr", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("argument", ["--help", "--version"])
def test_help_and_version_import_no_room(argument: str) -> None:
    code = (
        "import sys; from citemgr.cli import main\n"
        f"try: main(['{argument}'])\n"
        f"except SystemExit: print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_version() -> None:
    assert run("--version").stdout == f"citemgr {citemgr.__version__}\n"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_has_help_and_the_common_options(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    for option in ("--quiet", "--verbose", "--no-color", "--help"):
        assert option in result.output


def test_one_thing_has_one_name() -> None:
    """An option that two commands share has the same type and meaning in both."""
    seen: dict[str, object] = {}
    for name in COMMANDS:
        for parameter in load_command(name).params:
            for option in parameter.opts:
                if option.startswith("-"):
                    assert seen.setdefault(option, type(parameter.type)) is type(parameter.type)


@pytest.mark.parametrize(
    "arguments", [["nosuch"], ["rule", "X999"], ["scan"], ["scan", "nosuch.txt"], ["--nosuch"]]
)
def test_what_cannot_be_done_is_said_in_words_with_exit_status_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("code", RULES)
def test_every_code_is_documented(code: str) -> None:
    result = CliRunner().invoke(main, ["rule", code])
    assert result.exit_code == 0
    assert RULES[code].title in result.output
    assert len(result.output.splitlines()) > 2


def test_codes_are_in_order() -> None:
    assert list(RULES) == sorted(RULES)


def test_rule_lists_all_codes() -> None:
    output = CliRunner().invoke(main, ["rule"]).output
    assert [line.split()[0] for line in output.splitlines()] == list(RULES)


def test_init_makes_a_library_once(elsewhere: Path) -> None:
    assert CliRunner().invoke(main, ["init"]).exit_code == 0
    text = (elsewhere / "bib/library.bib").read_text(encoding="utf-8")
    again = CliRunner().invoke(main, ["init"])
    assert again.exit_code == 2
    assert "left alone" in again.output
    assert (elsewhere / "bib/library.bib").read_text(encoding="utf-8") == text
    assert not (elsewhere / "citemgr.toml").exists()


def test_init_remembers_what_is_not_the_default(elsewhere: Path) -> None:
    CliRunner().invoke(main, ["init", "thesis.bib", "--dialect", "biblatex"])
    settings = (elsewhere / "citemgr.toml").read_text(encoding="utf-8")
    assert settings == 'library = "thesis.bib"\ndialect = "biblatex"\n'


def test_config_says_where_each_setting_comes_from(
    elsewhere: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (elsewhere / "citemgr.toml").write_text('dialect = "biblatex"\n[quotes]\nmin-words = 4\n')
    monkeypatch.setenv("CITEMGR_LIBRARY", "from-the-environment.bib")
    output = CliRunner().invoke(main, ["config"]).output
    assert 'library = "from-the-environment.bib"  # $CITEMGR_LIBRARY' in output
    assert f'dialect = "biblatex"  # {elsewhere / "citemgr.toml"}' in output
    assert f"min-words = 4  # {elsewhere / 'citemgr.toml'}" in output
    assert output.count("min-words = 4 ") == 1


def test_settings_are_found_in_folders_above(elsewhere: Path) -> None:
    (elsewhere / "citemgr.toml").write_text('library = "bib/my.bib"\n')
    (elsewhere / "chapters").mkdir()
    result = subprocess.run(
        [sys.executable, "-m", "citemgr", "config"],
        cwd=elsewhere / "chapters",
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert f'library = "{elsewhere / "bib/my.bib"}"' in result.stdout


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dialekt = 1\n", "citemgr.toml:1: no command has the setting 'dialekt'"),
        ("\n[scan]\nlibary = 'x'\n", "citemgr.toml:3: [scan] has no setting 'libary'"),
        ("= 3\n", "citemgr.toml: not valid TOML"),
        ("dialect = 'tex'\n", "'tex' is not one of 'bibtex', 'biblatex'"),
    ],
)
def test_a_wrong_setting_is_an_error_with_its_place(elsewhere: Path, text: str, words: str) -> None:
    (elsewhere / "citemgr.toml").write_text(text)
    result = CliRunner().invoke(main, ["scan", "x.txt"])
    assert result.exit_code == 2
    assert words in result.output


def test_an_error_of_ours_is_one_line_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(**_: object) -> None:
        raise ZeroDivisionError("no such luck")

    monkeypatch.setattr(load_command("rule"), "callback", broken)
    result = CliRunner().invoke(main, ["rule"])
    assert result.exit_code == 2
    assert result.output.startswith("citemgr: an error of citemgr itself: ZeroDivisionError")
    loud = CliRunner().invoke(main, ["rule", "-v"])
    assert isinstance(loud.exception, ZeroDivisionError)


@pytest.mark.parametrize(
    ("arguments", "environment", "coloured"),
    [
        (["rule"], {}, True),
        (["rule", "--no-color"], {}, False),
        (["--no-color", "rule"], {}, False),
        (["rule"], {"NO_COLOR": "1"}, False),
    ],
)
def test_colours_can_be_turned_off(
    arguments: list[str], environment: dict[str, str], coloured: bool
) -> None:
    result = CliRunner(env={"NO_COLOR": None, **environment}).invoke(main, arguments, color=True)
    assert ("\x1b[" in result.output) is coloured


ESSAY = """\
He wrote “a sentence of seven whole plain words” (Turing, 1950, p. 460) and called it “plain”.
Another “sentence of six words or so” has no source.

References

Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460.
"""
LONG = {"a sentence of seven whole plain words"}
BOTH = {*LONG, "sentence of six words or so"}


@pytest.mark.parametrize(
    ("arguments", "settings", "kept"),
    [
        ([], "", BOTH),
        (["--min-words", "7"], "", LONG),
        ([], "min-words = 7", LONG),
        ([], "[quotes]\nmin-words = 7", LONG),
        ([], "[scan]\nmin-words = 7", BOTH),
        (["--min-words", "3"], "min-words = 7", BOTH),
        (["--only-cited"], "", LONG),
        ([], "only-cited = true", LONG),
        (["--kinds", "title,gloss"], "", set()),
        ([], "kinds = ['title', 'gloss']", set()),
    ],
)
def test_which_quotations_are_wanted(
    elsewhere: Path, arguments: list[str], settings: str, kept: set[str]
) -> None:
    (elsewhere / "essay.txt").write_text(ESSAY, encoding="utf-8")
    (elsewhere / "citemgr.toml").write_text(settings + "\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["quotes", "--json", *arguments, "essay.txt"])
    found = {each["exact"] for each in json.loads(result.stdout)["quotations"]}
    assert found - {"plain"} == kept


def test_kinds_that_there_are_not() -> None:
    result = CliRunner().invoke(main, ["quotes", "--kinds", "joke", "x.txt"])
    assert result.exit_code == 2
    assert "quotation, term, title, gloss" in result.output


def test_new_keys_follow_the_pattern(elsewhere: Path) -> None:
    (elsewhere / "bib").mkdir()
    (elsewhere / "a.txt").write_text(
        "He wrote, “We can only see a short distance ahead” (Turing, 1950).\n\nReferences\n\n"
        "Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59, 433–460.\n",
        encoding="utf-8",
    )
    assert run("scan", "-q", "--key-pattern", "{author}:{year}", "a.txt").returncode == 0
    library = (elsewhere / "bib/library.bib").read_text(encoding="utf-8")
    assert library.startswith("@article{turing:1950,")


def test_a_wrong_key_pattern_is_one_error(elsewhere: Path) -> None:
    (elsewhere / "a.txt").write_text(
        "References\n\nTuring, A. M. (1950). Computing machinery. Mind, 59, 433–460.\n",
        encoding="utf-8",
    )
    done = run("scan", "--key-pattern", "{nonsense}", "a.txt")
    assert done.returncode == 2
    assert "{author}" in done.stderr
