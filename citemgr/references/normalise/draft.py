"""The fields of an entry while they are read, each with its place and confidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from citemgr.model import LabelledField, Span
from citemgr.values import Names, Value


@dataclass(frozen=True, slots=True)
class Context:
    """What the references around one tell of it.

    `before` are the authors of the one before, for which a dash may stand; `family_first` says that
    the list prints names family first though no comma shows it.
    """

    before: Names | None = None
    family_first: bool = False


@dataclass(slots=True)
class Draft:
    """The fields of an entry while they are read, with place and confidence."""

    text: str
    context: Context
    fields: dict[str, Value] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    confidence: dict[str, float] = field(default_factory=dict)
    container: str = ""
    inside: bool = False
    mark: str = ""

    def put(
        self, name: str, value: Value | None, part: LabelledField, sure: float, more: str = ""
    ) -> None:
        """Set a field that is not set yet; text that comes again is joined by `more`."""
        old = self.fields.get(name)
        if not value:
            return
        if old is not None:
            if not (more and isinstance(old, str) and isinstance(value, str)):
                return
            value = f"{old}{more}{value}"
            sure = min(sure, self.confidence[name])
        self.fields[name] = value
        self.spans.setdefault(name, Span(part.start, part.end))
        self.confidence[name] = sure
