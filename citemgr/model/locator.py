"""The part of a source to which a callout points."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locator:
    """A kind (`page`, `chapter`, `section`, `paragraph`, `line`, `verse`, `folio`, `note`,
    `timestamp`, ...: the CSL 1.0.2 locator terms) and the value printed, `33-35`, without the
    term ("p."); ranges are joined by a plain hyphen."""

    kind: str
    value: str
