"""Numbers that point into a numbered list: `[1]`, `[1, 3-5]`, `(2, p. 9)`, `¹`, `^(3(p185))`.

A number is a callout only where the reference list prints numbers. The shapes that a document uses
are told from the document: round brackets and glued digits count where they stand at a quotation's
end or where no square bracket or raised number is used; labels of lists, years and formulas do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from citemgr.links.families.author_page import name_before
from citemgr.links.folding import digits, words
from citemgr.links.locators import read_locator
from citemgr.links.pages import cited_page
from citemgr.links.reading import Pointer, Reading
from citemgr.model import Locator, Reference, Span, Style, Target

_D = r"[-‐‑‒–—−]"
_NUMBERS = rf"\d{{1,4}}(?:\s?{_D}\s?\d{{1,4}})?(?:\s?[,;]\s?\d{{1,4}}(?:\s?{_D}\s?\d{{1,4}})?)*"
_REST = r"(?P<rest>(?:\s?[,;:.]\s?|\s?\(\s?|\s)[^\[\]()\n]{0,40}(?:\n[^\[\]()\n]{0,40})?\)?)?"
# As Wikipedia has it: `[4]:45–46`, `[4]: 45.`
_PAGE_BEHIND = (
    r"(?::(?:(?=\d)|[ \u00a0](?=[\d–-]{1,9}(?:[.,;)\[]|(?-i:\s+[^\W\d_a-zß-ÿа-яё])|\s*$)))"
    r"(?P<page>\d{1,4}(?:[-–]\d{1,4})?)(?![\w–-]))?"
)
_PREFIX = r"(?:(?:refs?|no|nr|n[°º])\.?\s?)?"
_SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_SUPER = rf"(?<![{_SUPERS}])[{_SUPERS}]{{1,4}}(?:[˒,⁻–-][{_SUPERS}]{{1,4}})*(?![{_SUPERS}])"

_SHAPES: dict[str, re.Pattern[str]] = {
    "raised": re.compile(
        rf"\^\(\[?{_PREFIX}(?P<numbers>{_NUMBERS})\]?{_REST}\]?\)"
        rf"|\^\[(?P<n2>{_NUMBERS})\]"
        r"|\^(?P<n3>\d{1,3})(?![\d.]*\d)"
    ),
    "super": re.compile(rf"(?P<numbers>{_SUPER})(?P<rest>⁽[^⁾]*⁾)?"),
    "square": re.compile(
        rf"[\[［〔]\^?\s?{_PREFIX}(?P<numbers>{_NUMBERS}){_REST}\s?[\]］〕]{_PAGE_BEHIND}", re.I
    ),
    "round": re.compile(rf"[(（]\s?{_PREFIX}(?P<numbers>{_NUMBERS}){_REST}\s?[)）]", re.I),
    "glued": re.compile(
        r"(?:(?<=[”»“\"’'」』])|(?<=[^\W\d_][.,]))(?P<numbers>[1-9]\d{0,2}(?:[,–-]\d{1,3})*)"
        r"(?P<rest>)(?=[\s,.;:!?)]|$)"
    ),
}
_STYLE = {"raised": Style.SUPERSCRIPT, "super": Style.SUPERSCRIPT}
_SHAPE_CERTAINTY = {"round": 0.95, "glued": 0.93}


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the numbers that point into the reference list."""
    if not reading.works.numbers:
        return
    highest = reading.works.numbers[-1]
    found = [
        (shape, match)
        for shape, pattern in _SHAPES.items()
        for match in pattern.finditer(reading.text)
        if _can_stand(reading, shape, match)
    ]
    found += _format_superscripts(reading)
    anchors = {anchor for note in reading.notes for anchor in note.anchors}
    found = [(shape, match) for shape, match in found if Span(*match.span()) not in anchors]
    used = Counter(shape for shape, match in found if 0 < _first(match) <= highest)
    listed = _enumerations(reading.text, [m for shape, m in found if shape == "round"])
    for shape, match in found:
        if match.start() in listed:
            continue
        if shape in ("round", "glued") and not _is_used(reading, shape, match, used):
            continue
        pointer = _pointer(reading, shape, match, highest)
        if pointer is not None:
            yield pointer


