"""A library is written whole or not at all, and never over another program's work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from citemgr.bibliography import add, load, lock, save
from citemgr.model import CitemgrError, Entry

OLD = "@book{old, title = {Old}}\n"
NEW = Entry("book", "new", {"title": "New"})


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "library.bib"
    path.write_text(OLD, encoding="utf-8")
    return path


def test_a_missing_library_is_empty_and_is_made(tmp_path: Path) -> None:
    path = tmp_path / "new.bib"
    save(add(load(path), [NEW]))
    assert path.read_text(encoding="utf-8") == "@book{new,\n  title = {New},\n}\n"


def test_a_file_changed_since_it_was_read_is_not_overwritten(path: Path) -> None:
    library = add(load(path), [NEW])
    path.write_text(OLD + "% mine\n", encoding="utf-8")
    with pytest.raises(CitemgrError, match="changed by another program"):
        save(library)
    assert path.read_text(encoding="utf-8") == OLD + "% mine\n"


def test_a_read_only_library_stays(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "access", lambda *_: False)  # The root user may write anything.
    with pytest.raises(CitemgrError, match="read-only"):
        save(add(load(path), [NEW]))
    assert path.read_text(encoding="utf-8") == OLD


def test_an_interrupted_run_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        save(add(load(path), [NEW]))
    assert path.read_text(encoding="utf-8") == OLD
    assert [each.name for each in path.parent.iterdir()] == ["library.bib"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no permission bits")
def test_the_mode_of_the_file_is_kept(path: Path) -> None:
    path.chmod(0o640)
    save(add(load(path), [NEW]))
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_still_leads_to_the_library(path: Path) -> None:
    link = path.with_name("link.bib")
    link.symlink_to(path)
    save(add(load(link), [NEW]))
    assert link.is_symlink()
    assert "New" in path.read_text(encoding="utf-8")


def test_a_library_held_by_another_process_is_refused(path: Path) -> None:
    hold = (
        "import sys; from pathlib import Path; from citemgr.bibliography import lock\n"
        "with lock(Path(sys.argv[1])):\n"
        "    print('held', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        assert holder.stdout is not None and holder.stdin is not None
        assert holder.stdout.readline().strip() == b"held"
        with pytest.raises(CitemgrError, match="another process"), lock(path, patience=0):
            pass
        holder.stdin.close()
    with lock(path, patience=5):
        assert path.exists()
    assert [each.name for each in path.parent.iterdir()] == ["library.bib"]
