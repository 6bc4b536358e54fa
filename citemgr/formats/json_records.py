"""The records of a registry's answers, as saved to a file: one record, a list of them, JSON Lines,
or an envelope around any of these."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from citemgr.formats.json_values import json_values
from citemgr.formats.problems import broken_record
from citemgr.model import Entry, Finding

# A whole entity: `&copy=1` in an address is none.
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{1,6}|#x[0-9A-Fa-f]{1,5});")
Json = Mapping[str, Any]


def read_records(
    pieces: Iterable[str],
    path: str | None,
    unwrapped: Callable[[Json], Iterable[Any]],
    entry_of: Callable[[Json], Entry],
) -> Iterator[Entry | Finding]:
    """The entry of each record, and a finding for each value that is none or lacks a title.

    `unwrapped` gives the records of an envelope, or the record itself.
    """
    number = 0
    for value in json_values(pieces, path):
        if isinstance(value, Finding):
            yield value
            continue
        line, data = value
        for record in _flat(data, unwrapped):
            number += 1
            if not isinstance(record, dict):
                yield broken_record(f"(number {number}) is no JSON object", path, line)
                continue
            entry = entry_of(record)
            if entry.fields:
                yield entry
            if "title" not in entry.fields:
                yield broken_record(f"(number {number}) has no title", path, line)


def _flat(data: Any, unwrapped: Callable[[Json], Iterable[Any]]) -> Iterator[Any]:
    for each in data if isinstance(data, list) else [data]:
        if isinstance(each, dict):
            yield from unwrapped(each)
        else:
            yield each


def text_of(value: Any) -> str:
    """A scalar as text on one line, without the entities that publishers leave in it; empty for
    lists, objects and nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_ENTITY.sub(lambda entity: unescape(entity[0]), str(value)).split())


def dicts(value: Any) -> list[Json]:
    """The objects of a list, or the object itself; none for anything else."""
    listed = value if isinstance(value, list) else [value]
    return [each for each in listed if isinstance(each, dict)]
