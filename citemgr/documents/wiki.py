"""MediaWiki text: references, templates that quote and cite, links and lists (mediawiki.org,
"Help:Formatting", "Help:Cite").

Templates are not run: those that quote or cite are known by name, all others are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape

from citemgr.documents.draft import Draft, Mark
from citemgr.documents.light import (
    Body,
    Light,
    broken,
    inner,
    left_out,
    left_out_to,
    linked,
    raised,
)
from citemgr.documents.lines import Line
from citemgr.documents.wiki_templates import write_template
from citemgr.documents.wiki_works import Work
from citemgr.model import BlockKind, CitedKey, Document, Span

_INLINE = re.compile(
    r"""
      (?P<comment> <!-- )
    | (?P<bare> <nowiki> )
    | (?P<ref> <ref(?P<named>\s[^<>]*?)?(?P<alone>/)?> )
    | (?P<template> \{\{ )
    | (?P<file> \[\[(?:File|Image|Datei|Fichier|Archivo|Файл|Category|Kategorie|Catégorie|Categoría
        |Категория):(?:[^\[\]]|\[\[[^\[\]]*\]\]|\[[^\[\]]*\])*\]\] )
    | \[\[(?P<page>)(?:[^\[\]|]{1,500}\|)?(?P<shown>[^\[\]|]{1,500})\]\]
    | (?P<link> \[(?P<url>(?:https?:)?//[^\s\[\]]{1,2000})(?:\s+(?P<words>[^\[\]]{1,1000}))?\] )
    | <su[pb][^<>]*>(?P<rise>)(?P<up>[^<>]{1,200})</su[pb]>
    | (?P<break> <br\s*/?> )
    | (?P<tag> </?[A-Za-z][^<>]{0,500}> )
    | (?P<strong> '{2,5} )
    | (?P<magic> __[A-Z]{3,30}__ )
    | (?P<entity> &(?:\#\d{1,7}|\#x[0-9A-Fa-f]{1,6}|[A-Za-z]{2,31}); )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"""\bname\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s/>"']+))""", re.IGNORECASE)
_HEADING = re.compile(r"(?P<signs>={1,6})\s*(?P<words>.*?)\s*=+\s*$")
_ITEM = re.compile(r"(?P<signs>[*#:;]+)\s*")
_QUOTE_START = re.compile(r"<(blockquote|poem)\b[^<>]*>", re.IGNORECASE)
_QUOTE_END = re.compile(r"</(blockquote|poem)\s*>", re.IGNORECASE)
_LISTED = re.compile(r"<references\b[^<>/]*>", re.IGNORECASE)
_REF = re.compile(r"<ref(?P<named>\s[^<>]*?)?(?P<alone>/)?>", re.IGNORECASE)
# What a parameter without markup has none of.
_MARKED = re.compile(r"[\[\]{}<>&]|'{2}")
_PAIR = re.compile(r"\{\{|\}\}")


def read(text: str, path: str) -> Document:
    """The document that the wiki `text` is."""
    light = Wiki(Draft(path, "mediawiki", source=text), text)
    listed = _LISTED.search(text)
    if listed is not None:
        end = text.find("</references", listed.end())
        for match in _REF.finditer(text, listed.end(), max(end, listed.end())):
            light.define(match)
    light.write()
    return light.document()


class Wiki(Light):
    """Light markup with templates in braces; `templates` are read by `wiki_templates`."""

    def __init__(self, draft: Draft, source: str) -> None:
        super().__init__(draft, source, _INLINE, _HANDLERS)
        self._closed = dict(_pairs(source))
        self._covered = self._continued()
        self._noting = False
        self._described = ""

    def write(self) -> None:
        """Write the text, block by block."""
        at = 0
        while at < len(self.lines):
            at = self._block(at)

    def define(self, match: re.Match[str]) -> tuple[str, int]:
        """Take in what a `<ref>` says; the label of its note, and where it ends."""
        named = _NAME.search(match["named"] or "")
        name = next(filter(None, named.groups()), "") if named else ""
        label = self.names.get(name) if name else None
        if label is None:
            label = self.numbered("reference")
            if name:
                self.names[name] = label
        body = self.bodies.setdefault(label, Body(label))
        end = -1 if match["alone"] else self.find("</ref", match.end())
        if end < 0:
            return label, match.end()
        if not body.spans:
            body.spans = [Span(match.end(), end)]
        return label, self.source.find(">", end) + 1 or len(self.source)

    def short_note(self, words: str, at: int, cited: CitedKey) -> None:
        """Anchor a note that says `words`, which the source does not hold as printed."""
        label = self.names.get(words) or self.numbered("reference")
        self.names[words] = label
        body = self.anchor(label, at)
        body.printed = body.printed or (words, at)
        body.cited = cited

    def carry(self, work: Work, mark: Mark) -> None:
        """Keep the work that was printed since `mark`; in a note it is cited there, in a list the
        item is known by its key."""
        self.draft.entries.setdefault(work.entry.key, work.entry)
        self._described = work.entry.key
        if self._noting:
            self.note_citation(mark, CitedKey(work.entry.key, work.page))

    def plain(self, span: Span) -> str:
        """The words of a parameter, its marks taken off."""
        words = span.of(self.source).strip()
        if not _MARKED.search(words):
            return words
        aside = Wiki(Draft("", "mediawiki"), words)
        aside.inline(0, len(words))
        return " ".join(aside.draft.text.split())

    def document(self) -> Document:
        """The document; a short citation is one by key where its work is described somewhere."""
        self._noting = True
        document = super().document()
        known = {entry.key for entry in document.entries}
        cited = (each for each in document.citations if each.cited[0].key in known)
        return replace(document, citations=tuple(cited))

    def template(self, start: int) -> int | None:
        """Where the template that begins at `start` ends."""
        return self._closed.get(start)

    def _continued(self) -> set[int]:
        """The lines that begin inside a template or a reference."""
        spans = list(self._closed.items())
        for match in _REF.finditer(self.source):
            end = -1 if match["alone"] else self.find("</ref", match.end())
            spans.append((match.start(), max(end, match.end())))
        covered: set[int] = set()
        at = 0
        for start, end in sorted(spans):
            while at < len(self.lines) and self.lines[at].start <= start:
                at += 1
            while at < len(self.lines) and self.lines[at].start < end:
                covered.add(at)
                at += 1
        return covered

    def _block(self, at: int) -> int:
        line, source = self.lines[at], self.source
        if line.blank:
            return at + 1
        heading = _HEADING.match(source, line.start, line.last)
        if heading is not None:
            span = Span(*heading.span("words"))
            self.block(BlockKind.HEADING, [span], level=len(heading["signs"]))
            return at + 1
        if source.startswith("{|", line.first):
            return self._table(at)
        quote = _QUOTE_START.match(source, line.first)
        if quote is not None:
            return self._quotation(at, quote.end())
        item = _ITEM.match(source, line.start, line.last)
        if item is not None and line.indent == 0:
            return self._item(at, item)
        return self._paragraph(at)

    def _item(self, at: int, item: re.Match[str]) -> int:
        end = self._end(at, item=True)
        signs_of = item["signs"]
        label = None
        if signs_of.endswith("#"):
            follows = at > 0 and self.source.startswith(signs_of, self.lines[at - 1].start)
            if not follows:
                self.restart(signs_of)
            label = self.numbered(signs_of)
        span = Span(item.end(), max(item.end(), self.lines[end - 1].last))
        kind = BlockKind.PARAGRAPH if set(signs_of) == {":"} else BlockKind.LIST_ITEM
        self._described = ""
        written = len(self.draft.blocks)
        self.block(kind, [span], level=len(signs_of), label=label)
        if self._described and label is None and len(self.draft.blocks) == written + 1:
            self.draft.blocks[-1] = replace(self.draft.blocks[-1], label=self._described)
        return end

    def _end(self, at: int, item: bool) -> int:
        """The line behind a paragraph or item; a template or reference may go over blank lines."""
        end = at + 1
        while end < len(self.lines) and (
            end in self._covered or not (item or self._begins(self.lines[end]))
        ):
            end += 1
        return end

    def _paragraph(self, at: int) -> int:
        end = self._end(at, item=False)
        self.block(BlockKind.PARAGRAPH, [Span(self.lines[at].first, self.lines[end - 1].last)])
        return end

    def _begins(self, line: Line) -> bool:
        """Whether a line is no part of the paragraph before it."""
        source = self.source
        return (
            line.blank
            or source.startswith(("=", "*", "#", ":", ";", "{|"), line.start)
            or _QUOTE_START.match(source, line.first) is not None
        )

    def _quotation(self, at: int, start: int) -> int:
        end = _QUOTE_END.search(self.source, start)
        stop = end.start() if end else len(self.source)
        behind = self.quotation(start, stop, end.end() if end else stop)
        last = at
        while last < len(self.lines) - 1 and self.lines[last].last < stop:
            last += 1
        after = max(behind, end.end() if end else stop)
        if after < self.lines[last].last:
            self.block(BlockKind.PARAGRAPH, [Span(after, self.lines[last].last)])
        return last + 1

    def quotation(self, start: int, end: int, behind: int, credit: Iterable[Span] = ()) -> int:
        """Write a block quotation, its paragraphs parted by blank lines, with the references right
        behind it, and who said it. Returns where those references end."""
        self.draft.block_break()
        mark = self.draft.mark()
        at = start
        for gap in re.compile(r"\n[ \t]*\n").finditer(self.source, start, end):
            self.inline(at, gap.start())
            self.draft.block_break()
            at = gap.end()
        self.inline(at, end)
        after = behind
        while (reference := _REF.match(self.source, self._past_blanks(after))) is not None:
            _, end = self.define(reference)
            self.inline(reference.start(), end)
            after = end
        self.draft.block_break()
        for number, span in enumerate(credit):
            self.draft.glyphs(", " if number else "— ", span.start)
            self.inline(*span)
        self.draft.add_block(BlockKind.QUOTATION, mark)
        return after

    def _past_blanks(self, at: int) -> int:
        while self.source.startswith((" ", "\t"), at):
            at += 1
        return at

    def _table(self, at: int) -> int:
        self.draft.block_break()
        mark = self.draft.mark()
        end = at + 1
        while end < len(self.lines):
            line, source = self.lines[end], self.source
            if source.startswith("|}", line.first):
                end += 1
                break
            if not line.blank and not source.startswith(("|-", "{|"), line.first):
                self._cells(line)
            end += 1
        self.draft.add_block(BlockKind.TABLE, mark)
        return end

    def _cells(self, line: Line) -> None:
        at = line.first
        for match in re.compile(r"\|\||!!|$").finditer(self.source, line.first, line.last):
            start = at + (self.source[at : at + 1] in {"|", "!"} and at == line.first)
            self.block(BlockKind.PARAGRAPH, [Span(start, match.start())])
            at = match.end()


def _pairs(source: str) -> Iterator[tuple[int, int]]:
    """Where each `{{` begins and its `}}` ends."""
    opened: list[int] = []
    for match in _PAIR.finditer(source):
        if match[0] == "{{":
            opened.append(match.start())
        elif opened:
            yield opened.pop(), match.end()


def _reference(light: Light, match: re.Match[str]) -> int:
    if isinstance(light, Wiki):
        label, end = light.define(match)
        light.anchor(label, match.start())
        return end
    return match.end()


def _bare(light: Light, match: re.Match[str]) -> int:
    """What `<nowiki>` holds has no marks."""
    end = light.find("</nowiki", match.end())
    if end < 0:
        return match.end()
    light.draft.words(light.source[match.end() : end], match.end())
    return light.source.find(">", end) + 1 or len(light.source)


def _template(light: Light, match: re.Match[str]) -> int:
    end = light.template(match.start()) if isinstance(light, Wiki) else None
    if end is None or not isinstance(light, Wiki):
        return match.end()
    return write_template(light, match.start(), end)


def _entity(light: Light, match: re.Match[str]) -> int:
    light.draft.glyphs(unescape(match[0]), match.start())
    return match.end()


_HANDLERS = {
    "comment": left_out_to("-->"),
    "bare": _bare,
    "ref": _reference,
    "template": _template,
    "file": left_out,
    "shown": inner("shown"),
    "link": linked("words", "url"),
    "up": raised("up"),
    "break": broken,
    "tag": left_out,
    "strong": left_out,
    "magic": left_out,
    "entity": _entity,
}
