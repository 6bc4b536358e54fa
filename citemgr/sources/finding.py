"""Where the texts of cited works lie: a folder of texts, the library's own, a field of the entry.

The first place that has a key wins: the folder that was asked for, then `sources/` beside the
library (files named by key, or a folder a key), then the entry's `file` field. Nothing is read
here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from citemgr.model import CitemgrError, Entry, Finding
from citemgr.sources.cache import Cache
from citemgr.sources.reading import read_folder, read_source
from citemgr.sources.register import has_changed, read_register, sources_folder
from citemgr.sources.rules import changed_source, text_without_entry, unreadable_source
from citemgr.sources.shelf import Shelf
from citemgr.sources.source import Source

# JabRef's "description:path:type", Zotero's the same with several parted by ";", plain paths. A
# colon or semicolon in a path is escaped by a backslash; a drive letter is none of the separators.
_PARTS = re.compile(r"(?<!\\);")
_COLONS = re.compile(r"(?<!\\):(?![\\/])")


def find_paths(
    folder: Path | None = None, library: Path | None = None, entries: Iterable[Entry] = ()
) -> dict[str, Path]:
    """The file of each source by name. Raises `CitemgrError` where `folder` cannot be read."""
    found: dict[str, Path] = {}
    if folder is not None:
        if not folder.is_dir():
            raise CitemgrError("is no folder", path=str(folder))
        found |= read_folder(folder)
    if library is not None:
        own = sources_folder(library)
        if own.is_dir():
            kept = {key: own / each.file for key, each in read_register(own).items()}
            found = read_folder(own) | kept | found
        for entry in entries:
            if entry.key not in found and (path := file_of(entry, library.parent)):
                found[entry.key] = path
    return found


def inspect_texts(library: Path, entries: Iterable[Entry]) -> list[Finding]:
    """What is worth knowing of the texts that a library keeps: those that are not what was added,
    and those of which no entry has the key."""
    own = sources_folder(library)
    if not own.is_dir():
        return []
    register = read_register(own)
    findings = [
        changed_source(key, str(own / each.file))
        for key, each in sorted(register.items())
        if (own / each.file).is_file() and has_changed(own, each)
    ]
    keys = {entry.key for entry in entries}
    kept = {key: own / each.file for key, each in register.items()}
    texts = read_folder(own) | kept
    findings += [text_without_entry(key, str(texts[key])) for key in sorted(texts.keys() - keys)]
    return findings


def file_of(entry: Entry, folder: Path) -> Path | None:
    """The first existing file that the entry's `file` field names, relative to `folder`."""
    for part in _PARTS.split(entry.text("file")):
        pieces = _COLONS.split(part)
        for piece in (part, *sorted(pieces, key=len, reverse=True)):
            name = piece.replace("\\:", ":").replace("\\;", ";").replace("\\\\", "\\").strip()
            if name and (path := folder / name).is_file():
                return path
    return None


def open_sources(paths: Mapping[str, Path], cache: Cache | None) -> tuple[Shelf, list[Finding]]:
    """The sources at `paths`; what cannot be read is a finding each."""
    sources: list[Source] = []
    findings: list[Finding] = []
    for name, path in paths.items():
        try:
            sources.append(read_source(path, name, cache))
        except CitemgrError as error:
            findings.append(unreadable_source(name, error))
    return Shelf(sources, cache), findings
