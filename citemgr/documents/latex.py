"""LaTeX: the words that a reader of the page sees, quotations and citations as commands mark them.

The source is read once, command by command, with its braces paired beforehand; nothing is typeset
and no macro is run. `\\input` and bibliography files are read only from the folder of the document.
Commands after the manuals of LaTeX2e, natbib, biblatex and csquotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from citemgr.documents.draft import Draft, Mark
from citemgr.documents.latex_files import Project
from citemgr.documents.latex_words import (
    CODE,
    LIGATURES,
    LISTS,
    MATHS,
    QUOTES,
    SECTIONS,
    SILENT,
    SYMBOLS,
    accented,
    is_accent,
)
from citemgr.model import BlockKind, CitedKey, Document, MarkedCitation, Span

_TOKEN = re.compile(
    r"""
      (?P<comment> %[^\n]*\n?[ \t]* )
    | \\begin\s*\{(?P<begin>[^{}]{0,80})\}
    | \\end\s*\{(?P<end>[^{}]{0,80})\}
    | \\(?P<command>[A-Za-z@]+)\*?
    | \\\\\*?(?:\[[^\]\n]{0,20}\])?(?P<newline>)
    | (?P<display> \\\[ | \$\$ )
    | \\\((?P<inline>.{0,2000}?)\\\) | (?<!\\)\$(?P<inline2>[^$]{1,2000})\$
    | \\(?P<symbol>.)
    | (?P<paragraph> \n[ \t]*\n\s* )
    | (?P<brace> [{}] )
    | (?P<cell> & )
    | (?P<ligature> ---|--|``|''|"[`'<>=~-]|<<|>>|,,|[?!]`|[`'~] )
    | (?P<words> [^\\%$\n{}&`'"<>,?!~-]+ | . )
    """,
    re.VERBOSE | re.DOTALL,
)
_CITE = re.compile(
    r"(?i:(?:no|paren|foot|footfull|full|text|auto|smart|super)?cite(?:t|p|alt|alp|yearpar|text|num"
    r"|author|year|title|date|url)?)(?P<many>s?)\Z"
)
# Citing commands that print a note.
_FOOT = re.compile(r"footcite|footfullcite|smartcite", re.IGNORECASE)
_CSQUOTE = re.compile(
    r"(?P<foreign>foreign|hyphen)?(?P<block>text|block)(?P<cited>c)?quote\Z|(?P<plain>(?:foreign)?quote)\Z"
)
_OPTION_END = 2000
# Groups and environments nested beyond this are read as text on the level above.
DEEPEST = 80


def read(text: str, path: str) -> Document:
    """The document that the LaTeX `text` is; files are taken from the folder of `path` only."""
    project = Project(path)
    draft = Draft(path, "latex", source=text)
    reader = _Reader(draft, project, text)
    start, end = _body(text)
    reader.preamble(start)
    reader.run(start, end)
    reader.close()
    draft.language = project.language(text[:start])
    for entry in project.entries(text, draft.citations):
        draft.entries.setdefault(entry.key, entry)
    return draft.document()


def _body(text: str) -> tuple[int, int]:
    """Where the document's own text starts and ends; a file without `\\begin` is all text."""
    start = re.search(r"(?<!%)\\begin\s*\{document\}", text)
    if start is None:
        return 0, len(text)
    end = text.rfind("\\end{document}", start.end())
    return start.end(), end if end >= 0 else len(text)


@dataclass(slots=True)
class _Foot:
    """A note whose body is still to be written, and the source it stands in."""

    label: str
    anchor: Span
    start: int = -1
    end: int = -1
    source: str = ""
    file: int = 0


@dataclass(slots=True)
class _Open:
    """An open environment or item."""

    name: str
    kind: BlockKind | None
    mark: Mark
    label: str | None = None
    tail: str = ""
    cited: tuple[CitedKey, ...] = ()
    at: int = 0
    items: int = 0


class _Reader:
    """Where the reading stands: the source, its braces, what is open, which notes wait."""

    def __init__(self, draft: Draft, project: Project, source: str) -> None:
        self.draft = draft
        self.project = project
        self._source = source
        self._braces = _pairs(source)
        self._open: list[_Open] = []
        self._feet: list[_Foot] = []
        self._pending: list[_Foot] = []
        self._unclosed: dict[str, int] = {}
        self._quotes = 0
        self._depth = 0

    # The course of the text

    def preamble(self, end: int) -> None:
        """Write the title, if the preamble has one."""
        title = re.compile(r"(?<!%)\\title\s*(?=\{)").search(self._source, 0, end)
        if title is not None and end:
            self._heading("title", title.end())

    def run(self, at: int, end: int) -> None:
        """Write the source from `at` to `end`."""
        self._depth += 1
        while at < end:
            match = _TOKEN.match(self._source, at, end)
            if match is None:
                break
            at = max(self._token(match, end), at + 1)
        self._depth -= 1

    def close(self) -> None:
        """Close what is open, and write the notes."""
        while self._open:
            self._end(self._open[-1].name)
        written = 0
        while written < len(self._feet):
            foot = self._feet[written]
            written += 1
            if foot.start < 0:
                continue
            self.draft.block_break()
            mark = self.draft.mark()
            self._elsewhere(foot.source, foot.start, foot.end, foot.file)
            self.draft.add_note(mark, foot.label, (foot.anchor,))

    def _elsewhere(self, source: str, start: int, end: int, file: int) -> None:
        before = self._source, self._braces, self._unclosed
        came_from = self.draft.back(file)
        if source is not self._source:
            self._source, self._braces, self._unclosed = source, _pairs(source), {}
        self.run(start, end)
        self._source, self._braces, self._unclosed = before
        self.draft.back(came_from)

    def _token(self, match: re.Match[str], end: int) -> int:
        at = match.start()
        kind = match.lastgroup or ""
        if kind == "words":
            self.draft.words(match[0], at)
        elif kind == "ligature":
            self.draft.glyphs(LIGATURES.get(match[0], match[0]), at)
        elif kind == "paragraph":
            self.draft.block_break()
        elif kind == "newline":
            self.draft.line_break()
        elif kind == "cell":
            self.draft.blank()
        elif kind == "begin":
            return self._begin(match["begin"].strip(), match.end())
        elif kind == "end":
            self._end(match["end"].strip())
        elif kind == "command":
            return self._command(match["command"], match, end)
        elif kind == "symbol":
            return self._symbol(match)
        elif kind == "display":
            return self._display(match)
        elif kind in {"inline", "inline2"}:
            self.draft.words(match[kind], match.start(kind))
        return match.end()

    def _display(self, match: re.Match[str]) -> int:
        """Leave out a formula that stands by itself."""
        sign = "\\]" if match["display"].strip() == "\\[" else "$$"
        end = -1
        if match.end() < self._unclosed.get(sign, len(self._source) + 1):
            end = self._source.find(sign, match.end())
        if end < 0:
            self._unclosed[sign] = match.end()
            return match.end()
        self.draft.blank()
        return end + 2

    def _symbol(self, match: re.Match[str]) -> int:
        symbol = match["symbol"]
        if is_accent(symbol):
            return self._accent(symbol, match)
        self.draft.glyphs(SYMBOLS.get(symbol, symbol), match.start())
        return match.end()

    def _accent(self, command: str, match: re.Match[str]) -> int:
        base, end = self._letter(match.end())
        letters = accented(command, base)
        if letters is not None and base:
            self.draft.glyphs(letters, match.start())
        return end

    def _letter(self, at: int) -> tuple[str, int]:
        while at < len(self._source) and self._source[at] in " \t":
            at += 1
        inner = self._argument(at)
        if inner is not None:
            return self._source[inner.start : inner.end].strip(), inner.end + 1
        command = re.compile(r"\\[A-Za-z]+ ?").match(self._source, at)
        if command is not None:
            return command[0].strip(), command.end()
        return self._source[at : at + 1], at + 1

    # Arguments

    def _argument(self, at: int) -> Span | None:
        """The content of the group in braces that starts at `at`, blanks before it skipped."""
        while at < len(self._source) and self._source[at] in " \t\n\r":
            at += 1
        end = self._braces.get(at)
        return None if end is None else Span(at + 1, end)

    def _option(self, at: int) -> Span | None:
        """The content of the brackets that start at `at`."""
        if self._source[at : at + 1] != "[":
            return None
        place = at + 1
        while place < min(len(self._source), at + _OPTION_END):
            character = self._source[place]
            if character == "]":
                return Span(at + 1, place)
            place = self._braces.get(place, place) + (2 if character == "\\" else 1)
        return None

    def _options(self, at: int) -> tuple[list[Span], int]:
        options = []
        while (option := self._option(at)) is not None:
            options.append(option)
            at = option.end + 1
        return options, at

    def _plain(self, span: Span | None) -> str:
        """The words of a short argument, by a draft of its own."""
        if span is None:
            return ""
        aside = _Reader(Draft("", "latex"), self.project, self._source[span.start : span.end])
        aside._depth = self._depth + 1
        if aside._depth < DEEPEST:
            aside.run(0, span.end - span.start)
        return " ".join(aside.draft.text.split())

    # Commands

    def _command(self, name: str, match: re.Match[str], end: int) -> int:
        at = match.end()
        if name in SYMBOLS:
            return self._printed(name, match)
        if is_accent(name):
            return self._accent(name, match)
        special = _COMMANDS.get(name)
        if special is not None:
            return special(self, name, at)
        if name in SECTIONS:
            return self._heading(name, at)
        if _CITE.match(name):
            return self._cite(name, match.start(), at)
        if _CSQUOTE.match(name):
            return self._csquote(name, match.start(), at)
        if name in SILENT:
            return self._silent(name, at)
        _, at = self._options(at)
        return at

    def _printed(self, name: str, match: re.Match[str]) -> int:
        if name == "newline" or name == "linebreak":
            self.draft.line_break()
            return match.end()
        self.draft.glyphs(SYMBOLS[name], match.start())
        at = match.end()
        if self._source.startswith("{}", at):
            return at + 2
        if name == "textelp":
            return at
        return at + 1 if self._source[at : at + 1] == " " else at

    def _silent(self, name: str, at: int) -> int:
        _, at = self._options(at)
        for _ in range(SILENT[name]):
            inner = self._argument(at)
            if inner is None:
                break
            at = inner.end + 1
            _, at = self._options(at)
        return at

    def _definition(self, name: str, at: int) -> int:
        """`\\newcommand{\\name}[n][default]{body}` prints nothing."""
        first = self._argument(at)
        if first is not None:
            at = first.end + 1
        else:
            name_of = re.compile(r"\s*\\[A-Za-z@]+[^{\n]{0,40}").match(self._source, at)
            at = name_of.end() if name_of else at
        _, at = self._options(at)
        body = self._argument(at)
        return body.end + 1 if body is not None else at

    def _heading(self, name: str, at: int) -> int:
        _, at = self._options(at)
        inner = self._argument(at)
        if inner is None:
            return at
        self.draft.block_break()
        mark = self.draft.mark()
        self._inner(inner)
        self.draft.add_block(BlockKind.HEADING, mark, level=SECTIONS[name])
        return inner.end + 1

    def _inner(self, span: Span) -> None:
        if self._depth < DEEPEST:
            self.run(span.start, span.end)
        else:
            self.draft.words(self._source[span.start : span.end], span.start)

    def _link(self, name: str, at: int) -> int:
        target = self._argument(at)
        if target is None:
            return at
        url = self._source[target.start : target.end].replace("\\", "").strip()
        words = self._argument(target.end + 1) if name == "href" else None
        mark = self.draft.mark()
        if words is None:
            self.draft.words(self._source[target.start : target.end], target.start)
        else:
            self._inner(words)
        self.draft.add_link(mark, url)
        return (words or target).end + 1

    def _verb(self, name: str, at: int) -> int:
        sign = self._source[at : at + 1]
        end = self._source.find(sign, at + 1, at + 500) if sign else -1
        if end < 0:
            return at
        self.draft.words(self._source[at + 1 : end], at + 1)
        return end + 1

    def _raised(self, name: str, at: int) -> int:
        inner = self._argument(at)
        if inner is None:
            return at
        mark = self.draft.mark()
        self._inner(inner)
        self.draft.add_superscript(mark)
        return inner.end + 1

    def _inserted(self, name: str, at: int) -> int:
        """csquotes' `\\textins`: words of the writer in brackets."""
        inner = self._argument(at)
        if inner is None:
            return at
        self.draft.glyphs("[", at)
        self._inner(inner)
        self.draft.glyphs("]", inner.end)
        return inner.end + 1

    # Notes

    def _footnote(self, name: str, at: int) -> int:
        options, at = self._options(at)
        inner = self._argument(at)
        if inner is None:
            return at
        printed = self._plain(options[0]) if options else ""
        self._foot(inner, printed)
        return inner.end + 1

    def _foot(self, inner: Span, printed: str = "", generated: str = "") -> None:
        label = printed or str(len(self._feet) + 1)
        anchor = self.draft.anchor(label, max(0, inner.start - 1))
        source = generated or self._source
        span = Span(0, len(generated)) if generated else inner
        self._feet.append(_Foot(label, anchor, *span, source, self.draft.file))

    def _footnotemark(self, name: str, at: int) -> int:
        options, end = self._options(at)
        label = self._plain(options[0]) if options else str(len(self._feet) + 1)
        foot = _Foot(label, self.draft.anchor(label, at - 1))
        self._feet.append(foot)
        self._pending.append(foot)
        return end

    def _footnotetext(self, name: str, at: int) -> int:
        options, at = self._options(at)
        inner = self._argument(at)
        if inner is None:
            return at
        label = self._plain(options[0]) if options else ""
        foot = next((each for each in self._pending if label in {"", each.label}), None)
        if foot is not None:
            self._pending.remove(foot)
            foot.start, foot.end = inner
            foot.source, foot.file = self._source, self.draft.file
        return inner.end + 1

    # Citations and quotations

    def _cite(self, name: str, start: int, at: int) -> int:
        many = name.lower().endswith("cites")
        cited: list[CitedKey] = []
        while True:
            options, at = self._options(at)
            keys = self._argument(at)
            if keys is None:
                break
            cited += self._keys(keys, options)
            at = keys.end + 1
            if not many:
                break
        if cited and not name.lower().startswith("nocite"):
            self._citation(tuple(cited), start, foot=bool(_FOOT.match(name)))
        return at

    def _keys(self, keys: Span, options: list[Span]) -> Iterator[CitedKey]:
        suffix = self._plain(options[-1]) if options else ""
        prefix = self._plain(options[0]) if len(options) > 1 else ""
        names = [key.strip() for key in self._source[keys.start : keys.end].split(",")]
        names = [name for name in names if name]
        for number, name in enumerate(names):
            first, last = number == 0, number == len(names) - 1
            yield CitedKey(name, None, prefix if first else "", suffix if last else "")

    def _citation(self, cited: tuple[CitedKey, ...], at: int, foot: bool = False) -> None:
        """Write a citation as the keys it names, in brackets."""
        parts = []
        for each in cited:
            words = ", ".join(filter(None, (each.key, each.suffix)))
            parts.append(f"{each.prefix} {words}".strip())
        mark = self.draft.mark()
        self.draft.glyphs(f"[{'; '.join(parts)}]", at)
        span = self.draft.since(mark)
        if span is not None:
            self.draft.citations.append(MarkedCitation(span, cited))

    def _enquote(self, name: str, at: int) -> int:
        inner = self._argument(at)
        if inner is None:
            return at
        self._marked(inner, inner.start - 1)
        return inner.end + 1

    def _marked(self, inner: Span, at: int) -> None:
        opening, closing = ("“", "”") if self._quotes % 2 == 0 else ("‘", "’")
        self._quotes += 1
        self.draft.glyphs(opening, at)
        self._inner(inner)
        self.draft.glyphs(closing, inner.end)
        self._quotes -= 1

    def _csquote(self, name: str, start: int, at: int) -> int:
        """csquotes' quoting commands: `[pre][post]{key}[punct]{text}[punct]` and their kin."""
        match = _CSQUOTE.match(name)
        if match is None:
            return at
        if match["foreign"] or (match["plain"] or "").startswith("foreign"):
            language = self._argument(at)
            at = language.end + 1 if language else at
        options, at = self._options(at)
        cited: list[CitedKey] = []
        if match["cited"]:
            keys = self._argument(at)
            if keys is None:
                return at
            cited = list(self._keys(keys, options))
            _, at = self._options(keys.end + 1)
        inner = self._argument(at)
        if inner is None:
            return at
        end = inner.end + 1
        tail = self._option(end)
        self._quotation(match["block"] == "block", inner, start)
        self._source_of(cited, options[0] if options and not cited else None, start)
        if match["block"] == "block":
            self._end("blockquote")
        return tail.end + 1 if tail is not None else end

    def _quotation(self, block: bool, inner: Span, at: int) -> None:
        if block:
            self._begin_quotation("blockquote")
            self._inner(inner)
        else:
            self._marked(inner, at)

    def _source_of(self, cited: list[CitedKey], option: Span | None, at: int) -> None:
        """What csquotes prints behind a quotation: the citation, or the words given for one."""
        if cited:
            self.draft.blank()
            self._citation(tuple(cited), at)
        elif option is not None:
            self.draft.blank()
            bare = "\\" not in self._source[option.start : option.end]
            self.draft.glyphs("(" if bare else "", option.start)
            self._inner(option)
            self.draft.glyphs(")" if bare else "", option.end)

    def _epigraph(self, name: str, at: int) -> int:
        words = self._argument(at)
        source = self._argument(words.end + 1) if words else None
        if words is None or source is None:
            return at
        self._begin_quotation("epigraph")
        self._inner(words)
        self.draft.block_break()
        self.draft.glyphs("— ", source.start)
        self._inner(source)
        self._end("epigraph")
        return source.end + 1

    # Environments

    def _begin(self, name: str, at: int) -> int:
        if name in CODE or name in MATHS:
            end = self._source.find(f"\\end{{{name}}}", at)
            end = end if end >= 0 else len(self._source)
            if name in CODE:
                self.draft.block_break()
                mark = self.draft.mark()
                self.draft.lines(self._source[at:end], at)
                self.draft.add_block(BlockKind.CODE, mark)
            else:
                self.draft.blank()
            return min(len(self._source), end + len(f"\\end{{{name}}}"))
        if name in QUOTES:
            return self._begin_quote(name, at)
        _, at = self._options(at)
        first = self._argument(at) if name in _WITH_ARGUMENT else None
        at = first.end + 1 if first else at
        self.draft.block_break()
        self._open.append(_Open(name, None, self.draft.mark()))
        return at

    def _begin_quotation(self, name: str) -> _Open:
        self.draft.block_break()
        opened = _Open(name, BlockKind.QUOTATION, self.draft.mark())
        self._open.append(opened)
        return opened

    def _begin_quote(self, name: str, at: int) -> int:
        start = at
        opened = self._begin_quotation(name)
        if "foreign" in name:
            language = self._argument(at)
            at = language.end + 1 if language else at
        options, at = self._options(at)
        if "cquote" in name:
            keys = self._argument(at)
            if keys is not None:
                opened.cited = tuple(self._keys(keys, options))
                at = keys.end + 1
        elif options and name.endswith("displayquote"):
            opened.tail = f"({self._plain(options[0])})"
        opened.at = start
        return at

    def _end(self, name: str) -> None:
        if all(each.name != name for each in self._open):
            return
        while True:
            closed = self._open.pop()
            if closed.cited:
                self.draft.blank()
                self._citation(closed.cited, closed.at)
            if closed.tail:
                self.draft.blank()
                self.draft.glyphs(closed.tail, closed.at)
            if closed.kind is not None:
                self.draft.add_block(closed.kind, closed.mark, label=closed.label)
            self.draft.block_break()
            if closed.name == name:
                return

    def _item(self, name: str, at: int) -> int:
        option = self._option(at)
        label = self._plain(option) if option else None
        if self._open and self._open[-1].name == "\\item":
            self._end("\\item")
        around = self._open[-1] if self._open else None
        if around is not None and around.name in LISTS:
            around.items += 1
            if label is None and around.name in {"enumerate", "compactenum"}:
                label = str(around.items)
        self.draft.block_break()
        self._open.append(_Open("\\item", BlockKind.LIST_ITEM, self.draft.mark(), label))
        return option.end + 1 if option else at

    def _bibitem(self, name: str, at: int) -> int:
        _, at = self._options(at)
        key = self._argument(at)
        if self._open and self._open[-1].name == "\\item":
            self._end("\\item")
        self.draft.block_break()
        label = self._source[key.start : key.end].strip() if key else None
        self._open.append(_Open("\\item", BlockKind.LIST_ITEM, self.draft.mark(), label))
        return key.end + 1 if key else at

    def _paragraph(self, name: str, at: int) -> int:
        self.draft.block_break()
        return at

    # Other files

    def _input(self, name: str, at: int) -> int:
        inner = self._argument(at)
        bare = re.compile(r"\s*([^\s{}\\%]{1,200})").match(self._source, at)
        if inner is not None:
            named, end = self._source[inner.start : inner.end].strip(), inner.end + 1
        elif bare is not None:
            named, end = bare[1], bare.end()
        else:
            return at
        self._read(named, ".tex")
        return end

    def _printed_bibliography(self, name: str, at: int) -> int:
        end = self._silent("label", at) if name == "bibliography" else self._options(at)[1]
        self._read(self.project.stem, ".bbl")
        return end

    def _read(self, name: str, suffix: str) -> None:
        found = self.project.open(name, suffix)
        if found is None or self._depth >= DEEPEST // 4:
            return
        path, source = found
        start, end = _body(source)
        before = self.draft.enter(path, source)
        self._elsewhere(source, start, end, self.draft.file)
        self.draft.back(before)


_WITH_ARGUMENT = frozenset(
    "tabular tabular* tabularx longtable minipage thebibliography multicols wrapfigure adjustwidth"
    " otherlanguage otherlanguage* spacing".split()
)
_COMMANDS: dict[str, Callable[[_Reader, str, int], int]] = {
    "footnote": _Reader._footnote,
    "endnote": _Reader._footnote,
    "footnotemark": _Reader._footnotemark,
    "footnotetext": _Reader._footnotetext,
    "enquote": _Reader._enquote,
    "textins": _Reader._inserted,
    "href": _Reader._link,
    "url": _Reader._link,
    "nolinkurl": _Reader._link,
    "verb": _Reader._verb,
    "textsuperscript": _Reader._raised,
    "item": _Reader._item,
    "bibitem": _Reader._bibitem,
    "par": _Reader._paragraph,
    "newpage": _Reader._paragraph,
    "clearpage": _Reader._paragraph,
    "epigraph": _Reader._epigraph,
    "input": _Reader._input,
    "include": _Reader._input,
    "subfile": _Reader._input,
    "bibliography": _Reader._printed_bibliography,
    "printbibliography": _Reader._printed_bibliography,
    "newcommand": _Reader._definition,
    "renewcommand": _Reader._definition,
    "providecommand": _Reader._definition,
    "def": _Reader._definition,
}


def _pairs(source: str) -> dict[int, int]:
    """Where each opening brace is closed; braces in comments and escaped ones are none."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for match in re.compile(r"\\.|%[^\n]*|[{}]", re.DOTALL).finditer(source):
        if match[0] == "{":
            opened.append(match.start())
        elif match[0] == "}" and opened:
            pairs[opened.pop()] = match.start()
    return pairs
