"""Prose in an XML vocabulary: one walk over the tree, led by a table that says what elements mean.

Notes stand where they are anchored (TEI) or elsewhere with a pointer to them (JATS, TEI); either
way they come behind the text. Pointers to entries of the bibliography are citations of its keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from citemgr.documents.draft import Draft, Mark
from citemgr.documents.tags import Element, Words, pieces
from citemgr.model import BlockKind, CitedKey, MarkedCitation, Span


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the elements of a format mean.

    `pointed` gives the ids to which an element points; `quoted` says whether an element is a
    quotation in a sentence, to be put into marks; `entry` writes an entry of the bibliography as a
    line and is given the words of an element by the walk itself.
    """

    blocks: Mapping[str, BlockKind]
    apart: frozenset[str]
    skipped: frozenset[str]
    notes: frozenset[str]
    references: frozenset[str]
    pointed: Callable[[Element], tuple[str, ...]]
    quoted: Callable[[Element], bool]
    is_block: Callable[[Element], bool]
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, eq=False)
class _Waiting:
    """A note that is still to be written, and the anchors met so far."""

    element: Element
    label: str
    anchors: list[Span] = field(default_factory=list)


class Prose:
    """The walk: `write` puts elements into the draft, `close` the notes behind them."""

    def __init__(self, draft: Draft, words: Vocabulary, root: Element) -> None:
        self.draft = draft
        self._words = words
        self._notes: list[_Waiting] = []
        self._by_id: dict[str, _Waiting] = {}
        self._entries: set[str] = set()
        self._inside: Counter[str] = Counter()
        self._numbers = _numbers(root)
        self._survey(root)

    def _survey(self, root: Element) -> None:
        """Note which ids are notes that something points to, and which are entries."""
        targets: set[str] = set()
        for element in root.walk():
            targets.update(self._words.pointed(element))
        for element in root.walk():
            name = element.get("id")
            if name in targets and element.name in self._words.notes:
                label = element.get("n") or _label(element)
                self._by_id[name] = _Waiting(element, label)
            elif name in targets and element.name in self._words.references:
                self._entries.add(name)

    def write(self, element: Element) -> None:
        """Write the element and all below it."""
        name = element.name
        if name in self._words.skipped:
            return
        self._inside[name] += 1
        if name in self._words.notes and not self._inside["#note"]:
            self._note(element)
        elif name in self._words.references:
            self._reference(element)
        elif name == "pb" and element.get("n"):
            self.draft.page(element.get("n"))
        elif name in {"lb", "break"}:
            self.draft.blank()
        elif name in self._words.blocks or name in self._words.apart:
            self._block(element)
        else:
            self._inline(element)
        self._inside[name] -= 1

    def children(self, element: Element) -> None:
        """Write what stands in the element."""
        for child in element.children:
            if isinstance(child, Element):
                self.write(child)
                continue
            for text, at, entity in pieces(child):
                if entity:
                    self.draft.glyphs(text, at)
                else:
                    self.draft.words(text, at)

    def close(self) -> None:
        """Write the notes."""
        self._inside["#note"] += 1
        for note in [*self._notes]:
            self.draft.block_break()
            mark = self.draft.mark()
            self.children(note.element)
            self.draft.add_note(mark, note.label, note.anchors)

    def _block(self, element: Element) -> None:
        kind = self._words.blocks.get(element.name)
        if kind is BlockKind.QUOTATION and not self._words.is_block(element):
            self._inline(element)
            return
        self.draft.block_break()
        mark = self.draft.mark()
        self.children(element)
        if kind is None:
            self.draft.block_break()
        else:
            level = max(1, self._inside["sec"] + self._inside["div"])
            level = level if kind is BlockKind.HEADING else 0
            self.draft.add_block(kind, mark, level, self._numbers.get(id(element)))

    def _inline(self, element: Element) -> None:
        quoted = self._words.quoted(element)
        if quoted:
            self.draft.glyphs("“" if self._inside["#q"] % 2 == 0 else "‘", element.start)
            self._inside["#q"] += 1
        mark = self.draft.mark()
        self.children(element)
        if quoted:
            self._inside["#q"] -= 1
            self.draft.glyphs("”" if self._inside["#q"] % 2 == 0 else "’", element.start)
        self._noted(element, mark)

    def _noted(self, element: Element, mark: Mark) -> None:
        """What an inline element says about the words written since `mark`."""
        if element.name == "sup" or "sup" in element.get("rend"):
            self.draft.add_superscript(mark)
        url = element.get("href") or element.get("target")
        if url.startswith(("http:", "https:")):
            self.draft.add_link(mark, url)
        pointed = self._words.pointed(element)
        notes = [self._by_id[name] for name in pointed if name in self._by_id]
        keys = [name for name in pointed if name in self._entries]
        span = self.draft.since(mark)
        if notes and span is None:
            span = self.draft.anchor(notes[0].label or str(len(self._notes) + 1), element.start)
        if span is None:
            return
        for note in notes:
            note.label = note.label or self.draft.tail(span.start).strip("[]() ")
            note.anchors.append(span)
            if note not in self._notes:
                self._notes.append(note)
        if keys:
            self.draft.citations.append(MarkedCitation(span, tuple(map(CitedKey, keys))))

    def _note(self, element: Element) -> None:
        """A note where it stands: one that is pointed to waits for that, others are anchored."""
        if element.get("id") in self._by_id:
            waiting = self._by_id[element.get("id")]
            if waiting not in self._notes:
                self._notes.append(waiting)
            return
        label = element.get("n") or _label(element) or str(len(self._notes) + 1)
        anchor = self.draft.anchor(label, element.start)
        self._notes.append(_Waiting(element, label, [anchor]))

    def _reference(self, element: Element) -> None:
        self.draft.block_break()
        mark = self.draft.mark()
        self._parts(element)
        label = element.get("id") if element.get("id") in self._entries else None
        self.draft.add_block(BlockKind.LIST_ITEM, mark, label=label)

    def _parts(self, element: Element) -> None:
        """The parts of an entry; between parts that bring no punctuation it is put in."""
        punctuated = _is_mixed(element)
        for child in element.children:
            if isinstance(child, Words):
                for text, at, entity in pieces(child):
                    (self.draft.glyphs if entity else self.draft.words)(text, at)
                continue
            if child.name in self._words.skipped or child.name == "label":
                continue
            stop = self._words.parts.get(child.name, "")
            if any(True for _ in child.elements()) and not punctuated:
                self._parts(child)
            else:
                self._inline(child)
            if stop and not punctuated:
                self.draft.glyphs(stop, child.start)


def _numbers(root: Element) -> dict[int, str]:
    """The labels of list items: printed ones, else the numbers of ordered lists."""
    labels: dict[int, str] = {}
    for element in root.walk():
        if element.name != "list":
            continue
        kind = element.get("list-type") or element.get("type") or element.get("rend")
        ordered = kind.startswith(("order", "number", "gloss-order", "arabic"))
        items = [each for each in element.elements() if each.name in {"item", "list-item"}]
        for number, item in enumerate(items, start=1):
            printed = item.get("n") or _label(item)
            if printed or ordered:
                labels[id(item)] = printed.rstrip(".)") or str(number)
    return labels


def _is_mixed(element: Element) -> bool:
    """Whether words stand between the parts of an entry, as in a printed one."""
    return any(isinstance(child, Words) and child.text.strip() for child in element.children)


def _label(element: Element) -> str:
    label = element.find("label")
    return label.text().strip("[]() \n") if label else ""
