"""HTML and XML source to a tree of elements that keep their places in it.

The source is read once, by one pattern. HTML's own rules say which tags may be left out; an end tag
without its start, an unclosed element and a stray `<` harm nothing. No entity is looked up but the
characters of HTML, nothing is fetched, and nesting beyond a limit is flattened.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_TOKEN = re.compile(
    r"""
      <!--(?P<comment>.*?)(?:-->|\Z)
    | <!\[CDATA\[(?P<data>.*?)(?:\]\]>|\Z)
    | <[!?][^>]*>?
    | <(?P<end>/?)(?P<name>[A-Za-z_][^\s/<>"'=]*)
      (?P<attributes>(?:[^<>"']+|"[^"]*"|'[^']*')*+)>
    | (?P<text>[^<]+|<)
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'<>]+)))?"""
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")

VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr keygen".split()
)
# Their content is no markup.
_RAW = frozenset("script style textarea title xmp iframe noembed noframes".split())
# An open element of the first kind is closed by any of these starting.
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog dd dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section"
    " summary table ul".split()
)
# Tag -> the tags that it closes, and those beyond which it does not look.
_CLOSES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table", "blockquote"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), frozenset({"td", "th", "li", "p", "div"})),
}
_SCOPES = frozenset({"table", "td", "th", "body", "blockquote", "li"})
# Elements nested more deeply become children of the last one that is not.
DEEPEST = 150


@dataclass(slots=True)
class Words:
    """Characters between tags; CDATA has no entities."""

    start: int
    text: str
    literal: bool = False


@dataclass(slots=True)
class Element:
    """An element: its name in lower case, its attributes, and where its start tag begins."""

    name: str
    attributes: dict[str, str]
    start: int
    children: list[Element | Words] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The attribute, or an empty string."""
        return self.attributes.get(name, "")

    def elements(self) -> Iterator[Element]:
        """The elements among the children."""
        return (child for child in self.children if isinstance(child, Element))

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in document order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(list(element.elements())))

    def find(self, *names: str) -> Element | None:
        """The first element below this one that has one of the names."""
        return next((each for each in self.walk() if each is not self and each.name in names), None)

    def text(self) -> str:
        """All words below this element, entities resolved."""
        found: list[str] = []
        waiting: list[Element | Words] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Words):
                found.append(node.text if node.literal else unescape(node.text))
            else:
                waiting.extend(reversed(node.children))
        return "".join(found)

    def begins(self) -> str:
        """The first words below this element that are not blank."""
        waiting: list[Element | Words] = [self]
        while waiting:
            node = waiting.pop()
            if isinstance(node, Element):
                waiting.extend(reversed(node.children))
            elif node.text.strip():
                return (node.text if node.literal else unescape(node.text)).lstrip()
        return ""


def parse(source: str, html: bool = True) -> Element:
    """The tree of `source`, under a root without a name. With `html` false, only tags that are
    written close anything, as in XML; namespace prefixes are taken off either way."""
    builder = _Builder(html)
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:  # a tag that never ends
            builder.add(Words(at, source[at]))
            at += 1
            continue
        at = match.end()
        if match["text"] is not None:
            builder.add(Words(match.start(), match["text"]))
        elif match["data"] is not None:
            builder.add(Words(match.start("data"), match["data"], literal=True))
        elif match["name"] is not None:
            name = match["name"].lower().rpartition(":")[2] or match["name"].lower()
            if match["end"]:
                builder.close(name)
            else:
                attributes = _attributes(match["attributes"])
                closed = match["attributes"].endswith("/") and (not html or name in VOID)
                builder.open(Element(name, attributes, match.start()), closed)
                if html and name in _RAW:
                    at = _raw_end(source, at, name, builder)
    return builder.root


def pieces(words: Words) -> Iterator[tuple[str, int, bool]]:
    """The characters of `words`, where each stretch begins, and whether it is an entity."""
    if words.literal or "&" not in words.text:
        yield words.text, words.start, False
        return
    at = 0
    for entity in _ENTITY.finditer(words.text):
        meant = unescape(entity[0])
        if meant == entity[0]:
            continue
        if entity.start() > at:
            yield words.text[at : entity.start()], words.start + at, False
        yield meant, words.start + entity.start(), True
        at = entity.end()
    if at < len(words.text):
        yield words.text[at:], words.start + at, False


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        value = match["double"] or match["single"] or match["bare"] or ""
        name = match["name"].lower()
        found.setdefault(name, unescape(value))
        found.setdefault(name.rpartition(":")[2], found[name])
    return found


def _raw_end(source: str, at: int, name: str, builder: _Builder) -> int:
    end = re.compile(rf"</{name}\b[^>]*>?", re.IGNORECASE).search(source, at)
    stop = end.start() if end else len(source)
    if stop > at:
        builder.add(Words(at, source[at:stop], literal=name != "title"))
    builder.close(name)
    return end.end() if end else stop


class _Builder:
    """The elements that are open, and how many of each name."""

    def __init__(self, html: bool) -> None:
        self.root = Element("", {}, 0)
        self._html = html
        self._open = [self.root]
        self._names: Counter[str] = Counter()

    def add(self, node: Words | Element) -> None:
        self._open[-1].children.append(node)

    def open(self, element: Element, closed: bool) -> None:
        if self._html:
            if element.name in _BLOCKS:
                self._close_up(frozenset({"p"}), _SCOPES)
            if element.name in _CLOSES:
                self._close_up(*_CLOSES[element.name])
        self.add(element)
        if closed or (self._html and element.name in VOID) or len(self._open) > DEEPEST:
            return
        self._open.append(element)
        self._names[element.name] += 1

    def close(self, name: str) -> None:
        if not self._names[name]:
            if self._html and name == "p":  # a paragraph's end without its start parts text
                self.add(Element("p", {}, 0))
            return
        if name not in _BLOCKS and self._html and self._crosses(name):
            return
        while self._open[-1].name != name:
            self._pop()
        self._pop()

    def _crosses(self, name: str) -> bool:
        """Whether an inline element's end tag would close a block that was opened in it."""
        for element in reversed(self._open):
            if element.name == name:
                return False
            if element.name in {"table", "td", "th", "blockquote", "li"}:
                return name not in {"td", "th", "tr", "tbody", "thead", "table", "body", "html"}
        return False

    def _close_up(self, names: frozenset[str], borders: frozenset[str]) -> None:
        if not any(self._names[name] for name in names):
            return
        for at in range(len(self._open) - 1, 0, -1):
            if self._open[at].name in names:
                while len(self._open) > at:
                    self._pop()
                return
            if self._open[at].name in borders:
                return

    def _pop(self) -> None:
        self._names[self._open.pop().name] -= 1
