"""Plain text: paragraphs told from lines.

People write a paragraph a line, or wrap lines by hand and leave a blank line between paragraphs, or
both in one file. A line end is a wrapped line's if the next word would not have fitted; the
width is read from the lines themselves. Indentation, list labels and `>` of e-mail are noted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from citemgr.documents.lines import Line, lines_of, origin_of
from citemgr.documents.markup import merged
from citemgr.documents.plain_pages import Made, made_for_print
from citemgr.model import Block, BlockKind, Document, Note, Span

# Lines longer than this are not wrapped by hand.
WIDEST_WRAP = 100
# A line this much shorter than the width, next word included, was ended on purpose.
SLACK = 0.88
LIST_LABEL = re.compile(
    r"(?P<label>\[\^?[\w.\-]{1,12}\]:?|\d{1,3}[.)]|\(\d{1,3}\)|[¹²³⁴-⁹⁰]+)\s+|[-*•·]\s+(?=\S)"
)
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MAIL = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*[ \t]?")
# The head of a message: a field and what it holds.
_MAIL_FIELD = re.compile(r"(?:From|To|Cc|Date|Sent|Subject|Reply-To|Message-ID|In-Reply-To): \S")
# How far from its start the words of a note begin: "[Footnote 12: ".
NOTE_OPENING = 24
_RULER = re.compile(r"[=\-_*~#]{3,}")
LONGEST_HEADING = 80
# What a heading does not have in its middle: the end of a sentence, a callout.
_SENTENCE_INSIDE = re.compile(r"[。！？]|[.!?]['”’\")\]]*\s+[A-ZÀ-ÞА-Я“\"]|[”\"»]\W*[\[¹²³⁴-⁹(^]")
_SENTENCE_END = (".", ",", ";", ":", "!", "?", "”", "“", "‘", '"', "»", "«", "…", "。", "—")


def read(text: str, path: str) -> Document:
    """The document that is the plain text `text`; its offsets are those of the file."""
    lines = lines_of(text)
    made = made_for_print(text, lines)
    width = wrap_width(lines)
    going_on = frozenset(lines[at].start for at in made.joined)
    blocks: list[Block] = []
    markup = made.markup
    for group in _groups(text, list(_kept(lines, made))):
        for quoted, part in groupby(group, key=lambda line: text[line.first] == ">"):
            if quoted:
                _add_mail(text, list(part), width, blocks, markup)
            else:
                runs = paragraphs(text, list(part), width, going_on)
                blocks.extend(_block(text, run) for run in runs)
    return Document(
        text=text,
        origin=origin_of(path, text, made.pages, made.notes),
        blocks=tuple(_with_notes(list(_with_headings(text, blocks)), made.notes)),
        notes=tuple(made.notes),
        markup=merged(markup),
    )


def _kept(lines: Sequence[Line], made: Made) -> Iterator[Line]:
    """The lines that hold words of the text; a blank one for those taken out, unless a paragraph
    goes on over them."""
    for at, line in enumerate(lines):
        if at not in made.removed:
            yield line
        elif at + 1 not in made.removed and at + 1 not in made.joined:
            yield Line(line.start, line.start, line.start)


def _with_notes(blocks: Sequence[Block], notes: Sequence[Note]) -> Iterator[Block]:
    """The blocks again, those that hold a note's words being notes."""
    starts = [note.span.start for note in notes]
    for block in blocks:
        at = bisect_left(starts, block.span.start)
        if at < len(notes) and starts[at] < min(block.span.end, block.span.start + NOTE_OPENING):
            yield replace(block, kind=BlockKind.NOTE, span=notes[at].span, label=notes[at].label)
        elif at and notes[at - 1].span.contains(block.span):
            continue
        else:
            yield block


