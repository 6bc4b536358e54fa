"""A document: its plain text and what its format says about stretches of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citemgr.model.entry import Entry
from citemgr.model.locator import Locator
from citemgr.model.origin import Origin
from citemgr.model.span import Span


class BlockKind(StrEnum):
    """What a block of a document is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    NOTE = "note"
    TABLE = "table"
    CODE = "code"
    REFERENCE_LIST = "reference list"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document; blocks are sorted by start, a container before its children.

    `parent` is the index of the block in which it lies (a paragraph in a block quotation), `level`
    a heading's rank (1 is the highest) or a list item's depth, `indent` the columns by which
    plain text is moved in, `label` a list item's printed number or a note's label. The span leaves
    out list marker and surrounding white space.
    """

    kind: BlockKind
    span: Span
    parent: int | None = None
    level: int = 0
    indent: int = 0
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its label as printed, its body, and the anchors that point to it."""

    label: str
    span: Span
    anchors: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A stretch of text that links to `url` (`#id` inside the document is left to `Note`)."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class CitedKey:
    """One key of a citation, with the locator and the words around it that the format marks."""

    key: str
    locator: Locator | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class MarkedCitation:
    """A citation that the format itself marks: `[@key, p. 3]`, `\\cite{key}`, a field code."""

    span: Span
    cited: tuple[CitedKey, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of a file.

    `text` is canonical plain text; for plain text and Markdown the decoded file itself (byte order
    mark excluded, line ends kept). `markup` are the stretches of `text` that are syntax, not words
    (emphasis stars, link targets, `>` prefixes); only Markdown has any. `superscripts` are the
    stretches that the format raises. `citations` may name keys of `entries`, which the file carries
    itself (Word's sources, Zotero fields), keyed by `Entry.key`. `language` is the ISO 639-1 code
    that the format declares, else None.
    """

    text: str
    origin: Origin
    format: str = "text"
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    hyperlinks: tuple[Hyperlink, ...] = ()
    citations: tuple[MarkedCitation, ...] = ()
    superscripts: tuple[Span, ...] = ()
    markup: tuple[Span, ...] = ()
    entries: tuple[Entry, ...] = ()
    language: str | None = None
