"""Dates as bibliographies print them, after EDTF level 1 (ISO 8601-2:2019)."""

from __future__ import annotations

import re
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


_EDTF = re.compile(
    r"(?P<year>-?\d{4})(?:-(?P<month>\d{2}))?(?:-(?P<day>\d{2}))?(?:T[\d:Z+\-]*)?(?P<mark>[~?%]?)"
)


def parse_edtf(text: str) -> Date | None:
    """A date in EDTF: `2025-08-29`, `1990/1995`, `1650~`, `2001-21`; None for any other text."""
    first, slash, last = text.strip().partition("/")
    match = _EDTF.fullmatch(first)
    if match is None:
        return None
    end = parse_edtf(last) if slash and last.strip(" .") else None
    return Date(
        int(match["year"]),
        _number(match["month"], 1, 24),
        _number(match["day"], 1, 31),
        end,
        circa=match["mark"] in {"~", "%"},
        uncertain=match["mark"] in {"?", "%"},
    )


def format_edtf(date: Date) -> str:
    """The date in EDTF, as BibLaTeX's `date` field takes it."""
    mark = "%" if date.circa and date.uncertain else "~" if date.circa else ""
    mark = "?" if date.uncertain and not date.circa else mark
    year = f"{date.year:04d}" if date.year >= 0 else f"-{-date.year:04d}"
    parts = [year]
    if date.month is not None:
        parts.append(f"{date.month:02d}")
        if date.day is not None:
            parts.append(f"{date.day:02d}")
    text = "-".join(parts) + mark
    return f"{text}/{format_edtf(date.end)}" if date.end else text


def _number(text: str | None, least: int, most: int) -> int | None:
    return int(text) if text is not None and least <= int(text) <= most else None
