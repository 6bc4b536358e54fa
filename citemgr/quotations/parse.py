"""The parse of quotation marks over a run of paragraphs, by least cost.

Each mark may open, close, reopen or mean nothing; each paragraph's end may carry an open quotation
on or leave it unclosed. Every choice has a cost, the costs of a reading add up, and the cheapest
reading of the whole run wins. A few readings are followed side by side (a beam), so the time is
linear in the text. Where a paragraph's marks pair off without doubt and nothing is open, it is
settled at once.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from citemgr.model import Span, Status
from citemgr.quotations.marks import ELISIONS, SINGLE, Conventions, Sign
from citemgr.quotations.neighbours import (
    MAYBE_POSSESSIVE,
    Mark,
    find_marks,
    is_possessive_end,
)

# What a reading pays for its choices. The unit is "a slip that careful authors make now and then".
NEST_SAME = 2.0  # a mark inside its like: authors change the inner marks, pasted text does not
NEST_AGAIN = 0.04  # and the next ones in the same quotation: a habit once shown
NEST_OTHER = 0.2  # another family inside
NEST_OTHER_AGAIN = 0.03
REOPEN_FIRST = 1.4  # a paragraph that opens anew inside a quotation
REOPEN_AGAIN = 0.1  # and the next ones: a habit once shown
CARRY_FIRST = 1.2  # going on over a paragraph's end without a new mark
CARRY_MIDWAY = 1.6  # the same for a quotation that began inside a sentence
CARRY_AGAIN = 0.04
UNCLOSED = 4.5  # a closing mark was lost
SURPLUS = 4.0  # a closing mark without an opening one
CALLOUT_BONUS = 3.0  # a quotation over paragraphs that ends before a callout was meant to
REOPENED_BONUS = 2.4  # no more than going on and opening anew cost
CLOSED_BONUS = 0.3
IGNORED_APOSTROPHE = 0.3
IGNORED_SINGLE = 2.5
UNFINISHED = 0.6  # what opens a paragraph closes inside a sentence, where a possessive may stand
IGNORED_POSSESSIVE = 0.05  # and the same as a possessive's
IGNORED_INCHES = 1.3  # a straight mark behind a lone number, a word behind it: `a 5" disk`
# A reading that is dearer than the best by so much is given up: a lost mark and a callout.
HOPELESS = 7.0
# How many readings are followed, and how deep marks may nest.
BEAM = 8
DEEPEST = 3

_CALLOUT = re.compile(
    r"[.,;:]?\d{1,3}(?=[\s.,;:()]|$)"
    r"|\s?[.,;:]?\s?(?:\^\(\[?\d|\[\^?@?[\w\d][^\]\n]{0,40}\]|[¹²³⁴-⁹⁰]|\((?:[^()\n]{0,60}\d{4}|\d{1,3}\)|p+\.|S\.))"
)
_ELISIONS = re.compile(ELISIONS)
_SPEAKER = re.compile(
    r"\s(?:he|she|they|we|said|says|asked|wrote|writes|replied|cried|answered|added|argued)\b"
)
_LONE_NUMBER = re.compile(r"(?:^|[\s(x×])\d{1,3}(?:[.,/]\d)?$")
_INCHES = re.compile(r"[\s-][a-z(]")


class Opened(NamedTuple):
    """An open quotation of a reading: its mark, the paragraph in which it was last seen, how often
    it was carried and reopened, how many of its like and of other marks it holds, and where its
    paragraph ends."""

    mark: Mark
    paragraph: int
    carried: int
    reopened: int
    nested: int
    inner: int
    at_start: bool
    end: int


class Found(NamedTuple):
    """A quotation of a reading: its marks' stretches, its end, and how it ended."""

    start: int
    open_end: int
    close_start: int
    end: int
    status: Status
    level: int


class Reading(NamedTuple):
    """A way to read the marks so far: cost, open quotations, and what was found (newest first)."""

    cost: float
    stack: tuple[Opened, ...]
    found: tuple[Found, object] | None


def parse(
    text: str,
    paragraphs: Sequence[Span],
    conventions: Conventions,
    max_carry: int,
    markup: Sequence[Span] = (),
) -> list[Found]:
    """The quotations of a run of paragraphs, in order; inner ones have a level above 0.

    Marks inside `markup` (sorted) are syntax: code, the target of a link, an attribute.
    """
    readings = [Reading(0.0, (), None)]
    settled: list[Found] = []
    for number, span in enumerate(paragraphs):
        marks = find_marks(text, span, conventions)
        if markup:
            marks = _outside(marks, markup)
        if len(readings) == 1 and not readings[0].stack:
            settled.extend(_unwound(readings[0].found))
            readings = [Reading(0.0, (), None)]
            paired = _paired(marks)
            if paired is not None:
                settled.extend(paired)
                continue
        readings = _at_start(readings, max_carry)
        readings = _best(_read(text, readings, marks, span, number))
        if not any(reading.stack for reading in readings[:1]) and _settles(readings):
            readings = readings[:1]
    final = _at_start(readings, max_carry=-1)
    settled.extend(_unwound(min(final, key=lambda reading: reading.cost).found))
    return sorted(settled)


