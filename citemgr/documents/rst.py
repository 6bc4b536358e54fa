"""reStructuredText (docutils' specification): indented quotations, footnotes, citations, roles.

Docutils itself is not used: it keeps lines, but not the columns at which words stand.
"""

from __future__ import annotations

import re

from citemgr.documents.draft import Draft
from citemgr.documents.light import (
    Body,
    Light,
    inner,
    left_out,
    linked,
    plain,
    raised,
    span_of,
)
from citemgr.documents.lines import Line
from citemgr.model import BlockKind, CitedKey, Document, Span

_INLINE = re.compile(
    r"""
      (?P<note> [ ]?\[(?P<label>\d+|\#[\w.-]*|\*)\]_ )
    | (?P<cited> \[(?P<key>[A-Za-z][\w.:+-]*)\]_ )
    | (?P<role> :(?:cite|footcite)(?::[\w:]+)?:`(?P<keys>[^`]{1,500})` )
    | (?P<sup> :(?:sup|superscript):`(?P<up>[^`]{1,100})` )
    | (?P<other> :[\w:+.-]{1,40}:`(?P<words>[^`<>]{1,500}?)(?:\s*<[^<>]*>)?` )
    | (?P<link> `(?P<shown>[^`<>]{1,500}?)\s*<(?P<url>[^<>\s]{1,2000})>`__? )
    | (?P<reference> `(?P<name>[^`]{1,500})`__? )
    | ``(?P<lit>)(?P<literal>[^\n]{1,500}?)``
    | `(?P<int>)(?P<interpreted>[^`]{1,500})`
    | \*\*(?=\S)(?P<st>)(?P<strong>[^*]{1,500}?)(?<=\S)\*\*
    | (?<![\w*])\*(?=\S)(?P<em>)(?P<italic>[^*]{1,1000}?)(?<=\S)\*(?!\w)
    | (?P<escape> \\\s | \\(?=.) )
    | (?P<word> (?<=\w)__?(?=[\s.,;:!?)]|$) )
    """,
    re.VERBOSE,
)
_RULER = re.compile(r"([=\-`:.'\"~^_*+#<>!$%&(),/;?@\[\]{|}\\])\1{2,}\s*$")
_DIRECTIVE = re.compile(r"\.\.\s+(?P<name>[\w:.+-]+?)::\s*")
_NOTE = re.compile(r"\.\.\s+\[(?P<label>\d+|#[\w.-]*|\*)\]\s*")
_CITATION = re.compile(r"\.\.\s+\[(?P<key>[A-Za-z][\w.:+-]*)\]\s*")
_ITEM = re.compile(r"(?:[*+\-•]|\(?(?P<label>\d{1,4}|#|[a-z])[.)])\s+(?=\S)")
_OPTION = re.compile(r":[\w-]+:(?:\s|$)")
_QUOTING = frozenset({"epigraph", "highlights", "pull-quote", "quote", "blockquote"})
_CODE = frozenset("code code-block sourcecode parsed-literal math raw highlight".split())
_SILENT = frozenset(
    "image figure contents toctree include index only meta csv-table list-table role default-role"
    " bibliography footbibliography title sectnum header footer class target-notes".split()
)


def read(text: str, path: str) -> Document:
    """The document that the reStructuredText `text` is."""
    light = Light(Draft(path, "rst", source=text), text, _INLINE, _HANDLERS)
    _Blocks(light).write(light.lines, 0)
    return light.document()


