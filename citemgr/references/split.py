"""A stretch that holds several references, cut into them.

Labels in sequence part the items of a numbered list, on lines of their own or not. Without labels a
line that begins as references begin, after a line that ends as they end, starts a new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.model import Document, Span
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
    r"|[^\W\d_][\w'’\-]+ [A-Z]{1,3}\b[.,]|[—–_]{3,}|[A-ZА-Я][\w'’\-]+ [A-ZА-Я]\. ?[A-ZА-Я]\."
)
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
    text = document.text
    if label is None:
        label, span = split_label(text, span)
    if label is not None and label.isdecimal():
        yield from _by_labels(text, span, int(label))
    elif label is None:
        for part in _by_lines(text, span):
            yield part, None
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


def split_list(text: str) -> list[Span]:
    """Cut a pasted list into its references: stretches of `text` without labels.

    Blank lines, labels, hanging indents and line ends part them; wrapped lines are kept together.
    """
    from citemgr.documents import read_text

    document = read_text(text)
    spans: list[Span] = []
    for block in document.blocks:
        for span, _ in split_items(document, block.span, block.label):
            if span.end > span.start:
                spans.append(span)
    return spans
