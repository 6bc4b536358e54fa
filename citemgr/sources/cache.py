"""Indexes as files that can be deleted at any time: each is mapped into memory, not read.

A file holds the text, its folded letters and the arrays over them, one after the other; its name is
the hash of the bytes it was made from. A file that is damaged, cut short or from another version is
made anew. The folder is `citemgr` in the user's cache folder (`$XDG_CACHE_HOME`, else `~/.cache`;
`%LOCALAPPDATA%` on Windows; `~/Library/Caches` on macOS), or `$CITEMGR_CACHE`.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from citemgr.sources.index import Index
from citemgr.sources.layout import Reading
from citemgr.sources.source import Source

# Written into every file; a change of format or of folding needs another one.
VERSION = 6
_MAGIC = b"citemgr-index\n"
_ALIGNED = 64
_SUFFIX = ".index"


def cache_folder() -> Path:
    """Where the cache lies; nothing is made here."""
    if given := os.environ.get("CITEMGR_CACHE"):
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "citemgr"


class Cache:
    """The indexes in one folder, by key. What cannot be written is not kept: no error."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, key: str, name: str) -> Source | None:
        """The source that was kept under `key`, mapped from its file."""
        held = self._open(key)
        if held is None:
            return None
        head, view, places = held
        return Source(
            name=name,
            data=memoryview(view)[slice(*places["data"])],
            index=Index(
                buffer=view,
                letters_at=places["letters"][0],
                letters_end=places["letters"][1],
                width=head["width"],
                seeds=np.frombuffer(view, np.uint64, *_count(places["seeds"], 8)),
                bytes_at=np.frombuffer(view, np.uint32, *_count(places["bytes_at"], 4)),
                points_at=np.frombuffer(view, np.uint32, *_count(places["points_at"], 4)),
            ),
            layout=Reading("", head["length"], *map(tuple, head["layout"])),
            pages=tuple((at, label) for at, label in head["pages"]),
            key=key,
        )

    def save(self, source: Source) -> None:
        """Keep `source` under its key."""
        index = source.index
        head = {
            "width": index.width,
            "length": source.layout.length,
            "layout": (source.layout.starts, source.layout.origins, source.layout.ends),
            "pages": source.pages,
        }
        parts: dict[str, Any] = {
            "data": source.data,
            "letters": memoryview(index.buffer)[index.letters_at : index.letters_end],
            "seeds": index.seeds,
            "bytes_at": index.bytes_at,
            "points_at": index.points_at,
        }
        self._write(source.key, head, parts)

    def load_seeds(self, keys: Sequence[str]) -> npt.NDArray[np.uint64] | None:
        """The merged seeds of the sources with these keys."""
        held = self._open(_joint(keys))
        if held is None:
            return None
        _, view, places = held
        return np.frombuffer(view, np.uint64, *_count(places["seeds"], 8))

    def save_seeds(self, keys: Sequence[str], seeds: npt.NDArray[np.uint64]) -> None:
        """Keep the merged seeds of the sources with these keys."""
        self._write(_joint(keys), {}, {"seeds": seeds})

    def _open(self, key: str) -> tuple[dict[str, Any], mmap.mmap, dict[str, Any]] | None:
        """The header, the mapped file, and where its parts stand; None where it is not whole."""
        try:
            with (self._folder / (key + _SUFFIX)).open("rb") as file:
                if file.read(len(_MAGIC)) != _MAGIC:
                    return None
                head = json.loads(file.readline())
                if head["version"] != VERSION or head["size"] != os.fstat(file.fileno()).st_size:
                    return None
                return head, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ), head["places"]
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _write(self, key: str, head: dict[str, Any], parts: dict[str, Any]) -> None:
        sizes = {name: memoryview(part).nbytes for name, part in parts.items()}
        room = 4096 + len(json.dumps(head)) + 64 * len(parts)
        at = -(-room // _ALIGNED) * _ALIGNED
        places: dict[str, tuple[int, int]] = {}
        for name, size in sizes.items():
            places[name] = (at, at + size)
            at = -(-(at + size) // _ALIGNED) * _ALIGNED
        head = {**head, "version": VERSION, "size": at, "places": places}
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as file:
                try:
                    file.write(_MAGIC + json.dumps(head).encode() + b"\n")
                    for name, part in parts.items():
                        file.seek(places[name][0])
                        file.write(memoryview(part).cast("B") if sizes[name] else b"")
                    file.truncate(at)
                    file.close()
                    Path(file.name).replace(self._folder / (key + _SUFFIX))
                except BaseException:
                    file.close()
                    Path(file.name).unlink()
                    raise


def _count(place: Sequence[int], width: int) -> tuple[int, int]:
    """Number and offset of the elements in a part, as `numpy.frombuffer` wants them."""
    return (place[1] - place[0]) // width, place[0]


def _joint(keys: Sequence[str]) -> str:
    return hashlib.sha256("\n".join(["shelf", str(VERSION), *keys]).encode()).hexdigest()
