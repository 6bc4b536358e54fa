"""What Word's styles and numbering say about a paragraph (ECMA-376, part 1, 17.7 and 17.9)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from citemgr.documents.xml import attribute, child, local

# Names of built-in styles are English in every language of Word; own styles are named by people.
_QUOTING = re.compile(
    r"quot|block ?text|extract|epigraph|zitat|citation (?:longue|bloc)|citazione|\bcita\b|цитата"
    r"|citaat|citat",
    re.IGNORECASE,
)
_HEADING = re.compile(r"heading (?P<level>[1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "subtitle": 2}


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph's or run's look: `indent` is its left margin in twips, `hanging` that its first
    line begins further left."""

    heading: int = 0
    quoting: bool = False
    indent: int = 0
    hanging: bool = False
    raised: bool = False
    hidden: bool = False
    list: tuple[str, int] | None = None
    code: bool = False


PLAIN = Style()


def read_styles(root: etree._Element | None) -> dict[str, Style]:
    """The styles by their id, each with what it takes over from the style that it is based on."""
    elements = {
        attribute(each, "styleId"): each
        for each in (root if root is not None else ())
        if local(each) == "style"
    }
    styles: dict[str, Style] = {}
    for identifier in elements:
        chain = []
        at = identifier
        while at in elements and at not in chain and at not in styles:
            chain.append(at)
            at = attribute(child(elements[at], "basedOn"), "val")
        for each in reversed(chain):
            base = attribute(child(elements[each], "basedOn"), "val")
            styles[each] = _style(elements[each], styles.get(base, PLAIN))
    return styles


def direct_style(properties: etree._Element | None, base: Style) -> Style:
    """The style `base`, with what `w:pPr` or `w:rPr` says itself."""
    if properties is None:
        return base
    indent, hanging = base.indent, base.hanging
    found = child(properties, "ind")
    if found is not None:
        indent = _number(attribute(found, "left") or attribute(found, "start"), indent)
        first = _number(attribute(found, "firstLine"), 0) - _number(attribute(found, "hanging"), 0)
        hanging = first < 0
    level = attribute(child(properties, "outlineLvl"), "val")
    heading = int(level) + 1 if level in set("012345678") else base.heading
    raised = attribute(child(properties, "vertAlign"), "val")
    vanish = child(properties, "vanish")
    number = child(properties, "numPr")
    listed = base.list
    if number is not None:
        identifier = attribute(child(number, "numId"), "val") or (listed[0] if listed else "")
        depth = _number(attribute(child(number, "ilvl"), "val"), 0)
        listed = (identifier, depth) if identifier not in {"", "0"} else None
    return Style(
        heading=heading,
        quoting=base.quoting,
        indent=indent,
        hanging=hanging,
        raised=raised == "superscript" if raised else base.raised,
        hidden=attribute(vanish, "val") not in {"0", "false"}
        if vanish is not None
        else base.hidden,
        list=listed,
        code=base.code,
    )


class Numbering:
    """The numbers that Word prints before the paragraphs of its lists."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[tuple[str, int], tuple[str, int]] = {}
        self._counts: dict[tuple[str, int], int] = {}
        abstract: dict[str, list[etree._Element]] = {}
        for element in root if root is not None else ():
            if local(element) == "abstractNum":
                levels = [each for each in element if local(each) == "lvl"]
                abstract[attribute(element, "abstractNumId")] = levels
            elif local(element) == "num":
                name = attribute(child(element, "abstractNumId"), "val")
                for level in abstract.get(name, ()):
                    key = (attribute(element, "numId"), _number(attribute(level, "ilvl"), 0))
                    start = _number(attribute(child(level, "start"), "val"), 1)
                    self._levels[key] = (attribute(child(level, "numFmt"), "val"), start)

    def next_label(self, place: tuple[str, int]) -> str | None:
        """The number of the next paragraph of a list, or None where it has a bullet."""
        form, start = self._levels.get(place, ("bullet", 1))
        name, depth = place
        for key in [key for key in self._counts if key[0] == name and key[1] > depth]:
            del self._counts[key]
        number = self._counts.get(place, start - 1) + 1
        self._counts[place] = number
        return format_number(number, form)


def format_number(number: int, form: str) -> str | None:
    """A number in one of Word's forms; None for a bullet or no number."""
    if form in {"bullet", "none"}:
        return None
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


_ROMAN: Mapping[str, int] = {
    "m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40,
    "x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1,
}  # fmt: skip


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = []
    for numeral, value in _ROMAN.items():
        written.append(numeral * (number // value))
        number %= value
    return "".join(written)


def _style(element: etree._Element, base: Style) -> Style:
    name = attribute(child(element, "name"), "val")
    style = direct_style(child(element, "pPr"), base)
    style = direct_style(child(element, "rPr"), style)
    heading = _HEADING.fullmatch(name)
    level = int(heading["level"]) if heading else _TITLES.get(name.lower(), style.heading)
    paragraph = attribute(element, "type") == "paragraph"
    return Style(
        heading=level if paragraph else 0,
        quoting=style.quoting or (paragraph and bool(_QUOTING.search(name))),
        indent=style.indent,
        hanging=style.hanging,
        raised=style.raised or (not paragraph and name.lower() == "superscript"),
        hidden=style.hidden,
        list=style.list,
        code=style.code or (paragraph and name.lower() in {"source code", "html preformatted"}),
    )


def _number(text: str, default: int) -> int:
    try:
        return int(float(text))
    except (ValueError, OverflowError):
        return default
