"""A reference list in Markdown (CommonMark), one list item an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from citemgr.formats.prose import address, in_container, reference_parts
from citemgr.model import Entry

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|])")


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as list items."""
    for entry in entries:
        head, title, container, rest = (_escaped(part) for part in reference_parts(entry))
        if in_container(entry):
            container = f"*{container}*"
        elif title:
            title = f"*{title}*"
        where = f"<{address(entry).replace(' ', '%20')}>" if address(entry) else ""
        last = ", ".join(filter(None, [container, rest]))
        parts = [_ended(part) for part in (head, title, last) if part]
        yield "- " + " ".join([*parts, *filter(None, [where])]) + "\n"


def _ended(part: str) -> str:
    """The part with a stop, where it has none of its own (`?` and `!` are stops)."""
    return part if part.rstrip('*”’")').endswith(("?", "!", ".")) else f"{part}."


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
