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
    if end is None and last.strip(" ."):
        return None
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


# Month names as databases print them: English, German, French, Spanish, Italian, Portuguese, Dutch.
_MONTH_WORDS = (
    "january jan januar janvier janv enero ene gennaio gen janeiro januari",
    "february feb februar février fevrier févr fevr febrero febbraio fevereiro fev februari",
    "march mar märz maerz mrz mars marzo março marco maart mrt",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio mei",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sep sept septembre septiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
_SEASON_WORDS = ("spring", "summer", "autumn fall", "winter")
_MONTHS = {
    word: number
    for table, first in ((_MONTH_WORDS, 1), (_SEASON_WORDS, 21))
    for number, words in enumerate(table, first)
    for word in words.split()
}
_WORD = re.compile(r"[^\W\d_]+|\d+")
_RANGE = re.compile(r"(?P<first>\d{4})\s*(?:--?|–|—|/|to)\s*(?P<last>\d{4})")
_CIRCA = re.compile(r"^(?:c|ca|circa|about)\b\.?\s*", re.IGNORECASE)


def parse_date(text: str) -> Date | None:
    """A date as databases print it: EDTF, `2001/09/01/`, `29 August 2025`, `Mar 3, 2015`,
    `Spring 2020`, `Mar-Apr 2020`, `1990-1995`, `c. 1650`; None where no year of four digits is
    told."""
    text = text.strip().strip("[]().,;/ ")
    if date := parse_edtf(text):
        return date
    if years := _RANGE.fullmatch(text):
        return Date(int(years["first"]), end=Date(int(years["last"])))
    bare = _CIRCA.sub("", text)
    words = _WORD.findall(bare.lower())
    years_at = [at for at, word in enumerate(words) if len(word) == 4 and word.isdecimal()]
    if len(years_at) != 1:
        return _compact(text)
    year = int(words.pop(years_at[0]))
    circa, uncertain = bare != text, text.endswith("?")
    months = [_MONTHS[word] for word in words if word in _MONTHS]
    numbers = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    if not months and numbers and years_at[0] == 0 and 1 <= numbers[0] <= 12:
        months = [numbers.pop(0)]
    if not months and numbers and years_at[0] == 2 and len(numbers) == 2:
        months = _month_of(numbers)
    day = next((number for number in numbers if 1 <= number <= 31), None)
    end = Date(year, months[1]) if len(months) > 1 and months[1] != months[0] else None
    month = months[0] if months else None
    settled = day if month is not None and month <= 12 and end is None else None
    return Date(year, month, settled, end, circa=circa, uncertain=uncertain)


def _month_of(numbers: list[int]) -> list[int]:
    """The month of `29.08.2025` or `08/29/2025`, taken from `numbers`; none where both could be."""
    first, second = numbers
    if first == second and 1 <= first <= 12:
        return [numbers.pop(0)]
    if 1 <= second <= 12 < first <= 31:
        return [numbers.pop(1)]
    if 1 <= first <= 12 < second <= 31:
        return [numbers.pop(0)]
    return []


def _compact(text: str) -> Date | None:
    """`20250829`, as library catalogues have it."""
    match = re.fullmatch(r"(\d{4})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])", text)
    return Date(int(match[1]), int(match[2]), int(match[3])) if match else None
