"""LaTeX's footnotes and endnotes; marks without a text take the texts in their order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from citemgr.documents.draft import Moved
from citemgr.model import Span

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader


@dataclass(slots=True)
class Foot:
    """A note whose body is still to be written, and the source it stands in."""

    label: str
    anchor: Span
    start: int = -1
    end: int = -1
    source: str = ""
    file: int = 0
    moved: Moved | None = None


def footnote(reader: Reader, name: str, at: int) -> int:
    """`\\footnote[label]{words}`: the anchor here, the words behind the text."""
    options, at = reader.options(at)
    inner = reader.argument(at)
    if inner is None:
        return at
    printed = reader.plain(options[0]) if options else ""
    foot(reader, inner, printed)
    return inner.end + 1


def foot(reader: Reader, inner: Span, printed: str = "") -> None:
    """Anchor a note and keep the stretch of its words for later."""
    label = printed or str(len(reader.feet) + 1)
    anchor = reader.draft.anchor(label, max(0, inner.start - 1))
    feet = Foot(label, anchor, *inner, reader.source, reader.draft.file, reader.draft.moved)
    reader.feet.append(feet)


def footnotemark(reader: Reader, name: str, at: int) -> int:
    """`\\footnotemark[label]`: an anchor whose words come with `\\footnotetext`."""
    options, end = reader.options(at)
    label = reader.plain(options[0]) if options else str(len(reader.feet) + 1)
    foot = Foot(label, reader.draft.anchor(label, at - 1))
    reader.feet.append(foot)
    reader.pending.append(foot)
    return end


def footnotetext(reader: Reader, name: str, at: int) -> int:
    """`\\footnotetext[label]{words}`: the words of the mark of that label, or of the next one."""
    options, at = reader.options(at)
    inner = reader.argument(at)
    if inner is None:
        return at
    label = reader.plain(options[0]) if options else ""
    foot = next((each for each in reader.pending if label in {"", each.label}), None)
    if foot is not None:
        reader.pending.remove(foot)
        foot.start, foot.end = inner
        foot.source, foot.file = reader.source, reader.draft.file
        foot.moved = reader.draft.moved
    return inner.end + 1
