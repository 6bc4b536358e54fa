"""Dates in the habits of many languages."""

from __future__ import annotations

import random

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
    "diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre "
    "dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro "
    "dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października "
    "listopada grudnia",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
}
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
SEASONS = {
    "en": ("Spring", "Summer", "Fall", "Autumn", "Winter"),
    "de": ("Frühjahr", "Sommer", "Herbst", "Winter"),
    "fr": ("printemps", "été", "automne", "hiver"),
}


def year(rng: random.Random) -> str:
    """A year, mostly of the last decades."""
    if rng.random() < 0.12:
        return str(rng.randint(1850, 1959))
    return str(min(2026, 1960 + int(66 * rng.random() ** 0.6)))


def date(habit: str, language: str, rng: random.Random) -> str:
    """A date in a habit: `dmy`, `mdy`, `short`, `numbers`, `iso`, `month`, `season`, `ymd`."""
    months = MONTHS.get(language, MONTHS["en"]).split()
    number, day, when = rng.randint(1, 12), rng.randint(1, 28), year(rng)
    month = months[number - 1]
    if habit == "any":
        habit = rng.choice(("dmy", "mdy" if language == "en" else "dmy", "short", "numbers", "iso"))
    if habit in {"mdy", "short"} and language != "en" and rng.random() < 0.8:
        habit = "dmy"
    if habit == "short":
        month = month if len(month) < 4 else month[:3]
        month += rng.choice(("", "", "."))
        return rng.choice((f"{day} {month} {when}", f"{month} {day}, {when}"))
    zero = f"{day:02}" if rng.random() < 0.3 else str(day)
    if habit == "dmy":
        if language in {"es", "pt"}:
            return f"{zero} de {month} de {when}"
        if language in {"de", "pl"} and rng.random() < 0.95:
            return f"{zero}{'.' if language == 'de' else ''} {month} {when}"
        return f"{zero} {month} {when}"
    if habit == "numbers":
        mark = "." if language in {"de", "ru", "pl"} or rng.random() < 0.5 else "/"
        return f"{day:02}{mark}{number:02}{mark}{when}"
    if habit == "month":
        return rng.choice((f"{month} {when}", f"{month[:3]}. {when}", f"{month[:3]} {when}"))
    if habit == "season":
        return f"{rng.choice(SEASONS.get(language, SEASONS['en']))} {when}"
    if habit == "ymd":
        return rng.choice(
            (f"{when}, {month} {day}", f"{when}, {day} {month}", f"{when} {month} {day}")
        )
    if habit == "weekday":
        return f"{rng.choice(DAYS)}, {month} {day}, {when}"
    if habit == "yearmonth":
        return rng.choice((f"{when} {month[:3]}", f"{when} {month[:3]} {day}"))
    if habit == "iso":
        return f"{when}-{number:02}-{day:02}"
    return f"{month} {day}, {when}"
