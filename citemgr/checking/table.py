"""Quotations without their documents: a table of them, checked line by line.

The table is JSON Lines or CSV with a header; each row has an `id`, the `source` (a file stem or an
entry key) and the `quote`. Columns that are not needed are left alone.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from citemgr.checking.elsewhere import look_elsewhere
from citemgr.checking.judging import findings_of
from citemgr.checking.outcome import Item, Outcome
from citemgr.checking.verdicts import check
from citemgr.model import Checked, CitemgrError, Verdict
from citemgr.sources import Shelf

_CSV_SUFFIXES = frozenset({".csv", ".tsv"})


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation of a table; `line` is where it stands, from 1."""

    id: str
    source: str
    quote: str
    line: int


def read_table(path: Path) -> list[Row]:
    """The rows of the table in the file `path`.

    Raises `CitemgrError` with path and line for what is no table of quotations.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise CitemgrError("is not UTF-8 text", path=str(path)) from error
    suffix = path.suffix.lower()
    is_csv = suffix in _CSV_SUFFIXES or (suffix != ".jsonl" and not text.lstrip().startswith("{"))
    rows = _read_csv(text, path) if is_csv else _read_json_lines(text, path)
    return [_row(values, line, path) for line, values in rows]


def check_row(row: Row, shelf: Shelf, search_all: bool = True) -> Checked:
    """The verdict on one row; `search_all` looks into the other sources where the cited one does
    not have it."""
    source = shelf.get(row.source)
    checked = Checked(Verdict.UNCHECKED) if source is None else check(row.quote, source)
    return look_elsewhere(row.quote, checked, row.source, shelf) if search_all else checked


def check_table(path: Path, rows: Iterable[Row], shelf: Shelf) -> Outcome:
    """The outcome for a whole table; its quotations stand on the lines of `path`."""
    items = []
    for row in rows:
        item = Item(row.id, row.quote, row.source, check_row(row, shelf), row.line, 1)
        items.append(replace(item, findings=tuple(findings_of(item, str(path)))))
    return Outcome(str(path), tuple(items))


def _read_json_lines(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
        except ValueError as error:
            raise CitemgrError(f"is no JSON: {error}", path=str(path), line=number) from error
        if not isinstance(values, dict):
            raise CitemgrError("is no JSON object", path=str(path), line=number)
        yield number, values


def _read_csv(text: str, path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for values in reader:
            yield reader.line_num, values
    except csv.Error as error:
        raise CitemgrError(f"is no CSV: {error}", path=str(path), line=reader.line_num) from error


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _row(values: Mapping[str, Any], line: int, path: Path) -> Row:
    fields = {name: values.get(name) for name in ("id", "source", "quote")}
    if not isinstance(fields["quote"], str):
        raise CitemgrError("has no quotation: a column or key `quote`", path=str(path), line=line)
    name = fields["id"] if fields["id"] is not None else line
    return Row(str(name), str(fields["source"] or ""), fields["quote"], line)
