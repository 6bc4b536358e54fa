"""Dates as people print them, in any order and in the languages of `MONTHS`."""

from __future__ import annotations

import re

from citemgr.values import Date

_MONTH_NAMES = (
    "january jan januar jänner januari janvier janv enero ene gennaio gen janeiro января январь "
    "stycznia leden sausio",
    "february feb febr februar februari février févr fév febrero febbraio fevereiro fev февраля "
    "февраль lutego únor vasario",
    "march mar märz mrz maart mars marzo março марта март marca březen kovo",
    "april apr avril avr abril abr aprile апреля апрель kwietnia duben balandžio",
    "may mai mei mayo maggio mag maio мая май maja květen gegužės maj",
    "june jun juni juin junio giugno giu junho июня июнь czerwca červen birželio",
    "july jul juli juillet juil julio luglio lug julho июля июль lipca červenec liepos",
    "august aug août agosto ago augustus augusti августа август sierpnia srpen rugpjūčio",
    "september sep sept septembre septiembre settembre set setembro сентября сентябрь września "
    "září "
    "rugsėjo",
    "october oct oktober okt octobre octubre ottobre ott outubro out октября октябрь października "
    "říjen spalio",
    "november nov novembre noviembre novembro ноября ноябрь listopada listopad lapkričio",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro декабря декабрь "
    "grudnia "
    "prosinec gruodžio",
)
MONTHS = {name: at for at, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_SEASONS = {
    21: "spring printemps frühjahr frühling primavera весна wiosna",
    22: "summer été sommer verano estate лето lato",
    23: "autumn fall automne herbst otoño autunno осень jesień",
    24: "winter hiver invierno inverno зима zima",
}
SEASONS = {name: number for number, names in _SEASONS.items() for name in names.split()}

_ISO = re.compile(r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?\b")
_CJK = re.compile(
    r"(?P<year>\d{4})\s*年(?:\s*(?P<month>\d{1,2})\s*月)?(?:\s*(?P<day>\d{1,2})\s*日)?"
)
_NUMERIC = re.compile(r"\b(?P<first>\d{1,2})[./-]\s?(?P<second>\d{1,2})[./-]\s?(?P<year>\d{4})\b")
_YEAR = re.compile(r"(?<!\d)(?P<year>1[0-9]\d\d|20\d\d)(?!\d)")
_RANGE = re.compile(
    r"(?<!\d)(?P<first>1[0-9]\d\d|20\d\d)\s?[-–—/]\s?(?P<last>\d{4}|\d{2})(?![\d.\-/])"
)
_WORD = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)(?P<day>[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th|er|º|ª)?")
_CIRCA = re.compile(r"\b(?:c|ca|circa|um|vers|ok|около)\b\.?\s*(?=\[?\d)|~", re.IGNORECASE)
_UNCERTAIN = re.compile(r"\d\s*\?")


def read_date(text: str) -> Date | None:
    """The date that `text` prints, as precise as it is; None where it names no year."""
    date = _numeric(text) or _range(text) or _written(text)
    if date is None:
        return None
    circa, uncertain = bool(_CIRCA.search(text)), bool(_UNCERTAIN.search(text))
    if not (circa or uncertain):
        return date
    return Date(date.year, date.month, date.day, date.end, circa, uncertain)


def _numeric(text: str) -> Date | None:
    for pattern in (_CJK, _ISO):
        match = pattern.search(text)
        if match and match["month"] and 1 <= int(match["month"]) <= 12:
            day = int(match["day"]) if match["day"] else None
            return Date(int(match["year"]), int(match["month"]), day if _is_day(day) else None)
        if match and pattern is _CJK:
            return Date(int(match["year"]))
    match = _NUMERIC.search(text)
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    # Day first, as most of the world prints it, unless only the American order makes a date.
    day, month = (first, second) if second <= 12 else (second, first)
    if not (1 <= month <= 12 and _is_day(day)):
        return Date(int(match["year"]))
    return Date(int(match["year"]), month, day)


def _is_day(day: int | None) -> bool:
    return day is not None and 1 <= day <= 31


def _range(text: str) -> Date | None:
    match = _RANGE.search(text)
    if match is None:
        return None
    first = int(match["first"])
    last = (
        int(match["last"]) if len(match["last"]) == 4 else first // 100 * 100 + int(match["last"])
    )
    month_like = len(match["last"]) == 2 and last <= first
    return None if month_like else Date(first, end=Date(last) if last > first else None)


def _written(text: str) -> Date | None:
    match = _YEAR.search(text)
    if match is None:
        return None
    year = int(match["year"])
    words = [word.lower() for word in _WORD.findall(text)]
    season = next((SEASONS[word] for word in words if word in SEASONS), None)
    if season is not None and not any(word in MONTHS for word in words):
        return Date(year, season)
    month = next((MONTHS[word] for word in words if word in MONTHS), None)
    if month is None:
        return Date(year)
    rest = text[: match.start()] + " " + text[match.end() :]
    day = _DAY.search(rest)
    return Date(year, month, int(day["day"]) if day else None)
