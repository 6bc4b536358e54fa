"""Lines of a source text that belong to the page and not to the work.

Running heads, page numbers and footnotes stand between two lines of a passage; a quotation leaves
them out, rightly. A line counts as one of them by its place at a page's edge, by a number in it, or
because it stands again and again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from citemgr.checking.words import Word
from citemgr.sources import Source

# A running head or a line of a footer is short; a footnote may be longer but begins with its mark.
_LONGEST_HEAD = 90
_LONGEST_NOTE = 600
_MOST_LINES = 14
# A running head does not end like a sentence or a line of speech.
_ENDS_OF_TEXT = frozenset(".,;:!?\"'»«”“’-")
# A line that stands so often is a running head.
_REPEATED = 3

_PAGE_NUMBER = re.compile(
    r"[\s\f]*(?:p(?:age|\.)?\s*|seite\s*|s\.\s*|стр\.?\s*)?[-–—\[(|•.*]*\s*(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|of|von|sur|de)\s*\d{1,4})?\s*[-–—\])|•.*]*\s*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\W*\d{1,4}\b\W*|\W*\b\d{1,4}\W*$")
# A running head with the page's number: in capitals, or with a wide gap between the two.
_NUMBERED_HEAD = re.compile(
    r"\W*\d{1,4}(?:\s+(?=[^\W\d_])[^a-zß-ÿа-я]+|\s{3,}\S.*)$|(?=[^\W\d_])(?:[^a-zß-ÿа-я]+\s|.*\S\s{3,})\d{1,4}\W*$"
)
_AFTER_BREAK = re.compile(r"\f\s*$")
_NOTE_LINE = re.compile(r"\s*(?:[\[(]?\d{1,3}[\])]?[.)]?\s+\S|[*†‡§¶]+\s*\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S)")
_NOTE_BEGINS = re.compile(
    r"\s*(?:[*†‡§¶]+\s*\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|[\[(]?\d{1,3}[\])]?[.)]?\s+[^\W\d_a-z])"
)
_LINE = re.compile(r"[^\n\f]+")
_GAP_BEFORE = re.compile(r"\f[^\S\n]*$|\n[^\S\n]*\r?\n[^\S\n]*$|\d\W*\n[^\S\n]*$")
_GAP_AFTER = re.compile(r"[^\S\n]*\f|[^\S\n]*\r?\n[^\S\n]*\r?\n|\r?\n\W*\d")


def is_furniture(text: str, start: int, end: int, source: Source) -> bool:
    """Whether the words from `start` to `end` of a stretch of `source` are whole lines that
    belong to the page and not to the work."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    if text[begin:start].strip(" \t\f\r-–—[(|•*†‡§¶") or text[end:stop].strip(
        " \t\f\r-–—])|•.,:;!?»”\"'"
    ):
        return False
    lines = [line.strip() for line in re.split(r"[\n\f]", text[begin:stop]) if line.strip()]
    if not lines or len(lines) > _MOST_LINES:
        return False
    around = text[max(0, begin - 4) : stop + 4]
    numbers = [line for line in lines if _PAGE_NUMBER.fullmatch(line)]
    rest = [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    broken = bool(numbers) or "\f" in around or any(map(_NUMBERED_HEAD.match, rest))
    if not rest:
        return True
    if _NOTE_LINE.match(rest[0]) and sum(map(len, rest)) <= _LONGEST_NOTE and broken:
        return True
    if any(len(line) > _LONGEST_HEAD for line in rest) or len(rest) > 3:
        return False
    set_off = re.search(r"\n[^\S\n]*[\n\f]|\f", around) is not None
    return (broken and set_off) or all(_is_repeated(line, source) for line in rest)


@lru_cache(maxsize=4096)
def _is_repeated(line: str, source: Source) -> bool:
    head = _NUMBERED.sub("", line).strip()
    if len(head) < 3:
        return True
    lines = (f"\n{head}", f"{head}\n", f"\f{head}")
    return any(source.count(each, _REPEATED) >= _REPEATED for each in lines)


def without_furniture(text: str, words: Sequence[Word], source: Source) -> list[int]:
    """The indices of the words that do not stand on a line of page number or running head: what is
    certain to belong to the page before anything is compared."""
    lines = [match.span() for match in _LINE.finditer(text)]
    taken = [span for span in lines if _is_head(text, *span, source)]
    taken = sorted({*taken, *_notes_at_page_ends(text, lines)})
    spans = iter([*taken, (len(text) + 1, len(text) + 1)])
    start, end = next(spans)
    kept: list[int] = []
    for j, word in enumerate(words):
        while word.start >= end:
            start, end = next(spans)
        if word.end <= start:
            kept.append(j)
    return kept


def _is_head(text: str, start: int, end: int, source: Source) -> bool:
    """Whether a line is a page number or a running head."""
    line = text[start:end].strip()
    if not line:
        return False
    if _PAGE_NUMBER.fullmatch(line):
        return True
    if len(line) > _LONGEST_HEAD or line[-1:] in _ENDS_OF_TEXT:
        return False
    if _NUMBERED.search(line) and _AFTER_BREAK.search(text[max(0, start - 8) : start]):
        return True
    return _set_off(text, start, end) and _is_repeated(line, source)


def _notes_at_page_ends(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The lines from a note's mark to the end of its page."""
    found: list[tuple[int, int]] = []
    for at, (start, end) in enumerate(lines):
        before = text[lines[at - 1][1] : start] if at else ""
        if "\f" not in before and not _PAGE_NUMBER.fullmatch(text[start:end]):
            continue
        first = None
        for back in range(at - 1, max(-1, at - _MOST_LINES), -1):
            if lines[at - 1][1] - lines[back][0] > _LONGEST_NOTE:
                break
            if _NOTE_BEGINS.match(text[slice(*lines[back])]):
                first = back
        if first is not None:
            found += lines[first:at]
    return found


def _set_off(text: str, start: int, end: int) -> bool:
    """Whether a line has a blank one, a page break or a page number before or behind it."""
    before = text[max(0, start - 12) : start]
    after = text[end : end + 12]
    return bool(_GAP_BEFORE.search(before) or _GAP_AFTER.match(after))
