"""From a file to a source: its text through the document readers, its index through the cache.

Plain text is decoded and nothing else, so that offsets are code points of the file. What cannot be
read, has no text, or is no text at all is one `CitemgrError` each.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from citemgr.model import CitemgrError
from citemgr.sources.cache import VERSION, Cache
from citemgr.sources.source import Source

# Suffixes of files that hold the source's text as it is; all others go through a document reader.
_PLAIN = frozenset({"", ".txt", ".text"})
# A source larger than this is no text that a person quotes from.
LARGEST_FILE = 512 * 1024 * 1024
# So many characters that no text holds (control characters, the replacement character) in the first
# thousands make a file binary.
_SAMPLE = 4096
_MOST_STRANGE = 0.05


def read_source(path: Path, name: str = "", cache: Cache | None = None) -> Source:
    """The source in the file `path`, under `name` (else the file's stem).

    Raises `CitemgrError` where it is missing, too large, empty or binary.
    """
    return read_bytes(_read(path), path.suffix, name or path.stem, str(path), cache)


def read_bytes(
    data: bytes, suffix: str, name: str, origin: str, cache: Cache | None = None
) -> Source:
    """The source that `data` holds, in the format that `suffix` says; `origin` names it in
    messages. Raises `CitemgrError` where it is empty or binary."""
    digest = hashlib.sha256(data)
    digest.update(f"\n{VERSION}\n{suffix.lower()}".encode())
    key = digest.hexdigest()
    if cache is not None and (kept := cache.load(key, name)) is not None:
        return kept
    source = _plain(data, suffix, name, key) or _read_as_document(data, suffix, name, key, origin)
    if not len(source.index):
        raise CitemgrError("holds no text to check against", path=origin)
    if cache is not None:
        cache.save(source)
    return source


def read_folder(folder: Path) -> dict[str, Path]:
    """The files of a folder by stem; in a folder of its own the text of a work is named by that
    folder ("doe2020/text.txt"). Hidden files are left out."""
    try:
        files = sorted(_files(folder))
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=str(folder)) from error
    found: dict[str, Path] = {}
    for path in files:
        inner = path.parent != folder
        found.setdefault(path.parent.name if inner else path.stem, path)
    return found


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.suffix in (".json", ".jsonl", ".bib"):
            continue
        if path.is_dir():
            yield from (each for each in path.iterdir() if _is_text_file(each))
        elif path.is_file():
            yield path


def _is_text_file(path: Path) -> bool:
    return path.is_file() and not path.name.startswith(".") and path.suffix != ".json"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise CitemgrError("is larger than 512 MB; split it", path=str(path))
        return path.read_bytes()
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=str(path)) from error


def _plain(data: bytes, suffix: str, name: str, key: str) -> Source | None:
    if suffix.lower() not in _PLAIN:
        return None
    if _is_binary(data[:_SAMPLE].decode("utf-8", "replace")):
        return None  # perhaps another encoding
    try:
        return Source.of_utf8(data, name, _pages_of(data), key)
    except UnicodeDecodeError:
        return None


def _read_as_document(data: bytes, suffix: str, name: str, key: str, origin: str) -> Source:
    from citemgr.documents import read_bytes as read_document

    if suffix.lower() not in _PLAIN:
        try:
            document = read_document(data, "source" + suffix)
        except CitemgrError as error:
            raise CitemgrError(error.message, path=origin) from error
        return Source.of(document.text, name, document.origin.pages, key)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = read_document(data, origin, "text").text
    if _is_binary(text):
        raise CitemgrError("is no text", path=origin)
    return Source.of(text, name, _pages_of(text.encode("utf-8", "replace")), key)


def _is_binary(text: str) -> bool:
    sample = text[:_SAMPLE]
    strange = sum((each < " " and each not in "\t\n\r\f\v") or each == "\ufffd" for each in sample)
    return strange > _MOST_STRANGE * max(len(sample), 1)


def _pages_of(data: bytes) -> tuple[tuple[int, str | None], ...]:
    """Form feeds end pages; their printed number stands on the first or last line, where it can be
    told. Raises `UnicodeDecodeError` for what is no UTF-8."""
    if b"\f" not in data:
        return ()
    pages: list[tuple[int, str | None]] = []
    at = start = 0
    while start <= len(data):
        end = data.find(b"\f", start)
        end = len(data) if end < 0 else end
        page = data[start:end].decode("utf-8")
        lines = [line.strip(" -–—[]\r") for line in page.strip().split("\n")]
        numbers = [line for line in (lines[0], lines[-1]) if line.isdecimal() and len(line) < 5]
        pages.append((at, numbers[-1] if numbers else None))
        at, start = at + len(page) + 1, end + 1
    return tuple(pages)
