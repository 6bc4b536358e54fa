"""LaTeX's cite family (natbib, biblatex): keys with what stands before and behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from citemgr.model import CitedKey, MarkedCitation, Span

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader


def cite(reader: Reader, name: str, start: int, at: int) -> int:
    """`\\cite[pre][post]{keys}` and its kin; those that end in "cites" take several such groups."""
    many = name.lower().endswith("cites")
    cited: list[CitedKey] = []
    while True:
        options, at = reader.options(at)
        keys = reader.argument(at)
        if keys is None:
            break
        cited += cited_keys(reader, keys, options)
        at = keys.end + 1
        if not many:
            break
    if cited and not name.lower().startswith("nocite"):
        write_citation(reader, tuple(cited), start)
    return at


def cited_keys(reader: Reader, keys: Span, options: list[Span]) -> Iterator[CitedKey]:
    """The keys of one group; the words before belong to the first, those behind to the last."""
    suffix = reader.plain(options[-1]) if options else ""
    prefix = reader.plain(options[0]) if len(options) > 1 else ""
    names = [key.strip() for key in reader.source[keys.start : keys.end].split(",")]
    names = [name for name in names if name]
    for number, name in enumerate(names):
        first, last = number == 0, number == len(names) - 1
        yield CitedKey(name, None, prefix if first else "", suffix if last else "")


def write_citation(reader: Reader, cited: tuple[CitedKey, ...], at: int) -> None:
    """Write a citation as the keys it names, in brackets."""
    parts = []
    for each in cited:
        words = ", ".join(filter(None, (each.key, each.suffix)))
        parts.append(f"{each.prefix} {words}".strip())
    mark = reader.draft.mark()
    reader.draft.glyphs(f"[{'; '.join(parts)}]", at)
    span = reader.draft.since(mark)
    if span is not None:
        reader.draft.citations.append(MarkedCitation(span, cited))
