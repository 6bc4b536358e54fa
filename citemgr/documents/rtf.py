"""Rich Text Format (Microsoft's specification 1.9.1): a stream of groups, control words and text.

Destinations that are no text are left out, and so are hidden and deleted words. Notes stand where
they are anchored; they are put behind the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.documents.docx_fields import read_field
from citemgr.documents.docx_styles import format_number
from citemgr.documents.draft import Draft, Mark
from citemgr.documents.quoted import Quoted
from citemgr.documents.rtf_stream import Look, Paragraph, Reader, Story
from citemgr.model import BlockKind, CitemgrError, Document, MarkedCitation, Span

_STYLE = re.compile(rb"\{\\s(\d{1,5})\b[^{};]*?([^\\{};]*);")
_FORM = re.compile(rb"\\(a?)ftnn(ar|rlc|ruc|alc|auc)\b")
_QUOTING = re.compile(r"quot|block ?text|zitat|citation|extract|epigraph", re.IGNORECASE)
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
# A paragraph set in by this many twips, where few are, is a block quotation.
LEAST_INDENT = 400
MOST_INDENTED = 0.4


def read(data: bytes, path: str) -> Document:
    """The document that an `.rtf` file is. Raises `CitemgrError` where it is none."""
    if not data.lstrip().startswith(b"{\\rtf"):
        raise CitemgrError("is no RTF file: it does not begin with {\\rtf", path=path)
    reader = Reader(data, path)
    reader.run()
    styles = {
        int(number): name.decode("latin-1").strip()
        for number, name in _STYLE.findall(data[:500_000])
    }
    writer = _Writer(Draft(path, "rtf"), styles, reader.notes, _forms(data))
    return writer.write(reader.text)


def _forms(data: bytes) -> dict[bool, str]:
    """How footnotes (False) and endnotes (True) are numbered."""
    codes = {b"ar": "decimal", b"rlc": "lowerRoman", b"ruc": "upperRoman", b"alc": "lowerLetter",
             b"auc": "upperLetter"}  # fmt: skip
    found = {each[1] == b"a": codes.get(each[2], "decimal") for each in _FORM.finditer(data)}
    return {False: "decimal", True: "lowerRoman"} | found


class _Writer:
    """From stories of paragraphs to the draft."""

    def __init__(
        self, draft: Draft, styles: dict[int, str], notes: list[Story], forms: dict[bool, str]
    ) -> None:
        self.draft = draft
        self._forms = forms
        self._styles = styles
        self._stories = notes
        self._notes: list[tuple[str, Span, Story]] = []
        self._fields: list[tuple[Mark, list[str]]] = []
        self._moved_in = True

    def write(self, text: Story) -> Document:
        """The document: the text, then the notes."""
        shown = [each for each in text.paragraphs if _has_words(each)]
        indented = sum(self._is_indented(each.look) for each in shown)
        self._moved_in = indented <= MOST_INDENTED * len(shown)
        self._paragraphs(text.paragraphs)
        for label, anchor, story in self._notes:
            self.draft.block_break()
            mark = self.draft.mark()
            self._fields.clear()
            self._paragraphs(story.paragraphs)
            self.draft.add_note(mark, label, (anchor,))
        return self.draft.document()

    def _paragraphs(self, paragraphs: list[Paragraph]) -> None:
        quoted = Quoted(self.draft)
        for paragraph in paragraphs:
            if _has_words(paragraph):
                listed = any(kind == "label" for kind, _ in paragraph.parts)
                quoted.paragraph(self._is_quotation(paragraph.look) and not listed)
            self._paragraph(paragraph)
        quoted.end()

    def _paragraph(self, paragraph: Paragraph) -> None:
        self.draft.block_break()
        mark = self.draft.mark()
        printed = "".join(text for kind, text in paragraph.parts if kind == "label").strip()
        for kind, text in _paired(paragraph.parts):
            self._part(kind, text)
        heading = _HEADING.search(self._styles.get(paragraph.look.style, ""))
        rank = int(heading[1]) if heading else paragraph.look.rank
        if 0 < rank < 10:
            self.draft.add_block(BlockKind.HEADING, mark, level=rank)
        elif printed:
            number = printed.strip("[]().: ")
            label = number if number.isalnum() else None
            self.draft.add_block(BlockKind.LIST_ITEM, mark, level=1, label=label)
        else:
            self.draft.add_block(BlockKind.PARAGRAPH, mark)

    def _part(self, kind: str, text: str) -> None:
        if kind == "words":
            self.draft.words(text)
        elif kind == "raised":
            mark = self.draft.mark()
            self.draft.words(text)
            self.draft.add_superscript(mark)
        elif kind == "line":
            self.draft.line_break()
        elif kind == "note":
            story = self._stories[int(text)]
            count = 1 + sum(each.endnote == story.endnote for _, _, each in self._notes)
            label = format_number(count, self._forms[story.endnote]) or str(count)
            self._notes.append((label, self.draft.anchor(label), story))
        elif kind == "begin":
            self._fields.append((self.draft.mark(), []))
        elif kind == "code" and self._fields:
            self._fields[-1][1].append(text)
        elif kind == "separate" and self._fields:
            self._fields[-1] = (self.draft.mark(), self._fields[-1][1])
        elif kind == "end" and self._fields:
            self._end_field(*self._fields.pop())

    def _end_field(self, mark: Mark, code: list[str]) -> None:
        meant = read_field("".join(code))
        span = self.draft.since(mark)
        if meant.url.startswith(("http:", "https:")):
            self.draft.add_link(mark, meant.url)
        if span is not None and meant.cited:
            for entry in meant.entries:
                self.draft.entries.setdefault(entry.key, entry)
            self.draft.citations.append(MarkedCitation(span, meant.cited))

    def _is_quotation(self, look: Look) -> bool:
        named = bool(_QUOTING.search(self._styles.get(look.style, "")))
        return named or (self._moved_in and self._is_indented(look))

    def _is_indented(self, look: Look) -> bool:
        return look.left >= LEAST_INDENT and look.first >= 0 and look.rank == 0


def _has_words(paragraph: Paragraph) -> bool:
    return any(kind == "words" and text.strip() for kind, text in paragraph.parts)


def _paired(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The parts, words that follow each other joined, and halves of surrogate pairs with them."""
    held: tuple[str, str] | None = None
    for kind, text in parts:
        if held is not None and held[0] == kind and kind in {"words", "raised", "code"}:
            held = (kind, held[1] + text)
            continue
        if held is not None:
            yield held[0], _whole(held[1])
        held = (kind, text)
    if held is not None:
        yield held[0], _whole(held[1])


def _whole(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