class _Blocks:
    """The styles of section titles met so far, by which their ranks are told."""

    def __init__(self, light: Light) -> None:
        self.light = light
        self._ranks: list[str] = []
        self._depth = 0

    def write(self, lines: list[Line], indent: int) -> None:
        """Write lines that stand at `indent` or further right."""
        self._depth += 1
        at = 0
        while at < len(lines):
            at = self._block(lines, at, indent)
        self._depth -= 1

    def _block(self, lines: list[Line], at: int, indent: int) -> int:
        line, source = lines[at], self.light.source
        if line.blank:
            return at + 1
        if line.indent > indent and self._depth < 20:
            return self._indented(lines, at, indent)
        title = self._title(lines, at)
        if title:
            return title
        if source.startswith("..", line.first):
            return self._explicit(lines, at, indent)
        return self._paragraph(lines, at)

    def _title(self, lines: list[Line], at: int) -> int:
        """Write the section title that begins at a line; 0 where none does."""
        source = self.light.source
        over = _RULER.match(source, lines[at].first, lines[at].last)
        text = at + 1 if over else at
        under = text + 1
        if under >= len(lines) or lines[text].blank:
            return at + 1 if over else 0
        below = _RULER.match(source, lines[under].first, lines[under].last)
        if below is None or (over and over[1] != below[1]):
            return at + 1 if over else 0
        width = lines[text].last - lines[text].first
        if lines[under].last - lines[under].first < min(width, 4):
            return 0
        style = below[1] * (2 if over else 1)
        if style not in self._ranks:
            self._ranks.append(style)
        level = self._ranks.index(style) + 1
        self.light.block(BlockKind.HEADING, [span_of(lines[text])], level=level)
        return under + 1

    def _indented(self, lines: list[Line], at: int, indent: int) -> int:
        """What is moved in is a block quotation."""
        end = _body_end(lines, at, indent)
        self._quotation(lines[at:end])
        return end

    def _quotation(self, body: list[Line]) -> None:
        inside = min((line.indent for line in body if not line.blank), default=0)
        self.light.draft.block_break()
        mark = self.light.draft.mark()
        self.write(body, inside)
        self.light.draft.add_block(BlockKind.QUOTATION, mark)

    def _explicit(self, lines: list[Line], at: int, indent: int) -> int:
        """Footnotes, citations, directives; all else that begins with two dots is a comment."""
        source, line = self.light.source, lines[at]
        end = _body_end(lines, at + 1, indent)
        body = lines[at + 1 : end]
        note = _NOTE.match(source, line.first, line.last)
        citation = _CITATION.match(source, line.first, line.last)
        directive = _DIRECTIVE.match(source, line.first, line.last)
        if note is not None:
            self._note(note, line, body)
        elif citation is not None:
            spans = [Span(citation.end(), line.last), *(span_of(each) for each in body)]
            self.light.block(BlockKind.LIST_ITEM, _full(spans), label=citation["key"])
        elif directive is not None:
            self._directive(directive, line, body)
        return end

    def _note(self, note: re.Match[str], line: Line, body: list[Line]) -> None:
        label = note["label"]
        if label in {"#", "*"}:
            label = self.light.numbered("defined " + label)
        label = self.light.names.get(label, label)
        kept = self.light.bodies.setdefault(label, Body(label))
        kept.spans = _full([Span(note.end(), line.last), *(span_of(each) for each in body)])

    def _directive(self, directive: re.Match[str], line: Line, body: list[Line]) -> None:
        name = directive["name"]
        content = _without_options(self.light.source, body)
        if name in _QUOTING:
            argument = [Line(directive.end(), directive.end(), line.last)]
            self._quotation([*(argument if directive.end() < line.last else []), *content])
        elif name in _CODE:
            self.light.code(content)
        elif name not in _SILENT:
            inside = min((each.indent for each in content if not each.blank), default=0)
            self.write(content, inside)

    def _paragraph(self, lines: list[Line], at: int) -> int:
        source, first = self.light.source, lines[at]
        item = _ITEM.match(source, first.first, first.last)
        kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
        start = item.end() if item else first.first
        if source.startswith("| ", first.first):
            start += 2
        spans = [Span(start, first.last)]
        end = at + 1
        while end < len(lines) and not self._ends(lines[end], first, item is not None):
            spans.append(span_of(lines[end]))
            end += 1
        label = item["label"] if item and item["label"] != "#" else None
        if label is None and item and item["label"] == "#":
            label = self._next_number(lines, at)
        literal = source.endswith("::", spans[-1].start, spans[-1].end)
        if literal:
            spans[-1] = Span(spans[-1].start, spans[-1].end - 1)
        self.light.block(kind, spans, label=label)
        return self._literal(lines, end, first.indent) if literal else end

    def _next_number(self, lines: list[Line], at: int) -> str:
        source = self.light.source
        before = sum(source.startswith("#.", line.first) for line in lines[max(0, at - 400) : at])
        return str(before + 1)

    def _literal(self, lines: list[Line], at: int, indent: int) -> int:
        end = _body_end(lines, at, indent)
        self.light.code([line for line in lines[at:end] if not line.blank])
        return end

    def _ends(self, line: Line, first: Line, item: bool) -> bool:
        source = self.light.source
        if line.blank:
            return True
        if item:
            return line.indent <= first.indent
        return source.startswith("| ", line.first)


def _body_end(lines: list[Line], at: int, indent: int) -> int:
    """The first line from `at` on that is neither blank nor moved in beyond `indent`."""
    end = at
    last = at
    while end < len(lines) and (lines[end].blank or lines[end].indent > indent):
        if not lines[end].blank:
            last = end + 1
        end += 1
    return max(last, at)


def _without_options(source: str, body: list[Line]) -> list[Line]:
    at = 0
    while at < len(body) and not body[at].blank and _OPTION.match(source, body[at].first):
        at += 1
    return body[at:]


def _full(spans: list[Span]) -> list[Span]:
    return [span for span in spans if span.start < span.end]


def _footnote(light: Light, match: re.Match[str]) -> int:
    label = match["label"]
    if label in {"#", "*"}:
        label = light.numbered("cited " + label)
    elif label.startswith("#"):
        label = light.names.setdefault(label, label[1:])
    light.anchor(label, match.start("label") - 1)
    return match.end()


def _cited(light: Light, match: re.Match[str]) -> int:
    light.cite([CitedKey(match["key"])], match.start())
    return match.end()


def _role(light: Light, match: re.Match[str]) -> int:
    cited = []
    for part in match["keys"].split(","):
        text = re.match(
            r"\s*(?:\{(?P<pre>[^}]*)\})?(?P<key>[^\s{}]+)(?:\{(?P<post>[^}]*)\})?", part
        )
        if text is not None:
            cited.append(CitedKey(text["key"], None, text["pre"] or "", text["post"] or ""))
    if cited:
        light.cite(cited, match.start())
    return match.end()


_HANDLERS = {
    "note": _footnote,
    "cited": _cited,
    "role": _role,
    "sup": raised("up"),
    "other": inner("words"),
    "link": linked("shown", "url"),
    "reference": inner("name"),
    "literal": plain("literal"),
    "interpreted": inner("interpreted"),
    "strong": inner("strong"),
    "italic": inner("italic"),
    "escape": left_out,
    "word": left_out,
}
