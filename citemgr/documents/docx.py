"""Word's `.docx`: paragraphs with their styles, notes at their anchors, citations in field codes.

Read from the XML itself (ECMA-376, part 1): what is deleted, hidden or a comment is left out, what
is inserted is kept. Notes stand behind the text, and the raised number that Word shows is written
where the note is anchored.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from citemgr.documents.archive import Archive
from citemgr.documents.docx_fields import Field, read_field, word_sources
from citemgr.documents.docx_styles import (
    PLAIN,
    Numbering,
    Style,
    direct_style,
    format_number,
    read_styles,
)
from citemgr.documents.draft import Draft, Mark
from citemgr.documents.quoted import Quoted
from citemgr.documents.xml import attribute, child, descendants, local, parse_xml
from citemgr.model import BlockKind, CitemgrError, Document, MarkedCitation, Span

# What is not part of the text as it stands, or stands a second time in another form.
_LEFT_OUT = frozenset(
    "del moveFrom Fallback commentReference annotationRef footnoteRef endnoteRef sectPr pPr rPr"
    " tblPr trPr tcPr sdtPr instrText delText delInstrText".split()
)
_CHARACTERS = {"tab": " ", "ptab": " ", "noBreakHyphen": "‑", "cr": "\n", "br": "\n"}
# A paragraph set in by this many twips, where few are, is a block quotation.
LEAST_INDENT = 400
MOST_INDENTED = 0.4
# Elements nested more deeply are read as if they stood one level up.
DEEPEST = 200


def read(data: bytes, path: str) -> Document:
    """The document that the bytes of a `.docx` file are.

    Raises `CitemgrError` for an encrypted or broken file.
    """
    archive = Archive(data, path, ".docx")
    main = _main_part(archive, path)
    root = parse_xml(archive.read(main), path, main)
    body = child(root, "body")
    if body is None:
        raise CitemgrError("is no Word document: it has no body", path=path)
    draft = Draft(path, "docx")
    writer = _Writer(draft, archive, main)
    writer.write(body)
    draft.language = writer.language()
    return draft.document()


def _main_part(archive: Archive, path: str) -> str:
    """The name of the part that holds the text, `word/document.xml` nearly always."""
    if "word/document.xml" in archive:
        return "word/document.xml"
    root = parse_xml(archive.read("_rels/.rels"), path, "_rels/.rels")
    for relation in root if root is not None else ():
        if attribute(relation, "Type").endswith("/officeDocument"):
            return attribute(relation, "Target").lstrip("/")
    raise CitemgrError("is no Word document: it has no text part", path=path)


@dataclass(slots=True)
class _OpenField:
    """A field whose end has not come: its code so far, and where its result begins."""

    mark: Mark
    code: list[str] = field(default_factory=list)
    data: str = ""


@dataclass(slots=True, eq=False)
class _NoteBody:
    label: str
    anchor: Span
    element: etree._Element
    links: dict[str, str]


class _Writer:
    """The parts that the text refers to, and what is open while it is written."""

    def __init__(self, draft: Draft, archive: Archive, main: str) -> None:
        folder = main.rpartition("/")[0]
        self.draft = draft
        self._path = draft.path
        self._archive = archive
        self._styles = read_styles(self._part(f"{folder}/styles.xml"))
        self._numbering = Numbering(self._part(f"{folder}/numbering.xml"))
        self._links = self._relations(folder, main)
        self._note_links = {
            kind: self._relations(folder, f"{folder}/{kind}s.xml")
            for kind in ("footnote", "endnote")
        }
        self._bodies = {
            kind: self._note_bodies(f"{folder}/{kind}s.xml", kind)
            for kind in ("footnote", "endnote")
        }
        self._forms = self._note_forms(folder)
        self._notes: list[_NoteBody] = []
        self._fields: list[_OpenField] = []
        self._boxes: list[etree._Element] = []
        self._languages: dict[str, int] = {}
        self._moved_in = True
        self._depth = 0

    def write(self, body: etree._Element) -> None:
        """Write the text, then the notes."""
        self._moved_in = self._few_are_indented(body)
        for member in self._archive:
            if member.startswith("customXml/item") and "Props" not in member:
                for entry in word_sources(self._part(member)):
                    self.draft.entries[entry.key] = entry
        self._blocks(body, self._links)
        written = 0
        while written < len(self._notes):
            self._note(self._notes[written])
            written += 1

    def language(self) -> str | None:
        """The language in which most characters are set, as ISO 639-1."""
        if not self._languages:
            return None
        code = max(self._languages, key=lambda each: self._languages[each]).split("-")[0].lower()
        return code if len(code) == 2 else None

    # The parts of the file

    def _part(self, name: str) -> etree._Element | None:
        try:
            return parse_xml(self._archive.read(name), self._path, name)
        except CitemgrError:
            if name.startswith("customXml") or name.endswith(("styles.xml", "numbering.xml")):
                return None
            raise

    def _relations(self, folder: str, part: str) -> dict[str, str]:
        root = self._part(f"{folder}/_rels/{part.rpartition('/')[2]}.rels")
        return {
            attribute(each, "Id"): attribute(each, "Target")
            for each in (root if root is not None else ())
            if attribute(each, "TargetMode") == "External"
        }

    def _note_bodies(self, name: str, kind: str) -> dict[str, etree._Element]:
        root = self._part(name)
        return {
            attribute(each, "id"): each
            for each in (root if root is not None else ())
            if local(each) == kind and attribute(each, "type") in {"", "normal"}
        }

    def _note_forms(self, folder: str) -> dict[str, str]:
        settings = self._part(f"{folder}/settings.xml")
        return {
            kind: attribute(child(settings, f"{kind}Pr", "numFmt"), "val") or form
            for kind, form in (("footnote", "decimal"), ("endnote", "lowerRoman"))
        }

    def _few_are_indented(self, body: etree._Element) -> bool:
        paragraphs = list(descendants(body, "p"))
        indented = sum(self._is_indented(self._style_of(each)) for each in paragraphs)
        return indented <= MOST_INDENTED * len(paragraphs)

    # Blocks

    def _blocks(self, parent: etree._Element, links: dict[str, str]) -> None:
        quoted = Quoted(self.draft)
        for element in _contents(parent):
            name = local(element)
            style = self._style_of(element) if name == "p" else PLAIN
            quoted.paragraph(name == "p" and self._is_quotation(style))
            if name == "p":
                self._paragraph(element, style, links)
            elif name == "tbl":
                self._table(element, links)
        quoted.end()

    def _paragraph(self, element: etree._Element, style: Style, links: dict[str, str]) -> None:
        self.draft.block_break()
        mark = self.draft.mark()
        self._runs(element, style, links)
        kind, label = BlockKind.PARAGRAPH, None
        if style.heading:
            kind = BlockKind.HEADING
        elif style.code:
            kind = BlockKind.CODE
        elif style.list is not None:
            kind = BlockKind.LIST_ITEM
            label = self._numbering.next_label(style.list)
        level = style.heading or (style.list[1] + 1 if style.list else 0)
        self.draft.add_block(kind, mark, level=level, label=label)
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self._blocks(box, links)

    def _table(self, table: etree._Element, links: dict[str, str]) -> None:
        self.draft.block_break()
        mark = self.draft.mark()
        for row in _contents(table):
            for cell in _contents(row):
                if local(cell) == "tc":
                    self._depth += 1
                    if self._depth < DEEPEST // 4:
                        self._blocks(cell, links)
                    self._depth -= 1
                    self.draft.block_break()
        self.draft.add_block(BlockKind.TABLE, mark)

    def _note(self, note: _NoteBody) -> None:
        self.draft.block_break()
        self._fields.clear()
        mark = self.draft.mark()
        self._blocks(note.element, note.links)
        self.draft.add_note(mark, note.label, (note.anchor,))

    def _style_of(self, paragraph: etree._Element) -> Style:
        properties = child(paragraph, "pPr")
        named = self._styles.get(attribute(child(properties, "pStyle"), "val"), PLAIN)
        return direct_style(properties, named)

    def _is_quotation(self, style: Style) -> bool:
        return style.quoting or (self._moved_in and self._is_indented(style))

    def _is_indented(self, style: Style) -> bool:
        plain = not (style.hanging or style.heading or style.code) and style.list is None
        return plain and style.indent >= LEAST_INDENT

    # Runs

    def _runs(self, element: etree._Element, style: Style, links: dict[str, str]) -> None:
        self._depth += 1
        for part in element if self._depth < DEEPEST else ():
            name = local(part)
            if name == "r":
                self._run(part, style, links)
            elif name == "hyperlink":
                self._hyperlink(part, style, links)
            elif name == "fldSimple":
                opened = _OpenField(self.draft.mark(), [attribute(part, "instr")])
                self._runs(part, style, links)
                self._close_field(opened)
            elif name in {"p", "tbl"}:
                continue
            elif name not in _LEFT_OUT:
                self._runs(part, style, links)
        self._depth -= 1

    def _hyperlink(self, element: etree._Element, style: Style, links: dict[str, str]) -> None:
        mark = self.draft.mark()
        self._runs(element, style, links)
        url = links.get(attribute(element, "id"), "")
        if url.startswith(("http:", "https:")):
            self.draft.add_link(mark, url)

    def _run(self, run: etree._Element, style: Style, links: dict[str, str]) -> None:
        properties = child(run, "rPr")
        named = self._styles.get(attribute(child(properties, "rStyle"), "val"), PLAIN)
        look = direct_style(properties, named)
        if look.hidden or style.hidden:
            return
        mark = self.draft.mark()
        anchored = False
        for part in run:
            anchored = self._part_of_run(part, properties) or anchored
        if look.raised and not anchored:
            self.draft.add_superscript(mark)

    def _part_of_run(self, part: etree._Element, properties: etree._Element | None) -> bool:
        """Write what a run holds; whether that was the anchor of a note."""
        name = local(part)
        if name == "t":
            text = str(part.text or "")
            self.draft.words(text)
            code = attribute(child(properties, "lang"), "val")
            if code:
                self._languages[code] = self._languages.get(code, 0) + len(text)
        elif name in {"footnoteReference", "endnoteReference"}:
            return self._anchor(part, name.removesuffix("Reference"))
        elif name == "fldChar":
            self._field_character(part)
        elif name == "instrText" and self._fields:
            self._fields[-1].code.append(str(part.text or ""))
        elif name in {"br", "cr"}:
            self.draft.line_break()
        elif name in _CHARACTERS:
            self.draft.words(_CHARACTERS[name])
        elif name in {"AlternateContent", "drawing", "pict", "object"}:
            self._boxes.extend(_text_boxes(part))
        return False

    def _anchor(self, reference: etree._Element, kind: str) -> bool:
        body = self._bodies[kind].get(attribute(reference, "id"))
        if body is None:
            return False
        count = sum(note.element.tag == body.tag for note in self._notes) + 1
        label = format_number(count, self._forms[kind]) or str(count)
        span = self.draft.anchor(label)
        self._notes.append(_NoteBody(label, span, body, self._note_links[kind]))
        return True

    # Fields

    def _field_character(self, part: etree._Element) -> None:
        kind = attribute(part, "fldCharType")
        if kind == "begin":
            data = child(part, "fldData")
            opened = _OpenField(self.draft.mark())
            opened.data = str(data.text or "") if data is not None else ""
            self._fields.append(opened)
        elif kind == "separate" and self._fields:
            self._fields[-1].mark = self.draft.mark()
        elif kind == "end" and self._fields:
            closed = self._fields.pop()
            if closed.data and self._fields and not self._fields[-1].data:
                self._fields[-1].data = closed.data
            self._close_field(closed)

    def _close_field(self, closed: _OpenField) -> None:
        meant: Field = read_field("".join(closed.code), closed.data)
        if meant.url.startswith(("http:", "https:")):
            self.draft.add_link(closed.mark, meant.url)
        if not meant.cited:
            return
        span = self.draft.since(closed.mark)
        for entry in meant.entries:
            self.draft.entries.setdefault(entry.key, entry)
        if span is not None and not any(note.anchor.overlaps(span) for note in self._notes[-1:]):
            self.draft.citations.append(MarkedCitation(span, meant.cited))


def _contents(parent: etree._Element) -> Iterator[etree._Element]:
    """The blocks of a part, those in content controls and insertions included."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if local(element) in {"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"}:
            waiting.extend(reversed(element))
        elif local(element) not in _LEFT_OUT:
            yield element


def _text_boxes(part: etree._Element) -> Iterator[etree._Element]:
    """The boxes of text in a drawing, each once."""
    for box in descendants(part, "txbxContent"):
        if not any(local(each) == "Fallback" for each in box.iterancestors()):
            yield box
