"""A library in memory: the pieces of its file, and the entries that they hold.

Every piece keeps its text. A change replaces, adds or removes one piece; the others are written
back as they were read, broken entries and comments among them.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from citemgr.formats import write_entries
from citemgr.formats.bib_blocks import BibBlock, check_blocks, split_blocks
from citemgr.formats.bib_entries import entries_of
from citemgr.formats.decoding import decode
from citemgr.model import CitemgrError, Entry, Finding

# What only BibLaTeX files have.
_BIBLATEX_FIELDS = frozenset(
    {"date", "journaltitle", "location", "entrysubtype", "urldate", "subtitle"}
)


@dataclass(frozen=True, slots=True)
class Library:
    """A `.bib` file: where it is, its pieces in order, its entries, and what is wrong with it.

    `digest` is the SHA-256 of the file as it was read, None where there was none. `encoding` and
    `newline` are those of the file.
    """

    path: Path
    blocks: tuple[BibBlock, ...] = ()
    entries: tuple[Entry, ...] = ()
    findings: tuple[Finding, ...] = ()
    dialect: str = "bibtex"
    encoding: str = "utf-8"
    newline: str = "\n"
    digest: str | None = None


def load(path: str | Path, dialect: str | None = None) -> Library:
    """The library in the file `path`; an empty one where there is no such file.

    `dialect` is that of entries to be written; without it the file's own, BibTeX for an empty one.
    Raises `CitemgrError` where the file cannot be read.
    """
    path = Path(path)
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Library(path, dialect=dialect or "bibtex")
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=str(path)) from error
    text, encoding = decode(data)
    blocks = tuple(split_blocks(text))
    return Library(
        path=path,
        blocks=blocks,
        entries=tuple(entries_of(blocks)),
        findings=tuple(check_blocks(blocks, str(path))),
        dialect=dialect or _dialect(blocks),
        encoding=encoding,
        newline="\r\n" if "\r\n" in text else "\n",
        digest=hashlib.sha256(data).hexdigest(),
    )


def _dialect(blocks: Iterable[BibBlock]) -> str:
    entries = [block for block in blocks if block.kind == "entry"]
    modern = sum(bool(block.fields.keys() & _BIBLATEX_FIELDS) for block in entries)
    return "biblatex" if modern * 2 > len(entries) else "bibtex"


def add(library: Library, entries: Iterable[Entry]) -> Library:
    """The library with `entries` at its end; their keys must be free."""
    taken = {entry.key.lower() for entry in library.entries}
    added = tuple(entries)
    blocks = list(library.blocks)
    for entry in added:
        if entry.key.lower() in taken:
            raise CitemgrError(f"the library has the key {entry.key} already")
        taken.add(entry.key.lower())
        if blocks:
            blocks.append(_gap(library, blocks[-1].text))
        blocks.append(_printed(library, entry))
    return dataclasses.replace(library, blocks=tuple(blocks), entries=(*library.entries, *added))


def replace(library: Library, key: str, entry: Entry) -> Library:
    """The library with `entry` in the place of the entry `key`."""
    blocks = list(library.blocks)
    blocks[_index(library, key)] = _printed(library, entry)
    entries = tuple(entry if each.key == key else each for each in library.entries)
    return dataclasses.replace(library, blocks=tuple(blocks), entries=entries)


def remove(library: Library, key: str) -> Library:
    """The library without the entry `key`, and without the blank lines behind it."""
    at = _index(library, key)
    blocks = list(library.blocks)
    del blocks[at]
    if at < len(blocks) and blocks[at].kind == "gap" and not blocks[at].text.strip():
        del blocks[at]
    entries = tuple(each for each in library.entries if each.key != key)
    return dataclasses.replace(library, blocks=tuple(blocks), entries=entries)


def render(library: Library) -> str:
    """The text of the file: every piece that was not changed as it was read."""
    return "".join(block.text for block in library.blocks)


def _index(library: Library, key: str) -> int:
    for at, block in enumerate(library.blocks):
        if block.kind == "entry" and block.key == key:
            return at
    raise CitemgrError(f"no entry has the key {key}", path=str(library.path))


def _printed(library: Library, entry: Entry) -> BibBlock:
    text = write_entries([entry], library.dialect).replace("\n", library.newline)
    return BibBlock("entry", text, 0, entry.type, entry.key)


def _gap(library: Library, before: str) -> BibBlock:
    """A blank line between what stands before and what comes."""
    ends = len(before) - len(before.rstrip("\r\n"))
    missing = 2 - before[len(before) - ends :].count("\n")
    return BibBlock("gap", library.newline * max(0, missing), 0)
