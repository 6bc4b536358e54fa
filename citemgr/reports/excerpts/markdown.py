"""Quotations as reading notes, by the habits of Obsidian and Zettlr: a heading a work with its
citation key and reference, below it its quotations as blocks, each with its citation, an anchor
that other notes can link to (`^…`), and the document it stands in.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from citemgr.formats import write_entries
from citemgr.reports.excerpts.excerpt import Excerpt
from citemgr.reports.excerpts.pandoc import block, escaped

# Letters of an id that make an anchor: as many as git shows of its own hashes, and some more.
_ANCHOR = 10


def write(excerpts: Iterable[Excerpt], library: str) -> Iterator[str]:
    """The notes, works in the order of their keys, and what is linked to none at the end."""
    ordered = sorted(excerpts, key=lambda each: (not each.key, each.key.casefold()))
    for at, (key, group) in enumerate(groupby(ordered, key=lambda each: each.key)):
        of_work = list(group)
        yield ("\n" if at else "") + _head(key, of_work[0])
        for excerpt in of_work:
            yield "".join(f"\n{part}\n" for part in _note(excerpt))


def _head(key: str, excerpt: Excerpt) -> str:
    heading = f"## @{key}\n" if key else "## Without a source\n"
    if excerpt.entry is None:
        return heading
    reference = write_entries([excerpt.entry], "markdown").removeprefix("- ")
    return f"{heading}\n{reference}"


def _note(excerpt: Excerpt) -> Iterator[str]:
    """The paragraphs of one quotation: what a reader wrote over it, its words, its anchor, and
    where it stands or was kept."""
    annotation = excerpt.annotation
    if label := annotation.extra.get("label"):
        yield f"**{escaped(str(label))}**"
    yield block(excerpt).rstrip("\n")
    yield f"^{_anchor(excerpt)}"
    where = "Quoted" if annotation.end else "Kept"
    yield f"{where} in [{escaped(annotation.source)}](<{_address(annotation.source)}>)"


def _anchor(excerpt: Excerpt) -> str:
    return "".join(filter(str.isalnum, excerpt.annotation.id.rpartition(":")[2]))[:_ANCHOR]


def _address(path: str) -> str:
    return "".join(f"%{ord(each):02X}" if each in "<>%\\\n\r" else each for each in path)
