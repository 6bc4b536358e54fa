"""What readers of light markup share: blocks of lines, marks inside them, notes behind the text.

A format gives one pattern for its inline marks and, for each of the pattern's groups, what is
written in its place; what no group matches is written as it stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citemgr.documents.draft import Draft, Mark
from citemgr.documents.lines import Line, lines_of
from citemgr.model import BlockKind, CitedKey, Document, MarkedCitation, Span

# Writes a mark; where to go on, if that is not behind the match.
Handler = Callable[["Light", re.Match[str]], int | None]
# Marks inside marks are followed this far.
DEEPEST = 12


@dataclass(slots=True, eq=False)
class Body:
    """A note: the stretches of the source that hold its words, and its anchors.

    `printed` are words that the format makes up, and where in the source it does so; `cited` is the
    work that they name.
    """

    label: str
    spans: list[Span] = field(default_factory=list)
    anchors: list[Span] = field(default_factory=list)
    printed: tuple[str, int] | None = None
    cited: CitedKey | None = None


class Light:
    """A draft with its source, the pattern of inline marks, and the notes met so far."""

    def __init__(
        self, draft: Draft, source: str, pattern: re.Pattern[str], handlers: Mapping[str, Handler]
    ) -> None:
        self.draft = draft
        self.source = source
        self.lines: list[Line] = lines_of(source)
        self.bodies: dict[str, Body] = {}
        self.names: dict[str, str] = {}
        self._missing: dict[str, int] = {}
        self._counts: Counter[str] = Counter()
        self._pattern = pattern
        self._handlers = handlers
        self._depth = 0

    def inline(self, start: int, end: int) -> None:
        """Write the source from `start` to `end`, its marks taken off."""
        if self._depth > DEEPEST:
            self.draft.words(self.source[start:end], start)
            return
        self._depth += 1
        at = start
        while (match := self._pattern.search(self.source, at, end)) is not None:
            self.draft.words(self.source[at : match.start()], at)
            further = self._handlers[match.lastgroup or ""](self, match)
            at = min(end, max(match.start() + 1, match.end() if further is None else further))
        self.draft.words(self.source[at:end], at)
        self._depth -= 1

    def block(
        self,
        kind: BlockKind,
        spans: Iterable[Span],
        level: int = 0,
        label: str | None = None,
    ) -> None:
        """Write a block made of stretches of lines."""
        self.draft.block_break()
        mark = self.draft.mark()
        for span in _joined(spans, self.source):
            self.inline(*span)
            self.draft.blank()
        self.draft.add_block(kind, mark, level=level, label=label)

    def code(self, lines: Sequence[Line]) -> None:
        """Write lines of code as they stand."""
        self.draft.block_break()
        mark = self.draft.mark()
        for line in lines:
            self.draft.lines(self.source[line.start : line.last], line.start)
            self.draft.line_break()
        self.draft.add_block(BlockKind.CODE, mark)

    def anchor(self, label: str, at: int) -> Body:
        """Write the anchor of the note `label`."""
        body = self.bodies.setdefault(label, Body(label))
        body.anchors.append(self.draft.anchor(label, at))
        return body

    def next_label(self) -> str:
        """The number of a note that the source does not number."""
        return str(sum(bool(body.anchors) for body in self.bodies.values()) + 1)

    def find(self, sign: str, at: int) -> int:
        """Where `sign` stands next in the source, or -1; a sign that is missing is looked for
        once."""
        if at >= self._missing.get(sign, len(self.source) + 1):
            return -1
        found = self.source.find(sign, at)
        if found < 0:
            self._missing[sign] = at
        return found

    def numbered(self, kind: str) -> str:
        """The next number of a kind that is counted by itself."""
        self._counts[kind] += 1
        return str(self._counts[kind])

    def restart(self, *kinds: str) -> None:
        """Count the kinds from 1 again."""
        for kind in kinds:
            self._counts[kind] = 0

    def cite(self, cited: Sequence[CitedKey], at: int) -> None:
        """Write a citation as the keys it names, in brackets."""
        shown = "; ".join(
            " ".join(filter(None, (each.prefix, ", ".join(filter(None, (each.key, each.suffix))))))
            for each in cited
        )
        mark = self.draft.mark()
        self.draft.glyphs(f"[{shown}]", at)
        span = self.draft.since(mark)
        if span is not None:
            self.draft.citations.append(MarkedCitation(span, tuple(cited)))

    def note_citation(self, mark: Mark, cited: CitedKey) -> None:
        """Note that what was written since `mark` cites a work."""
        span = self.draft.since(mark)
        if span is not None:
            self.draft.citations.append(MarkedCitation(span, (cited,)))

    def quoted(self, start: int, end: int, marks: str) -> None:
        """Write a stretch between two quotation marks that the format has signs for."""
        self.draft.glyphs(marks[0], max(0, start - 1))
        self.inline(start, end)
        self.draft.glyphs(marks[1], end)

    def document(self) -> Document:
        """The document, the notes written behind the text."""
        written: set[str] = set()
        while waiting := [
            body
            for body in self.bodies.values()
            if (body.spans or body.printed) and body.label not in written
        ]:
            for body in waiting:
                written.add(body.label)
                self.draft.block_break()
                mark = self.draft.mark()
                for span in _joined(body.spans, self.source):
                    self.inline(*span)
                    self.draft.blank()
                if body.printed is not None:
                    self.draft.glyphs(*body.printed)
                if body.cited is not None:
                    self.note_citation(mark, body.cited)
                self.draft.add_note(mark, body.label, body.anchors)
        return self.draft.document()


def span_of(line: Line) -> Span:
    """The words of a line."""
    return Span(line.first, line.last)


def _joined(spans: Iterable[Span], source: str) -> Iterator[Span]:
    """The stretches, those with only white space between them made one, so that marks may go on in
    the next line."""
    held: Span | None = None
    for span in spans:
        if held is not None and not source[held.end : span.start].strip():
            held = Span(held.start, span.end)
            continue
        if held is not None:
            yield held
        held = span
    if held is not None:
        yield held


def left_out_to(sign: str) -> Handler:
    """Leaves out everything to the next `sign`; alone, the opening sign is left out."""

    def write(light: Light, match: re.Match[str]) -> int:
        end = light.find(sign, match.end())
        return end + len(sign) if end >= 0 else match.end()

    return write


def left_out(light: Light, match: re.Match[str]) -> int:
    """A mark that is no part of the text."""
    return match.end()


def broken(light: Light, match: re.Match[str]) -> int:
    """A line end inside a paragraph."""
    light.draft.line_break()
    return match.end()


def inner(name: str) -> Handler:
    """Writes what the group `name` holds, its own marks taken off."""

    def write(light: Light, match: re.Match[str]) -> int:
        light.inline(*match.span(name))
        return match.end()

    return write


def plain(name: str) -> Handler:
    """Writes what the group `name` holds, in which no mark has a meaning."""

    def write(light: Light, match: re.Match[str]) -> int:
        light.draft.words(match[name], match.start(name))
        return match.end()

    return write


def signs(meant: Mapping[str, str]) -> Handler:
    """Writes what a sign stands for."""

    def write(light: Light, match: re.Match[str]) -> int:
        light.draft.glyphs(meant.get(match[0], match[0]), match.start())
        return match.end()

    return write


def quoted(name: str, marks: str) -> Handler:
    """Writes what the group `name` holds between two quotation marks."""

    def write(light: Light, match: re.Match[str]) -> int:
        light.quoted(*match.span(name), marks)
        return match.end()

    return write


def raised(name: str) -> Handler:
    """Writes what the group `name` holds as raised."""

    def write(light: Light, match: re.Match[str]) -> int:
        mark = light.draft.mark()
        light.inline(*match.span(name))
        light.draft.add_superscript(mark)
        return match.end()

    return write


def linked(words: str, url: str) -> Handler:
    """Writes the group `words`, or where there is none the group `url`, as a link to the latter."""

    def write(light: Light, match: re.Match[str]) -> int:
        mark = light.draft.mark()
        if match[words]:
            light.inline(*match.span(words))
        else:
            light.draft.words(match[url], match.start(url))
        if match[url].startswith(("http:", "https:")):
            light.draft.add_link(mark, match[url])
        return match.end()

    return write
