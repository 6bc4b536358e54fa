"""The quoting commands of csquotes, with the citations that they take, and `\\epigraph`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citemgr.documents.latex_citations import cited_keys, write_citation
from citemgr.documents.latex_environments import begin_quotation, end_environment
from citemgr.model import CitedKey, Span

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader


CSQUOTE = re.compile(
    r"(?P<foreign>foreign|hyphen)?(?P<block>text|block)(?P<cited>c)?quote\Z|(?P<plain>(?:foreign)?quote)\Z"
)


def enquote(reader: Reader, name: str, at: int) -> int:
    """`\\enquote{words}`: in marks, inner ones in single marks."""
    inner = reader.argument(at)
    if inner is None:
        return at
    _marked(reader, inner, inner.start - 1)
    return inner.end + 1


def _marked(reader: Reader, inner: Span, at: int) -> None:
    opening, closing = ("“", "”") if reader.quotes % 2 == 0 else ("‘", "’")
    reader.quotes += 1
    reader.draft.glyphs(opening, at)
    reader.inner(inner)
    reader.draft.glyphs(closing, inner.end)
    reader.quotes -= 1


def csquote(reader: Reader, name: str, start: int, at: int) -> int:
    """csquotes' quoting commands: `[pre][post]{key}[punct]{text}[punct]` and their kin."""
    match = CSQUOTE.match(name)
    if match is None:
        return at
    if match["foreign"] or (match["plain"] or "").startswith("foreign"):
        language = reader.argument(at)
        at = language.end + 1 if language else at
    options, at = reader.options(at)
    cited: list[CitedKey] = []
    if match["cited"]:
        keys = reader.argument(at)
        if keys is None:
            return at
        cited = list(cited_keys(reader, keys, options))
        _, at = reader.options(keys.end + 1)
    inner = reader.argument(at)
    if inner is None:
        return at
    end = inner.end + 1
    tail = reader.option(end)
    _quotation(reader, match["block"] == "block", inner, start)
    _source_of(reader, cited, options[0] if options and not cited else None, start)
    if match["block"] == "block":
        end_environment(reader, "blockquote")
    return tail.end + 1 if tail is not None else end


def _quotation(reader: Reader, block: bool, inner: Span, at: int) -> None:
    if block:
        begin_quotation(reader, "blockquote")
        reader.inner(inner)
    else:
        _marked(reader, inner, at)


def _source_of(reader: Reader, cited: list[CitedKey], option: Span | None, at: int) -> None:
    """What csquotes prints behind a quotation: the citation, or the words given for one."""
    if cited:
        reader.draft.blank()
        write_citation(reader, tuple(cited), at)
    elif option is not None:
        reader.draft.blank()
        bare = "\\" not in reader.source[option.start : option.end]
        reader.draft.glyphs("(" if bare else "", option.start)
        reader.inner(option)
        reader.draft.glyphs(")" if bare else "", option.end)


def epigraph(reader: Reader, name: str, at: int) -> int:
    words = reader.argument(at)
    source = reader.argument(words.end + 1) if words else None
    if words is None or source is None:
        return at
    begin_quotation(reader, "epigraph")
    reader.inner(words)
    reader.draft.block_break()
    reader.draft.glyphs("— ", source.start)
    reader.inner(source)
    end_environment(reader, "epigraph")
    return source.end + 1
