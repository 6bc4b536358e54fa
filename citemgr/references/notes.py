"""Full citations in notes: the first time a work is named, with all that describes it.

A note may hold several works, parted by semicolons, and words around them ("For a contrary view
see ..."); what only repeats a work named before is left to the linking of notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.model import Document, Span
from citemgr.references.evidence import evidence
from citemgr.references.lists import Item
from citemgr.references.words import words_of

# What a full citation in a note shows at least.
FULL = 2.0
# What is shorter names no work in full.
SHORTEST = 25
_DATED = re.compile(r"(?:1[5-9]|20)\d\d|https?://|n\.\s?d\.|forthcoming|o\.\s?J\.")
_PART = re.compile(
    r";\s+(?=(?:(?:see|cf|vgl|siehe|voir|but|also|and|und|et)\b[ .]+)*[“«„\"A-ZÀ-ÝА-Я])"
)
_SIGNAL = re.compile(
    r"""
    (?: (?: for\ [\w\s,]{3,80}?,?\ see(?:\ also)? | see(?:,?\ (?:also|generally|for\ example
    |e\.g\.))?
      | cf | compare | but\ (?:see|cf) | e\.g | quoted\ in | cited\ in | vgl(?:\.\ (?:auch|dazu
      |hierzu))?
      | siehe(?:\ (?:auch|dazu))? | s\.\ a | so | zit(?:iert)?\.?\ nach | voir(?:\ aussi)?
      | v\. | cité\ par
      | véase(?:\ también)? | vid | ver | vedi | cfr | см | ср | zob | por | from | source | aus )
      [.,:]* \s+ )+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REPEATED = re.compile(
    r"^\W*(?:ibid|ebd|ebenda|id\.|op\. ?cit|loc\. ?cit|a\. ?a\. ?o|там же|ivi\b|ibídem|tamże"
    r"|supra|同上)",
    re.IGNORECASE,
)


# The place in the source, behind all that describes it: "here p. 31", "at 4".
_NUMBER = r"[A-Za-z]?\d{1,4}(?:\s?[-–—]\s?[A-Za-z]?\d{1,4})?(?:\s?ff?\.?|\s?sqq?\.)?"
_TERM = r"(?:pp?|S|с|p[áa]gs?|fol|§|col|n|vv?)\.?\s?"
_HERE = r"(?:here|hier|ici|aquí|qui|здесь|esp\.|bes\.|insb\.|especially|at|on)"
_END = r"[.\s]*$"
_LOCATORS = (
    # Told by its word, or its term behind the pages of the whole or the year of a book.
    re.compile(rf"[,;]?\s+{_HERE}\s+(?:{_TERM})?{_NUMBER}{_END}"),
    re.compile(rf"(?<=\d)[.,;:]\s+{_TERM}{_NUMBER}{_END}"),
)
_RANGE = re.compile(r"\d\s?[-–—]\s?\d+[.,;]*$")
_OF_BOOK = re.compile(r"(?:[:,(] [^,()]{3,60},? |[^\W\d_]{3} )(?:1[5-9]|20)\d\d[.,;)]*$")
# Words of a part of a larger work, whose pages are its own.
_OF_PART = re.compile(r"\b[Ii]n:?\s|\b(?:no|vol|nr|Bd|№)\.?\s?\d|[“”„«\"]")
# The tail in which a locator is looked for.
TAIL = 80


def find_full_citations(document: Document, note: Item) -> Iterator[Item]:
    """The full citations in a note, as items of role `note` under the note's label."""
    for span in _parts(document.text, note.span):
        span = _without_locator(document.text, _without_signal(document.text, span))
        words = words_of(document, span)
        if words and not _REPEATED.match(words) and evidence(words) >= FULL and _describes(words):
            yield Item(span, note.label, "note")


def _parts(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in _PART.finditer(text, span.start, span.end):
        # Semicolons part the authors of a work too; a work of its own is dated.
        if match.start() - start > SHORTEST and _DATED.search(text, start, match.start()):
            yield Span(start, match.start())
            start = match.end()
    yield Span(start, span.end)


def _without_signal(text: str, span: Span) -> Span:
    match = _SIGNAL.match(text, span.start, span.end)
    start = match.end() if match else span.start
    while start < span.end and text[start].isspace():
        start += 1
    return Span(start, span.end)


def _without_locator(text: str, span: Span) -> Span:
    """The citation without the place in the source that its end names: where a word says so, where
    the pages of the whole stand before it, or behind the year of a book."""
    tail = text[max(span.start, span.end - TAIL) : span.end]
    first = span.end - len(tail)
    for pattern in _LOCATORS:
        match = pattern.search(tail)
        if match is None:
            continue
        before = tail[: match.start()]
        whole = text[span.start : first + match.start()]
        told = pattern is _LOCATORS[0] or _RANGE.search(before)
        if told or (_OF_BOOK.search(before) and not _OF_PART.search(whole)):
            return Span(span.start, first + match.start())
    return span


def _describes(words: str) -> bool:
    """Whether a year or an address stands beside enough words to be a title."""
    dated = _DATED.search(words)
    return bool(dated) and len(re.findall(r"[^\W\d_]{2,}", words)) >= 4
