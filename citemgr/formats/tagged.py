"""Records of tagged lines: RIS, Refer, MEDLINE and Web of Science differ in the line's shape only.

A record begins with its first tag, or ends with its last one or a blank line. A line without a tag
goes on with the value before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Record:
    """A record: the line on which it begins (from 1), its tags with their values, whether it has
    its first tag, and the lines that go on with the last value."""

    line: int
    values: list[tuple[str, str]] = field(default_factory=list)
    opened: bool = False
    continued: list[str] = field(default_factory=list)

    def first(self, tag: str) -> str:
        """The first value of `tag`, or an empty string."""
        return next((value for name, value in self.values if name == tag), "")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a format writes its records.

    `line` has the groups `tag` and `value`. `start` and `end` are tags, `blank` says that a blank
    line ends a record. Tags in `lists` have one value a line.
    """

    line: re.Pattern[str]
    start: str = ""
    end: str = ""
    blank: bool = False
    lists: frozenset[str] = frozenset()


def records(lines: Iterable[str], shape: Shape) -> Iterator[Record]:
    """The records of the lines, in order."""
    record = Record(1)
    for number, line in enumerate(lines, 1):
        match = shape.line.match(line)
        if match is None:
            if shape.blank and not line.strip():
                yield from _closed(record)
                record = Record(number + 1)
            else:
                _go_on(record, line.strip(), shape.lists)
            continue
        tag, value = match["tag"].strip(), match["value"].strip()
        if tag == shape.end:
            yield from _closed(record)
            record = Record(number + 1)
            continue
        if tag == shape.start and record.opened:
            yield from _closed(record)
            record = Record(number)
        if not record.values:
            record.line = number
        record.opened = record.opened or tag == shape.start
        _join(record)
        record.values.append((tag, value))
    yield from _closed(record)


def _closed(record: Record) -> Iterator[Record]:
    """The record, where there is anything in it."""
    if record.values:
        _join(record)
        yield record


def _go_on(record: Record, words: str, lists: frozenset[str]) -> None:
    if not words or not record.values:
        return
    if record.values[-1][0] in lists:
        record.values.append((record.values[-1][0], words))
    else:
        record.continued.append(words)


def _join(record: Record) -> None:
    """Put the lines that went on with the last value behind it, all at once: one by one they would
    be copied as often as there are lines."""
    if record.continued:
        tag, value = record.values[-1]
        record.values[-1] = (tag, " ".join(filter(None, [value, *record.continued])))
        record.continued.clear()
