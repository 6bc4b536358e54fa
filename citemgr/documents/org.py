"""Org mode (orgmode.org, "Org Syntax"): headlines, quote blocks, footnotes, and citations in the
forms of org-cite and org-ref."""

from __future__ import annotations

import re

from citemgr.documents.draft import Draft
from citemgr.documents.light import (
    DEEPEST,
    Body,
    Light,
    inner,
    left_out,
    linked,
    plain,
    raised,
    signs,
    span_of,
)
from citemgr.documents.lines import Line
from citemgr.model import BlockKind, CitedKey, Document, Span

_INLINE = re.compile(
    r"""
      (?P<note> \[fn:(?P<label>[\w-]*)(?::(?P<body>(?:[^\[\]]|\[[^\[\]]*\])*))?\] )
    | (?P<cite> \[cite(?:/[^:\]]*)?:(?P<keys>[^\[\]]{1,1000})\] )
    | (?P<link> \[\[(?P<url>[^\[\]]{1,2000})\](?:\[(?P<words>[^\[\]]{1,1000})\])?\] )
    | (?P<orgref> (?<!\w)(?:cite[a-z]*):(?P<names>&?[\w:.-]+(?:[,;]&?[\w:.-]+)*) )
    | (?P<target> <<[^<>\n]{1,200}>> )
    | (?P<super> \^\{(?P<up>[^{}\n]{1,100})\} )
    | (?P<sign> --- | -- | \\ldots | \\dots )
    | (?<![\w*])\*(?=\S)(?P<bold>)(?P<strong>[^*\n]{1,500}?)(?<=\S)\*(?!\w)
    | (?<![\w/:])/(?=\S)(?P<slant>)(?P<italic>[^/]{1,500}?)(?<=\S)/(?![\w/])
    | (?<!\w)_(?=\S)(?P<line>)(?P<under>[^_\n]{1,500}?)(?<=\S)_(?!\w)
    | (?<!\w)[=~](?=\S)(?P<verb>)(?P<code>[^=~\n]{1,500}?)(?<=\S)[=~](?!\w)
    """,
    re.VERBOSE,
)
_HEADLINE = re.compile(r"(?P<stars>\*+)\s+(?:(?:TODO|DONE)\s+)?")
_TAGS = re.compile(r"\s+:[\w@#%:]+:\s*$")
_BEGIN = re.compile(r"\s*#\+begin_(?P<name>\w+)", re.IGNORECASE)
_KEYWORD = re.compile(r"\s*#\+(?P<name>\w+):\s*", re.IGNORECASE)
_DRAWER = re.compile(r"\s*:(?P<name>[\w-]+):\s*$")
_DEFINITION = re.compile(r"\[fn:(?P<label>[\w-]+)\]\s*")
_ITEM = re.compile(r"\s*(?:[-+]|(?P<label>\d+)[.)])\s+|\s+\*\s+")
_KEY = re.compile(r"(?P<prefix>[^@;]*)@(?P<key>[\w:.#$%&\-+?<>~/]*\w)(?P<suffix>[^;]*)")
_QUOTING = frozenset({"quote", "verse"})
_PROSE = frozenset({"center", "abstract", "special", "theorem"})


def read(text: str, path: str) -> Document:
    """The document that the Org `text` is."""
    light = Light(Draft(path, "org", source=text), text, _INLINE, _HANDLERS)
    _blocks(light, light.lines)
    return light.document()


def _blocks(light: Light, lines: list[Line], depth: int = 0) -> None:
    at = 0
    while at < len(lines):
        at = _block(light, lines, at, depth)


def _block(light: Light, lines: list[Line], at: int, depth: int) -> int:
    """Write what begins at a line; the line after it."""
    line, source = lines[at], light.source
    if line.blank:
        return at + 1
    begin = _BEGIN.match(source, line.start, line.last)
    if begin is not None and depth < DEEPEST:
        return _delimited(light, lines, at, begin["name"].lower(), depth + 1)
    headline = _HEADLINE.match(source, line.start, line.last)
    if headline is not None:
        tags = _TAGS.search(source, headline.end(), line.last)
        span = Span(headline.end(), tags.start() if tags else line.last)
        light.block(BlockKind.HEADING, [span], level=len(headline["stars"]))
        return at + 1
    keyword = _KEYWORD.match(source, line.start, line.last)
    if keyword is not None:
        _keyword(light, keyword, line)
        return at + 1
    if _DRAWER.match(source, line.start, line.last):
        return _drawer_end(source, lines, at)
    if source.startswith("#", line.first) and not source.startswith("#+", line.first):
        return at + 1
    definition = _DEFINITION.match(source, line.start, line.last)
    if definition is not None:
        return _note(light, lines, at, definition)
    return _paragraph(light, lines, at)


