"""LaTeX: the words that a reader of the page sees, quotations and citations as commands mark them.

The source is read once, command by command, with its braces paired beforehand; nothing is typeset
and no macro is run. `\\input` and bibliography files are read only from the folder of the document.
Commands after the manuals of LaTeX2e, natbib, biblatex and csquotes.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citemgr.documents.draft import Draft, Moved
from citemgr.documents.latex_citations import cite
from citemgr.documents.latex_environments import (
    Open,
    begin,
    bibitem,
    end_environment,
    end_paragraph,
    item,
)
from citemgr.documents.latex_files import Project
from citemgr.documents.latex_looks import insertion, link, superscript, verbatim
from citemgr.documents.latex_macros import (
    AND_MORE,
    DEFINING,
    PUT_IN,
    Macros,
    definition,
    definitions,
    put_in,
    use,
)
from citemgr.documents.latex_notes import Foot, footnote, footnotemark, footnotetext
from citemgr.documents.latex_parts import body_of, printed_bibliography, take_in
from citemgr.documents.latex_quotes import CSQUOTE, csquote, enquote, epigraph
from citemgr.documents.latex_words import (
    LIGATURES,
    SECTIONS,
    SILENT,
    SYMBOLS,
    accented,
    is_accent,
)
from citemgr.model import BlockKind, Document, Span

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
_OPTION_END = 2000
_OPTION_SIGN = re.compile(r"[\]\\{]")
# Groups and environments nested beyond this are read as text on the level above.
DEEPEST = 80


def read(text: str, path: str) -> Document:
    """The document that the LaTeX `text` is; files are taken from the folder of `path` only."""
    project = Project(path)
    draft = Draft(path, "latex", source=text)
    reader = Reader(draft, project, text, Macros(left=AND_MORE + PUT_IN * len(text)))
    start, end = body_of(text)
    reader.preamble(start)
    reader.run(start, end)
    reader.close()
    draft.language = project.language(text[:start])
    for entry in project.entries(text, draft.citations):
        draft.entries.setdefault(entry.key, entry)
    return draft.document()


class Reader:
    """Where the reading stands: the source, its braces, what is open, which notes wait."""

    def __init__(
        self, draft: Draft, project: Project, source: str, macros: Macros | None = None
    ) -> None:
        self.draft = draft
        self.project = project
        self.source = source
        self.macros = Macros() if macros is None else macros
        self._braces = _pairs(source)
        self.open: list[Open] = []
        self.feet: list[Foot] = []
        self.pending: list[Foot] = []
        self._unclosed: dict[str, int] = {}
        self.quotes = 0
        self.depth = 0

    # The course of the text

    def preamble(self, end: int) -> None:
        """Take in the author's own commands, and write the title, if the preamble has one."""
        for source in (*self.project.preambles(self.source[:end]), self.source[:end]):
            aside = Reader(Draft("", "latex"), self.project, source, self.macros)
            definitions(aside, len(source))
        title = re.compile(r"(?<!%)\\title\s*(?=\{)").search(self.source, 0, end)
        if title is not None and end:
            self._heading("title", title.end())

    def run(self, at: int, end: int) -> None:
        """Write the source from `at` to `end`."""
        self.depth += 1
        while at < end:
            match = _TOKEN.match(self.source, at, end)
            if match is None:
                break
            at = max(self._token(match, end), at + 1)
        self.depth -= 1

    def close(self) -> None:
        """Close what is open, and write the notes."""
        while self.open:
            end_environment(self, self.open[-1].name)
        written = 0
        while written < len(self.feet):
            foot = self.feet[written]
            written += 1
            if foot.start < 0:
                continue
            self.draft.block_break()
            mark = self.draft.mark()
            self.elsewhere(foot.source, foot.start, foot.end, foot.file, foot.moved)
            self.draft.add_note(mark, foot.label, (foot.anchor,))

    def elsewhere(
        self, source: str, start: int, end: int, file: int, moved: Moved | None = None
    ) -> None:
        """Read a stretch of another source, then go on with this one."""
        before = self.source, self._braces, self._unclosed
        was_moved = self.draft.moved
        came_from = self.draft.back(file)
        self.draft.moved = moved
        if source is not self.source:
            self.source, self._braces, self._unclosed = source, _pairs(source), {}
        self.run(start, end)
        self.source, self._braces, self._unclosed = before
        self.draft.moved = was_moved
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
            return begin(self, match["begin"].strip(), match.end())
        elif kind == "end":
            own = self.macros.environments.get(match["end"].strip())
            if own is not None:
                put_in(self, match["end"].strip(), own.end or "", [], match.start())
            end_environment(self, match["end"].strip())
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
        if match.end() < self._unclosed.get(sign, len(self.source) + 1):
            end = self.source.find(sign, match.end())
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
        while at < len(self.source) and self.source[at] in " \t":
            at += 1
        inner = self.argument(at)
        if inner is not None:
            return self.source[inner.start : inner.end].strip(), inner.end + 1
        command = re.compile(r"\\[A-Za-z]+ ?").match(self.source, at)
        if command is not None:
            return command[0].strip(), command.end()
        return self.source[at : at + 1], at + 1

    # Arguments

    def argument(self, at: int) -> Span | None:
        """The content of the group in braces that starts at `at`, blanks before it skipped."""
        while at < len(self.source) and self.source[at] in " \t\n\r":
            at += 1
        end = self._braces.get(at)
        return None if end is None else Span(at + 1, end)

    def option(self, at: int) -> Span | None:
        """The content of the brackets that start at `at`."""
        if self.source[at : at + 1] != "[":
            return None
        place, end = at + 1, at + _OPTION_END
        while (match := _OPTION_SIGN.search(self.source, place, end)) is not None:
            place = match.start()
            if match[0] == "]":
                return Span(at + 1, place)
            place = self._braces.get(place, place) + (2 if match[0] == "\\" else 1)
        return None

    def options(self, at: int) -> tuple[list[Span], int]:
        options = []
        while (option := self.option(at)) is not None:
            options.append(option)
            at = option.end + 1
        return options, at

    def plain(self, span: Span | None) -> str:
        """The words of a short argument, by a draft of its own."""
        if span is None:
            return ""
        words = self.source[span.start : span.end]
        aside = Reader(Draft("", "latex"), self.project, words, self.macros)
        aside.depth = self.depth + 1
        if aside.depth < DEEPEST:
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
            return cite(self, name, match.start(), at)
        if CSQUOTE.match(name):
            return csquote(self, name, match.start(), at)
        if name in SILENT:
            return self.silent(name, at)
        if name in self.macros.commands:
            return use(self, name, self.macros.commands[name], match.start(), at)
        _, at = self.options(at)
        return at

    def _printed(self, name: str, match: re.Match[str]) -> int:
        if name == "newline" or name == "linebreak":
            self.draft.line_break()
            return match.end()
        self.draft.glyphs(SYMBOLS[name], match.start())
        at = match.end()
        if self.source.startswith("{}", at):
            return at + 2
        if name == "textelp":
            return at
        return at + 1 if self.source[at : at + 1] == " " else at

    def silent(self, name: str, at: int) -> int:
        _, at = self.options(at)
        for _ in range(SILENT[name]):
            inner = self.argument(at)
            if inner is None:
                break
            at = inner.end + 1
            _, at = self.options(at)
        return at

    def _definition(self, name: str, at: int) -> int:
        """A definition prints nothing; one that cannot be told is passed over."""
        end = definition(self, self.source.rfind("\\", 0, at))
        if end is not None:
            return end
        _, at = self.options(at)
        body = self.argument(at)
        return body.end + 1 if body is not None else at

    def _heading(self, name: str, at: int) -> int:
        _, at = self.options(at)
        inner = self.argument(at)
        if inner is None:
            return at
        self.draft.block_break()
        mark = self.draft.mark()
        self.inner(inner)
        self.draft.add_block(BlockKind.HEADING, mark, level=SECTIONS[name])
        return inner.end + 1

    def inner(self, span: Span) -> None:
        if self.depth < DEEPEST:
            self.run(span.start, span.end)
        else:
            self.draft.words(self.source[span.start : span.end], span.start)


_COMMANDS: dict[str, Callable[[Reader, str, int], int]] = {
    "footnote": footnote,
    "endnote": footnote,
    "footnotemark": footnotemark,
    "footnotetext": footnotetext,
    "enquote": enquote,
    "textins": insertion,
    "href": link,
    "url": link,
    "nolinkurl": link,
    "verb": verbatim,
    "textsuperscript": superscript,
    "item": item,
    "bibitem": bibitem,
    "par": end_paragraph,
    "newpage": end_paragraph,
    "clearpage": end_paragraph,
    "epigraph": epigraph,
    "input": take_in,
    "include": take_in,
    "subfile": take_in,
    "bibliography": printed_bibliography,
    "printbibliography": printed_bibliography,
    **dict.fromkeys(DEFINING, Reader._definition),
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
