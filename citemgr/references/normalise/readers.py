"""What each label of the sequence model sets in an entry: a reader a label."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from citemgr.model import LabelledField, Span
from citemgr.references.normalise.brackets import unbracketed
from citemgr.references.normalise.containers import is_inside, split_container
from citemgr.references.normalise.dates import read_date
from citemgr.references.normalise.draft import Draft
from citemgr.references.normalise.names import is_staff, read_names
from citemgr.references.normalise.numbers import read_edition, read_number, split_volume
from citemgr.references.normalise.pages import is_count, read_pages
from citemgr.references.normalise.titles import clean_title, kind_mark, split_subtitle
from citemgr.values import Date, Names

# "1953;171": the year that Vancouver prints before the volume.
_YEAR_AND_VOLUME = re.compile(r"\W*(?P<year>(?:1[5-9]|20)\d\d)\s?[;,:]\s?(?P<volume>\d.*)")
# What a volume has: digits, or a Roman numeral.
_COUNTS = re.compile(r"\d|\b[IVXLCDM]+\b|[一二三四五六七八九十]|\b[A-Z]\b")
# "в 5 т.", "3 vols.": how many volumes the work has.
_TOTAL = re.compile(r"\s?(?:тт?|vols?|volumes|Bde|Bdn|Bände|tomes|tomos|volúmenes)\b")
# A "circa" before a date, which may stand outside of its label.
_CIRCA = re.compile(r"(?:\bc|\bca|\bcirca|\bum|\bvers)\.?\s*$", re.IGNORECASE)
CIRCA_REACH = 7
# "[1752] 1955", "1859 [1964]", "1900/1953": the year of the work and that of the edition.
_TWO_YEARS = re.compile(
    r"(?<!\d)\[?(?P<first>1[4-9]\d\d|20\d\d)(?:\]\s?|\s\[|/)(?P<last>1[4-9]\d\d|20\d\d)\]?(?![\d/])"
)
# A later edition comes so many years after the first at least.
LEAST_YEARS = 5
# "1984", "2666": a number may be a title, a range of years is a slip.
_NUMBER_TITLE = re.compile(r"\d{3,4}")
# A dash, or "the same", in the place of the author: the one of the reference before.
SAME_AUTHOR = re.compile(
    r"\W{0,3}(?:(?:[—–\-_―⸺]{2,}|[—―⸻⸺])[\s.,:]"
    r"|(?:Ders(?:elbe)?|Dies(?:elbe)?|[IÍ]d(?:em)?|Eadem)(?:\.?[:,]|\.\s))"
)

# The degree that stands before the school of a thesis, or alone.
DEGREE = re.compile(r"^(?:[MBD]\.?\s?(?:A|Sc|S|Phil)|Ph\.?\s?D|MBA|Diss)\b\.?[,.\s]+")


def _author(draft: Draft, part: LabelledField, sure: float) -> None:
    if not SAME_AUTHOR.match(draft.text, part.start):
        _people("author")(draft, part, sure)


def _people(name: str) -> Callable[[Draft, LabelledField, float], None]:
    def read(draft: Draft, part: LabelledField, sure: float) -> None:
        if DEGREE.fullmatch(part.value + "."):
            draft.put("type", part.value, part, sure)
            return
        names = read_names(_with_stop(draft.text, part), draft.context.family_first)
        if name == "editor" and is_staff(part.value) and "author" not in draft.fields:
            draft.put("author", names, part, sure)
            return
        old = draft.fields.get(name)
        if names is not None and isinstance(old, Names):
            if name == "author" and "title" in draft.fields:
                return  # the authors stand in one place; behind the title they come again
            draft.fields[name] = Names(old.names + names.names, old.others or names.others)
            draft.confidence[name] = min(sure, draft.confidence[name])
        else:
            draft.put(name, names, part, sure)

    return read


# A value that ends with an initial, or with a short word behind another abbreviation.
_WANTS_STOP = re.compile(
    r"(?:^|[\s.\-])[^\W\d_]$|\b(?:Jr|Sr)$|\.\s?[^\W\d_]{2,5}$|^[^\W\d_]{2,4}$", re.UNICODE
)
# An initial without a stop before the end: the list prints none.
_WITHOUT_STOPS = re.compile(r"(?<![^\W\d_.])[^\W\d_](?=[;,])")


def _with_stop(text: str, part: LabelledField) -> str:
    """The value with the stop that stands behind it, where that belongs to an abbreviation."""
    follows = text[part.end : part.end + 1] == "."
    acronym = len(part.value) > 1 and part.value.isupper() and "." not in part.value
    wanted = (
        not acronym and _WANTS_STOP.search(part.value) and not _WITHOUT_STOPS.search(part.value)
    )
    return part.value + "." if follows and wanted else part.value


def _title(draft: Draft, part: LabelledField, sure: float) -> None:
    if not any(map(str.isalpha, part.value)) and not _NUMBER_TITLE.fullmatch(part.value):
        return
    draft.mark = draft.mark or kind_mark(part.value)
    if not draft.mark:
        rest = draft.text[part.end : part.end + 12]
        draft.mark = kind_mark(rest.partition("]")[0] + "]") if rest.startswith(("[", " [")) else ""
    title, subtitle = split_subtitle(clean_title(part.value))
    if "title" in draft.fields:
        draft.put("title", clean_title(part.value), part, sure, more=". ")
        return
    draft.put("title", title, part, sure)
    draft.put("subtitle", subtitle, part, sure)


def _container(draft: Draft, part: LabelledField, sure: float) -> None:
    container, edition = split_container(_with_stop(draft.text, part))
    if edition:
        draft.put("edition", edition, part, sure)
    if draft.container:
        container = f"{draft.container}, {container}"
    draft.container = container
    draft.inside = draft.inside or is_inside(draft.text[: part.start][-8:] + part.value[:4])
    draft.spans.setdefault("container", Span(part.start, part.end))
    draft.confidence["container"] = min(sure, draft.confidence.get("container", 1.0))


def _date(draft: Draft, part: LabelledField, sure: float) -> None:
    lead = draft.text[max(0, part.start - CIRCA_REACH) : part.start]
    circa = _CIRCA.search(lead)
    years = _TWO_YEARS.search(part.value)
    first, last = sorted((years["first"], years["last"])) if years else ("", "")
    if years and not ("/" in years[0] and int(last) - int(first) < LEAST_YEARS):
        draft.put("origdate", read_date(first), part, sure)
        draft.put("date", read_date(last), part, sure)
        return
    date = read_date((circa[0] if circa else "") + part.value)
    known = draft.fields.get("date")
    if isinstance(known, Date) and date is not None and _is_better(known, date):
        del draft.fields["date"], draft.spans["date"]
        if known.year != date.year:
            draft.put("origdate", known, part, sure)
    draft.put("date", date, part, sure)


def _is_better(known: Date, date: Date) -> bool:
    """Whether a date that is read later tells more: the day of the same year, or the year of the
    edition at hand where the first was that of the work."""
    if known.year == date.year:
        return known.month is None and date.month is not None
    return date.year - known.year >= LEAST_YEARS and known.month is None and date.month is None


def _accessed(draft: Draft, part: LabelledField, sure: float) -> None:
    draft.put("urldate", read_date(part.value), part, sure)


def _pages(draft: Draft, part: LabelledField, sure: float) -> None:
    if is_count(part.value):
        draft.put("pagetotal", re.sub(r"\D", "", part.value), part, sure)
    else:
        draft.put("pages", read_pages(part.value), part, sure)


def _volume(draft: Draft, part: LabelledField, sure: float) -> None:
    dated = _YEAR_AND_VOLUME.match(part.value)
    if dated is not None:
        draft.put("date", read_date(dated["year"]), part, sure)
    if not _COUNTS.search(part.value):
        return
    if _TOTAL.match(draft.text, part.end):
        draft.put("volumes", read_number(part.value), part, sure)
        return
    volume, issue = split_volume(dated["volume"] if dated else part.value)
    draft.put("volume", volume, part, sure)
    draft.put("number", issue, part, sure)


def _issue(draft: Draft, part: LabelledField, sure: float) -> None:
    draft.put("number", read_number(part.value), part, sure)


def _edition(draft: Draft, part: LabelledField, sure: float) -> None:
    draft.put("edition", read_edition(part.value), part, sure)


def _plain(name: str) -> Callable[[Draft, LabelledField, float], None]:
    def read(draft: Draft, part: LabelledField, sure: float) -> None:
        value = unbracketed(part.value)
        draft.put(name, value, part, sure, more=", ")

    return read


def _location(draft: Draft, part: LabelledField, sure: float) -> None:
    value = unbracketed(part.value)
    draft.put("location", value, part, sure, more="; ")


# Label of the sequence model -> what reads it. Labels that are missing set no field.
READERS: Mapping[str, Callable[[Draft, LabelledField, float], None]] = {
    "author": _author,
    "editor": _people("editor"),
    "translator": _people("translator"),
    "director": _people("editora"),
    "title": _title,
    "container": _container,
    "series": _plain("series"),
    "volume": _volume,
    "issue": _issue,
    "number": _issue,
    "edition": _edition,
    "pages": _pages,
    "date": _date,
    "accessed": _accessed,
    "publisher": _plain("publisher"),
    "institution": _plain("institution"),
    "location": _location,
    "genre": _plain("type"),
    "note": _plain("note"),
    "medium": _plain("howpublished"),
}
