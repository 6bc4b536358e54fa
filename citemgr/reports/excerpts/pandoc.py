"""Quotations to be pasted into a manuscript for pandoc, Quarto or R Markdown: a block quotation
with its citation, `> … [@key, p. 12]` (pandoc manual, “Citations”)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.reports.excerpts.excerpt import Excerpt, Paragraph
from citemgr.reports.excerpts.locators import known, shown

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|@$~^])")
# What would begin a list, a heading or a rule at the head of a paragraph.
_BLOCK = re.compile(r"^(?:([-+=:])|(\(?\w+)([.)]))(?=\s|$)")
_PLAIN_KEY = re.compile(r"[^\W_](?:[:.#$%&+?<>~/-]?[\w])*")


def write(excerpts: Iterable[Excerpt], library: str) -> Iterator[str]:
    """A block quotation each, with a blank line between them."""
    for at, excerpt in enumerate(excerpts):
        yield ("\n" if at else "") + block(excerpt)


def block(excerpt: Excerpt) -> str:
    """The quotation as a block of Markdown with its citation at the end."""
    paragraphs = [_marked(each) for each in excerpt.paragraphs]
    if excerpt.key:
        paragraphs[-1:] = [" ".join([*paragraphs[-1:], citation(excerpt)])]
    return "\n>\n".join(f"> {each}" for each in paragraphs) + "\n"


def citation(excerpt: Excerpt) -> str:
    """`[@key, p. 12]`; braces where the key, or what stands behind it, would be misread."""
    name = excerpt.key if _PLAIN_KEY.fullmatch(excerpt.key) else f"{{{excerpt.key}}}"
    locator = excerpt.locator
    if locator is None:
        return f"[@{name}]"
    value = escaped(shown(locator))
    return f"[@{name}, {value}]" if known(locator) else f"[@{name}{{}}, {value}]"


def _marked(paragraph: Paragraph) -> str:
    text = "".join(
        _emphasised(escaped(run.text)) if run.emphasised else escaped(run.text) for run in paragraph
    )
    return _BLOCK.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", text.strip())


def _emphasised(text: str) -> str:
    """Stars right at the words: outside the blanks around them."""
    inner = text.strip()
    return text.replace(inner, f"*{inner}*") if inner else text


def escaped(text: str) -> str:
    """Plain text as Markdown that reads the same."""
    return _SPECIAL.sub(r"\\\1", text)