def _keyword(light: Light, keyword: re.Match[str], line: Line) -> None:
    name = keyword["name"].lower()
    if name in {"title", "subtitle"}:
        light.block(BlockKind.HEADING, [Span(keyword.end(), line.last)], level=1)
    elif name == "language":
        code = light.source[keyword.end() : line.last].strip().lower()[:2]
        light.draft.language = code or None


def _delimited(light: Light, lines: list[Line], at: int, name: str, depth: int) -> int:
    closing = re.compile(rf"\s*#\+end_{name}\b", re.IGNORECASE)
    end = at + 1
    while end < len(lines) and not closing.match(light.source, lines[end].start, lines[end].last):
        end += 1
    body = lines[at + 1 : end]
    if name in _QUOTING:
        light.draft.block_break()
        mark = light.draft.mark()
        _blocks(light, body, depth)
        light.draft.add_block(BlockKind.QUOTATION, mark)
    elif name in _PROSE:
        _blocks(light, body, depth)
    elif name != "comment":
        light.code(body)
    return end + 1


def _drawer_end(source: str, lines: list[Line], at: int) -> int:
    for end in range(at + 1, min(len(lines), at + 100)):
        if source[lines[end].first : lines[end].last].upper() == ":END:":
            return end + 1
    return at + 1


def _note(light: Light, lines: list[Line], at: int, definition: re.Match[str]) -> int:
    """A definition goes on to the next one, a headline, or two blank lines."""
    end = at + 1
    while end < len(lines) and not (
        _DEFINITION.match(light.source, lines[end].start)
        or _HEADLINE.match(light.source, lines[end].start, lines[end].last)
        or (lines[end].blank and (end + 1 == len(lines) or lines[end + 1].indent == 0))
    ):
        end += 1
    body = light.bodies.setdefault(definition["label"], Body(definition["label"]))
    body.spans = [
        Span(min(definition.end(), lines[at].last), lines[at].last),
        *(span_of(line) for line in lines[at + 1 : end] if not line.blank),
    ]
    return end


def _paragraph(light: Light, lines: list[Line], at: int) -> int:
    first, source = lines[at], light.source
    item = _ITEM.match(source, first.start, first.last)
    kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
    if source.startswith("|", first.first):
        kind = BlockKind.TABLE
    spans = [Span(item.end() if item else first.first, first.last)]
    end = at + 1
    while end < len(lines) and not _ends(source, lines[end], first, item is not None):
        spans.append(span_of(lines[end]))
        end += 1
    light.block(kind, spans, label=item["label"] if item else None)
    return end


def _ends(source: str, line: Line, first: Line, item: bool) -> bool:
    """Whether a line is no longer part of the paragraph or item before it."""
    return (
        line.blank
        or (item and line.indent <= first.indent)
        or _ITEM.match(source, line.start, line.last) is not None
        or _HEADLINE.match(source, line.start, line.last) is not None
        or _BEGIN.match(source, line.start, line.last) is not None
        or _KEYWORD.match(source, line.start, line.last) is not None
        or _DEFINITION.match(source, line.start, line.last) is not None
    )


def _footnote(light: Light, match: re.Match[str]) -> int:
    label = match["label"] or light.next_label()
    body = light.anchor(label, match.start())
    if match["body"]:
        body.spans = [Span(*match.span("body"))]
    return match.end()


def _cite(light: Light, match: re.Match[str]) -> int:
    cited = [
        CitedKey(key["key"], None, key["prefix"].strip(), key["suffix"].strip(" ,"))
        for key in _KEY.finditer(match["keys"])
    ]
    if cited:
        light.cite(cited, match.start())
    return match.end()


def _org_ref(light: Light, match: re.Match[str]) -> int:
    names = re.split("[,;]", match["names"].rstrip(".:"))
    light.cite([CitedKey(name.lstrip("&")) for name in names], match.start())
    return match.end()


_HANDLERS = {
    "note": _footnote,
    "cite": _cite,
    "link": linked("words", "url"),
    "orgref": _org_ref,
    "target": left_out,
    "super": raised("up"),
    "sign": signs({"---": "—", "--": "–", "\\ldots": "…", "\\dots": "…"}),
    "strong": inner("strong"),
    "italic": inner("italic"),
    "under": inner("under"),
    "code": plain("code"),
}
