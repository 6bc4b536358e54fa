"""HTML: the words of a page's text, its blocks, its notes, and what is raised or linked.

A forgiving tree of the source is written into a draft, so that each word keeps line and column.
`<q>` is shown with the marks that a browser puts around it. What is no part of the text is told by
`html_chrome`, anchors and bodies of notes are paired by `html_notes`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath

from citemgr.documents.draft import Draft, Mark
from citemgr.documents.html_chrome import Page
from citemgr.documents.html_notes import Host, Place, Pointer, add_notes, is_back_link
from citemgr.documents.tags import Element, Words, parse, pieces
from citemgr.model import BlockKind, CitedKey, Document, MarkedCitation

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "blockquote": BlockKind.QUOTATION,
    "li": BlockKind.LIST_ITEM,
    "dd": BlockKind.PARAGRAPH,
    "dt": BlockKind.PARAGRAPH,
    "td": BlockKind.PARAGRAPH,
    "th": BlockKind.PARAGRAPH,
    "figcaption": BlockKind.PARAGRAPH,
    "caption": BlockKind.PARAGRAPH,
    "table": BlockKind.TABLE,
    "pre": BlockKind.CODE,
    **{f"h{level}": BlockKind.HEADING for level in range(1, 7)},
}
# Elements that are set apart from what stands around them, but are no block of their own.
_APART = frozenset(
    "address article aside body center details div dl dir fieldset figure footer form header hgroup"
    " html legend main menu nav ol optgroup section summary tbody tfoot thead tr ul".split()
)
_QUOTING = re.compile(r"(?:block|long|pull)?-?_?(?:quot(?:e|ation)|extract)s?\b|epigraph", re.I)
_MARGIN = re.compile(
    r"(?:margin|padding)(?:-left)?\s*:[^;]*?(?P<size>\d+(?:\.\d+)?)\s*(?P<unit>px|pt|em|rem|in|cm|%)"
)
_LEFT = re.compile(
    r"(?:margin|padding)-left\s*:\s*(?P<size>\d+(?:\.\d+)?)\s*(?P<unit>[a-z%]+)", re.I
)
_HANGING = re.compile(r"text-indent\s*:\s*-", re.I)
# The least left margin that sets a paragraph off as a quotation, by its unit.
_LEAST_MARGIN = {"px": 20.0, "pt": 15.0, "em": 1.5, "rem": 1.5, "in": 0.3, "cm": 0.7, "%": 4.0}
# Where more of the paragraphs than this are moved in, it is the layout of the page.
MOST_MOVED = 0.4
_MARKS = (("“", "”"), ("‘", "’"))
_ANY_MARK = re.compile(r"[\"'“”„«»‘’‹›「『]")
_LABEL = re.compile(r"\s*[\[(]?\s*(?P<label>[\w+.\-]{1,12})\s*[\])]?[.:]?\s*")
_DIGIT = re.compile(r"\d|[¹²³⁴-⁹⁰]")
_ABSOLUTE = re.compile(r"(?:https?:)?//|doi:", re.I)


def read(text: str, path: str) -> Document:
    """The document that is the HTML `text`."""
    root = parse(text)
    draft = Draft(path, "html", source=text, language=language_of(root))
    links = Links()
    write_html(root, draft, links)
    add_notes(draft, links.pointers, links.places)
    return draft.document()


def language_of(root: Element) -> str | None:
    """The language that the outermost element with a `lang` declares, as ISO 639-1."""
    for element in root.walk():
        if element.name in {"html", "body", "article", "text", "tei", "book"}:
            code = element.get("lang").split("-")[0].split("_")[0].lower()
            if code:
                return code if len(code) == 2 else None
    return None


@dataclass(slots=True)
class Links:
    """The inner links of a page, or of the pages of a book, and the places they may lead to; both
    as `file#id`."""

    pointers: list[Pointer] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)


def write_html(root: Element, draft: Draft, links: Links, name: str = "") -> None:
    """Write the text of the page `root` into `draft`; `name` is the page's file in a book."""
    page = Page(root)
    writer = _Writer(draft, page, links, name)
    writer.children(page.content)
    draft.block_break()


