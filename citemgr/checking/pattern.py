"""What a quoting writer shows: the gaps and brackets of a quotation, read as a pattern.

An ellipsis cuts the quotation into pieces that stand one after the other in the source; brackets
stand for words, parts of a word, or nothing at all; a note such as "(emphasis added)" or "[sic]"
stands for nothing. Source: Chicago Manual of Style 17, 13.50-13.69; DIN 5008; Lexique des
règles typographiques.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citemgr.checking.words import Word, words_of
from citemgr.model import EditType, Span

_DOTS = r"(?:\.[ \u00a0\u2009\u202f]*){2,5}\.|…(?:[ \u00a0]*(?:\.|…))*|(?:\.[ \u00a0]+){2,}\."
_GAP = re.compile(
    rf"\[\s*(?:{_DOTS}|-{{2,3}}|[–—])\s*\]|\(\s*(?:{_DOTS})\s*\)|{_DOTS}|<\s*(?:{_DOTS})\s*>"
)
_BRACKET = re.compile(r"\[([^\[\]]{0,200})\]")
_PARENTHESIS = re.compile(r"\(([^()]{1,120})\)")

# Words of which a note on emphasis, translation or error consists, by their first letters.
_NOTE = re.compile(
    r"""(?ix) \b (?: sic | recte
      | emphas[ie] | italics | italici[sz] | boldface | underlin | translat
      | herv(?:orh)?\b | hervorheb | kursiv | herv\.? | unterstreich | übers
      | soulign | italique | traduction | c'est\ moi\ qui
      | énfasis | enfasis | cursiva | subrayad | destacad | traducción
      | enfasi | corsiv | sottolineat | traduzione
      | курсив | выделен | подч[её]ркн | перев
    )"""
)
_SIC = re.compile(r"\s*(?:sic|recte)\b[\s!.:;,?]*", re.IGNORECASE)
_CALLOUT = re.compile(r"\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*")


@dataclass(frozen=True, slots=True)
class Shown:
    """A shown alteration: `inner` are the words it shows; `before` and `after` the letters of the
    same word that stand outside the brackets ("summ[t]"). `at` is the number of literal words of
    the piece in front of it."""

    type: EditType
    span: Span
    at: int
    inner: str = ""
    before: str = ""
    after: str = ""

    @property
    def partial(self) -> bool:
        """Whether the brackets stand inside a word."""
        return bool(self.before or self.after)


@dataclass(frozen=True, slots=True)
class Piece:
    """Literal words between two gaps, with the brackets among them; `span` is its stretch of the
    quotation."""

    span: Span
    words: tuple[Word, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """The pieces of a quotation, and the gaps: `gaps[i]` stands before `pieces[i]`, the last one
    after the last piece; None where there is none at the beginning or the end."""

    pieces: tuple[Piece, ...]
    gaps: tuple[Span | None, ...]


def read_pattern(quote: str) -> Pattern:
    """The pattern that `quote` is. Dots and brackets of the source's own are read as shown as well;
    the comparison finds out."""
    pieces: list[Piece] = []
    gaps: list[Span | None] = [None]
    at = 0
    for match in [*_GAP.finditer(quote), None]:
        end = match.start() if match else len(quote)
        piece = _piece(quote, at, end)
        if piece.words or piece.shown:
            pieces.append(piece)
            gaps.append(None)
        if match:
            gaps[-1] = Span(*match.span())
            at = match.end()
    return Pattern(tuple(pieces), tuple(gaps))


def _piece(quote: str, start: int, end: int) -> Piece:
    words: list[Word] = []
    shown: list[Shown] = []
    at = start
    for span, type_, inner in _alterations(quote, start, end):
        words += _shifted(quote, at, span.start)
        before = after = ""
        at = span.end
        if type_ is EditType.BRACKET:
            if words and words[-1].end == span.start and at > start:
                before = words.pop().letters
            if at < end and quote[at].isalnum():
                rest = words_of(quote[at:end])[0]
                after, at = rest.letters, at + rest.end
        shown.append(Shown(type_, span, len(words), inner, before, after))
    words += _shifted(quote, at, end)
    return Piece(Span(start, end), tuple(words), tuple(shown))


def _shifted(quote: str, start: int, end: int) -> list[Word]:
    return [Word(w.start + start, w.end + start, w.letters) for w in words_of(quote[start:end])]


def _alterations(quote: str, start: int, end: int) -> list[tuple[Span, EditType, str]]:
    """The brackets, and the parentheses that hold a note, in order."""
    found: list[tuple[Span, EditType, str]] = []
    for match in _BRACKET.finditer(quote, start, end):
        found.append((Span(*match.span()), _type(match.group(1)), match.group(1)))
    for match in _PARENTHESIS.finditer(quote, start, end):
        if _NOTE.match(match.group(1).lstrip()) or (
            _NOTE.search(match.group(1)) and len(match.group(1).split()) <= 5
        ):
            found.append((Span(*match.span()), _type(match.group(1)), match.group(1)))
    return sorted(found)


def _type(inner: str) -> EditType:
    if _SIC.fullmatch(inner):
        return EditType.SIC
    if _NOTE.search(inner) and len(inner.split()) <= 8:
        return EditType.EMPHASIS
    if _CALLOUT.fullmatch(inner):
        return EditType.NOTE_MARKER
    return EditType.BRACKET
