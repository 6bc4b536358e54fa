"""Jupyter notebooks (nbformat 3 and 4): the Markdown cells, one after another; code is no prose.

Places are lines of the cell, named as part of the path: `analysis.ipynb/cell 3`.
"""

from __future__ import annotations

import json
from array import array
from dataclasses import replace
from typing import Any

from citemgr.documents import markdown
from citemgr.model import CitemgrError, Document, Origin

_SET_APART = "\n\n"


def read(text: str, path: str) -> Document:
    """The document that the Markdown cells of a notebook make.

    Raises `CitemgrError` where the file is no notebook.
    """
    try:
        notebook = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        raise CitemgrError("is no notebook: its JSON is broken", path=path, line=line) from error
    cells = _cells(notebook)
    if cells is None:
        raise CitemgrError("is no notebook: it has no cells", path=path)
    whole = _SET_APART.join(source for _, source in cells)
    document = markdown.read(whole, path)
    return replace(document, format="notebook", origin=_origin(path, cells))


def _cells(notebook: Any) -> list[tuple[int, str]] | None:
    """Number and source of the cells that are prose."""
    if not isinstance(notebook, dict):
        return None
    cells = notebook.get("cells")
    if cells is None and isinstance(notebook.get("worksheets"), list):
        sheets = [each for each in notebook["worksheets"] if isinstance(each, dict)]
        cells = [cell for sheet in sheets for cell in sheet.get("cells") or ()]
    if not isinstance(cells, list):
        return None
    found = []
    for number, cell in enumerate(cells, start=1):
        if isinstance(cell, dict) and cell.get("cell_type") in {"markdown", "heading"}:
            source = cell.get("source")
            parts = source if isinstance(source, list) else [source]
            found.append((number, "".join(str(part) for part in parts if part is not None)))
    return found


def _origin(path: str, cells: list[tuple[int, str]]) -> Origin:
    """Lines and columns count within each cell."""
    offsets, lines = array("q"), array("q")
    files = []
    at = 0
    for number, source in cells:
        files.append((at, f"{path}/cell {number}"))
        start = at
        for line, words in enumerate(source.split("\n"), start=1):
            offsets.append(start)
            lines.append(line)
            start += len(words) + 1
        at += len(source) + len(_SET_APART)
    return Origin(
        path, offsets=offsets, lines=lines, columns=array("q", [1]) * len(lines), files=tuple(files)
    )
