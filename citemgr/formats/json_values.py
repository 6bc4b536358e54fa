"""The values of a JSON file one by one, in the memory that one of them takes: the items of an
array, or values that follow one another (JSON Lines; RFC 8259, jsonlines.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from citemgr.formats.problems import broken_record
from citemgr.model import CitemgrError, Finding

# Half a character: JSON can hold it, no file can.
_LONE_SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])"
    r"|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2}"
)
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
# What lies between two values.
_BETWEEN = re.compile(r"[\s,\x1e]*")
# Where reading goes on behind a broken item: the next object of the array, or the next line.
_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_NEXT_LINE = re.compile(r"\n(?=\{)")
# An error so near to the end of what was read is a value that goes on: `tru`, `\u12`.
_TAIL = 12
# Characters read at first, and a text of so many is a value no more (an answer of a registry with a
# thousand records is smaller).
_AT_FIRST = 65_536
MOST = 500_000_000


def whole_characters(text: str) -> str:
    """JSON with U+FFFD for each half of a character that stands alone."""
    return _LONE_SURROGATE.sub(r"\\ufffd", text)


class _Buffer:
    """What was read and not yet used of a text that comes in pieces."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._pieces = iter(pieces)
        self.text = ""
        self.at = 0
        self.line = 1
        # Where in the whole text the line begins that `at` stands on, and where `text` begins.
        self._line_start = 0
        self._start = 0

    def fill(self, wanted: int) -> bool:
        """Read on until `wanted` characters lie ahead; whether anything came."""
        read = [self.text[self.at :]]
        ahead = len(read[0])
        while ahead < min(wanted, MOST) and (piece := next(self._pieces, None)) is not None:
            read.append(piece)
            ahead += len(piece)
        self._start += self.at
        self.text, self.at = "".join(read), 0
        return len(read) > 1

    def go_to(self, at: int) -> None:
        """What stands before `at` was used."""
        self.line, column = self.place(at)
        self._line_start = self._start + at - column + 1
        self.at = at

    def place(self, at: int) -> tuple[int, int]:
        """The line and column of what stands at or behind `self.at`."""
        line = self.line + self.text.count("\n", self.at, at)
        end = self.text.rfind("\n", self.at, at)
        start = self._start + end + 1 if end >= 0 else self._line_start
        return line, self._start + at - start + 1

    def skip(self) -> bool:
        """Pass what lies between values; whether there is anything behind it."""
        while True:
            self.go_to(_match_end(_BETWEEN, self.text, self.at))
            if self.at < len(self.text):
                return True
            if not self.fill(_AT_FIRST):
                return False

    def search(self, pattern: re.Pattern[str], start: int) -> bool:
        """Pass all up to the end of the pattern; whether it was met."""
        self.go_to(start)
        while (found := pattern.search(self.text, self.at)) is None:
            self.go_to(max(self.at, len(self.text) - _TAIL))
            if not self.fill(_AT_FIRST):
                return False
        self.go_to(found.end())
        return True


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def json_values(
    pieces: Iterable[str], path: str | None = None
) -> Iterator[tuple[int, Any] | Finding]:
    """The line (from 1) and the data of each value, and a finding for each that is broken.

    Raises `CitemgrError` with its place where a text holds no value that can be read.
    """
    buffer = _Buffer(pieces)
    if not buffer.skip():
        raise CitemgrError("is no JSON: it is empty", path=path, line=1, column=1)
    in_array = buffer.text[buffer.at] == "["
    if in_array:
        buffer.go_to(buffer.at + 1)
    problems: list[CitemgrError] = []
    read = 0
    while buffer.skip() and not (in_array and buffer.text[buffer.at] == "]"):
        value = _value(buffer, path)
        if not isinstance(value, _Broken):
            read += 1
            yield value
            continue
        problems.append(value.error)
        if read:
            line = value.error.line if in_array else buffer.line
            yield broken_record(value.error.message, path, line)
        if not buffer.search(*((_NEXT_ITEM, value.at) if in_array else (_NEXT_LINE, buffer.at))):
            break
    if problems and not read:
        raise problems[0]


class _Broken:
    """A value that is none: what is wrong, and where reading goes on."""

    def __init__(self, error: CitemgrError, at: int) -> None:
        self.error = error
        self.at = at


_DECODER = json.JSONDecoder()


def _value(buffer: _Buffer, path: str | None) -> tuple[int, Any] | _Broken:
    while True:
        try:
            value, end = _DECODER.raw_decode(buffer.text, buffer.at)
            break
        except json.JSONDecodeError as error:
            if _may_go_on(error, buffer) and buffer.fill(2 * (len(buffer.text) - buffer.at)):
                continue
            line, column = buffer.place(error.pos)
            said = CitemgrError(f"is no JSON: {error.msg}", path=path, line=line, column=column)
            return _Broken(said, error.pos)
        except (RecursionError, ValueError):
            said = CitemgrError("is no JSON that can be read", path=path, line=buffer.line)
            return _Broken(said, buffer.at + 1)
    line, raw = buffer.line, buffer.text[buffer.at : end]
    if _SURROGATE.search(raw):
        value = json.loads(whole_characters(raw))
    buffer.go_to(end)
    return line, value


def _may_go_on(error: json.JSONDecodeError, buffer: _Buffer) -> bool:
    """Whether the value is only cut off."""
    return error.msg.startswith("Unterminated") or error.pos > len(buffer.text) - _TAIL
