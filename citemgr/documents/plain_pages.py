"""What plain text has around its words when it was made for a printer or a library: page breaks
with their heads and feet, as RFCs have them, and Project Gutenberg's frame, notes and signs.

Nothing is taken out of the text; lines that are no words of it are named, and the rest is read as
if they were not there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citemgr.documents.lines import Line
from citemgr.model import Note, Span

_FOOT = re.compile(r".*\[Page (?P<page>\w{1,6})\]|[-–—\s]*(?:Page )?(?P<number>\d{1,4})[-–—\s]*")
_HEAD = re.compile(r"(?:RFC \d+|Internet[- ]Draft)\b.{4,}\d{4}$")
_DIGITS = re.compile(r"\d+")
# A head stands above so many pages.
LEAST_REPEATS = 2
# A longer line between two pages is no head.
LONGEST_HEAD = 60
# So many blank lines may stand between a page break and the words.
MOST_BLANK = 6
_START = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_END = re.compile(r"(?:\*\*\* ?)?END OF (?:THE|THIS) PROJECT GUTENBERG", re.IGNORECASE)
_SIGNS = re.compile(
    r"\[Illustration(?::[^\[\]]{0,600})?\]|\[Pg (?P<page>[\divxlc]{1,6})\]"
    r"|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)"
)
_NOTE = re.compile(
    r"\[(?:Footnote|Note|Fußnote) (?P<label>[\w*†]{1,6}): ?|\[(?P<anchor>[\w*†]{1,6})\]"
)


@dataclass(slots=True)
class Made:
    """What was found: lines that are no words (by number), stretches that are syntax, where pages
    begin, and the notes."""

    removed: set[int] = field(default_factory=set)
    joined: set[int] = field(default_factory=set)
    markup: list[Span] = field(default_factory=list)
    pages: list[tuple[int, str | None]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def made_for_print(text: str, lines: Sequence[Line]) -> Made:
    """The page breaks of `text`, and Project Gutenberg's habits where it is one of its files."""
    made = Made()
    if "\f" in text or "[Page " in text:
        _take_breaks(text, lines, made)
    if "PROJECT GUTENBERG" in text:
        _take_frame(text, lines, made)
        _take_signs(text, made)
        made.notes = list(_notes(text, made.markup))
    return made


# Pages


def _take_breaks(text: str, lines: Sequence[Line], made: Made) -> None:
    breaks = list(_breaks(text, lines))
    shapes = Counter(_shape(text, lines[at]) for _, last in breaks for at in _next(lines, last))
    page = 1
    for first, last in breaks:
        label = None
        foot = next(_before(lines, first), None)
        if foot is not None:
            match = _FOOT.fullmatch(text, lines[foot].first, lines[foot].last)
            label = (match["page"] or match["number"]) if match else None
            # A page may break inside a paragraph, below no foot: the line before it is words.
            first = foot if match else foot + 1
        for head in _next(lines, last):
            known = _HEAD.match(text, lines[head].first, lines[head].last)
            repeated = shapes[_shape(text, lines[head])] >= LEAST_REPEATS
            if known or repeated or _stands_between(text, lines, first, head):
                last = head
        _remove(text, lines, first, last, made)
        page = int(label) + 1 if label and label.isdecimal() else page + 1
        made.pages.append((lines[last].last, str(page)))
    if made.pages:
        made.pages.insert(0, (0, str(int(made.pages[0][1] or 2) - 1)))


def _stands_between(text: str, lines: Sequence[Line], first: int, head: int) -> bool:
    """Whether a sentence breaks off above the page break that begins at line `first`, and does not
    go on in the short line `head` that stands alone below it."""
    above = next(_before(lines, first - 1), None)
    below = head + 1
    if above is None or below >= len(lines) or not lines[below].blank:
        return False
    brief = lines[head].last - lines[head].first <= LONGEST_HEAD
    return brief and not _ended(text, lines[above]) and not _ended(text, lines[head])


def _breaks(text: str, lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The lines at which pages end and begin: at a form feed, else below a foot that says so."""
    at = 0
    while at < len(lines):
        line = lines[at]
        behind = text[line.last : lines[at + 1].start if at + 1 < len(lines) else len(text)]
        if "\f" in behind:
            yield at, at
        elif text.endswith("]", line.first, line.last) and _FOOT.fullmatch(
            text, line.first, line.last
        ):
            end = next(iter(_next(lines, at)), at)
            feed = "\f" in text[line.last : lines[end].first]
            if not feed:
                yield at, at
        at += 1


def _before(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The line of words at `at`, or the next above it."""
    for above in range(at, max(-1, at - MOST_BLANK - 1), -1):
        if not lines[above].blank:
            yield above
            return


def _next(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The next line of words below `at`."""
    for below in range(at + 1, min(len(lines), at + MOST_BLANK + 2)):
        if not lines[below].blank:
            yield below
            return


def _shape(text: str, line: Line) -> str:
    return _DIGITS.sub("#", text[line.first : line.last])


def _remove(text: str, lines: Sequence[Line], first: int, last: int, made: Made) -> None:
    """Take the lines of a break out, if any, and the blank ones around it where the words go on."""
    above = next(_before(lines, first - 1), None) if first else None
    below = next(_next(lines, last), None)
    if above is not None and below is not None and _goes_on(text, lines[above], lines[below]):
        first, last = above + 1, below - 1
        made.joined.add(below)
    if first <= last:
        made.removed.update(range(first, last + 1))
        made.markup.append(Span(lines[first].start, lines[last].last))


def _goes_on(text: str, above: Line, below: Line) -> bool:
    """Whether a sentence goes on over the break."""
    return not _ended(text, above) and (text[below.first].islower() or above.indent == below.indent)


def _ended(text: str, line: Line) -> bool:
    """Whether the words of a line end with a stop."""
    return text[line.first : line.last].rstrip('"”’»)').endswith((".", ":", "!", "?"))


# Project Gutenberg


def _take_frame(text: str, lines: Sequence[Line], made: Made) -> None:
    """What stands before its first line and after its last is the library's."""
    start = next((at for at, line in enumerate(lines) if _START.match(text, line.first)), -1)
    end = next(
        (at for at in range(len(lines) - 1, start, -1) if _END.match(text, lines[at].first)),
        len(lines),
    )
    for first, last in ((0, start), (end, len(lines) - 1)):
        if first <= last:
            made.removed.update(range(first, last + 1))
            made.markup.append(Span(lines[first].start, lines[last].last))


def _take_signs(text: str, made: Made) -> None:
    for match in _SIGNS.finditer(text):
        made.markup.append(Span(*match.span()))
        if match["page"]:
            made.pages.append((match.start(), match["page"]))


def _notes(text: str, markup: list[Span]) -> Iterator[Note]:
    """`[Footnote 1: words]`, anchored at the last `[1]` before it."""
    anchors: dict[str, Span] = {}
    for match in _NOTE.finditer(text):
        if match["anchor"]:
            anchors[match["anchor"]] = Span(*match.span())
            continue
        end = _closing(text, match.end())
        anchor = anchors.pop(match["label"], None)
        if end is not None and anchor is not None:
            markup += [Span(*match.span()), Span(end, end + 1)]
            yield Note(match["label"], Span(match.end(), end), (anchor,))


def _closing(text: str, at: int) -> int | None:
    """Where the bracket that opened before `at` closes."""
    depth = 1
    for match in re.compile(r"[\[\]]").finditer(text, at, min(len(text), at + 20_000)):
        depth += 1 if match[0] == "[" else -1
        if depth == 0:
            return match.start()
    return None
