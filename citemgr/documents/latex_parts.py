"""The other files of a LaTeX document, read where it takes them in: `\\input`, `\\include`, and the
printed bibliography, which BibTeX writes as LaTeX and biber as fields."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citemgr.documents.latex_bbl import bbl_entries

if TYPE_CHECKING:
    from citemgr.documents.latex import Reader

# Files take in files so far.
DEEPEST = 20


def body_of(text: str) -> tuple[int, int]:
    """Where a file's own text starts and ends; one without `\\begin{document}` is all text."""
    start = re.search(r"(?<!%)\\begin\s*\{document\}", text)
    if start is None:
        return 0, len(text)
    end = text.rfind("\\end{document}", start.end())
    return start.end(), end if end >= 0 else len(text)


def take_in(reader: Reader, name: str, at: int) -> int:
    """`\\input{name}`, `\\input name`."""
    inner = reader.argument(at)
    bare = re.compile(r"\s*([^\s{}\\%]{1,200})").match(reader.source, at)
    if inner is not None:
        named, end = reader.source[inner.start : inner.end].strip(), inner.end + 1
    elif bare is not None:
        named, end = bare[1], bare.end()
    else:
        return at
    _read(reader, named, ".tex")
    return end


def printed_bibliography(reader: Reader, name: str, at: int) -> int:
    """`\\bibliography{names}`, `\\printbibliography`: what was printed there the last time."""
    end = reader.silent("label", at) if name == "bibliography" else reader.options(at)[1]
    _read(reader, reader.project.stem, ".bbl")
    return end


def _read(reader: Reader, name: str, suffix: str) -> None:
    found = reader.project.open(name, suffix)
    if found is None or reader.depth >= DEEPEST:
        return
    path, source = found
    entries = bbl_entries(source) if suffix == ".bbl" else None
    if entries is not None:
        for entry in entries:
            reader.draft.entries.setdefault(entry.key, entry)
        return
    before = reader.draft.enter(path, source)
    reader.elsewhere(source, *body_of(source), reader.draft.file)
    reader.draft.back(before)
