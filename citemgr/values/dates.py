"""Dates as bibliographies print them, after EDTF level 1 (ISO 8601-2:2019)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Date:
    """A date or a range of dates, as precise as the source prints it.

    `month` is 1 to 12, or 21 to 24 for spring, summer, autumn, winter (EDTF). `end` closes a
    range. `circa` is "c. 1650" (EDTF `~`), `uncertain` is "1650?" (EDTF `?`). Years before 1 are
    astronomical: 0 is 1 BC.
    """

    year: int
    month: int | None = None
    day: int | None = None
    end: Date | None = None
    circa: bool = False
    uncertain: bool = False
