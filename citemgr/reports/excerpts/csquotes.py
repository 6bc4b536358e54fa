"""Quotations as commands of LaTeX's csquotes (manual, section 8): `\\textcquote[12]{key}{…}`, and
`\\blockcquote` for what is long, which the package sets off by itself where it runs over its lines.

Shown alterations become the commands that print them in the style of the document: `[…]` is
`\\textelp{}`, `[word]` is `\\textins{word}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.formats.tex import escape
from citemgr.reports.excerpts.excerpt import Excerpt, Run
from citemgr.reports.excerpts.locators import shown

# Style guides set longer quotations off: APA (8.27) from 40 words, MLA from four lines.
_LONG_WORDS = 40
_BRACKETED = re.compile(r"\[(?P<words>[^\[\]]{1,200})\]")
_ELLIPSIS = re.compile(r"\s*(?:…|\.\s?\.\s?\.)\s*")
# Signs that are kept as they are: they are no words of the source's sentence.
_REMARK = re.compile(r"sic\b|!|\?|emphasis|italics|my |trans", re.IGNORECASE)


def write(excerpts: Iterable[Excerpt], library: str) -> Iterator[str]:
    """A command each, with a blank line between them."""
    for at, excerpt in enumerate(excerpts):
        yield ("\n" if at else "") + _command(excerpt) + "\n"


def _command(excerpt: Excerpt) -> str:
    body = "\n\n".join("".join(map(_set, each)) for each in excerpt.paragraphs)
    long = len(excerpt.paragraphs) > 1 or len(excerpt.text().split()) >= _LONG_WORDS
    name = "block" if long else "text"
    if not excerpt.key:
        return f"\\{name}quote{{{body}}}"
    return f"\\{name}cquote{_postnote(excerpt)}{{{excerpt.key}}}{{{body}}}"


def _postnote(excerpt: Excerpt) -> str:
    """Pages bare, for the bibliography style has the term for them."""
    locator = excerpt.locator
    if locator is None:
        return ""
    text = locator.value if locator.kind == "page" else shown(locator, "~")
    text = escape(text.replace("~", "\0")).replace("\0", "~").replace("-", "--")
    return f"[{{{text}}}]" if "]" in text or "[" in text else f"[{text}]"


def _set(run: Run) -> str:
    parts = []
    at = 0
    for match in _BRACKETED.finditer(run.text):
        parts += [escape(run.text[at : match.start()]), _alteration(match["words"])]
        at = match.end()
    text = "".join([*parts, escape(run.text[at:])])
    return f"\\emph{{{text}}}" if run.emphasised else text


def _alteration(words: str) -> str:
    if _ELLIPSIS.fullmatch(words):
        return "\\textelp{}"
    if _REMARK.match(words):
        return f"{{[}}{escape(words)}{{]}}"
    return f"\\textins{{{escape(words)}}}"
