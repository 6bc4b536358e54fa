"""Whatever a person hands over: a result or one clear error, exit status 2, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from citemgr.bibliography import lock

# Runs a command of the administrator's without the right to open every file (util-linux).
_WITHOUT_RIGHTS = [
    "setpriv",
    "--bounding-set=-dac_override,-dac_read_search",
    "--inh-caps=-all",
]

GOOD = """\
“We can only see a short distance ahead” (Turing, 1950, p. 460).

References

Turing, A. M. (1950). Computing machinery and intelligence. Mind, 59(236), 433–460.
"""

# An entry that nobody can read, and one that can be read, both to be kept as they are.
LIBRARY = """\
% my own notes
@book{broken, title = {No end

@book{darwin1859origin,
  title = {On the Origin of Species},
}
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A working directory with a good document and a library."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CITEMGR_LIBRARY", raising=False)
    (tmp_path / "bib").mkdir()
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    yield tmp_path
    for path in tmp_path.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)


def citemgr(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run citemgr; whatever happens, it may not show a traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "citemgr", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert "Traceback" not in done.stderr
    return done


def objects(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    """The JSON Lines on stdout."""
    return [json.loads(line) for line in done.stdout.splitlines()]


def one_error(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Exit status 2 and one line on stderr that holds all `words`."""
    assert done.returncode == 2
    lines = [line for line in done.stderr.splitlines() if line.startswith("citemgr: ")]
    assert len(lines) == 1
    for word in words:
        assert word in lines[0]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b" \n\n\t\n", id="blank"),
        pytest.param(
            "“Ein Wort” [1]\n\n1. Café. Paris, 1999.\n".encode("latin-1", "replace"), id="latin-1"
        ),
        pytest.param(b"caf\xe9 \xff\xfe\x80 \xe2\x80 \x9c\n", id="invalid UTF-8"),
        pytest.param(GOOD.encode("utf-16"), id="UTF-16"),
        pytest.param(GOOD.encode("utf-8-sig"), id="byte order mark"),
        pytest.param("“".encode() * 10_000, id="ten thousand opening marks"),
        pytest.param(("“x\n\n" * 10_000).encode(), id="ten thousand paragraphs that open"),
        pytest.param(b"'" * 100_000, id="apostrophes"),
        pytest.param(b"[1] " * 50_000, id="callouts"),
        pytest.param(
            b"1. Turing, A. (1950). Computing machinery. Mind, 59, 433.", id="one reference"
        ),
        pytest.param(b"References\n", id="a heading alone"),
        pytest.param("\u202e\u0661\u0662 שלום “עולם”\U0001f600\n".encode(), id="right to left"),
        pytest.param(b"> " * 20_000 + b"deep\n", id="deep block quotations"),
    ],
)
@pytest.mark.parametrize("suffix", ["txt", "md"])
def test_any_text_gives_a_result(place: Path, data: bytes, suffix: str) -> None:
    (place / f"odd.{suffix}").write_bytes(data)
    done = citemgr("scan", "--dry-run", "--json", f"odd.{suffix}")
    assert done.returncode == 0
    (found,) = objects(done)
    assert found["path"] == f"odd.{suffix}"


def test_utf_16_is_read_as_text(place: Path) -> None:
    (place / "wide.txt").write_bytes(GOOD.encode("utf-16"))
    (found,) = objects(citemgr("scan", "--dry-run", "--json", "wide.txt"))
    assert [each["exact"] for each in found["quotations"]] == [  # type: ignore[union-attr, index]
        "We can only see a short distance ahead"
    ]


def test_fifty_megabytes_without_a_line_end(place: Path) -> None:
    (place / "long.txt").write_bytes(b"words and words " * (50 * 2**20 // 16))
    done = citemgr("scan", "--dry-run", "--json", "long.txt")
    assert done.returncode in (0, 2)
    (found,) = objects(done)
    assert found["quotations"] == []


def test_a_bad_file_is_a_finding_and_the_others_go_on(place: Path) -> None:
    (place / "binary.txt").write_bytes(bytes(range(256)) * 64)
    done = citemgr("scan", "--json", "binary.txt", "good.txt", "missing.txt")
    assert done.returncode == 2
    by_path = {found["path"]: found for found in objects(done)}
    assert len(by_path["good.txt"]["quotations"]) == 1  # type: ignore[arg-type]
    for bad in ("binary.txt", "missing.txt"):
        (finding,) = by_path[bad]["findings"]  # type: ignore[misc]
        assert finding["severity"] == "error"
    assert "turing1950computing" in (place / "bib/library.bib").read_text(encoding="utf-8")


def test_a_folder_without_documents(place: Path) -> None:
    (place / "empty").mkdir()
    one_error(citemgr("scan", "empty"), "empty")


def as_plain_user(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run citemgr in `folder` without the right of an administrator to open everything."""
    command = [sys.executable, "-m", "citemgr", *arguments]
    if os.name == "nt" or (os.geteuid() == 0 and shutil.which("setpriv") is None):
        pytest.skip("this user may read and write everything")
    if os.geteuid() == 0:
        command = [*_WITHOUT_RIGHTS, *command]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    assert "Traceback" not in done.stderr
    return done


def test_an_unreadable_path(place: Path) -> None:
    (place / "closed.txt").write_text(GOOD, encoding="utf-8")
    (place / "closed.txt").chmod(0)
    done = as_plain_user(place, "scan", "--json", "closed.txt")
    assert done.returncode == 2
    (found,) = objects(done)
    assert "ermission" in found["findings"][0]["message"]  # type: ignore[index]


def test_a_read_only_library(place: Path) -> None:
    library = place / "bib/library.bib"
    library.write_text("", encoding="utf-8")
    library.chmod(0o444)
    (place / "bib").chmod(0o555)
    done = as_plain_user(place, "scan", "good.txt")
    one_error(done, "library.bib")
    assert library.read_text(encoding="utf-8") == ""
    assert [path.name for path in (place / "bib").iterdir()] == ["library.bib"]


def test_a_library_with_a_broken_entry_keeps_it(place: Path) -> None:
    library = place / "bib/library.bib"
    library.write_text(LIBRARY, encoding="utf-8")
    done = citemgr("scan", "good.txt")
    assert done.returncode == 0
    after = library.read_text(encoding="utf-8")
    assert after.startswith(LIBRARY)
    assert "turing1950computing" in after
    assert "library.bib:2:1" in done.stdout + done.stderr


def test_a_library_that_is_no_text(place: Path) -> None:
    data = bytes(range(256)) * 8
    (place / "bib/library.bib").write_bytes(data)
    citemgr("scan", "good.txt")
    assert (place / "bib/library.bib").read_bytes().startswith(data)


def test_a_quotations_file_with_a_broken_line(place: Path) -> None:
    stored = place / "bib/quotations.jsonl"
    stored.write_text("{}\n", encoding="utf-8")
    one_error(citemgr("scan", "good.txt"), "quotations.jsonl:1")
    assert stored.read_text(encoding="utf-8") == "{}\n"
    assert not (place / "bib/library.bib").exists()


def test_a_library_that_another_process_writes(place: Path) -> None:
    with lock(place / "bib/library.bib"):
        done = citemgr("scan", "good.txt")
    one_error(done, "library.bib", "another process")
    assert not (place / "bib/library.bib").exists()


def test_two_processes_at_once_lose_nothing(place: Path) -> None:
    for name in ("one", "two", "three"):
        text = GOOD.replace("Turing", f"Turing{name}").replace("Computing", f"{name} computing")
        (place / f"{name}.txt").write_text(text, encoding="utf-8")
    running = [
        subprocess.Popen([sys.executable, "-m", "citemgr", "scan", "-q", f"{name}.txt"])
        for name in ("one", "two", "three")
    ]
    assert [process.wait(timeout=300) for process in running] == [0, 0, 0]
    library = (place / "bib/library.bib").read_text(encoding="utf-8")
    stored = (place / "bib/quotations.jsonl").read_text(encoding="utf-8")
    for name in ("one", "two", "three"):
        assert f"turing{name}1950" in library
        assert f"../{name}.txt" in stored


def test_a_stream(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "citemgr", "scan", "--json", "-"],
        input=GOOD.encode(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert len(found["quotations"]) == 1
    assert "turing1950computing" in (place / "bib/library.bib").read_text(encoding="utf-8")
    assert not (place / "bib/quotations.jsonl").exists()


def test_a_closed_pipe_is_no_error(place: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "citemgr", "scan", "--json", *["good.txt"] * 200],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert "Traceback" not in process.stderr.read()


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode on this system")
def test_a_file_name_that_is_no_text(place: Path) -> None:
    (place / os.fsdecode(b"caf\xe9 #1.txt")).write_text(GOOD, encoding="utf-8")
    assert citemgr("scan", "--json", ".").returncode == 0
    before = (place / "bib/quotations.jsonl").read_bytes()
    assert b"../caf%E9%20%231.txt" in before
    assert citemgr("scan", "--json", ".").returncode == 0
    assert (place / "bib/quotations.jsonl").read_bytes() == before
