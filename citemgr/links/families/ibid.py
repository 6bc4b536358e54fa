"""Back-references: ibid., id., ebd., там же, op. cit., a.a.O., supra note 4.

In running text they stand in brackets or follow a quotation; in a note they may stand anywhere in
its sentence. Which work is meant is settled in the order of reading, when all callouts are known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from citemgr.links.languages import NOTE_NAMED_BEFORE, SAME_WORK, SIGNALS, WORK_NAMED_BEFORE
from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.model import Span, Style, Target

_SIGNAL = rf"(?:(?:{'|'.join(SIGNALS)})\.?,?\s+)*"


def _formulas(name: str, terms: Sequence[str], tail: str = "") -> re.Pattern[str]:
    """What finds `terms` as whole words; the first letters are looked at first, for speed."""
    first = "".join(sorted({term[0] for term in terms}))
    either = "|".join(terms)
    pattern = rf"(?=[{first}])(?<![^\W_])(?P<{name}>{either})(?![^\W_])\.?{tail}"
    return re.compile(pattern, re.I)


_SAME = _formulas("same", SAME_WORK, r"(?:,?\s+(?:loc|op)\.?\s?cit\.)?")
_BEFORE = _formulas("before", WORK_NAMED_BEFORE)
_NOTE = re.compile(rf"(?<![^\W_])(?:{'|'.join(NOTE_NAMED_BEFORE)})\s?(?P<number>\d{{1,4}})\b", re.I)
_OPEN = re.compile(rf"[(\[（［]\s*{_SIGNAL}$", re.I)
_QUOTE_END = re.compile(r"[”»“\"’'」』][.,;]?\s+$")
_BEHIND = 80  # code points before a formula in which its author or its bracket stands
_PLACE_ROOM = 40  # code points behind a formula in which its page stands
_BREAK = re.compile(
    r"\n[ \t\r]*(?:\n|[\[(]?[\d⁰¹²³⁴-⁹]{1,3}[\])]?[.)]?[ \t])"
)  # the next paragraph or note
_COMMON_WORDS = frozenset({"id", "ib", "isto", "cit", "ivi"})


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield back-references, unresolved: `again` says what kind."""
    text = reading.text
    if not reading.works.all:
        return
    for match in _SAME.finditer(text):
        if _stands(reading, match):
            yield _pointer(reading, match, "same", "")
    for match in _BEFORE.finditer(text):
        if reading.note_at(match.start()) >= 0 or _in_brackets(text, match.start()):
            names = _names_before(reading, match.start())
            yield _pointer(reading, match, "author", names)
    for note in reading.notes:
        for match in _NOTE.finditer(text, *note.span):
            yield _pointer(reading, match, "note", match["number"])


def _stands(reading: Reading, match: re.Match[str]) -> bool:
    start = match.start()
    if reading.closed.overlap(Span(*match.span())):
        return False
    note = reading.note_at(start)
    if note >= 0:
        common = match["same"].casefold() in _COMMON_WORDS
        if _names_another(reading, match, reading.notes[note].span.end):
            return False
        placed = match["same"] == "ivi" and _PLACE_BEHIND.match(reading.text, match.end())
        return not common or match["same"][0].isupper() or match[0].endswith(".") or bool(placed)
    before = reading.text[max(0, start - _BEHIND) : start]
    if _OPEN.search(before):
        return True
    common = match["same"].casefold() in _COMMON_WORDS
    return (match["same"][0].isupper() or not common) and _QUOTE_END.search(before) is not None


_SAME_AUTHOR = re.compile(r"id(?:em)?\b", re.I)
_ANOTHER = re.compile(r"\s*[,:]\s*[*_“«\"]?[^\W\d_][^;]{0,200}?\b(?:1[4-9]|20)\d\d\b")
_PLACE_BEHIND = re.compile(r"\s*[,:]\s*(?:at\s|[^\W\d_]{1,5}\.?\s?\d)")


def _names_another(reading: Reading, match: re.Match[str], end: int) -> bool:
    """Whether "Id." stands for the author of another work that is printed behind it."""
    at = match.end()
    return (
        _SAME_AUTHOR.match(match["same"]) is not None
        and _PLACE_BEHIND.match(reading.text, at, end) is None
        and _ANOTHER.match(reading.text, at, end) is not None
    )


def _in_brackets(text: str, start: int) -> bool:
    before = text[max(0, start - _BEHIND) : start]
    return before.rfind("(") > before.rfind(")")


def _names_before(reading: Reading, start: int) -> str:
    before = reading.text[max(0, start - _BEHIND) : start]
    return re.split(r"[;(\[\n]|\.\s(?=[A-ZÀ-Þ]\w{3,})", before)[-1]


def _pointer(reading: Reading, match: re.Match[str], again: str, names: str) -> Pointer:
    text = reading.text
    behind = _BREAK.split(text[match.end() : match.end() + _PLACE_ROOM])[0]
    read = read_locator(behind) if not behind[:1].isalnum() else None
    end = match.end() + (read[1] if read else 0)
    start = match.start()
    before = text[max(0, start - _BEHIND) : start]
    opening = _OPEN.search(before)
    if opening and re.match(r"\s*\.?\s*[)\]）］]", text[end : end + 4]):
        closing = re.match(r"\s*\.?\s*[)\]）］]", text[end : end + 4])
        start = max(0, start - _BEHIND) + opening.start() if start > _BEHIND else opening.start()
        end += closing.end() if closing else 0
    return Pointer(
        span=Span(start, end),
        style=Style.IBID,
        targets=(Target(None, read[0] if read else None),),
        again=again,
        names=names,
        certainty=0.95,
        why=f"“{' '.join(match[0].split())}” repeats the work named before",
    )