def wrap_width(lines: Sequence[Line]) -> int | None:
    """The column at which lines were wrapped by hand, or None where a line is a paragraph.

    Only lines that another follows can have been wrapped.
    """
    lengths = sorted(
        line.last - line.start
        for line, following in pairwise(lines)
        if not line.blank and not following.blank
    )
    if not lengths:
        return None
    width = lengths[int(len(lengths) * 0.9)]
    return width if width <= WIDEST_WRAP and lengths[len(lengths) // 2] * 2 > width else None


def paragraphs(
    text: str, group: Sequence[Line], width: int | None, going_on: Container[int] = ()
) -> Iterator[list[Line]]:
    """Cut lines without a blank one between them into paragraphs; the lines that start at the
    offsets `going_on` go on with one that a page break cut."""
    run = [group[0]]
    hanging = _hangs(text, group)
    for line in group[1:]:
        if line.start in going_on or _continues(text, run, line, width, hanging):
            run.append(line)
        else:
            yield run
            run = [line]
    yield run


def _continues(text: str, run: list[Line], line: Line, width: int | None, hanging: bool) -> bool:
    labelled = LIST_LABEL.match(text, line.first, line.last) is not None
    if not labelled and line.indent > run[0].indent and LIST_LABEL.match(text, run[0].first):
        return True
    if width is None:
        return False
    if hanging:
        return line.indent > run[0].indent
    if labelled:
        return False
    before = run[-1]
    word = text[line.first : line.last].split(None, 1)[0]
    fits = before.last - before.start + 1 + len(word) <= width * SLACK
    return not fits and (len(run) == 1 or abs(line.indent - before.indent) <= 1)


def _hangs(text: str, group: Sequence[Line]) -> bool:
    """Whether the lines after a paragraph's first are moved in: a bibliography's habit."""
    base = group[0].indent
    inner = [line.indent for line in group[1:] if line.indent > base]
    outer = sum(line.indent == base for line in group)
    return len(inner) + outer == len(group) and len(set(inner)) == 1 and inner[0] - base >= 2


def _groups(text: str, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Runs of lines without a blank one, and without a ruler, between them."""
    group: list[Line] = []
    for line in lines:
        if line.blank or _RULER.fullmatch(text, line.first, line.last):
            if group:
                yield group
            group = []
        else:
            group.append(line)
    if group:
        yield group


def _block(text: str, run: Sequence[Line]) -> Block:
    start, end = run[0].first, run[-1].last
    label = LIST_LABEL.match(text, start, end)
    if label is not None and label.end() < end:
        printed = label["label"]
        return Block(
            BlockKind.LIST_ITEM,
            Span(label.end(), end),
            indent=run[0].indent,
            label=printed.translate(_LOWERED).strip("[]().:^") if printed else None,
        )
    return Block(BlockKind.PARAGRAPH, Span(start, end), indent=run[0].indent)


def _with_headings(text: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks again, a short line without a stop before other text being a heading."""
    for at, block in enumerate(blocks):
        words = block.span.of(text)
        heading = (
            block.kind is BlockKind.PARAGRAPH
            and block.parent is None
            and block.indent == 0
            and at + 1 < len(blocks)
            and _columns(words) <= LONGEST_HEADING
            and "\n" not in words
            and not words.endswith(_SENTENCE_END)
            and not _SENTENCE_INSIDE.search(words)
            and words[0].isalnum()
            and not _MAIL_FIELD.match(words)
            and not words[0].islower()
        )
        yield Block(BlockKind.HEADING, block.span, level=1) if heading else block


def _columns(words: str) -> int:
    """How wide `words` are printed: an ideograph takes two columns."""
    return len(words) + sum("\u2e80" <= character <= "\uffef" for character in words)


def _add_mail(
    text: str,
    group: Sequence[Line],
    width: int | None,
    blocks: list[Block],
    markup: list[Span],
) -> None:
    """Add what `>` sets off: one block quotation with its paragraphs, the marks as markup."""
    parent = len(blocks)
    inner = []
    for line in group:
        match = _MAIL.match(text, line.start, line.last)
        end = match.end() if match else line.first
        markup.append(Span(line.start, end))
        rest = text[end : line.last]
        first = end + len(rest) - len(rest.lstrip())
        inner.append(Line(end, first, max(first, line.last)))
    blocks.append(Block(BlockKind.QUOTATION, Span(group[0].first, group[-1].last)))
    for part in _groups(text, inner):
        for run in paragraphs(text, part, width):
            span = Span(run[0].first, run[-1].last)
            blocks.append(Block(BlockKind.PARAGRAPH, span, parent=parent))