class _Writer:
    """The state of writing: which elements are open, what ids and inner links were met."""

    def __init__(self, draft: Draft, page: Page, links: Links, name: str) -> None:
        self.draft = draft
        self.page = page
        self._links = links
        self._name = name
        self._inside: Counter[str] = Counter()
        self._hosts = [Host("", draft.mark())]
        self._moved = _moved_in(page.content)
        self._cited: set[str] = set()
        self._listed = frozenset(filter(None, map(_key, page.content.walk())))

    def children(self, element: Element) -> None:
        for child in element.children:
            if isinstance(child, Words):
                self._words(child)
            else:
                self._element(child)

    def _words(self, words: Words) -> None:
        if self._inside["pre"]:
            for text, at, entity in pieces(words):
                if entity:
                    self.draft.glyphs(text, at)
                else:
                    self.draft.lines(text, at)
            return
        for text, at, entity in pieces(words):
            if entity:
                self.draft.glyphs(text, at)
            else:
                self.draft.words(text, at)

    def _element(self, element: Element) -> None:
        if self.page.skips(element, self._inside) or is_back_link(element):
            return
        self._inside[element.name] += 1
        if element.name == "br":
            self.draft.line_break()
        elif element.name == "hr":
            self.draft.block_break()
        elif element.name == "q":
            self._quoted(element)
        elif element.name == "ol":
            self._ordered(element)
        elif (element.name in _KINDS or element.name in _APART) and not _is_margin(element):
            self._block(element)
        else:
            self._inline(element)
        self._inside[element.name] -= 1

    def _block(self, element: Element, label: str | None = None) -> None:
        self.draft.block_break()
        host = Host(element.name, self.draft.mark(), parent=self._hosts[-1])
        self._hosts.append(host)
        self.children(element)
        self._hosts.pop()
        host.end = self.draft.length
        self._place(element, host.start, host.end, host)
        self.draft.block_break()
        if element.name == "blockquote" and _ABSOLUTE.match(element.get("cite")):
            self.draft.add_link(host.start, element.get("cite").strip())
        kind = self._kind(element)
        if kind is not None:
            key = _key(element)
            label = label or (key if key in self._cited else None)
            level = int(element.name[1]) if kind is BlockKind.HEADING else 0
            if kind is BlockKind.LIST_ITEM:
                level = self._inside["ul"] + self._inside["ol"]
            self.draft.add_block(kind, host.start, level=level, label=label)

    def _kind(self, element: Element) -> BlockKind | None:
        kind = _KINDS.get(element.name)
        if element.name in {"p", "div", "section", "aside"}:
            if id(element) in self._moved or _QUOTING.fullmatch(element.get("class").strip()):
                return BlockKind.QUOTATION
            if "csl-entry" in element.get("class"):
                return BlockKind.PARAGRAPH
        return kind

    def _ordered(self, element: Element) -> None:
        """A numbered list: its items with the numbers that a browser prints."""
        self.draft.block_break()
        host = Host("ol", self.draft.mark(), parent=self._hosts[-1])
        self._hosts.append(host)
        start = element.get("start")
        number = int(start) if start.isdecimal() and len(start) < 9 else 1
        for child in element.children:
            if isinstance(child, Words):
                self._words(child)
            elif child.name == "li" and not self.page.skips(child, self._inside):
                value = child.get("value")
                number = int(value) if value.isdecimal() and len(value) < 9 else number
                self._inside["li"] += 1
                self._block(child, label=str(number))
                self._inside["li"] -= 1
                number += 1
            else:
                self._element(child)
        self._hosts.pop()
        host.end = self.draft.length
        self._place(element, host.start, host.end, host)
        self.draft.block_break()

    def _quoted(self, element: Element) -> None:
        first, last = _MARKS[(self._inside["q"] - 1) % 2]
        if _ANY_MARK.match(element.begins()):
            self._inline(element)
            return
        self.draft.glyphs(first, element.start)
        self._inline(element)
        self.draft.glyphs(last, element.start)

    def _inline(self, element: Element) -> None:
        if _is_margin(element):
            self.draft.blank()
        mark = self.draft.mark()
        self.children(element)
        end = self.draft.length
        self._place(element, mark, end, self._hosts[-1])
        if element.name == "sup":
            self.draft.add_superscript(mark)
        if element.get("data-cites"):
            self._citation(element.get("data-cites").split(), mark)
        if _is_margin(element):
            self.draft.blank()
        href = element.get("href") if element.name == "a" else ""
        target = self._inner_target(href)
        if target:
            raised = bool(self._inside["sup"]) or element.find("sup") is not None
            self._links.pointers.append(
                Pointer(element, target, mark, end, self._hosts[-1], raised)
            )
        elif _ABSOLUTE.match(href):
            self.draft.add_link(mark, href.strip())

    def _citation(self, keys: Sequence[str], mark: Mark) -> None:
        """pandoc's citation by key, where what is printed names no year, number or page: those
        tell the work as well, and the place in it. The entry stands in the page's list."""
        span = self.draft.since(mark)
        if span is None or _DIGIT.search(self.draft.tail(span.start)):
            return
        if all(key in self._listed for key in keys):
            self._cited.update(keys)
            cited = tuple(CitedKey(key) for key in keys)
            self.draft.citations.append(MarkedCitation(span, cited))

    def _inner_target(self, href: str) -> str:
        """Where a link leads inside the document, as `file#id`; empty for any other link."""
        file, sign, identifier = href.partition("#")
        if not sign or not identifier or _ABSOLUTE.match(href):
            return ""
        if not file:
            return f"{self._name}#{identifier}"
        return f"{normpath(join(dirname(self._name), file))}#{identifier}" if self._name else ""

    def _place(self, element: Element, start: Mark, end: int, host: Host) -> None:
        names = [element.get("id")]
        if element.name == "a":
            names.append(element.get("name"))
        for name in names:
            if name:
                self._links.places.setdefault(
                    f"{self._name}#{name}", Place(element, start, end, host)
                )


def _key(element: Element) -> str | None:
    """The key of an entry that citeproc printed without a number before it."""
    name = element.get("id")
    if "csl-entry" not in element.get("class") or not name.startswith("ref-"):
        return None
    numbered = any(each.get("class") == "csl-left-margin" for each in element.elements())
    return None if numbered else name.removeprefix("ref-")


def _is_margin(element: Element) -> bool:
    """Whether the element is a column of a labelled entry: they stand in one line."""
    return element.get("class") in {"csl-left-margin", "csl-right-inline"}


def _moved_in(content: Element) -> frozenset[int]:
    """The paragraphs that only their style sets off, where they are the exception."""
    paragraphs = [each for each in content.walk() if each.name in {"p", "div"}]
    moved = [each for each in paragraphs if _is_moved(each)]
    words = [each for each in paragraphs if each.name == "p"] or paragraphs
    if len(moved) > MOST_MOVED * len(words):
        return frozenset()
    return frozenset(id(each) for each in moved)


def _is_moved(element: Element) -> bool:
    style = element.get("style")
    match = _LEFT.search(style) if style and not _HANGING.search(style) else None
    if match is None:
        return False
    least = _LEAST_MARGIN.get(match["unit"].lower())
    return least is not None and float(match["size"]) >= least
