"""AsciiDoc (docs.asciidoctor.org): delimited blocks, quotes with their attribution, footnotes,
bibliography anchors and the references to them."""

from __future__ import annotations

import re

from citemgr.documents.draft import Draft
from citemgr.documents.light import (
    DEEPEST,
    Light,
    broken,
    inner,
    left_out,
    linked,
    plain,
    quoted,
    raised,
    signs,
    span_of,
)
from citemgr.documents.lines import Line
from citemgr.model import BlockKind, CitedKey, Document, Span

_INLINE = re.compile(
    r"""
      (?P<note> footnote(?:ref)?:(?P<id>[\w-]*)\[(?P<body>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\] )
    | (?P<cross> <<(?P<key>[\w:.-]{1,100})(?:,(?P<shown>[^<>\n]{1,200}))?>> )
    | (?P<biblio> \[\[\[(?P<own>[^\[\],]{1,100})(?:,(?P<printed>[^\[\]]{1,100}))?\]\]\] )
    | (?P<place> \[\[[^\[\]\n]{1,100}\]\] | \[\#[^\[\]\n]{1,100}\] )
    | (?P<link> (?:link:)?(?P<url>(?:https?|mailto):[^\s\[\]<>]{1,2000})
        \[(?P<words>[^\[\]]{0,1000}?)(?:,\s*(?:window|role|opts)=[^\[\]]*)?\^?\] )
    | (?P<macro> (?:image|icon|video|audio|pass|stem|kbd|btn|menu|indexterm2?):{1,2}[^\s\[]{0,500}
        \[[^\[\]]*\] )
    | "`(?P<dbl>)(?P<double>(?:[^`]|`(?!")){1,5000}?)`"
    | '`(?P<sgl>)(?P<single>(?:[^`]|`(?!')){1,5000}?)`'
    | ``(?P<old>)(?P<classic>(?:[^`'\n]|'(?!')|`(?!`)|\n(?!\n)){1,5000}?)''
    | (?P<sign> (?<=\s)--(?=\s) | (?<=\w)--(?=\w) | (?<=\w)'(?=\w) | \.\.\. )
    | \^(?P<up>)(?P<above>[^\s^]{1,50})\^
    | (?P<attribute> \{[\w-]{1,50}\} )
    | (?<![\w`])(?:``|`)(?P<mono>)(?P<code>[^`\n]{1,300})(?:``|`)(?![\w`])
    | (?<![\w_])__?(?=\S)(?P<em>)(?P<italic>[^_]{1,500}?)(?<=\S)__?(?!\w)
    | (?<![\w*])\*\*?(?=\S)(?P<st>)(?P<bold>[^*\n]{1,500}?)(?<=\S)\*\*?(?!\w)
    | (?<![\w\#])(?:\[[\w.\#\s-]{1,50}\])?\#(?=\S)(?P<hl>)(?P<marked>[^\#\n]{1,300}?)(?<=\S)\#(?!\w)
    | (?P<break> [ ]\+$ )
    """,
    re.VERBOSE | re.MULTILINE,
)
# Attributes that stand for characters (Asciidoctor's list); others are not known here.
_CHARACTERS = {
    f"{{{name}}}": character
    for name, character in {
        "startsb": "[", "endsb": "]", "vbar": "|", "caret": "^", "asterisk": "*", "tilde": "~",
        "backslash": "\\", "backtick": "`", "two-colons": "::", "two-semicolons": ";;",
        "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "nbsp": "\u00a0", "amp": "&",
        "lt": "<", "gt": ">", "plus": "+", "apos": "'", "quot": '"', "deg": "°", "brvbar": "¦",
        "zwsp": "", "wj": "", "shy": "", "empty": "", "blank": "", "sp": " ", "cpp": "C++",
    }.items()
}  # fmt: skip
_HEADING = re.compile(r"(?P<signs>={1,6}|\#{1,6})\s+")
_ATTRIBUTE = re.compile(r":(?P<name>!?[\w-]+):\s*(?P<value>.*)")
_BLOCK_ATTRIBUTES = re.compile(r"\[(?P<content>[^\[\]].*|)\]\s*$")
_DELIMITER = re.compile(r"(_{4,}|-{4,}|\.{4,}|={4,}|\*{4,}|/{4,}|\+{4,}|```\S*|--|\|===)\s*$")
_ITEM = re.compile(r"\s*(?:\*{1,5}|-|(?P<dots>\.{1,5})|(?P<label>\d+)\.)\s+(?=\S)")
_CREDIT = re.compile(r"--\s+(?=\S)")
_TITLE = re.compile(r"\.(?=[^\s.])")
_SPLIT = re.compile(r",\s*(?=(?:[^'\"]*['\"][^'\"]*['\"])*[^'\"]*$)")


