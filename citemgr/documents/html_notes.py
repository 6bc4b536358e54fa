"""Anchors and bodies of notes in HTML, paired by the links between them.

No two programs mark footnotes alike, but all link: from the number in the text to the note, and
most back again. A short raised or bracketed link to a later place is an anchor, unless that place
is an entry of the bibliography, a heading or a figure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citemgr.documents.draft import Draft, Mark
from citemgr.documents.tags import Element
from citemgr.model import Block, BlockKind, Note, Span

_LABEL = re.compile(r"\W{0,3}(?P<label>\d{1,4}|[A-Za-z]|[ivxlc]{1,6}|[*†‡§¶#]{1,4})\W{0,3}")
_MARKED_ANCHOR = re.compile(r"noteref|footnote|fnref|footnote-ref|endnote", re.IGNORECASE)
_OF_NOTE = re.compile(r"note|^_?fn|ftn|\bfn|edn", re.IGNORECASE)
_OF_LIST = re.compile(r"\bref|bib|csl|^cr?\d|cit|source|literatur", re.IGNORECASE)
_BACK_CLASS = re.compile(r"backlink|back-?ref|footnote-?back|reverse-?footnote|cite-backlink", re.I)
_BACK_WORDS = frozenset(
    {"↩", "↩︎", "↩️", "↵", "⏎", "^", "↑", "⇧", "⤴", "⬆", "back", "[back]", "return"}
)
_NO_HOST = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "figure", "table", "figcaption", "caption"}
)
# A block may be widened to one that begins with it, if it is one of these.
_WIDER = frozenset({"li", "div", "aside", "dd", "tr", "section"})
_CLOSING = re.compile(r"[\s.)\]:]+")


@dataclass(slots=True, eq=False)
class Host:
    """The block in which something stands, and the block around that."""

    name: str
    start: Mark
    end: int = -1
    parent: Host | None = None


@dataclass(slots=True, eq=False)
class Place:
    """Where an element with an id was written."""

    element: Element
    start: Mark
    end: int
    host: Host


@dataclass(slots=True, eq=False)
class Pointer:
    """A link to another place of the page."""

    element: Element
    target: str
    start: Mark
    end: int
    host: Host
    raised: bool


def is_back_link(element: Element) -> bool:
    """Whether an element only leads back from a note to its anchor."""
    if element.name not in {"a", "span", "sup"}:
        return False
    if element.get("role") == "doc-backlink" or _BACK_CLASS.search(element.get("class")):
        return True
    inner = element.get("href").startswith("#")
    return inner and element.text().strip().lower().rstrip("\ufe0e\ufe0f") in _BACK_WORDS


def add_notes(draft: Draft, pointers: Sequence[Pointer], places: Mapping[str, Place]) -> None:
    """Add the notes that `pointers` and `places` make; their blocks become blocks of notes."""
    text = draft.text
    anchors: dict[str, list[tuple[str, Span]]] = {}
    for pointer in pointers:
        label = _label(pointer, places, text)
        if label is not None:
            span = Span(pointer.start.at, pointer.end)
            anchors.setdefault(pointer.target, []).append((label, span))
    starts = sorted(places[target].start.at for target in anchors)
    for target, found in anchors.items():
        body = _body(places[target], starts, text)
        if body is None or any(body.overlaps(anchor) for _, anchor in found):
            continue
        span = _without_label(body, text, found[0][0])
        if span.end > span.start:
            draft.notes.append(Note(found[0][0], span, tuple(anchor for _, anchor in found)))
            _make_note(draft, span, found[0][0])


def _label(pointer: Pointer, places: Mapping[str, Place], text: str) -> str | None:
    """The label of a note's anchor, or None where the link is something else."""
    place = places.get(pointer.target)
    if place is None or not 0 <= pointer.start.at < pointer.end or place.start.at < pointer.end:
        return None
    match = _LABEL.fullmatch(text, pointer.start.at, pointer.end)
    declared = " ".join(pointer.element.get(name) for name in ("class", "role", "type", "rel"))
    marked = bool(_MARKED_ANCHOR.search(declared))
    if match is None and not marked:
        return None
    names = f"{pointer.target} {place.element.get('class')} {place.element.get('role')}"
    if _OF_LIST.search(names) and not _OF_NOTE.search(names) and not marked:
        return None
    if place.host.name in _NO_HOST:
        return None
    shown = text[pointer.start.at : pointer.end]
    bracketed = shown[:1] == "[" or shown[-1:] == "]"
    if not (marked or pointer.raised or bracketed or _OF_NOTE.search(names)):
        return None
    return match["label"] if match else shown.strip("[]() \n")


def _body(place: Place, starts: Sequence[int], text: str) -> Span | None:
    """The words of the note at `place`: its element, or the block that begins there."""
    start = place.start.at
    if start < 0:
        return None
    inline = place.element.name in {"a", "sup", "span", "b", "strong", "i", "em", "cite", "small"}
    end = place.end
    if inline or end <= start:
        host = place.host
        while (
            host.parent is not None
            and host.parent.name in _WIDER
            and host.parent.start.at == host.start.at
            and _count(starts, host.parent.start.at, host.parent.end) <= 1
        ):
            host = host.parent
        end = host.end
        following = next((at for at in starts if start < at < end), None)
        end = following if following is not None else end
    words = text[start:end]
    return Span(start, start + len(words.rstrip())) if words.strip() else None


def _count(starts: Sequence[int], start: int, end: int) -> int:
    return sum(start <= at < end for at in starts)


def _without_label(span: Span, text: str, label: str) -> Span:
    """The body without the number printed before it."""
    shown = re.compile(rf"[\[(]?\s*{re.escape(label)}\s*(?:[\])]\.?|[.:](?=\s)|\s)\s*")
    match = shown.match(text, span.start, span.end)
    if match is not None and match.end() < span.end:
        return Span(match.end(), span.end)
    raised = re.compile(rf"{re.escape(label)}(?=[^\W\d])\s*")
    match = raised.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match is not None else span


def _make_note(draft: Draft, span: Span, label: str) -> None:
    """Make the block whose words these are a note, or add one."""
    for at, block in enumerate(draft.blocks):
        same_end = block.span.end == span.end and block.span.start <= span.start
        if same_end and block.kind is BlockKind.LIST_ITEM and span.start - block.span.start < 16:
            draft.blocks[at] = Block(BlockKind.NOTE, span, label=label)
            draft.blocks = [
                replace(inner, span=Span(max(inner.span.start, span.start), inner.span.end))
                if block.span.contains(inner.span)
                and inner.span.start < span.start < inner.span.end
                else inner
                for inner in draft.blocks
            ]
            return
    for at, block in enumerate(draft.blocks):
        if block.span.end == span.end and 0 <= span.start - block.span.start < 16:
            draft.blocks[at] = Block(BlockKind.NOTE, span, label=label)
            return
    draft.blocks.append(Block(BlockKind.NOTE, span, label=label))
