"""A stretch of a document that holds several references, cut into them.

Labels in sequence part the items of a numbered list, on lines of their own or not. Without labels a
line that begins as references begin, after a line that ends as they end, starts a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.model import Document, Span
from citemgr.references.evidence import evidence
from citemgr.references.normalise.dates import MONTHS

LABEL = re.compile(
    r"(?P<label>\[\^?(?P<key>[\w.+\-:]{1,24}|[^\W\d_][\w.&\- ]{1,30} \d{4}[a-z]?)\]:?"
    r"|(?P<number>\d{1,4})[.)\]]?(?=\s)|\((?P<bracketed>\d{1,3})\)"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+))\s*"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# A label inside a stretch: the number that must come next decides whether it is one.
_INNER = re.compile(
    r"(?<=[\s\]])(?:\[(\d{1,4})\]|(\d{1,4})[.)]|\((\d{1,3})\)|([⁰¹²³⁴-⁹]{1,3}))\s*(?=\S)"
)
_ENDS = re.compile(r"[.)\]/>”»]\s*$|\d\s*$|https?://\S+\s*$")
_BEGINS = re.compile(
    r"(?:[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+){0,2},"
    r" (?:[^\W\d_]\.|[^\W\d_a-zß-öø-ÿ][^\W\d_]{1,14}\b))"
    r"|[^\W\d_][\w'’\-]+ [A-Z]{1,3}\b[.,]|[—–_]{3,}|-{3,}[.,:]|\^\s"
    r"|[A-ZА-Я][\w'’\-]+ [A-ZА-Я]\. ?[A-ZА-Я]\."
)
# The ways back from a note to its anchors, as Wikipedia's pages print them: `^ a b`.
_BACK = re.compile(r"\^\s*(?:Jump up(?: to)?:?\s*)?(?:[a-z]\s+)*")
# An initial at a line's end belongs to the name on the next.
_ENDS_WITH_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]\.\s*$")
# So much of a line tells how it ends, so much of the next whether it is dated.
TAIL, HEAD = 120, 400
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d|n\.\s?d\.")


def split_label(text: str, span: Span) -> tuple[str | None, Span]:
    """The label at the start of `span`, without its marks, and the stretch behind it."""
    match = LABEL.match(text, span.start, span.end)
    if match is None or match.end() >= span.end:
        return None, span
    number = match["number"]
    bare = number is not None and text[match.end("number") : match.end("number") + 1].isspace()
    if bare and (len(number) > 3 or not _starts_reference(text, match.end(), span.end)):
        return None, span
    label = match["key"] or number or match["bracketed"]
    label = label or match["raised"].translate(_RAISED)
    return label, Span(match.end(), span.end)


def _starts_reference(text: str, start: int, end: int) -> bool:
    """Whether a capital, a mark or a digit follows, so that a bare number can be a label; the
    number before a month is a day."""
    first = text[start : min(end, start + 1)]
    word = re.match(r"[^\W\d_]+", text[start : min(end, start + 20)])
    dated = word is not None and word[0].lower() in MONTHS
    return bool(first) and not first.islower() and not dated


def split_items(
    document: Document, span: Span, label: str | None
) -> Iterator[tuple[Span, str | None]]:
    """The references that `span` holds, each with its label; `label` is one told before."""
    for part, printed in _items(document.text, span, label):
        back = _BACK.match(document.text, part.start, part.end)
        start = back.end() if back is not None and back.end() < part.end else part.start
        yield Span(start, part.end), printed


def _items(text: str, span: Span, label: str | None) -> Iterator[tuple[Span, str | None]]:
    if label is None:
        label, span = split_label(text, span)
    if label is not None and label.isdecimal():
        yield from _by_labels(text, span, int(label))
    elif label is None:
        for part in _by_lines(text, span):
            for one in _by_sentences(text, part):
                yield one, None
    else:
        yield span, label


def _by_labels(text: str, span: Span, number: int) -> Iterator[tuple[Span, str]]:
    start = span.start
    for match in _INNER.finditer(text, span.start, span.end):
        printed = next(group for group in match.groups() if group).translate(_RAISED)
        before = text[max(start, match.start() - TAIL) : match.start()]
        fresh_line = "\n" in text[max(start, match.start() - 4) : match.start()]
        if (
            int(printed) == number + 1
            and len(before) > 20
            and _ENDS.search(before)
            and (fresh_line or not text[match.end()].islower())
            and (fresh_line or match[1] or match[2])
        ):
            yield Span(start, match.start() - _blanks(before)), str(number)
            number += 1
            start = match.end()
    yield Span(start, span.end), str(number)


def _blanks(text: str) -> int:
    return len(text) - len(text.rstrip())


def _by_lines(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    line = start
    dated = False
    at = text.find("\n", start, span.end)
    while at >= 0:
        dated = dated or _YEAR.search(text, line, at) is not None
        line = at + 1
        while line < span.end and text[line] in " \t\r\n>":
            line += 1
        tail = text[max(start, at - TAIL) : at]
        if (
            dated
            and _BEGINS.match(text, line, span.end)
            and _ENDS.search(tail)
            and not _ENDS_WITH_INITIAL.search(tail)
            and _YEAR.search(text, line, min(line + HEAD, span.end))
        ):
            yield Span(start, at - _blanks(tail))
            start = line
            dated = False
        at = text.find("\n", line, span.end)
    yield Span(start, span.end)


# Where a reference may end and the next begin on one line.
_NEXT = re.compile(r"(?<=[\d)/a-z][.)])\s+(?=[^\W\d_a-zß-öø-ÿ])")
# What is shorter, or shows less, is no reference of its own.
SHORTEST, CLEAR = 45, 3.0
# More is a paragraph of prose.
LONGEST_LINE = 2_000


def _by_sentences(text: str, span: Span) -> Iterator[Span]:
    """The references that stand on one line: each begins as references begin, has its year, and is
    clear by itself."""
    start = span.start
    if span.end - start <= LONGEST_LINE and starts_reference(text[start : start + HEAD]):
        for match in _NEXT.finditer(text, start + SHORTEST, span.end):
            before, behind = text[start : match.start()], text[match.end() : span.end]
            if len(behind) < SHORTEST:
                break
            if (
                match.start() - start >= SHORTEST
                and _BEGINS.match(behind)
                and _COMPLETE.search(before)
                and _YEAR.search(behind)
                and not _HELD.match(behind)
                and evidence(before) >= CLEAR
                and evidence(behind) >= CLEAR
            ):
                yield Span(start, match.start())
                start = match.end()
    yield Span(start, span.end)


# How a complete reference ends: with its year, its pages or an address.
_COMPLETE = re.compile(
    r"(?:(?<![-–])(?:1[5-9]|20)\d\d\)?|(?<!\d)(?!(?:1[5-9]|20)\d\d)\d+[-–]\d+|/\S+)\.$"
)
# "Smith, Robert Burdett (1837–1895). In Dictionary": the title of an article about a person;
# "Stanford, CA: University Press": a place.
_HELD = re.compile(r"[^.]{5,60}\(\d{4}\s?[-–]|[^.:(]{3,40}:\s")


def starts_reference(words: str) -> bool:
    """Whether `words` begin as references do: a name turned round, initials, a dash."""
    return _BEGINS.match(words.lstrip('"“«„[(*_ ')) is not None


def ends_reference(words: str) -> bool:
    """Whether `words` end as references do: with a stop, a bracket, a number or an address."""
    return _ENDS.search(words[-TAIL:]) is not None and not _ENDS_WITH_INITIAL.search(words[-TAIL:])
