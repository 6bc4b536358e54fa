"""Markdown: CommonMark and tables by markdown-it, footnotes and pandoc's citations by hand.

`Document.text` is the file itself; what is syntax is listed in `Document.markup`. markdown-it tells
the blocks by their lines; what stands inside a paragraph is found by `markdown_inline`. Footnote
definitions and front matter are blanked before the blocks are parsed, so that line numbers hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from citemgr.documents.lines import Line, lines_of, origin_of
from citemgr.documents.markdown_inline import Inline, read_inline
from citemgr.documents.markup import merged
from citemgr.model import Block, BlockKind, Document, Note, Span

_DEFINITION = re.compile(r" {0,3}\[\^(?P<label>[^\]\s]+)\]:[ \t]*")
_FENCE = re.compile(r" {0,3}(```|~~~)")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
# What containers put before the words of a line.
_PREFIX = re.compile(r"[ \t]*(?:>[ \t]?[ \t]*)+")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_HEADING = re.compile(r"#{1,6}[ \t]+")
# Opening token of markdown-it -> kind of block.
_KINDS = {
    "blockquote_open": BlockKind.QUOTATION,
    "list_item_open": BlockKind.LIST_ITEM,
    "heading_open": BlockKind.HEADING,
    "paragraph_open": BlockKind.PARAGRAPH,
    "table_open": BlockKind.TABLE,
    "fence": BlockKind.CODE,
    "code_block": BlockKind.CODE,
    "html_block": BlockKind.PARAGRAPH,
}
# An indented block is no code if it has so many words and so large a share of signs of prose.
LEAST_WORDS, PROSE = 5, 0.97
_PROSE = re.compile(r"[^\W\d_]|[\s.,;:!?’'“”„«»\"()–—-]|\d")
_OPENING = frozenset('“„«»"‘‚‹「『—')
_SENTENCE_END = re.compile(r"[.!?…][\"'”’“»›」』)\]]*$|[”“»」』]\W*$")
# Nesting beyond this is refused by the parser, not followed.
DEEPEST = 40


def read(text: str, path: str) -> Document:
    """The document that is the Markdown `text`; its offsets are those of the file."""
    lines = lines_of(text)
    hidden = _front_matter(text, lines)
    definitions = _definitions(text, lines, hidden)
    for first, last, _ in definitions:
        hidden.update(range(first, last + 1))
    source = "\n".join(
        "" if at in hidden else text[line.start : line.last] for at, line in enumerate(lines)
    )
    blocks, markup = _blocks(text, lines, source, hidden)
    notes = [_note(text, lines, *definition) for definition in definitions]
    blocks += [Block(BlockKind.NOTE, note.span, label=note.label) for note in notes]
    blocks = _sorted(blocks)
    markup += _note_markup(text, lines, definitions)
    inline = _inline(text, blocks, markup)
    anchors = inline.anchors
    return Document(
        text=text,
        origin=origin_of(path, text),
        format="markdown",
        blocks=tuple(blocks),
        notes=tuple(
            Note(note.label, note.span, tuple(anchors.get(note.label, ()))) for note in notes
        ),
        hyperlinks=tuple(inline.hyperlinks),
        citations=tuple(inline.citations),
        superscripts=tuple(inline.superscripts),
        markup=merged([*markup, *inline.markup]),
    )


def _front_matter(text: str, lines: Sequence[Line]) -> set[int]:
    match = _FRONT_MATTER.match(text)
    if match is None:
        return set()
    return {at for at, line in enumerate(lines) if line.start < match.end()}


def _definitions(
    text: str, lines: Sequence[Line], hidden: set[int]
) -> list[tuple[int, int, re.Match[str]]]:
    """The footnote definitions: first line, last line, and the match of `[^label]:`."""
    found = []
    fenced = False
    at = 0
    while at < len(lines):
        line = lines[at]
        if _FENCE.match(text, line.start, line.last):
            fenced = not fenced
        match = _DEFINITION.match(text, line.start, line.last)
        if match is None or fenced or at in hidden:
            at += 1
            continue
        last = _definition_end(text, lines, at)
        found.append((at, last, match))
        at = last + 1
    return found


def _definition_end(text: str, lines: Sequence[Line], first: int) -> int:
    """The last line of a definition: indented lines go on, and unindented ones until a blank."""
    last = first
    blank = False
    for at in range(first + 1, len(lines)):
        line = lines[at]
        if line.blank:
            blank = True
        elif (
            (blank and line.indent < 2)
            or text.startswith(("#", ">"), line.first)
            or _DEFINITION.match(text, line.start, line.last)
        ):
            break
        else:
            last, blank = at, False
    return last


def _note(text: str, lines: Sequence[Line], first: int, last: int, match: re.Match[str]) -> Note:
    end = lines[last].last
    return Note(match["label"], Span(min(match.end(), end), end))


def _note_markup(
    text: str, lines: Sequence[Line], definitions: Sequence[tuple[int, int, re.Match[str]]]
) -> list[Span]:
    return [Span(match.start(), match.end()) for _, _, match in definitions]


def _blocks(
    text: str, lines: Sequence[Line], source: str, hidden: set[int]
) -> tuple[list[Block], list[Span]]:
    """The blocks of `source`, with spans in `text`, and the prefixes that containers add."""
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST}).enable("table")
    parser.disable("inline")
    blocks: list[Block] = []
    markup: list[Span] = []
    parents: list[int] = []
    for token in parser.parse(source):
        if token.type in {"blockquote_close", "list_item_close"}:
            parents.pop()
            continue
        kind = _KINDS.get(token.type)
        if kind is None or token.map is None:
            continue
        first, last = token.map[0], min(token.map[1], len(lines)) - 1
        while last > first and (last in hidden or lines[last].blank):
            last -= 1
        if token.type == "code_block" and _is_prose(token.content):
            # Set off by more blanks than CommonMark allows for words.
            kind = BlockKind.PARAGRAPH if parents else BlockKind.QUOTATION
        code = kind is BlockKind.CODE
        span, prefixes = _words(text, lines[first : last + 1], token, bool(parents), code)
        container = token.type in {"blockquote_open", "list_item_open"}
        markup += prefixes
        blocks.append(_block(kind, span, token, parents[-1] if parents else None))
        if container:
            parents.append(len(blocks) - 1)
    return blocks, markup


def _block(kind: BlockKind, span: Span, token: Token, parent: int | None) -> Block:
    level = int(token.tag[1]) if kind is BlockKind.HEADING else 0
    label = token.info or None if kind is BlockKind.LIST_ITEM else None
    return Block(kind, span, parent=parent, level=level, label=label)


def _is_prose(words: str) -> bool:
    """Whether what stands moved in like code is a quotation: it begins with a mark, or as a
    sentence does, ends as one, and has the signs of prose only."""
    words = words.strip()
    if len(words.split()) < LEAST_WORDS or not _SENTENCE_END.search(words):
        return False
    begins = words[0] in _OPENING or words[0].isupper()
    return begins and len(_PROSE.findall(words)) >= PROSE * len(words)


def _words(
    text: str, lines: Sequence[Line], token: Token, nested: bool, code: bool
) -> tuple[Span, list[Span]]:
    """The stretch of a block from its first word to its last, and the prefixes of its lines."""
    prefixes = []
    start = lines[0].first
    if not code:
        for line in lines:
            match = _PREFIX.match(text, line.start, line.last)
            if match is not None and (nested or token.type == "blockquote_open"):
                prefixes.append(Span(line.start, match.end()))
        start = _after_marks(text, start, lines[0].last)
    return Span(min(start, lines[-1].last), lines[-1].last), prefixes


def _after_marks(text: str, start: int, end: int) -> int:
    """The first word of a line, behind its `>`, list and heading marks."""
    for pattern in (_PREFIX, _ITEM, _PREFIX, _ITEM, _HEADING):
        match = pattern.match(text, start, end)
        if match is not None:
            start = match.end()
    return start


def _sorted(blocks: list[Block]) -> list[Block]:
    """The blocks by start, containers first, with their parents' indices brought along."""
    order = sorted(
        range(len(blocks)), key=lambda at: (blocks[at].span.start, -blocks[at].span.end, at)
    )
    new = {old: at for at, old in enumerate(order)}
    return [
        Block(
            block.kind,
            block.span,
            None if block.parent is None else new[block.parent],
            block.level,
            block.indent,
            block.label,
        )
        for block in (blocks[old] for old in order)
    ]


def _inline(text: str, blocks: Sequence[Block], markup: Sequence[Span]) -> Inline:
    """What stands inside the innermost blocks that hold words."""
    parents = {block.parent for block in blocks}
    inline = Inline()
    done = 0
    for at, block in enumerate(blocks):
        leaf = block.kind is not BlockKind.CODE and at not in parents
        if leaf and block.span.end > done:
            read_inline(text, Span(max(done, block.span.start), block.span.end), inline)
            done = block.span.end
    return inline
