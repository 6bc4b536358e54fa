"""What typesetting and extraction put into a source text that is no part of the work.

Running heads, page numbers and footnotes between two lines of a passage, numbers in the margin,
note numbers glued to a word, entities of markup: a quotation leaves them out, rightly. And letters
that were read wrong: `rn` for `m`, `l` for `1`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

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
_AFTER_BREAK = re.compile(r"\f\s*$")
_NOTE_LINE = re.compile(r"\s*(?:[\[(]?\d{1,3}[\])]?[.)]?\s+\S|[*†‡§¶]+\s*\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S)")
_NOTE_BEGINS = re.compile(
    r"\s*(?:[*†‡§¶]+\s*\S|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|[\[(]?\d{1,3}[\])]?[.)]?\s+[^\W\d_a-z])"
)
_LINE = re.compile(r"[^\n\f]+")
_GAP_BEFORE = re.compile(r"\f[^\S\n]*$|\n[^\S\n]*\r?\n[^\S\n]*$|\d\W*\n[^\S\n]*$")
_GAP_AFTER = re.compile(r"[^\S\n]*\f|[^\S\n]*\r?\n[^\S\n]*\r?\n|\r?\n\W*\d")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,5}|#x[0-9a-fA-F]{1,5});?")


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
    broken = bool(numbers) or "\f" in around
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


def is_note_marker(text: str, start: int, end: int) -> bool:
    """Whether the number at `start`:`end` is the mark of a note or of a verse or line: glued to
    the word before it, in brackets, raised, or at the beginning or end of a line."""
    word = text[start:end]
    if not word.isdigit() or len(word) > 3:
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if not word.isascii():  # raised figures
        return True
    if (before, after) in (("[", "]"), ("(", ")"), ("{", "}")):
        return True
    if before and not before.isspace() and not after.isalnum():
        return before not in "$€£#№§-–—+−(/" and not text[max(0, start - 2) : start - 1].isdigit()
    margin = text[max(0, start - 40) : start]
    if re.search(r"\n\s*$", margin) and text[end : end + 1] in " \t.)":
        return True
    return (
        bool(re.match(r"[ \t]*(?:\r?\n|$)", text[end:]))
        and text[max(0, start - 3) : start].isspace()
    )


def is_entity(text: str, start: int, end: int) -> bool:
    """Whether the word is the name in an entity, `&amp;`."""
    match = _ENTITY.match(text, max(0, start - 2)) or _ENTITY.match(text, max(0, start - 1))
    return match is not None and match.start() < start and match.end() >= end


# A text with so many different misread forms of frequent words was read by a machine.
_MISREAD_FORMS = 6
_SAMPLE = 200_000  # characters that are looked at for them
# Where a form stands often, the right one stands so many times as often.
_RATIO = 30
# In such a text a word of more letters needs no other evidence than its look.
_LONG_WORD = 5

# Letters that are read for one another (either way), by their shapes.
_LOOKALIKES = """
    rn/m nn/m ni/m in/m iii/m ii/u ii/n li/h ti/n ri/n vv/w cl/d ci/d ol/d lo/b fi/h fl/h tl/d
    l/1 i/1 i/l i/j 1/t e/c o/0 c/o n/u u/v v/y h/b h/k s/5 s/8 b/6 g/9 g/q z/2 f/t l/f b/8
    0/d c/t ct/d li/k lc/k ii/ll u/li u/ll n/ll 3/s 7/t 4/a ff/f fi/n fl/n fi/i fi/f fl/l fi/fl
    m/w a/@ e/6 s/$
""".split()


@lru_cache(maxsize=1)
def _confusions() -> frozenset[tuple[str, str]]:
    pairs = [tuple(each.split("/")) for each in _LOOKALIKES]
    return frozenset((one, other) for a, b in pairs for one, other in ((a, b), (b, a)))


def misread_letters(quote: str, source: str) -> int | None:
    """How many places of the folded word `source` are look-alikes of those of `quote`, or None
    where the two differ in any other way."""
    confusions = _confusions()
    worst = max(1, (min(len(quote), len(source)) + 1) // 3)

    @cache
    def misread(i: int, j: int) -> int:
        if i == len(quote) or j == len(source):
            return 0 if i == len(quote) and j == len(source) else worst + 1
        best = misread(i + 1, j + 1) if quote[i] == source[j] else worst + 1
        for a in (1, 2, 3):
            for b in (1, 2, 3):
                if (quote[i : i + a], source[j : j + b]) in confusions:
                    best = min(best, 1 + misread(min(i + a, len(quote)), min(j + b, len(source))))
        return best

    if abs(len(quote) - len(source)) > 3 or max(len(quote), len(source)) > 40:
        return None
    count = misread(0, 0)
    return count if 0 < count <= worst else None


def is_misread(quote: str, source_word: str, source: Source, stop_words: frozenset[str]) -> bool:
    """Whether the source's word is the quotation's, read wrong by a machine: the letters look
    alike, the source's is no word of this text and the quotation's is one. Both as printed.
    In a text that misreads even its most frequent words, less evidence will do."""
    q, s = quote.casefold(), source_word.casefold()
    if q.isdigit() or misread_letters(q, s) is None or s in stop_words:
        return False
    if any(each.isdigit() for each in s) and not any(each.isdigit() for each in q):
        return not s.isdigit() or q in {"l", "i", "o", "il", "to"}
    strange = sum(source.count_word(form, 30) for form in {source_word, s})
    enough = max(3, 4 * strange) if strange <= 2 else _RATIO * strange
    usual = sum(source.count_word(form, enough) for form in {quote, q, q.capitalize()})
    if strange <= 2 and (usual >= enough or _unheard_of(s, q, source)):
        return True
    if strange > 2 and usual < enough or not is_misread_text(source, stop_words):
        return False
    return strange > 2 or usual >= strange or len(q) > _LONG_WORD


def is_misread_text(source: Source, stop_words: frozenset[str]) -> bool:
    """Whether the text has several of its most frequent words in misread forms ("thc", "witb")."""
    return len(_words_at_the_beginning(source) & _misread_forms(stop_words)) >= _MISREAD_FORMS


@lru_cache(maxsize=256)
def _words_at_the_beginning(source: Source) -> frozenset[str]:
    return frozenset(source.beginning(_SAMPLE).casefold().split())


@lru_cache(maxsize=8)
def _misread_forms(stop_words: frozenset[str]) -> frozenset[str]:
    forms = {
        word[:at] + new + word[at + len(old) :]
        for word in stop_words
        if len(word) > 2
        for old, new in _confusions()
        for at in range(len(word))
        if len(old) <= 2 and len(new) <= 2 and word.startswith(old, at) and new.isalpha()
    }
    return frozenset(form for form in forms - stop_words if len(form) > 2)


def _unheard_of(strange: str, usual: str, source: Source) -> bool:
    """Whether the strange word holds three letters that no other word of the text has, while all
    that the usual word has instead are found."""
    threes = [strange[at : at + 3] for at in range(len(strange) - 2)]
    others = [usual[at : at + 3] for at in range(len(usual) - 2)]
    odd = any(source.count(three, 2) < 2 for three in threes if three not in others)
    return odd and all(source.count(three, 1) for three in others if three not in threes)
