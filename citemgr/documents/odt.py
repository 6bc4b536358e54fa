"""OpenDocument text: `.odt`, and `.fodt`, the same in one file (OASIS OpenDocument 1.3, part 3).

Comments and the store of deleted text are left out. Notes come behind the text; citations are
OpenDocument's own bibliography marks, and Zotero's reference marks with the works they carry.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from citemgr.documents.archive import Archive
from citemgr.documents.docx_fields import read_field
from citemgr.documents.draft import Draft, Mark
from citemgr.documents.xml import attribute, child, descendants, local, parse_xml, text_of
from citemgr.model import BlockKind, CitedKey, CitemgrError, Document, Entry, MarkedCitation, Span
from citemgr.values import Value
from citemgr.values.dates import parse_edtf
from citemgr.values.names import parse_names

_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end sequence-decls forms soft-page-break"
    " variable-decls user-field-decls table-of-content alphabetical-index image object".split()
)
_APART = frozenset({"section", "index-body", "bibliography", "text-box", "table-row", "text"})
_QUOTING = re.compile(r"quot|block.?text|zitat|citation|extract|epigraph", re.IGNORECASE)
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(cm|mm|in|pt|px|em)")
_IN_CM = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 0.0353, "px": 0.0265, "em": 0.42}
# A paragraph set in by this many centimetres, where few are, is a block quotation.
LEAST_INDENT = 0.7
MOST_INDENTED = 0.4
DEEPEST = 200
# OpenDocument's fields of a bibliography mark, as BibLaTeX has them.
_FIELDS = {
    "title": "title", "booktitle": "booktitle", "journal": "journaltitle", "volume": "volume",
    "number": "number", "publisher": "publisher", "address": "location", "edition": "edition",
    "isbn": "isbn", "url": "url", "note": "note", "series": "series",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says: whether it sets a quotation off, its left margin in centimetres, whether
    it raises."""

    quoting: bool = False
    margin: float = 0.0
    hanging: bool = False
    raised: bool = False
    heading: int = 0
    code: bool = False


_PLAIN = Style()


def read(data: bytes, path: str) -> Document:
    """The document that an OpenDocument text is.

    Raises `CitemgrError` for an encrypted or broken file.
    """
    if data.lstrip()[:5] == b"<?xml":
        root, looks = parse_xml(data, path), None
    else:
        archive = Archive(data, path, ".odt")
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise CitemgrError(
                "is encrypted; open it where it was written and save it without a password",
                path=path,
            )
        root = parse_xml(archive.read("content.xml"), path, "content.xml")
        looks = parse_xml(archive.read("styles.xml"), path, "styles.xml")
    body = next(descendants(root, "body"), None) if root is not None else None
    if root is None or body is None:
        raise CitemgrError("is no OpenDocument text: it has no body", path=path)
    draft = Draft(path, "odt")
    styles = _styles([each for each in (looks, root) if each is not None])
    draft.language = _language([each for each in (root, looks) if each is not None])
    writer = _Writer(draft, styles)
    writer.write(body)
    return draft.document()


def _styles(roots: list[etree._Element]) -> dict[str, Style]:
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
            base = styles.get(attribute(elements[each], "parent-style-name"), _PLAIN)
            styles[each] = _style(elements[each], base)
    return styles


def _style(element: etree._Element, base: Style) -> Style:
    named = attribute(element, "display-name") or attribute(element, "name")
    paragraph = child(element, "paragraph-properties")
    margin, hanging = base.margin, base.hanging
    if paragraph is not None:
        margin = _length(attribute(paragraph, "margin-left"), margin)
        hanging = _length(attribute(paragraph, "text-indent"), -1.0 if hanging else 0.0) < 0
    position = attribute(child(element, "text-properties"), "text-position")
    title = {"title": 1, "subtitle": 2}.get(named.lower(), base.heading)
    return Style(
        quoting=base.quoting
        or (attribute(element, "family") == "paragraph" and bool(_QUOTING.search(named))),
        margin=margin,
        hanging=hanging,
        raised=position.startswith(("super", "33%")) if position else base.raised,
        heading=title,
        code=base.code or named.lower() in {"preformatted text", "preformatted_20_text"},
    )


def _length(text: str, default: float) -> float:
    match = _LENGTH.fullmatch(text.strip())
    return float(match[1]) * _IN_CM[match[2]] if match else default


def _language(roots: list[etree._Element]) -> str | None:
    for root in roots:
        for style in descendants(root, "default-style"):
            code = attribute(child(style, "text-properties"), "language")
            if len(code) == 2:
                return code
    return None


@dataclass(slots=True, eq=False)
class _NoteBody:
    label: str
    anchor: Span
    element: etree._Element


