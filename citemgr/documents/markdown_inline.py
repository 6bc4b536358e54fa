"""What stands inside a Markdown paragraph: links, note anchors, citations, emphasis, HTML tags.

One pass of one pattern over the paragraph; each thing found says which of its characters are
syntax. Citations follow pandoc's manual, section "Citation syntax"; a locator is left in the
suffix, as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from citemgr.model import CitedKey, Hyperlink, MarkedCitation, Span

_PATTERN = re.compile(
    r"""
      (?P<escape> \\[!-/:-@\[-`{-~] )
    | (?P<code> (?P<ticks>`+) (?!`) [^`]{0,2000}? (?<!`) (?P=ticks) (?!`) )
    | (?P<note> \[\^ (?P<label>[^\]\s]{1,80}) \] )
    | (?P<cited> \[ (?=[^\[\]]{0,300}?-?@[\w{]) (?P<citations>[^\[\]]{1,800}) \] )
    | (?P<image> !\[ [^\[\]]{0,500} \] \( [^()\s]{0,2000} (?:\s[^()]{0,500})? \) )
    | (?P<link> \[ (?P<words>(?:[^\[\]\\]|\\.){1,1000}) \]
        \( \s* <? (?P<url>[^\s()<>]{0,1500}(?:\([^\s()]{0,500}\)[^\s()<>]{0,500})?) >?
        (?:\s+["'(][^\n]{0,500}?["')])? \s* \) )
    | (?P<autolink> <(?P<address>https?://[^\s<>]{1,2000})> )
    | (?P<bare> https?://[^\s<>\])}"'”»]{1,2000} )
    | (?P<tag> </?(?P<name>[A-Za-z][A-Za-z0-9]*)(?:\s[^<>]{0,1000})?/?> )
    | (?P<comment> <!--.{0,5000}?--> )
    | (?P<narrative> (?<![\w@]) -?@ (?P<key>[\w][\w:.\#$%&\-+?<>~/]*[\w]|\w)
        (?P<place>\s\[[^\[\]]{1,200}\])? )
    | (?P<emphasis> \*{1,3} | (?<!\w)_{1,3}(?=\S) | (?<=\S)_{1,3}(?!\w) | ~~ )
    """,
    re.VERBOSE | re.DOTALL,
)
_CITED_KEY = re.compile(
    r"(?P<prefix>[^;@]*?)-?@(?P<key>\{[^{}]+\}|[\w][\w:.#$%&\-+?<>~/]*\w|\w)(?P<suffix>[^;@]*)"
)
_SUPERSCRIPT = re.compile(r"</sup\s*>", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*["']?([^"'\s>]+)""", re.IGNORECASE)


@dataclass(slots=True)
class Inline:
    """What has been found so far, in the order of the text."""

    markup: list[Span] = field(default_factory=list)
    hyperlinks: list[Hyperlink] = field(default_factory=list)
    citations: list[MarkedCitation] = field(default_factory=list)
    superscripts: list[Span] = field(default_factory=list)
    anchors: dict[str, list[Span]] = field(default_factory=dict)
    anchored: tuple[int, str] | None = None


def read_inline(text: str, span: Span, found: Inline) -> None:
    """Add to `found` what stands in `span` of `text`."""
    at = span.start
    while True:
        match = _PATTERN.search(text, at, span.end)
        if match is None:
            return
        kind = match.lastgroup or ""
        reader = next(
            (read for name, read in _READERS.items() if match.start(name) == match.start()), None
        )
        at = match.end()
        if reader is not None:
            at = max(reader(text, match, found) or match.end(), match.start() + 1)
        elif kind:
            found.markup.append(Span(*match.span()))


def _note(text: str, match: re.Match[str], found: Inline) -> None:
    found.anchors.setdefault(match["label"], []).append(Span(*match.span()))


def _cited(text: str, match: re.Match[str], found: Inline) -> None:
    cited = tuple(
        CitedKey(
            key=part["key"].strip("{}"),
            prefix=part["prefix"].strip(),
            suffix=part["suffix"].strip(" ,"),
        )
        for part in _CITED_KEY.finditer(match["citations"])
    )
    found.citations.append(MarkedCitation(Span(*match.span()), cited))


def _narrative(text: str, match: re.Match[str], found: Inline) -> None:
    place = (match["place"] or "").strip(" []")
    cited = CitedKey(match["key"], suffix=place)
    found.citations.append(MarkedCitation(Span(*match.span()), (cited,)))


def _link(text: str, match: re.Match[str], found: Inline) -> int:
    """A link: its words are read on, its brackets and target are syntax."""
    start, end = match.span("words")
    found.markup += [Span(match.start(), start), Span(end, match.end())]
    if match["url"] and not match["url"].startswith("#"):
        found.hyperlinks.append(Hyperlink(Span(start, end), match["url"]))
    inner = Inline()
    read_inline(text, Span(start, end), inner)
    found.markup += inner.markup
    return match.end()


def _autolink(text: str, match: re.Match[str], found: Inline) -> None:
    start, end = match.span("address")
    found.markup += [Span(match.start(), start), Span(end, match.end())]
    found.hyperlinks.append(Hyperlink(Span(start, end), match["address"]))


def _bare(text: str, match: re.Match[str], found: Inline) -> None:
    address = match[0].rstrip(".,;:!?")
    span = Span(match.start(), match.start() + len(address))
    found.hyperlinks.append(Hyperlink(span, address))


def _tag(text: str, match: re.Match[str], found: Inline) -> None:
    found.markup.append(Span(*match.span()))
    name = match["name"].lower()
    closing = match[0].startswith("</")
    if name == "sup" and not closing:
        end = _SUPERSCRIPT.search(text, match.end(), match.end() + 200)
        if end is not None:
            found.superscripts.append(Span(match.end(), end.start()))
    if name == "a" and not closing:
        address = _HREF.search(match[0])
        found.anchored = (match.end(), address[1]) if address else None
    if name == "a" and closing and found.anchored is not None:
        start, url = found.anchored
        if start < match.start() and not url.startswith("#"):
            found.hyperlinks.append(Hyperlink(Span(start, match.start()), url))
        found.anchored = None


def _escape(text: str, match: re.Match[str], found: Inline) -> None:
    found.markup.append(Span(match.start(), match.start() + 1))


def _whole(text: str, match: re.Match[str], found: Inline) -> None:
    found.markup.append(Span(*match.span()))


def _code(text: str, match: re.Match[str], found: Inline) -> None:
    """Code is no prose: all of it counts as syntax."""
    found.markup.append(Span(*match.span()))


_READERS: dict[str, Callable[[str, re.Match[str], Inline], int | None]] = {
    "escape": _escape,
    "code": _code,
    "note": _note,
    "cited": _cited,
    "image": _whole,
    "link": _link,
    "autolink": _autolink,
    "bare": _bare,
    "tag": _tag,
    "comment": _whole,
    "narrative": _narrative,
    "emphasis": _whole,
}