def _settles(readings: Sequence[Reading]) -> bool:
    """Whether the cheapest reading, in which nothing is open, is so by more than any other can
    still make good."""
    return all(other.cost - readings[0].cost > SURPLUS + CALLOUT_BONUS for other in readings[1:])


def _outside(marks: Sequence[Mark], markup: Sequence[Span]) -> list[Mark]:
    """The marks that do not lie in markup."""
    kept = []
    for mark in marks:
        at = bisect_right(markup, (mark.start, sys.maxsize)) - 1
        if at < 0 or markup[at].end <= mark.start:
            kept.append(mark)
    return kept


def _paired(marks: Sequence[Mark]) -> list[Found] | None:
    """The quotations of marks that open and close in turn beyond doubt, else None."""
    if len(marks) % 2:
        return None
    found = []
    for at in range(0, len(marks), 2):
        first, second = marks[at], marks[at + 1]
        if (
            first.opens != 0.0
            or second.closes != 0.0
            or first.sign.family != second.sign.family
            or first.sign.family == SINGLE
        ):
            return None
        found.append(Found(first.start, first.end, second.start, second.end, Status.CLOSED, 0))
    return found


def _read(
    text: str, readings: list[Reading], marks: Sequence[Mark], span: Span, number: int
) -> list[Reading]:
    """The readings after the marks of one paragraph. While nothing is open and there is but one
    reading, marks that can only open and only close are a quotation without a search."""
    at = 0
    while at < len(marks):
        mark = marks[at]
        if len(readings) == 1 and not readings[0].stack and _is_pair(marks[at : at + 2]):
            close = marks[at + 1]
            found = Found(mark.start, mark.end, close.start, close.end, Status.CLOSED, 0)
            readings = [readings[0]._replace(found=(found, readings[0].found))]
            at += 2
        else:
            readings = _step(text, readings, mark, span, number)
            at += 1
    return readings


def _is_pair(marks: Sequence[Mark]) -> bool:
    if len(marks) < 2 or marks[0].sign.family != marks[1].sign.family:
        return False
    first, second = marks
    opens = first.opens == 0.0 and first.closes is None
    return opens and second.closes == 0.0 and second.opens is None


def _step(
    text: str, readings: Sequence[Reading], mark: Mark, span: Span, number: int
) -> list[Reading]:
    following: list[Reading] = []
    bonus = CALLOUT_BONUS if mark.closes is not None and _CALLOUT.match(text, mark.end) else 0.0
    for reading in readings:
        following.extend(_closing(text, reading, mark, number, bonus))
        following.extend(_opening(reading, mark, span, number))
        following.extend(_ignoring(text, reading, mark))
    return _best(following)


def _closing(
    text: str, reading: Reading, mark: Mark, number: int, bonus: float
) -> Iterator[Reading]:
    """The mark closes the innermost quotation of its family; what is open in it was unclosed."""
    if mark.closes is None:
        return
    stack = reading.stack
    for depth in range(len(stack) - 1, -1, -1):
        opened = stack[depth]
        if not _match(opened.mark.sign, mark.sign):
            continue
        lost = len(stack) - 1 - depth
        long = opened.carried or opened.reopened
        most = REOPENED_BONUS if opened.reopened else CALLOUT_BONUS if long else CLOSED_BONUS
        cost = mark.closes + lost * UNCLOSED - min(bonus, most)
        unfinished = mark.closes == MAYBE_POSSESSIVE and opened.at_start
        if unfinished and not _SPEAKER.match(text, mark.end):
            cost += UNFINISHED
        status = Status.REOPENED if opened.reopened else Status.CARRIED if long else Status.CLOSED
        found = Found(opened.mark.start, opened.mark.end, mark.start, mark.end, status, depth)
        yield Reading(reading.cost + cost, stack[:depth], (found, reading.found))
        return
    if mark.sign.family != SINGLE:
        alone = Found(mark.start, mark.start, mark.start, mark.end, Status.UNOPENED, len(stack))
        yield Reading(reading.cost + SURPLUS + mark.closes, stack, (alone, reading.found))


def _match(opening: Sign, closing: Sign) -> bool:
    families = {opening.family, closing.family}
    return len(families) == 1 or families == {"double", "tex"}


