"""One bibliography entry, in the data model of BibLaTeX (manual, section 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from citemgr.model.span import Span
from citemgr.values import Value


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its BibLaTeX type in lower case, its key, its fields.

    Field names are BibLaTeX's, in lower case (`journaltitle`, `location`, `date`, `number` for an
    issue); name lists are `Names`, dates `Date`, `pages` are `Pages`, all else Unicode text without
    TeX. `spans` says where in `Document.text` a field was printed, for entries read from a
    reference.
    """

    type: str
    key: str = ""
    fields: Mapping[str, Value] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """The field as text, or an empty string where it is missing or typed otherwise."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""

    def with_key(self, key: str) -> Entry:
        """The same entry under another citation key."""
        return replace(self, key=key)
