"""LaTeX's environments and items: quotations, lists, code, the printed bibliography."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citemgr.documents.draft import Mark
from citemgr.documents.latex_citations import cited_keys, write_citation
from citemgr.documents.latex_macros import use
from citemgr.documents.latex_words import CODE, LISTS, MATHS, QUOTES
from citemgr.model import BlockKind, CitedKey

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader


_WITH_ARGUMENT = frozenset(
    "tabular tabular* tabularx longtable minipage thebibliography multicols wrapfigure adjustwidth"
    " otherlanguage otherlanguage* spacing".split()
)


@dataclass(slots=True)
class Open:
    """An open environment or item."""

    name: str
    kind: BlockKind | None
    mark: Mark
    label: str | None = None
    tail: str = ""
    cited: tuple[CitedKey, ...] = ()
    at: int = 0
    items: int = 0


def begin(reader: Reader, name: str, at: int) -> int:
    """Open an environment; code and formulas are passed over as wholes."""
    if name in CODE or name in MATHS:
        end = reader.source.find(f"\\end{{{name}}}", at)
        end = end if end >= 0 else len(reader.source)
        if name in CODE:
            reader.draft.block_break()
            mark = reader.draft.mark()
            reader.draft.lines(reader.source[at:end], at)
            reader.draft.add_block(BlockKind.CODE, mark)
        else:
            reader.draft.blank()
        return min(len(reader.source), end + len(f"\\end{{{name}}}"))
    if name in QUOTES:
        return _begin_quote(reader, name, at)
    own = reader.macros.environments.get(name)
    if own is not None:
        reader.draft.block_break()
        reader.open.append(Open(name, None, reader.draft.mark()))
        return use(reader, name, own, at, at)
    _, at = reader.options(at)
    first = reader.argument(at) if name in _WITH_ARGUMENT else None
    at = first.end + 1 if first else at
    reader.draft.block_break()
    reader.open.append(Open(name, None, reader.draft.mark()))
    return at


def begin_quotation(reader: Reader, name: str) -> Open:
    """Open a block quotation."""
    reader.draft.block_break()
    opened = Open(name, BlockKind.QUOTATION, reader.draft.mark())
    reader.open.append(opened)
    return opened


def _begin_quote(reader: Reader, name: str, at: int) -> int:
    start = at
    opened = begin_quotation(reader, name)
    if "foreign" in name:
        language = reader.argument(at)
        at = language.end + 1 if language else at
    options, at = reader.options(at)
    if "cquote" in name:
        keys = reader.argument(at)
        if keys is not None:
            opened.cited = tuple(cited_keys(reader, keys, options))
            at = keys.end + 1
    elif options and name.endswith("displayquote"):
        opened.tail = f"({reader.plain(options[0])})"
    opened.at = start
    return at


def end_environment(reader: Reader, name: str) -> None:
    """Close the environment and all that is still open in it."""
    if all(each.name != name for each in reader.open):
        return
    while True:
        closed = reader.open.pop()
        if closed.cited:
            reader.draft.blank()
            write_citation(reader, closed.cited, closed.at)
        if closed.tail:
            reader.draft.blank()
            reader.draft.glyphs(closed.tail, closed.at)
        if closed.kind is not None:
            reader.draft.add_block(closed.kind, closed.mark, label=closed.label)
        reader.draft.block_break()
        if closed.name == name:
            return


def item(reader: Reader, name: str, at: int) -> int:
    """`\\item[label]` in a list."""
    option = reader.option(at)
    label = reader.plain(option) if option else None
    if reader.open and reader.open[-1].name == "\\item":
        end_environment(reader, "\\item")
    around = reader.open[-1] if reader.open else None
    if around is not None and around.name in LISTS:
        around.items += 1
        if label is None and around.name in {"enumerate", "compactenum"}:
            label = str(around.items)
    reader.draft.block_break()
    reader.open.append(Open("\\item", BlockKind.LIST_ITEM, reader.draft.mark(), label))
    return option.end + 1 if option else at


def bibitem(reader: Reader, name: str, at: int) -> int:
    """`\\bibitem[label]{key}`: an entry of the printed list, labelled by its key."""
    _, at = reader.options(at)
    key = reader.argument(at)
    if reader.open and reader.open[-1].name == "\\item":
        end_environment(reader, "\\item")
    reader.draft.block_break()
    label = reader.source[key.start : key.end].strip() if key else None
    reader.open.append(Open("\\item", BlockKind.LIST_ITEM, reader.draft.mark(), label))
    return key.end + 1 if key else at


def end_paragraph(reader: Reader, name: str, at: int) -> int:
    """`\\par`."""
    reader.draft.block_break()
    return at