def read(text: str, path: str) -> Document:
    """The document that the AsciiDoc `text` is."""
    light = Light(Draft(path, "asciidoc", source=text), text, _INLINE, _HANDLERS)
    _blocks(light, light.lines)
    return light.document()


def _blocks(light: Light, lines: list[Line], depth: int = 0) -> None:
    at = 0
    attributes = Span(0, 0)
    while at < len(lines):
        line, source = lines[at], light.source
        own = _BLOCK_ATTRIBUTES.match(source, line.start, line.last)
        if own is not None and not source.startswith("[[[", line.start):
            named = own["content"]
            if named.startswith(("quote", "verse", '"')) or attributes.end == 0:
                attributes = Span(*own.span("content"))
            at += 1
            continue
        before = at
        at = _block(light, lines, at, attributes, depth)
        if not lines[before].blank:
            attributes = Span(0, 0)


def _block(light: Light, lines: list[Line], at: int, attributes: Span, depth: int) -> int:
    """Write what begins at a line; the line after it."""
    line, source = lines[at], light.source
    if line.blank or re.match(r"//(?!/)|'{3,}\s*$|<{3}\s*$", source[line.start : line.last]):
        return at + 1
    delimiter = _DELIMITER.match(source, line.start, line.last)
    if delimiter is not None and depth < DEEPEST:
        return _delimited(light, lines, at, delimiter[1], attributes, depth + 1)
    heading = _HEADING.match(source, line.start, line.last)
    if heading is not None:
        span = Span(heading.end(), line.last)
        light.block(BlockKind.HEADING, [span], level=len(heading["signs"]))
        light.restart(".", "..", "...")
        return at + 1
    setting = _ATTRIBUTE.fullmatch(source, line.start, line.last)
    if setting is not None:
        if setting["name"] == "lang":
            light.draft.language = setting["value"].strip()[:2].lower() or None
        return at + 1
    return _paragraph(light, lines, at, attributes)


def _delimited(
    light: Light, lines: list[Line], at: int, sign: str, attributes: Span, depth: int
) -> int:
    source = light.source
    wanted = "```" if sign.startswith("```") else sign
    end = at + 1
    while end < len(lines) and source[lines[end].start : lines[end].last] != wanted:
        end += 1
    body = lines[at + 1 : end]
    if sign.startswith("_"):
        _quotation(light, body, attributes, depth)
    elif sign[0] in "=*" or sign == "--":
        _blocks(light, body, depth)
    elif sign == "|===":
        spans = [span_of(each) for each in body if not each.blank]
        light.block(BlockKind.TABLE, spans)
    elif sign[0] != "/":
        light.code(body)
    return end + 1


def _quotation(light: Light, body: list[Line], attributes: Span, depth: int) -> None:
    """A block quotation, with its author and source in a last paragraph."""
    light.draft.block_break()
    mark = light.draft.mark()
    _blocks(light, body, depth)
    _credit(light, attributes)
    light.draft.add_block(BlockKind.QUOTATION, mark)


