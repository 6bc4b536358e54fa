"""What a text says where markup or a wrong decoding was left in it: "l&#8217;eau", "lâ€™eau",
"<i>l</i>'eau".

Entities, tags and UTF-8 that was read as Windows-1252 are taken back piece by piece, and a line
that stands twice in the middle of a sentence is read once, so that every character still knows
where it comes from. A text without them is not touched. Source of the names: the HTML standard, by
`html.unescape`; of the wrong decoding: the code page itself.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import suppress

from citemgr.sources.layout import Piece

_ENTITY = r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});"
# Tags of running text alone: "<n>" in a formula is none.
_TAG = (
    r"</?(?i:a|abbr|b|big|blockquote|br|center|cite|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|img|ins"
    r"|li|mark|ol|p|q|s|small|span|strong|sub|sup|table|tbody|td|th|tr|u|ul)\b[^<>]{0,300}>"
)
# A note's number is raised; it goes with its tags.
_RAISED = r"<sup\b[^<>]{0,200}>\s{0,4}[\[(]?[\d*†‡]{1,4}[\])]?\s{0,4}</sup>"
# Windows-1252 for the bytes of UTF-8: the leads of Latin, Greek and Cyrillic letters, of marks and
# of ligatures, and what may follow them. Other leads are letters that stand before marks: "daß“".
_FOLLOWS = "\u0080-\u00bf" + bytes(
    each for each in range(0x80, 0xA0) if each not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
).decode("cp1252")
_WRONG = re.compile(rf"[ÂÃÄÅÎÏÐÑ][{_FOLLOWS}]|Ã |â[€‚„\x80\x82\x84][{_FOLLOWS}]|ï¬[{_FOLLOWS}]")
_MARKUP = re.compile(rf"{_RAISED}|{_TAG}|{_ENTITY}")
# So many of a kind make it more than chance.
_LEAST = 3
_WORTH_A_LOOK = re.compile(
    rb"&#?\w{2,31};|</\w{1,10}>|<[bB][rR]\b|\xc3\xa2\xe2\x82\xac"
    rb"|\xc3[\x82-\x85\x8e-\x91](?:\xc2[\x80-\xbf]|\xe2[\x80-\x84]|[\xc5\xc6\xcb])"
)


# A line and the same again; which of them are slips is seen by what goes on.
_TWICE = re.compile(r"(?<![^\n])([^\n]{24,300}+)\n(?=\1\r?\n[^\S\n]*(\S))")
_TWICE_AS_BYTES = re.compile(rb"\n([^\n]{24,300}+)\n\1\r?\n")
_ENDS_A_SENTENCE = frozenset(".!?:;")


def may_need_mending(data: bytes) -> bool:
    """Whether UTF-8 bytes hold what looks like entities, tags, a wrong decoding or double lines."""
    return any(each.search(data) for each in (_WORTH_A_LOOK, _TWICE_AS_BYTES))


def mended(text: str) -> list[Piece] | None:
    """`text` in pieces, with entities as their characters, without tags, and decoded anew where it
    was decoded wrong; None where there is nothing to mend."""
    changes = sorted([*_unmarked(text), *_decoded(text), *_doubled(text)])
    if not changes:
        return None
    pieces: list[Piece] = []
    at = 0
    for start, end, new in changes:
        if start < at:
            continue
        if start > at:
            pieces.append(Piece(text[at:start], at, start))
        pieces.append(Piece(new, start, end))
        at = end
    return [*pieces, Piece(text[at:], at, len(text))]


def _unmarked(text: str) -> Iterator[tuple[int, int, str]]:
    found = list(_MARKUP.finditer(text))
    tags = sum(match.group()[0] == "<" for match in found)
    for match in found:
        mark = match.group()
        if mark[0] == "<":
            if tags >= _LEAST:
                yield *match.span(), " " if mark[1:3].lower() == "br" else ""
        elif (new := html.unescape(mark)) != mark:
            yield *match.span(), new


def _decoded(text: str) -> Iterator[tuple[int, int, str]]:
    found = list(_WRONG.finditer(text))
    if len(found) < _LEAST:
        return
    for match in found:
        with suppress(UnicodeDecodeError):
            yield *match.span(), b"".join(map(_byte, match.group())).decode("utf-8")


def _doubled(text: str) -> Iterator[tuple[int, int, str]]:
    """Lines that are followed by themselves although their sentence goes on; a verse that is sung
    twice begins with a capital."""
    for match in _TWICE.finditer(text):
        line = match.group(1).strip()
        goes_on = line[:1].islower() or match.group(2).islower()
        is_prose = line.count(" ") >= _LEAST and line[-1:] not in _ENDS_A_SENTENCE
        if goes_on and is_prose:
            yield *match.span(), ""


def _byte(character: str) -> bytes:
    """The byte that was read as `character`; a no-break space may have become a space."""
    if character == " ":
        return b"\xa0"
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
