"""The documents under given paths: a named file always, a folder by the suffixes that are known."""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from citemgr.documents.table import known_suffix


def walk(paths: Iterable[str | Path], exclude: Sequence[str] = ()) -> Iterator[Path]:
    """The files to read, each once, in a fixed order.

    Folders are walked without hidden files and without what a `.gitignore` on the way leaves out.
    `exclude` are further patterns, matched against the path below the folder and each of its parts.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        files: Iterable[Path] = [path]
        if path.is_dir():
            files = _files(path, path, [(path, pattern) for pattern in exclude])
        for file in files:
            if file not in seen:
                seen.add(file)
                yield file


def _files(folder: Path, top: Path, ignored: Sequence[tuple[Path, str]]) -> Iterator[Path]:
    rules = [*ignored, *_gitignore(folder)]
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.startswith(".") or _is_ignored(entry, rules):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry, top, rules)
        elif known_suffix(entry):
            yield entry


def _gitignore(folder: Path) -> list[tuple[Path, str]]:
    file = folder / ".gitignore"
    if not file.is_file():
        return []
    lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
    return [(folder, line.strip()) for line in lines if line.strip() and not line.startswith("#")]


def _is_ignored(entry: Path, rules: Iterable[tuple[Path, str]]) -> bool:
    """Whether the last rule that matches leaves the entry out (`!` takes it in again)."""
    ignored = False
    for folder, rule in rules:
        pattern = rule.removeprefix("!")
        if pattern.endswith("/") and not entry.is_dir():
            continue
        name = entry.relative_to(folder).as_posix()
        pattern = pattern.rstrip("/")
        bare = "/" not in pattern
        if fnmatch.fnmatch(entry.name if bare else name, pattern.removeprefix("/")):
            ignored = not rule.startswith("!")
    return ignored