def _credit(light: Light, attributes: Span) -> None:
    parts = _SPLIT.split(attributes.of(light.source))[1:]
    at = attributes.start
    shown: list[Span] = []
    for part in parts:
        start = light.source.find(part, at, attributes.end)
        at = start + len(part)
        words = part.strip().strip("'\"")
        if words and "=" not in words.split(" ")[0]:
            first = light.source.find(words, start, attributes.end)
            shown.append(Span(first, first + len(words)))
    if not shown:
        return
    light.draft.block_break()
    light.draft.glyphs("— ", shown[0].start)
    for number, span in enumerate(shown):
        light.inline(*span)
        if number + 1 < len(shown):
            light.draft.glyphs(", ", span.end)
    light.draft.block_break()


def _paragraph(light: Light, lines: list[Line], at: int, attributes: Span) -> int:
    source, first = light.source, lines[at]
    title = _TITLE.match(source, first.start, first.last)
    item = None if title else _ITEM.match(source, first.start, first.last)
    spans = [Span(item.end() if item else title.end() if title else first.first, first.last)]
    end = at + 1
    while end < len(lines) and not title and not _ends(source, lines[end], item is not None):
        spans.append(span_of(lines[end]))
        end += 1
    named = attributes.of(source)
    credit = spans[-1] if len(spans) > 1 and _CREDIT.match(source, *spans[-1]) else None
    if named.startswith(("quote", "verse")) or credit:
        light.draft.block_break()
        mark = light.draft.mark()
        light.block(BlockKind.PARAGRAPH, spans[:-1] if credit else spans)
        if credit:
            light.draft.glyphs("— ", credit.start)
            light.inline(credit.start + 2, credit.end)
        _credit(light, attributes)
        light.draft.add_block(BlockKind.QUOTATION, mark)
        return end
    kind = BlockKind.LIST_ITEM if item else BlockKind.PARAGRAPH
    if item is None:
        light.restart(".", "..", "...")
    light.block(kind, spans, label=_label(light, spans[0], item))
    return end


def _label(light: Light, span: Span, item: re.Match[str] | None) -> str | None:
    """The key that an entry gives itself, `[[[key]]]`, or a list's number."""
    own = re.compile(r"\[\[\[(?P<key>[^\[\],]+)").match(light.source, *span)
    if own is not None:
        return own["key"].strip()
    if item is None or item["dots"] is None:
        return item["label"] if item else None
    return light.numbered(item["dots"])


def _ends(source: str, line: Line, item: bool) -> bool:
    return (
        line.blank
        or _DELIMITER.match(source, line.start, line.last) is not None
        or (item and _ITEM.match(source, line.start, line.last) is not None)
        or (item and source[line.first : line.last] == "+")
    )


def _footnote(light: Light, match: re.Match[str]) -> int:
    name, start = match["id"], match.start("body")
    if match[0].startswith("footnoteref:["):  # the older form, `footnoteref:[id,text]`
        name, _, _ = match["body"].partition(",")
        start += len(name) + 1
    known = light.names.get(name) if name else None
    label = known or light.next_label()
    if name:
        light.names[name] = label
    body = light.anchor(label, match.start())
    if start < match.end("body"):
        body.spans = [Span(start, match.end("body"))]
    return match.end()


def _cross(light: Light, match: re.Match[str]) -> int:
    key = match["key"]
    if f"[[[{key}" in light.source:
        light.cite([CitedKey(key)], match.start())
    elif match["shown"]:
        light.inline(*match.span("shown"))
    else:
        light.draft.words(key, match.start("key"))
    return match.end()


_HANDLERS = {
    "note": _footnote,
    "cross": _cross,
    "biblio": left_out,
    "place": left_out,
    "link": linked("words", "url"),
    "macro": left_out,
    "double": quoted("double", "“”"),
    "single": quoted("single", "‘’"),
    "classic": quoted("classic", "“”"),
    "sign": signs({"--": "—", "'": "’", "...": "…"}),
    "above": raised("above"),
    "attribute": signs(_CHARACTERS),
    "code": plain("code"),
    "italic": inner("italic"),
    "bold": inner("bold"),
    "marked": inner("marked"),
    "break": broken,
}
