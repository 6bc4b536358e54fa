"""A `.bib` file cut into its blocks, each with its place; nothing of the file is lost.

bibtexparser's splitter finds the blocks; where it leaves text out (between blocks) or gives a block
up as broken, the text stays where it is, as a gap. Joined again, the pieces are the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from citemgr.formats.bib_scan import LONGEST, scan_entry
from citemgr.formats.bib_values import MACROS, undefined
from citemgr.model import Finding, Severity

# Broken entries that are scanned again; a file with more is not a bibliography, and each scan may
# go on for long.
MOST_SCANS = 200
# Characters that are split at a time where a text comes in pieces: some thousand entries.
PARCEL = 1 << 20
_SOUND = frozenset({"entry", "string", "preamble"})
# Why an entry was scanned again and read.
COMMA = "a comma is missing"
BRACKET = "it is closed by another bracket than it was opened with"
# A field that begins on a line of its own inside another one's value: a comma is missing.
_SWALLOWED = re.compile(r"\n\s*(?P<name>[A-Za-z][\w-]*)\s*=\s*(?:[{\"]|\d)")


@dataclass(frozen=True, slots=True)
class BibBlock:
    """A piece of a `.bib` file: its text, where it starts, and what it is.

    `kind` is `entry`, `string`, `preamble`, `comment`, `broken`, or `gap` for text between blocks.
    An entry has its type, key and the raw values of its fields; a string its name in `key` and its
    value under that name.
    """

    kind: str
    text: str
    start: int
    type: str = ""
    key: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""


class Place(NamedTuple):
    """Where a block begins: file, line and column, both from 1."""

    path: str | None
    line: int
    column: int


def split_blocks(text: str) -> list[BibBlock]:
    """The blocks and gaps of `text`, in order; their texts joined are `text`."""
    import logging

    from bibtexparser.splitter import Splitter

    logging.getLogger("bibtexparser.splitter").setLevel(logging.CRITICAL)  # We report ourselves.
    blocks: list[BibBlock] = []
    at = 0
    scans = MOST_SCANS
    for parsed in Splitter(text).split().blocks:
        raw = parsed.raw or ""
        start = text.find(raw, at) if raw else -1
        if start < 0:
            continue
        block = _block(parsed, raw, start)
        if (block.kind == "broken" or _has_swallowed(block)) and scans:
            scans -= 1
            block = _scanned(text, block)
        if start > at:
            blocks.append(BibBlock("gap", text[at:start], at))
        blocks.append(block)
        at = start + len(block.text)
    if at < len(text):
        blocks.append(BibBlock("gap", text[at:], at))
    return blocks


def _block(parsed: object, raw: str, start: int) -> BibBlock:
    from bibtexparser import model

    if isinstance(parsed, model.DuplicateBlockKeyBlock):
        return _block(parsed.ignore_error_block, raw, start)
    if isinstance(parsed, model.DuplicateFieldKeyBlock):
        return _block(parsed.ignore_error_block, raw, start)
    if isinstance(parsed, model.ParsingFailedBlock):
        return BibBlock("broken", raw, start, reason=str(parsed.error))
    if isinstance(parsed, model.Entry):
        fields: dict[str, str] = {}
        for each in parsed.fields:
            fields.setdefault(each.key.lower(), str(each.value))
        return BibBlock("entry", raw, start, parsed.entry_type.lower(), parsed.key, fields)
    if isinstance(parsed, model.String):
        name = parsed.key.lower()
        return BibBlock("string", raw, start, key=name, fields={name: str(parsed.value)})
    if isinstance(parsed, model.Preamble):
        return BibBlock("preamble", raw, start)
    return BibBlock("comment", raw, start)


def _scanned(text: str, block: BibBlock) -> BibBlock:
    """The block as our own scan reads it: a value may hold an `@` at the beginning of a line, and a
    comma may be missing between two fields. Unchanged where that reads nothing either."""
    entry = scan_entry(text, block.start)
    if entry is None:
        return block
    raw = text[block.start : entry.end]
    reason = BRACKET if entry.wrong_bracket else COMMA if entry.missing_comma else ""
    return BibBlock("entry", raw, block.start, entry.type, entry.key, entry.fields, reason)


def blocks_of(pieces: Iterable[str]) -> Iterator[BibBlock]:
    """The blocks and gaps of a text that comes in pieces, in order; `start` is of no meaning.

    So much is read at a time that a block is seldom cut; the last one waits for what follows it,
    and so do broken ones before it, which a cut may have broken.
    """
    pieces = iter(pieces)
    held, wanted = "", PARCEL
    while True:
        read, size = [held], len(held)
        while size < wanted and (piece := next(pieces, None)) is not None:
            read.append(piece)
            size += len(piece)
        text = "".join(read)
        at_end = len(text) < wanted
        blocks = split_blocks(text)
        keep = len(blocks) if at_end else _last_sound(blocks)
        yield from blocks[:keep]
        if at_end:
            return
        held = text[blocks[keep].start :]
        wanted = PARCEL if keep else 2 * wanted


def _last_sound(blocks: list[BibBlock]) -> int:
    """How many of the blocks are whole, whatever may follow: those before the last one that is no
    text between blocks, for a cut may have made that text of a block; and those that lie so far
    back that no entry reaches over them."""
    end = blocks[-1].start + len(blocks[-1].text)
    sound = max((at for at, block in enumerate(blocks) if block.kind in _SOUND), default=0)
    far = sum(block.start + len(block.text) <= end - LONGEST for block in blocks)
    keep = max(sound, far)
    end = blocks[keep].start
    while keep and blocks[keep - 1].kind == "broken" and end - blocks[keep - 1].start < LONGEST:
        keep -= 1
    return keep


def check_blocks(blocks: Iterable[BibBlock], path: str | None) -> list[Finding]:
    """What is wrong with the blocks of a whole file."""
    return [each for each in checked_blocks(blocks, path) if isinstance(each, Finding)]


def checked_blocks(blocks: Iterable[BibBlock], path: str | None) -> Iterator[BibBlock | Finding]:
    """The blocks of a whole file, each with what is wrong with it: one that cannot be read, a key
    given twice, a lost comma, a macro that is not defined before it."""
    seen: set[str] = set()
    macros = set(MACROS)
    line = column = 1
    for block in blocks:
        place = Place(path, line, column)
        yield block
        for name in undefined(block.fields.values(), macros):
            macros.add(name.lower())
            yield undefined_macro(block, name, place)
        if block.kind == "string":
            macros.add(block.key)
        if block.kind == "broken":
            yield broken_entry(block, place)
        elif block.kind == "entry":
            if block.key and block.key.lower() in seen:
                yield duplicate_key(block, place)
            seen.add(block.key.lower())
            if block.reason == COMMA:
                yield swallowed_field(block, place)
            elif block.reason == BRACKET:
                yield wrong_bracket(block, place)
        ends = block.text.count("\n")
        line += ends
        column = len(block.text) - block.text.rfind("\n") if ends else column + len(block.text)


def _has_swallowed(block: BibBlock) -> bool:
    return block.kind == "entry" and any(
        "\n" in value and "=" in value and _SWALLOWED.search(_outside(value))
        for value in block.fields.values()
    )


def _outside(value: str) -> str:
    """What of a raw value stands behind its first braces: nothing, in a sound file."""
    depth = 0
    for at, character in enumerate(value):
        depth += (character == "{") - (character == "}")
        if depth == 0 and at and value[0] == "{":
            return value[at + 1 :]
    return "" if value[:1] == "{" else value


def broken_entry(block: BibBlock, place: Place) -> Finding:
    """An entry that cannot be read.

    A brace or a quotation mark is missing, or the file ends in the middle of the entry. It stays in
    the file as it is; citemgr neither reads nor changes it. Mend it by hand.
    """
    first = block.text.strip().splitlines()[0][:60] if block.text.strip() else ""
    return _finding("B101", f"this entry cannot be read: {first}", Severity.ERROR, place)


def duplicate_key(block: BibBlock, place: Place) -> Finding:
    """A citation key that two entries have.

    BibTeX uses the first and ignores the second. Both stay in the file; give one of them another
    key.
    """
    message = f"the key {block.key} is given twice"
    return _finding("B102", message, Severity.WARNING, place)


def swallowed_field(block: BibBlock, place: Place) -> Finding:
    """A comma that is missing between two fields.

    citemgr reads both fields; BibTeX stops at the second one. Add the comma.
    """
    message = f"a comma is missing in the entry {block.key}"
    return _finding("B103", message, Severity.WARNING, place)


def wrong_bracket(block: BibBlock, place: Place) -> Finding:
    """An entry that opens with `{` and closes with `)`, or the other way round.

    citemgr reads it; BibTeX reads on into the next entry and loses both. Mend the last character.
    """
    message = f"the entry {block.key} is closed by the wrong bracket"
    return _finding("B105", message, Severity.WARNING, place)


def undefined_macro(block: BibBlock, name: str, place: Place) -> Finding:
    """A macro that no `@string` before it defines.

    BibTeX takes nothing for it, and says so in its log; citemgr takes its name. Define it, or put
    braces around the word if it is none. The place is where it is used first.
    """
    used = re.search(rf"[=#]\s*{re.escape(name)}\b", block.text, re.IGNORECASE)
    before = block.text[: used.end() - len(name)] if used else ""
    ends = before.count("\n")
    column = len(before) - before.rfind("\n") if ends else place.column + len(before)
    at = Place(place.path, place.line + ends, column)
    return _finding("B104", f"the macro {name} is not defined", Severity.WARNING, at)


def _finding(code: str, message: str, severity: Severity, place: Place) -> Finding:
    return Finding(code, message, severity, path=place.path, line=place.line, column=place.column)
