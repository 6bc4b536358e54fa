"""What OpenDocument's styles say about paragraphs, runs and lists (OASIS OpenDocument 1.3, part 3,
16 and 17)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from citemgr.documents.xml import attribute, child, descendants, local

_QUOTING = re.compile(r"quot|block.?text|zitat|citation|extract|epigraph", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(cm|mm|in|pt|px|em)")
_IN_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353, "px": 0.0265, "em": 0.42}


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: whether it sets a quotation off, its left margin in centimetres, whether
    it raises or hides."""

    quoting: bool = False
    margin: float = 0.0
    hanging: bool = False
    raised: bool = False
    hidden: bool = False
    heading: int = 0
    code: bool = False


PLAIN = Style()


def read_styles(roots: list[etree._Element]) -> dict[str, Style]:
    elements = {
        attribute(each, "name"): each for root in roots for each in descendants(root, "style")
    }
    styles: dict[str, Style] = {}
    for name in elements:
        chain = []
        while name in elements and name not in styles and name not in chain:
            chain.append(name)
            name = attribute(elements[name], "parent-style-name")
        for each in reversed(chain):
            base = styles.get(attribute(elements[each], "parent-style-name"), PLAIN)
            styles[each] = _style(elements[each], base)
    return styles


def numbered_lists(roots: list[etree._Element]) -> Mapping[tuple[str, int], int]:
    """The first number of each level of each list style that numbers its items."""
    return {
        (attribute(style, "name"), _whole(attribute(level, "level"), 1)): _whole(
            attribute(level, "start-value"), 1
        )
        for root in roots
        for style in descendants(root, "list-style")
        for level in style
        if local(level) == "list-level-style-number" and attribute(level, "num-format")
    }


def _whole(text: str, default: int) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else default


def _style(element: etree._Element, base: Style) -> Style:
    named = attribute(element, "display-name") or attribute(element, "name")
    paragraph = child(element, "paragraph-properties")
    margin, hanging = base.margin, base.hanging
    if paragraph is not None:
        margin = _length(attribute(paragraph, "margin-left"), margin)
        hanging = _length(attribute(paragraph, "text-indent"), -1.0 if hanging else 0.0) < 0
    words = child(element, "text-properties")
    position, display = attribute(words, "text-position"), attribute(words, "display")
    title = {"title": 1, "subtitle": 2}.get(named.lower(), base.heading)
    return Style(
        quoting=base.quoting
        or (attribute(element, "family") == "paragraph" and bool(_QUOTING.search(named))),
        margin=margin,
        hanging=hanging,
        raised=position.startswith(("super", "33%")) if position else base.raised,
        hidden=display == "none" if display else base.hidden,
        heading=title,
        code=base.code or named.lower() in {"preformatted text", "preformatted_20_text"},
    )


def _length(text: str, default: float) -> float:
    match = _LENGTH.fullmatch(text.strip())
    return float(match[1]) * _IN_CM[match[2]] if match else default


def language_of(roots: list[etree._Element]) -> str | None:
    for root in roots:
        for style in descendants(root, "default-style"):
            code = attribute(child(style, "text-properties"), "language")
            if len(code) == 2:
                return code
    return None