def _opening(reading: Reading, mark: Mark, span: Span, number: int) -> Iterator[Reading]:
    if mark.opens is None or len(reading.stack) >= DEEPEST:
        return
    stack = reading.stack
    at_start = mark.start <= span.start + 2
    opened = Opened(mark, number, 0, 0, 0, 0, at_start, span.end)
    if not stack:
        yield Reading(reading.cost + mark.opens, (opened,), reading.found)
        return
    top = stack[-1]
    same = any(_match(each.mark.sign, mark.sign) for each in stack)
    if same:
        nest = NEST_AGAIN if top.nested else NEST_SAME
        holder = top._replace(nested=top.nested + 1)
    else:
        nest = NEST_OTHER_AGAIN if top.inner else NEST_OTHER
        holder = top._replace(inner=top.inner + 1)
    yield Reading(reading.cost + mark.opens + nest, (*stack[:-1], holder, opened), reading.found)
    if at_start and _match(top.mark.sign, mark.sign) and top.paragraph < number:
        cost = REOPEN_AGAIN if top.reopened else REOPEN_FIRST
        again = top._replace(paragraph=number, reopened=top.reopened + 1)
        yield Reading(reading.cost + mark.opens + cost, (*stack[:-1], again), reading.found)
    # The one before was never closed: it ended somewhere before this mark.
    if same and _match(top.mark.sign, mark.sign):
        found = (_unclosed(top, min(top.end, mark.start), len(stack) - 1), reading.found)
        cost = mark.opens + UNCLOSED + (0.0 if len(stack) == 1 else NEST_OTHER)
        yield Reading(reading.cost + cost, (*stack[:-1], opened), found)


def _ignoring(text: str, reading: Reading, mark: Mark) -> Iterator[Reading]:
    """A single mark may be an apostrophe; another family's mark is nothing only where no more may
    be open."""
    if len(reading.stack) >= DEEPEST and mark.closes is None:
        yield Reading(reading.cost + SURPLUS, reading.stack, reading.found)
    if _may_be_inches(text, mark):
        yield Reading(reading.cost + IGNORED_INCHES, reading.stack, reading.found)
    if mark.sign.family != SINGLE:
        return
    before = text[mark.start - 1 : mark.start]
    if mark.closes == MAYBE_POSSESSIVE:
        yield Reading(reading.cost + IGNORED_POSSESSIVE, reading.stack, reading.found)
        return
    elided = _ELISIONS.match(text, mark.end) is not None
    possessive = is_possessive_end(text, mark.start) and mark.closes == 0.0
    cost = IGNORED_APOSTROPHE if elided or possessive or before.isalpha() else IGNORED_SINGLE
    if before.isalpha() and not possessive and mark.closes == 0.0 and reading.stack:
        cost = IGNORED_SINGLE
    yield Reading(reading.cost + cost, reading.stack, reading.found)


def _may_be_inches(text: str, mark: Mark) -> bool:
    return (
        mark.sign.role == "either"
        and _INCHES.match(text, mark.end) is not None
        and _LONE_NUMBER.search(text, max(0, mark.start - 5), mark.start) is not None
    )


def _unclosed(opened: Opened, end: int, level: int) -> Found:
    return Found(opened.mark.start, opened.mark.end, end, end, Status.UNCLOSED, level)


def _at_start(readings: Sequence[Reading], max_carry: int) -> list[Reading]:
    """What is open when a paragraph starts is carried into it, or was left unclosed before."""
    following = []
    for reading in readings:
        if not reading.stack:
            following.append(reading)
            continue
        found = reading.found
        for level, opened in enumerate(reading.stack):
            found = (_unclosed(opened, opened.end, level), found)
        lost = UNCLOSED * len(reading.stack)
        following.append(Reading(reading.cost + lost, (), found))
        outer = reading.stack[0]
        if outer.carried < max_carry and len(reading.stack) == 1:
            carried = outer._replace(carried=outer.carried + 1)
            cost = reading.cost + _carrying(outer)
            following.append(Reading(cost, (carried,), reading.found))
    return _best(following)


def _carrying(opened: Opened) -> float:
    if opened.carried:
        return CARRY_AGAIN
    return CARRY_FIRST if opened.at_start else CARRY_MIDWAY


def _best(readings: Sequence[Reading]) -> list[Reading]:
    """The cheapest reading of each set of open quotations, and the cheapest of those."""
    cheapest: dict[tuple[int, ...], Reading] = {}
    for reading in readings:
        state = tuple(opened.mark.start for opened in reading.stack)
        kept = cheapest.get(state)
        if kept is None or reading.cost < kept.cost:
            cheapest[state] = reading
    if len(cheapest) < 2:
        return list(cheapest.values())
    ranked = sorted(cheapest.values(), key=_cost)[:BEAM]
    limit = ranked[0].cost + HOPELESS
    return [reading for reading in ranked if reading.cost <= limit]


_cost = attrgetter("cost")


def _unwound(found: tuple[Found, object] | None) -> list[Found]:
    quotations = []
    node: object = found
    while isinstance(node, tuple):
        quotations.append(node[0])
        node = node[1]
    return quotations[::-1]
