"""OpenDocument text: `.odt`, and `.fodt`, the same in one file (OASIS OpenDocument 1.3, part 3).

Comments and the store of deleted text are left out. Notes come behind the text; citations are
OpenDocument's own bibliography marks, and Zotero's reference marks with the works they carry.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from citemgr.documents.archive import Archive
from citemgr.documents.docx_fields import read_field
from citemgr.documents.draft import Draft, Mark
from citemgr.documents.odt_styles import (
    PLAIN,
    Style,
    language_of,
    numbered_lists,
    read_styles,
)
from citemgr.documents.quoted import Quoted
from citemgr.documents.xml import attribute, child, descendants, local, parse_xml, text_of
from citemgr.model import BlockKind, CitedKey, CitemgrError, Document, Entry, MarkedCitation, Span
from citemgr.values import Value
from citemgr.values.dates import parse_edtf
from citemgr.values.names import parse_names

_SKIPPED = frozenset(
    "tracked-changes annotation annotation-end sequence-decls forms soft-page-break"
    " variable-decls user-field-decls table-of-content alphabetical-index image object"
    " hidden-text".split()
)
_APART = frozenset({"section", "index-body", "bibliography", "text-box", "table-row", "text"})
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
    roots = [each for each in (looks, root) if each is not None]
    draft.language = language_of(roots[::-1])
    writer = _Writer(draft, read_styles(roots), numbered_lists(roots))
    writer.write(body)
    return draft.document()


@dataclass(slots=True, eq=False)
class _NoteBody:
    label: str
    anchor: Span
    element: etree._Element


class _Writer:
    """What is open while the text is written."""

    def __init__(
        self, draft: Draft, styles: dict[str, Style], numbered: Mapping[tuple[str, int], int]
    ) -> None:
        self.draft = draft
        self._styles = styles
        self._numbered = numbered
        self._notes: list[_NoteBody] = []
        self._marks: dict[str, Mark] = {}
        self._depth = 0
        self._lists: list[str] = []
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
        quoted = Quoted(self.draft)
        for element in parent if self._depth < DEEPEST else ():
            name = local(element)
            style = self._style_of(element) if name == "p" else PLAIN
            quoted.paragraph(name == "p" and self._is_quotation(style))
            self._block(element, name, style)
        quoted.end()
        self._depth -= 1

    def _block(self, element: etree._Element, name: str, style: Style) -> None:
        if name in _SKIPPED:
            return
        if name in {"p", "h"}:
            self._paragraph(element, name, style)
        elif name == "list":
            self._list(element)
        elif name == "table":
            self.draft.block_break()
            mark = self.draft.mark()
            self._blocks(element)
            self.draft.add_block(BlockKind.TABLE, mark)
        else:
            self._blocks(element)

    def _list(self, element: etree._Element) -> None:
        """A list; its style is that of the list around it where it names none."""
        around = self._lists[-1] if self._lists else ""
        self._lists.append(attribute(element, "style-name") or around)
        number = self._numbered.get((self._lists[-1], len(self._lists)))
        for item in element:
            self.draft.block_break()
            mark = self.draft.mark()
            self._blocks(item)
            label = str(number) if number is not None and local(item) == "list-item" else None
            level = len(self._lists)
            self.draft.add_block(BlockKind.LIST_ITEM, mark, level=level, label=label)
            number = None if number is None else number + (label is not None)
        self._lists.pop()

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
        return self._styles.get(attribute(element, "style-name"), PLAIN)

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
            if name == "span" and self._style_of(part).hidden:
                return []
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
