"""LaTeX's own commands and environments of an author: `\\newcommand`, `\\def`, `\\newenvironment`.

A use is replaced by what it stands for, arguments put in, and read on; an argument's words keep
their places, those of the definition have the place of the use. Both the depth and the length of
what is put in are bounded, so that no definition can grow without end. Commands that this reader
knows by itself keep their meaning.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citemgr.documents.draft import Moved
from citemgr.model import Span

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader

# Uses inside uses are followed so far. So many characters are put in, in one document, for each of
# its own and beyond; a use counts as a few at least.
DEEPEST = 24
PUT_IN, AND_MORE, LEAST = 10, 100_000, 64
_DEFINITION = re.compile(
    r"\\(?P<how>(?:re)?newcommand|providecommand|DeclareRobustCommand|(?:re)?newenvironment"
    r"|(?:New|Renew|Provide|Declare)Document(?P<document>Command|Environment)|def)\*?\s*"
    r"(?P<braced>\{)?\s*\\?(?P<name>[A-Za-z@]{1,60}\*?)\s*(?(braced)\})\s*"
    r"(?P<hashes>(?:\#[1-9]\s*)*)(?=[\[{])"
)
DEFINING = (
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "newenvironment",
    "renewenvironment", "NewDocumentCommand", "RenewDocumentCommand", "ProvideDocumentCommand",
    "DeclareDocumentCommand", "NewDocumentEnvironment", "DeclareDocumentEnvironment", "def",
)  # fmt: skip
_COUNT = re.compile(r"\s*\[\s*(?P<count>\d)\s*\]\s*")
_PARAMETER = re.compile(r"#(?P<number>[1-9])")
_ARGUMENTS = re.compile(r"m|o|s|O\s*\{(?P<default>[^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Macro:
    """What a use stands for; each parameter has its default, or None where it must be given."""

    body: str
    defaults: tuple[str | None, ...] = ()
    end: str | None = None


@dataclass(slots=True)
class Macros:
    """The definitions met so far, and what may still be put in."""

    commands: dict[str, Macro] = field(default_factory=dict)
    environments: dict[str, Macro] = field(default_factory=dict)
    left: int = AND_MORE
    open: list[str] = field(default_factory=list)


class Assembled:
    """Where the characters of a text that was put together stand in its source."""

    def __init__(self) -> None:
        self._starts = array("q")
        self._places = array("q")
        self._exact = array("b")
        self.pieces: list[str] = []
        self.length = 0

    def add(self, text: str, place: int, exact: bool) -> None:
        """Go on with `text`, which stands at `place`, or stands for what is there."""
        if text:
            self._starts.append(self.length)
            self._places.append(place)
            self._exact.append(exact)
            self.pieces.append(text)
            self.length += len(text)

    def parts(self, text: str, at: int) -> Iterator[tuple[str, int, bool]]:
        """The stretches of `text`, which stands at `at` here: their places in the source, and
        whether they stand there word by word."""
        done = 0
        number = max(0, bisect_right(self._starts, at) - 1)
        while done < len(text):
            after = number + 1
            end = self._starts[after] if after < len(self._starts) else self.length
            size = max(1, end - at - done) if after < len(self._starts) else len(text) - done
            inside = at + done - self._starts[number]
            exact = bool(self._exact[number])
            yield text[done : done + size], self._places[number] + inside * exact, exact
            done += size
            number = min(after, len(self._starts) - 1)


def definition(reader: Reader, at: int) -> int | None:
    """Take in the definition that begins at `at`; where it ends, or None where it is none."""
    match = _DEFINITION.match(reader.source, at)
    if match is None:
        return None
    at = match.end()
    defaults: list[str | None] = [None] * match["hashes"].count("#")
    if match["document"]:
        first = reader.argument(at)
        given = reader.source[first.start : first.end] if first else ""
        defaults = [
            None if each[0] == "m" else (each["default"] or "")
            for each in _ARGUMENTS.finditer(given)
        ]
        at = first.end + 1 if first else at
    elif (count := _COUNT.match(reader.source, at)) is not None:
        defaults = [None] * int(count["count"])
        option = reader.option(count.end())
        if option is not None and defaults:
            defaults[0] = reader.source[option.start : option.end]
        at = option.end + 1 if option else count.end()
    body = reader.argument(at)
    if body is None:
        return at
    words = reader.source[body.start : body.end]
    if "nvironment" not in match["how"] and match["document"] != "Environment":
        reader.macros.commands[match["name"]] = Macro(words, tuple(defaults))
        return body.end + 1
    end = reader.argument(body.end + 1)
    tail = reader.source[end.start : end.end] if end else ""
    reader.macros.environments[match["name"]] = Macro(words, tuple(defaults), tail)
    return end.end + 1 if end else body.end + 1


def definitions(reader: Reader, end: int) -> None:
    """Take in all definitions of the source before `end`: those of the preamble."""
    at = 0
    while (match := _DEFINITION.search(reader.source, at, end)) is not None:
        line = reader.source.rfind("\n", 0, match.start()) + 1
        comment = "%" in reader.source[line : match.start()]
        at = (None if comment else definition(reader, match.start())) or match.end()
        at = max(at, match.start() + 1)


def use(reader: Reader, name: str, macro: Macro, start: int, at: int) -> int:
    """Read what a use stands for; it began at `start`, its arguments begin at `at`. Where to go
    on."""
    arguments, at = _arguments(reader, macro, at)
    put_in(reader, name, macro.body, arguments, start)
    return at


def put_in(reader: Reader, name: str, body: str, arguments: list[Span | str], place: int) -> None:
    """Read `body` with the arguments in their places. A definition that uses itself stands for
    nothing there; an argument may use the command that it is given to."""
    macros, draft = reader.macros, reader.draft
    origin = draft.moved
    printed = origin is None or all(exact for _, _, exact in origin.parts("x", place))
    if len(macros.open) >= DEEPEST or (name in macros.open and not printed):
        return
    moved = _put_together(reader, body, arguments, place)
    macros.left -= max(LEAST, moved.length)
    if macros.left < 0:
        return
    macros.open.append(name)
    reader.elsewhere("".join(moved.pieces), 0, moved.length, draft.file, moved)
    macros.open.pop()


def _put_together(reader: Reader, body: str, arguments: list[Span | str], place: int) -> Assembled:
    moved = Assembled()
    origin = reader.draft.moved
    start = next((at for _, at, _ in origin.parts("x", place)), place) if origin else place
    done = 0
    for match in _PARAMETER.finditer(body):
        moved.add(body[done : match.start()], start, False)
        number = int(match["number"]) - 1
        argument = arguments[number] if number < len(arguments) else ""
        if isinstance(argument, str):
            moved.add(argument, start, False)
        else:
            _copy(moved, origin, reader.source[argument.start : argument.end], argument.start)
        done = match.end()
        if moved.length > reader.macros.left:
            break
    moved.add(body[done:], start, False)
    return moved


def _copy(moved: Assembled, origin: Moved | None, text: str, at: int) -> None:
    """Add a stretch of the source, which may have been put together itself."""
    if origin is None:
        moved.add(text, at, True)
    else:
        for part, place, exact in origin.parts(text, at):
            moved.add(part, place, exact)


_ONE = re.compile(r"\s*(?:(?P<command>\\(?:[A-Za-z@]+|.))|(?P<letter>[^\s{}\[\]\\%]))")


def _arguments(reader: Reader, macro: Macro, at: int) -> tuple[list[Span | str], int]:
    """The arguments of a use, in brackets or braces or as one sign, and where they end."""
    found: list[Span | str] = []
    if not macro.defaults:
        blank = re.compile(r"[ \t]*\n?[ \t]*(?!\n)").match(reader.source, at)
        return found, blank.end() if blank and "xspace" not in macro.body else at
    for default in macro.defaults:
        if default is not None:
            option = reader.option(at)
            found.append(default if option is None else option)
            at = at if option is None else option.end + 1
            continue
        group = reader.argument(at)
        one = _ONE.match(reader.source, at) if group is None else None
        if group is not None:
            found.append(group)
            at = group.end + 1
        elif one is not None:
            found.append(Span(one.start(one.lastgroup or 0), one.end()))
            at = one.end()
        else:
            break
    return found, at
