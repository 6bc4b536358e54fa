"""CSL-YAML, pandoc's form of CSL-JSON: the items as a list under `references`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citemgr.formats.csl_json import from_csl, to_csl
from citemgr.formats.table import Parsed
from citemgr.formats.yaml_text import dump, load
from citemgr.model import CitemgrError, Entry


def read(text: str, path: str | None = None) -> Parsed:
    """The entries under `references`, or of a bare list."""
    data = load(text, path)
    items = data.get("references") if isinstance(data, dict) else data
    if not isinstance(items, list):
        raise CitemgrError("has no list of references", path=path)
    return Parsed(tuple(from_csl(item) for item in items if isinstance(item, dict)))


def write(entries: Iterable[Entry]) -> Iterator[str]:
    """The entries as pandoc takes them in a document's metadata."""
    yield "---\nreferences:\n"
    for entry in entries:
        yield dump([to_csl(entry)])
    yield "...\n"