def _format_superscripts(reading: Reading) -> list[tuple[str, re.Match[str]]]:
    pattern = re.compile(
        rf"[\[(]?{_PREFIX}(?P<numbers>{_NUMBERS})[\])]?(?P<rest>\([^()]*\)|[,:].*)?[\])]?", re.I
    )
    spans = (span for span in reading.document.superscripts if not reading.closed.overlap(span))
    matches = (pattern.fullmatch(reading.text, span.start, span.end) for span in spans)
    return [("super", match) for match in matches if match]


def _numbers_of(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return digits(next(filter(None, (groups.get(n) for n in ("numbers", "n2", "n3"))), ""))


def _first(match: re.Match[str]) -> int:
    number = re.match(r"\d+", _numbers_of(match))
    return int(number[0]) if number else 0


def _can_stand(reading: Reading, shape: str, match: re.Match[str]) -> bool:
    start, end = match.span()
    if start == end or reading.closed.overlap(Span(start, end)):
        return False
    before = reading.text[max(0, start - 1) : start]
    if shape == "square" and (
        before.isalnum() and not _is_wide(before) and not _at_mark(reading, start)
    ):
        return _ends_word(reading.text, start)
    if shape == "round" and before.isalnum() and not _is_wide(before):
        return False
    return reading.text[end : end + 1] not in ("(", "[") or shape in ("super", "raised")


_CODE = re.compile(r"(?<!\w)\w$|[^\W\d]\d+$|\d[^\W\d]+$")  # `x[1]`, `a2[1]`


def _ends_word(text: str, start: int) -> bool:
    """Whether a word or a number of two digits ends before a square bracket, not a name in code."""
    return _CODE.search(text, max(0, start - 12), start) is None


def _is_wide(char: str) -> bool:
    return bool(char) and ord(char) > 0x2E80


def _at_mark(reading: Reading, start: int) -> bool:
    return reading.text[start - 1 : start] in "”»“\"’'」』"


def _is_used(reading: Reading, shape: str, match: re.Match[str], used: Counter[str]) -> bool:
    """Whether a round bracket or a bare digit is this document's callout."""
    clear = used["square"] + used["super"] + used["raised"]
    if clear == 0:
        return shape == "round" or used["round"] == 0
    return shape == "round" and used["round"] > clear


_ENUMERATED = re.compile(r"\s+[^\W\d_A-ZÀ-Þ]")
_ENUMERATION_ROOM = 300  # code points between two members of an enumeration


def _enumerations(text: str, found: Sequence[re.Match[str]]) -> set[int]:
    """Where members of an enumeration start: `(1) we read, (2) we wrote`."""
    members = [
        (match.start(), _first(match))
        for match in sorted(found, key=lambda m: m.start())
        if _ENUMERATED.match(text, match.end())
        and text[max(0, match.start() - 2) : match.start()].strip() not in ("”", "»", "“", '"')
    ]
    starts: set[int] = set()
    for (start, number), (next_start, next_number) in pairwise(members):
        if next_number == number + 1 and next_start - start <= _ENUMERATION_ROOM:
            starts |= {start, next_start}
    return starts


def _pointer(reading: Reading, shape: str, match: re.Match[str], highest: int) -> Pointer | None:
    rest = match.groupdict().get("rest") or match.groupdict().get("page") or ""
    numbers, locator = _split_page(_expand(_numbers_of(match)), rest, highest)
    if not numbers or (rest.strip(" ()[]") and locator is None):
        return None
    if numbers[0] > max(highest, _LEAST_RANGE) and numbers[0] > 999:
        return None  # a year
    targets = tuple(_target(reading, number, locator) for number in numbers)
    clash = _other_author(reading, match.start(), targets)
    if clash is not None:
        return Pointer(
            span=Span(*match.span()),
            style=_STYLE.get(shape, Style.NUMERIC),
            targets=(Target(clash, locator),),
            narrative=True,
            certainty=_NAME_OVER_NUMBER,
            clash=f"number {numbers[0]} is not the work of the author named before it",
            why=f"the author named before number {numbers[0]}, which is another's work",
        )
    lost = [str(n) for n, t in zip(numbers, targets, strict=True) if t.reference is None]
    return Pointer(
        span=Span(*match.span()),
        style=_STYLE.get(shape, Style.NUMERIC),
        targets=targets,
        narrative=_is_subject(reading.text, match.end()),
        certainty=_SHAPE_CERTAINTY.get(shape, 1.0),
        why="number " + ", ".join(map(str, numbers)) + " of the reference list",
        missing=f"the reference list has no number {', '.join(lost)}" if lost else "",
    )


_LEAST_RANGE = 99
_NAME_OVER_NUMBER = 0.6  # where a number and the author before it disagree, the author is meant


def _other_author(reading: Reading, start: int, targets: Sequence[Target]) -> int | None:
    """The work of the author named right before a number that leads to somebody else's work."""
    if len(targets) != 1 or reading.text[start - 1 : start] != " ":
        return None
    named = name_before(reading, start)
    if named is None or named[0] == targets[0].reference:
        return None
    called = words(reading.text[named[1] : start])
    numbered = [work for work in reading.works.all if work.reference == targets[0].reference]
    shared = any(word in name for work in numbered for name in work.names for word in called)
    return None if shared or not numbered else named[0]


def _target(reading: Reading, number: int, locator: Locator | None) -> Target:
    found = reading.works.labels.get(str(number))
    if found is None:
        return Target(None, locator)
    standing = reading.works.canonical(found)
    if standing != found and locator is None:  # the line is itself a callout, with a place
        line, same = reading.references[found], reading.references[standing]
        locator = cited_page(reading.text, line, same)
    if locator is None:
        locator = _page_of_line(reading.references[found])
    return Target(standing, locator)


# A book's line that ends with one page is a note's: "(Bern: Tal, 1999), p. 3."
_LAST_PAGE = re.compile(
    r"\b(?:19|20|1[5-8])\d\d(?:\)?,\s(?P<page>(?:p|S|с)\.\s?\d+)|\),\s(?P<bare>\d+))\.?(?:\s?\W*[↩↑^].*)?$"
)


def _page_of_line(reference: Reference) -> Locator | None:
    """The place that a line of a list gives where it is a note: of a book one page is cited."""
    match = _LAST_PAGE.search(reference.text)
    fields = reference.entry.fields.keys()
    if match is None or fields & {"booktitle", "volume"} or {"title", "journaltitle"} <= fields:
        return None
    read = read_locator(match["page"] or match["bare"])
    return read[0] if read else None


def _expand(numbers: str) -> list[int]:
    """`1, 3-5` as 1, 3, 4, 5; a range that runs down or is very long is two numbers."""
    expanded: list[int] = []
    for part in re.split(r"[,;˒]", numbers):
        ends = [int(number) for number in re.findall(r"\d+", part)]
        if len(ends) == 2 and 0 < ends[1] - ends[0] <= _LONGEST_RANGE:
            expanded += range(ends[0], ends[1] + 1)
        else:
            expanded += ends
    return expanded


_LONGEST_RANGE = 40  # works in one callout


def _split_page(
    numbers: Sequence[int], rest: str, highest: int
) -> tuple[list[int], Locator | None]:
    """Numbers of the list and the page after them: `[1, 45]` where the list ends at 3."""
    stripped = rest.strip().strip("()⁽⁾ ")
    if stripped:
        read = read_locator(stripped)
        if read is None or read[1] < len(stripped.rstrip(" .")):
            return list(numbers), None
        return list(numbers), read[0]
    if len(numbers) == 2 and numbers[0] <= highest < numbers[1]:
        return [numbers[0]], Locator("page", str(numbers[1]))
    return list(numbers), None


_VERB_AFTER = re.compile(r"\s+(?![\[(“„«\"])[^\W\d_]")


def _is_subject(text: str, end: int) -> bool:
    """Whether words follow directly, so that the number may be the subject of a sentence."""
    return _VERB_AFTER.match(text, end) is not None