class _Writer:
    """What is open while the text is written."""

    def __init__(self, draft: Draft, styles: dict[str, Style]) -> None:
        self.draft = draft
        self._styles = styles
        self._notes: list[_NoteBody] = []
        self._marks: dict[str, Mark] = {}
        self._depth = 0
        self._lists = 0
        self._moved_in = True

    def write(self, body: etree._Element) -> None:
        """Write the text, then the notes."""
        paragraphs = list(descendants(body, "p"))
        indented = sum(self._is_indented(self._style_of(each)) for each in paragraphs)
        self._moved_in = indented <= MOST_INDENTED * len(paragraphs)
        self._blocks(body)
        written = 0
        while written < len(self._notes):
            note = self._notes[written]
            written += 1
            self.draft.block_break()
            mark = self.draft.mark()
            self._blocks(note.element)
            self.draft.add_note(mark, note.label, (note.anchor,))

    def _blocks(self, parent: etree._Element) -> None:
        self._depth += 1
        quotation: Mark | None = None
        for element in parent if self._depth < DEEPEST else ():
            name = local(element)
            style = self._style_of(element) if name == "p" else _PLAIN
            quoting = name == "p" and self._is_quotation(style)
            if quotation is not None and not quoting:
                self.draft.add_block(BlockKind.QUOTATION, quotation)
                quotation = None
            if quoting and quotation is None:
                self.draft.block_break()
                quotation = self.draft.mark()
            self._block(element, name, style)
        if quotation is not None:
            self.draft.add_block(BlockKind.QUOTATION, quotation)
        self._depth -= 1

    def _block(self, element: etree._Element, name: str, style: Style) -> None:
        if name in _SKIPPED:
            return
        if name in {"p", "h"}:
            self._paragraph(element, name, style)
        elif name == "list":
            self._lists += 1
            for number, item in enumerate(element, start=1):
                self.draft.block_break()
                mark = self.draft.mark()
                self._blocks(item)
                level = self._lists
                self.draft.add_block(BlockKind.LIST_ITEM, mark, level=level, label=str(number))
            self._lists -= 1
        elif name == "table":
            self.draft.block_break()
            mark = self.draft.mark()
            self._blocks(element)
            self.draft.add_block(BlockKind.TABLE, mark)
        else:
            self._blocks(element)

    def _paragraph(self, element: etree._Element, name: str, style: Style) -> None:
        self.draft.block_break()
        mark = self.draft.mark()
        boxes = self._inline(element)
        level = attribute(element, "outline-level")
        if name == "h" or style.heading:
            rank = int(level) if level.isdecimal() and len(level) < 3 else style.heading or 1
            self.draft.add_block(BlockKind.HEADING, mark, level=rank)
        else:
            kind = BlockKind.CODE if style.code else BlockKind.PARAGRAPH
            self.draft.add_block(kind, mark)
        for box in boxes:
            self._blocks(box)

    def _style_of(self, element: etree._Element) -> Style:
        return self._styles.get(attribute(element, "style-name"), _PLAIN)

    def _is_quotation(self, style: Style) -> bool:
        return style.quoting or (self._moved_in and self._is_indented(style))

    def _is_indented(self, style: Style) -> bool:
        return style.margin >= LEAST_INDENT and not style.hanging and not style.heading

    def _inline(self, element: etree._Element) -> list[etree._Element]:
        """Write the words of an element; the text boxes met on the way are given back."""
        boxes: list[etree._Element] = []
        self._depth += 1
        self.draft.words(str(element.text or ""))
        for part in element if self._depth < DEEPEST else ():
            boxes += self._part(part)
            self.draft.words(str(part.tail or ""))
        self._depth -= 1
        return boxes

    def _part(self, part: etree._Element) -> list[etree._Element]:
        name = local(part)
        if name == "note":
            self._anchor(part)
        elif name == "line-break":
            self.draft.line_break()
        elif name in {"s", "tab"}:
            self.draft.blank()
        elif name == "text-box":
            return [part]
        elif name == "bibliography-mark":
            self._bibliography_mark(part)
        elif name == "reference-mark-start":
            self._marks[attribute(part, "name")] = self.draft.mark()
        elif name == "reference-mark-end":
            self._reference_mark(attribute(part, "name"))
        elif name not in _SKIPPED:
            mark = self.draft.mark()
            boxes = self._inline(part)
            url = attribute(part, "href") if name == "a" else ""
            if url.startswith(("http:", "https:")):
                self.draft.add_link(mark, url)
            if name == "span" and self._style_of(part).raised:
                self.draft.add_superscript(mark)
            return boxes
        return []

    def _anchor(self, note: etree._Element) -> None:
        label = text_of(child(note, "note-citation")) or str(len(self._notes) + 1)
        body = child(note, "note-body")
        if body is not None:
            self._notes.append(_NoteBody(label, self.draft.anchor(label), body))

    def _reference_mark(self, name: str) -> None:
        mark = self._marks.pop(name, None)
        meant = read_field(f"ADDIN {name}") if mark is not None else None
        span = self.draft.since(mark) if mark is not None else None
        if meant is None or span is None or not meant.cited:
            return
        for entry in meant.entries:
            self.draft.entries.setdefault(entry.key, entry)
        self.draft.citations.append(MarkedCitation(span, meant.cited))

    def _bibliography_mark(self, element: etree._Element) -> None:
        key = attribute(element, "identifier")
        mark = self.draft.mark()
        self._inline(element)
        span = self.draft.since(mark)
        if span is None or not key:
            return
        self.draft.citations.append(MarkedCitation(span, (CitedKey(key),)))
        fields: dict[str, Value] = {
            ours: attribute(element, theirs)
            for theirs, ours in _FIELDS.items()
            if attribute(element, theirs)
        }
        if attribute(element, "author"):
            fields["author"] = parse_names(attribute(element, "author").replace(";", " and "))
        year = attribute(element, "year")
        if year:
            fields["date"] = parse_edtf(year) or year
        type = attribute(element, "bibliography-type")
        self.draft.entries.setdefault(key, Entry(type if type.isalpha() else "misc", key, fields))
