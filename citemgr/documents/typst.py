"""Typst (typst.app/docs): `#quote`, `@key[p. 3]`, `#cite`, `#footnote`, headings, lists.

Code is not run. What a function is given in square brackets is its content and is read on, the
functions that print nothing excepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.documents.draft import Draft
from citemgr.documents.latex_files import Project
from citemgr.documents.light import Body, Light, inner, left_out, left_out_to, plain, signs
from citemgr.formats import read_entries
from citemgr.model import BlockKind, CitedKey, CitemgrError, Document, Entry, Span

_INLINE = re.compile(
    r"""
      (?P<comment> //[^\n]* )
    | (?P<aside> /\* )
    | (?P<function> \#(?P<name>[A-Za-z][\w.-]*)(?=[(\[]) )
    | (?P<code> \#[A-Za-z][\w.-]* )
    | (?P<verbatim> ``` )
    | `(?P<mono>)(?P<typed>[^`\n]{1,500})`
    | (?P<cite> @(?P<key>[A-Za-z][\w:.-]*\w|[A-Za-z])(?:\[(?P<place>[^\[\]]{1,200})\])? )
    | (?P<label> <[A-Za-z][\w:.-]*> )
    | (?P<maths> \$[^$\n]{1,1000}\$ )
    | (?P<escape> \\(?=[^\s\w]) )
    | (?P<break> \\(?=\s) )
    | (?P<sign> --- | -- | \.\.\. | ~ )
    | (?<![\w*])\*(?=\S)(?P<st>)(?P<strong>[^*]{1,1000}?)(?<=\S)\*(?!\w)
    | (?<![\w_])_(?=\S)(?P<em>)(?P<italic>[^_]{1,1000}?)(?<=\S)_(?!\w)
    """,
    re.VERBOSE | re.DOTALL,
)
_HEADING = re.compile(r"(?P<signs>={1,6})\s+")
_ITEM = re.compile(r"\s*(?:-|(?P<plus>\+)|(?P<label>\d+)\.)\s+(?=\S)")
_SILENT_LINE = re.compile(r"#(?:set|show|let|import|include)\b")
_SILENT = frozenset(
    "bibliography figure image outline pagebreak v h counter context state metadata label ref line"
    " grid place hide datetime".split()
)
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
_BLOCK = re.compile(r"\bblock\s*:\s*true\b")
_ATTRIBUTION = re.compile(r"\battribution\s*:\s*(?:\[(?P<words>[^\[\]]*)\]|<(?P<key>[\w:.-]+)>)")
_CITED = re.compile(r"<(?P<key>[\w:.-]+)>|label\(\"(?P<string>[^\"]+)\"\)")
_SUPPLEMENT = re.compile(r"\bsupplement\s*:\s*\[(?P<words>[^\[\]]*)\]")
_BIBLIOGRAPHY = re.compile(r"#bibliography\s*\((?P<arguments>[^)]*)\)")
_LANGUAGE = re.compile(r"#set\s+text\s*\([^)]*?\blang\s*:\s*\"(?P<code>[a-z]{2})\"")
_CLOSING = {"(": ")", "[": "]"}


def read(text: str, path: str) -> Document:
    """The document that the Typst `text` is; bibliographies are taken from its folder only."""
    light = _Typst(Draft(path, "typst", source=text), text)
    language = _LANGUAGE.search(text)
    light.draft.language = language["code"] if language else None
    light.write()
    for entry in _entries(text, path):
        light.draft.entries.setdefault(entry.key, entry)
    return light.document()


def _entries(text: str, path: str) -> Iterator[Entry]:
    project = Project(path)
    for match in _BIBLIOGRAPHY.finditer(text):
        for name in _STRING.findall(match["arguments"]):
            found = project.open(name, ".bib") if name.endswith(".bib") else None
            if found is None:
                continue
            try:
                yield from read_entries(found[1], "biblatex").entries
            except CitemgrError:
                continue


class _Typst(Light):
    """Light markup whose functions take arguments in brackets."""

    def __init__(self, draft: Draft, source: str) -> None:
        super().__init__(draft, source, _INLINE, _HANDLERS)
        self._closed = dict(_pairs(source))

    def write(self) -> None:
        """Write the text, block by block."""
        at = 0
        while at < len(self.lines):
            at = self._block(at)

    def _block(self, at: int) -> int:
        line, source = self.lines[at], self.source
        if line.blank:
            return at + 1
        if _SILENT_LINE.match(source, line.first):
            return self._line_behind(self._statement_end(line.first, line.last), at)
        heading = _HEADING.match(source, line.first, line.last)
        if heading is not None:
            span = Span(heading.end(), line.last)
            self.block(BlockKind.HEADING, [span], level=len(heading["signs"]))
            self.restart("+")
            return at + 1
        item = _ITEM.match(source, line.start, line.last)
        start = item.end() if item else line.first
        end, after = self._paragraph_end(at)
        label = None
        if item is not None:
            label = self.numbered("+") if item["plus"] else item["label"]
        else:
            self.restart("+")
        kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
        self.block(kind, [Span(start, end)], label=label)
        return after

    def _paragraph_end(self, at: int) -> tuple[int, int]:
        """Where a paragraph ends, what brackets hold included, and the line after it."""
        covered = self._cover(self.lines[at].first, self.lines[at].last)
        end = at + 1
        while end < len(self.lines):
            line = self.lines[end]
            if line.start >= covered and (
                line.blank
                or _HEADING.match(self.source, line.first)
                or _ITEM.match(self.source, line.start, line.last)
                or _SILENT_LINE.match(self.source, line.first)
            ):
                break
            covered = max(covered, self._cover(line.first, line.last))
            end += 1
        return self.lines[end - 1].last, end

    def _cover(self, start: int, end: int) -> int:
        """How far the brackets that are opened between two places reach."""
        return max(
            (
                self._closed.get(match.start(), 0)
                for match in _OPENED.finditer(self.source, start, end)
            ),
            default=0,
        )

    def _statement_end(self, start: int, end: int) -> int:
        return max(end, self._cover(start, end))

    def _line_behind(self, place: int, at: int) -> int:
        while at < len(self.lines) and self.lines[at].start <= place:
            at += 1
        return at

    def groups(self, at: int) -> tuple[str, list[Span], int]:
        """The arguments in round brackets, the contents in square ones, and where they end."""
        arguments = ""
        contents = []
        while (closed := self._closed.get(at)) is not None:
            if self.source[at] == "(":
                arguments = self.source[at + 1 : closed]
            else:
                contents.append(Span(at + 1, closed))
            at = closed + 1
        return arguments, contents, at


_OPENED = re.compile(r"[(\[]")


def _pairs(source: str) -> Iterator[tuple[int, int]]:
    """Where each bracket is closed; those in strings and comments are none."""
    opened: list[int] = []
    for match in re.compile(r'\\.|"(?:[^"\\\n]|\\.)*"|(?<!:)//[^\n]*|[()\[\]]', re.DOTALL).finditer(
        source
    ):
        sign = match[0]
        if sign in _CLOSING:
            opened.append(match.start())
        elif sign in ")]":
            while opened:
                start = opened.pop()
                if _CLOSING[source[start]] == sign:
                    yield start, match.start()
                    break


def _function(light: Light, match: re.Match[str]) -> int:
    if not isinstance(light, _Typst):
        return match.end()
    arguments, contents, end = light.groups(match.end())
    name = match["name"]
    if name == "quote":
        _quote(light, arguments, contents, match.start())
    elif name == "footnote" and contents:
        label = light.next_label()
        light.bodies.setdefault(label, Body(label)).spans = [contents[0]]
        light.anchor(label, match.start())
    elif name == "cite":
        _cite(light, arguments, match.start())
    elif name == "link":
        _link(light, arguments, contents, match.end())
    elif name == "super" and contents:
        mark = light.draft.mark()
        light.inline(*contents[0])
        light.draft.add_superscript(mark)
    elif name not in _SILENT:
        for content in contents:
            light.inline(*content)
    return end


def _quote(light: _Typst, arguments: str, contents: list[Span], at: int) -> None:
    if not contents:
        return
    attribution = _ATTRIBUTION.search(arguments)
    if not _BLOCK.search(arguments):
        light.quoted(*contents[-1], "“”")
        _attribute(light, attribution, at, before=" ")
        return
    light.draft.block_break()
    mark = light.draft.mark()
    start, end = contents[-1]
    for gap in re.compile(r"\n[ \t]*\n").finditer(light.source, start, end):
        light.inline(start, gap.start())
        light.draft.block_break()
        start = gap.end()
    light.inline(start, end)
    light.draft.block_break()
    _attribute(light, attribution, at, before="— ")
    light.draft.add_block(BlockKind.QUOTATION, mark)


def _attribute(light: Light, match: re.Match[str] | None, at: int, before: str) -> None:
    """Who said it: words, or a work cited by its key."""
    if match is None:
        return
    light.draft.glyphs(before, at)
    if match["key"]:
        light.cite([CitedKey(match["key"])], at)
    else:
        light.draft.glyphs(" ".join(match["words"].split()), at)


def _cite(light: Light, arguments: str, at: int) -> None:
    key = _CITED.search(arguments)
    supplement = _SUPPLEMENT.search(arguments)
    if key is not None:
        place = supplement["words"].strip() if supplement else ""
        light.cite([CitedKey(key["key"] or key["string"], None, "", place)], at)


def _link(light: Light, arguments: str, contents: list[Span], at: int) -> None:
    url = _STRING.search(arguments)
    mark = light.draft.mark()
    if contents:
        light.inline(*contents[0])
    elif url is not None:
        light.draft.glyphs(url[1], at)
    if url is not None and url[1].startswith(("http:", "https:")):
        light.draft.add_link(mark, url[1])


def _key(light: Light, match: re.Match[str]) -> int:
    light.cite([CitedKey(match["key"], None, "", (match["place"] or "").strip())], match.start())
    return match.end()


_HANDLERS = {
    "comment": left_out,
    "function": _function,
    "code": left_out,
    "aside": left_out_to("*/"),
    "verbatim": left_out_to("```"),
    "typed": plain("typed"),
    "cite": _key,
    "label": left_out,
    "maths": left_out,
    "escape": left_out,
    "break": left_out,
    "sign": signs({"---": "—", "--": "–", "...": "…", "~": "\u00a0"}),
    "strong": inner("strong"),
    "italic": inner("italic"),
}
