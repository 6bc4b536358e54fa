"""An entry from labelled stretches: one reader a label, then the type and what hangs on it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from citemgr.model import Entry, LabelledField, Role, Span
from citemgr.references.labels import Labelling
from citemgr.references.normalise.brackets import unbracketed
from citemgr.references.normalise.containers import is_inside, split_container
from citemgr.references.normalise.dates import read_date
from citemgr.references.normalise.language import language_of
from citemgr.references.normalise.names import is_staff, read_names
from citemgr.references.normalise.numbers import read_edition, read_number, split_volume
from citemgr.references.normalise.pages import is_count, read_pages
from citemgr.references.normalise.repairs import repaired
from citemgr.references.normalise.titles import clean_title, kind_mark, split_subtitle
from citemgr.references.normalise.types import Held, Typed, is_periodical, type_of
from citemgr.values import Names, Value
from citemgr.values.identifiers import (
    find_arxiv,
    find_doi,
    find_isbn,
    find_issn,
    find_pmid,
    find_url,
)

# The confidence in what no label said.
GUESSED = 0.5
# "1953;171": the year that Vancouver prints before the volume.
_YEAR_AND_VOLUME = re.compile(r"\W*(?P<year>(?:1[5-9]|20)\d\d)\s?[;,:]\s?(?P<volume>\d.*)")
# What a volume has: digits, or a Roman numeral.
_COUNTS = re.compile(r"\d|\b[IVXLCDM]+\b|[一二三四五六七八九十]|\b[A-Z]\b")
# A "circa" before a date, which may stand outside of its label.
_CIRCA = re.compile(r"(?:\bc|\bca|\bcirca|\bum|\bvers)\.?\s*$", re.IGNORECASE)
CIRCA_REACH = 7
# A dash in the place of the author: the one of the reference before.
_SAME_AUTHOR = re.compile(r"\W{0,3}(?:[—–\-_―⸺]{2,}|[—―⸻⸺])[\s.,:]")


@dataclass(frozen=True, slots=True)
class Built:
    """An entry and the confidence in each of its fields."""

    entry: Entry
    confidence: Mapping[str, float]


@dataclass(slots=True)
class _Draft:
    """The fields of an entry while they are read, with place and confidence."""

    text: str
    before: Names | None
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


def build_entry(
    text: str, labelling: Labelling, role: Role = "list", before: Names | None = None
) -> Built:
    """The entry that `text` describes, from its labelled stretches.

    `role` is `note` for a citation in a note, where a page is a locator and no part of the work.
    `before` are the authors of the reference before, for which a dash may stand. Spans of the entry
    are code points of `text`.
    """
    draft = _Draft(text, before)
    for part, sure in repaired(text, labelling):
        reader = READERS.get(part.label)
        if reader is not None:
            reader(draft, part, sure)
    _add_author_before(draft)
    _add_identifiers(draft)
    _add_date(draft)
    if role == "note":
        _drop_locator(draft, labelling.fields)
    typed = type_of(draft.fields, Held(draft.container, draft.inside), text, draft.mark)
    _settle(draft, typed)
    entry = Entry(typed.type, "", draft.fields, draft.spans)
    return Built(entry, draft.confidence)


def _author(draft: _Draft, part: LabelledField, sure: float) -> None:
    if not _SAME_AUTHOR.match(part.value + " "):
        _people("author")(draft, part, sure)


def _people(name: str) -> Callable[[_Draft, LabelledField, float], None]:
    def read(draft: _Draft, part: LabelledField, sure: float) -> None:
        if _DEGREE.fullmatch(part.value + "."):
            draft.put("type", part.value, part, sure)
            return
        names = read_names(_with_stop(draft.text, part))
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


def _title(draft: _Draft, part: LabelledField, sure: float) -> None:
    if not any(character.isalpha() for character in part.value):
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


def _container(draft: _Draft, part: LabelledField, sure: float) -> None:
    container, edition = split_container(_with_stop(draft.text, part))
    if edition:
        draft.put("edition", edition, part, sure)
    if draft.container:
        container = f"{draft.container}, {container}"
    draft.container = container
    draft.inside = draft.inside or is_inside(draft.text[: part.start][-8:] + part.value[:4])
    draft.spans.setdefault("container", Span(part.start, part.end))
    draft.confidence["container"] = min(sure, draft.confidence.get("container", 1.0))


def _date(draft: _Draft, part: LabelledField, sure: float) -> None:
    lead = draft.text[max(0, part.start - CIRCA_REACH) : part.start]
    circa = _CIRCA.search(lead)
    draft.put("date", read_date((circa[0] if circa else "") + part.value), part, sure)


def _accessed(draft: _Draft, part: LabelledField, sure: float) -> None:
    draft.put("urldate", read_date(part.value), part, sure)


def _pages(draft: _Draft, part: LabelledField, sure: float) -> None:
    if is_count(part.value):
        draft.put("pagetotal", re.sub(r"\D", "", part.value), part, sure)
    else:
        draft.put("pages", read_pages(part.value), part, sure)


def _volume(draft: _Draft, part: LabelledField, sure: float) -> None:
    dated = _YEAR_AND_VOLUME.match(part.value)
    if dated is not None:
        draft.put("date", read_date(dated["year"]), part, sure)
    if not _COUNTS.search(part.value):
        return
    volume, issue = split_volume(dated["volume"] if dated else part.value)
    draft.put("volume", volume, part, sure)
    draft.put("number", issue, part, sure)


def _issue(draft: _Draft, part: LabelledField, sure: float) -> None:
    draft.put("number", read_number(part.value), part, sure)


def _edition(draft: _Draft, part: LabelledField, sure: float) -> None:
    draft.put("edition", read_edition(part.value), part, sure)


def _plain(name: str) -> Callable[[_Draft, LabelledField, float], None]:
    def read(draft: _Draft, part: LabelledField, sure: float) -> None:
        value = unbracketed(part.value)
        draft.put(name, value, part, sure, more=", ")

    return read


def _location(draft: _Draft, part: LabelledField, sure: float) -> None:
    value = unbracketed(part.value)
    draft.put("location", value, part, sure, more="; ")


# Label of the sequence model -> what reads it. Labels that are missing set no field.
READERS: Mapping[str, Callable[[_Draft, LabelledField, float], None]] = {
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


def _add_author_before(draft: _Draft) -> None:
    """A dash in the place of the author stands for the authors of the reference before."""
    missing = "author" not in draft.fields
    if draft.before is not None and missing and _SAME_AUTHOR.match(draft.text):
        draft.fields["author"] = draft.before
        draft.confidence["author"] = 1.0


def _add_identifiers(draft: _Draft) -> None:
    """Identifiers are recognised wherever they stand, whatever their label."""
    found = {
        "doi": find_doi(draft.text),
        "isbn": find_isbn(draft.text),
        "issn": find_issn(draft.text),
        "pmid": find_pmid(draft.text),
        "eprint": find_arxiv(draft.text),
        "url": find_url(draft.text),
    }
    for name, value in found.items():
        if value:
            draft.fields[name] = value
            draft.confidence[name] = 1.0
            at = draft.text.find(value)
            if at >= 0:
                draft.spans[name] = Span(at, at + len(value))
    if found["eprint"]:
        draft.fields["eprinttype"] = "arxiv"


def _add_date(draft: _Draft) -> None:
    """A year that stands outside of all other fields dates a work that has no other date."""
    if "date" in draft.fields:
        return
    rest = list(draft.text)
    for name, span in draft.spans.items():
        if name not in {"volume", "number"}:
            rest[span.start : span.end] = " " * (span.end - span.start)
    date = read_date("".join(rest))
    if date is not None:
        draft.fields["date"] = date
        draft.confidence["date"] = GUESSED
        if draft.fields.get("volume") == str(date.year) and "pages" not in draft.fields:
            del draft.fields["volume"], draft.spans["volume"], draft.confidence["volume"]


def _drop_locator(draft: _Draft, parts: Sequence[LabelledField]) -> None:
    """In a note the page behind a book says where the quoted words stand; so does a single page
    behind what is part of a book. An article's own pages stay."""
    pages = [part for part in parts if part.label == "pages"]
    labels = {part.label for part in parts}
    article = bool(labels & {"volume", "issue"}) or is_periodical(draft.container)
    whole = "container" in labels and re.search(
        r"\d\s?[-–‑—]\s?\d", pages[-1].value if pages else ""
    )
    if len(pages) == 1 and not (article and draft.container) and not whole:
        draft.fields.pop("pages", None)
        draft.spans.pop("pages", None)
        draft.confidence.pop("pages", None)


def _settle(draft: _Draft, typed: Typed) -> None:
    """What depends on the type: where the container goes, the school, a volume's title."""
    fields = draft.fields
    if typed.subtype:
        fields["entrysubtype"] = typed.subtype
    if typed.type == "thesis" and draft.container and not fields.keys() & _SCHOOLS:
        _rename(draft, "container", "institution")
        fields["institution"] = _DEGREE.sub("", draft.container)
        draft.container = ""
    if draft.container:
        _place_container(draft, typed)
    if typed.subtype == "newspaper" and not fields.keys() & {"pages", "number"}:
        _page_of_newspaper(draft)
    if typed.type in {"thesis", "report"} and "institution" not in fields and "publisher" in fields:
        _rename(draft, "publisher", "institution")
    elif typed.type not in {"thesis", "report"} and "publisher" not in fields:
        _rename(draft, "institution", "publisher")
    if typed.type == "thesis" and "type" not in fields:
        fields["type"] = "phdthesis"
    title = fields.get("title")
    language = language_of(title) if isinstance(title, str) else ""
    if language:
        fields["langid"] = language


# What names the school of a thesis; the degree that may stand before it.
_SCHOOLS = frozenset({"institution", "publisher"})
_DEGREE = re.compile(r"^(?:[MBD]\.?\s?(?:A|Sc|S|Phil)|Ph\.?\s?D|MBA|Diss)\b\.?[,.\s]+")


def _page_of_newspaper(draft: _Draft) -> None:
    """The one bare number behind a newspaper's name is its page."""
    volume = draft.fields.get("volume")
    pages = read_pages(volume) if isinstance(volume, str) and len(volume) <= 3 else None
    announced = re.search(r"\b(?:vol|bd|jg|t)\b", draft.text, re.IGNORECASE)
    if pages is not None and not announced:
        _rename(draft, "volume", "pages")
        draft.fields["pages"] = pages


def _place_container(draft: _Draft, typed: Typed) -> None:
    name = _CONTAINER_FIELDS.get(typed.type, "booktitle")
    if name != "journaltitle" and "title" not in draft.fields:
        name = "title"
    draft.fields[name] = draft.container
    draft.spans[name] = draft.spans.pop("container")
    draft.confidence[name] = draft.confidence.pop("container")


# Type -> the field for what holds the work; `booktitle` for the others.
_CONTAINER_FIELDS = {
    "article": "journaltitle",
    "online": "organization",
    "thesis": "series",
    "report": "series",
    "book": "series",
    "misc": "howpublished",
    "dataset": "organization",
    "software": "organization",
    "movie": "organization",
    "patent": "series",
    "legislation": "series",
}


def _rename(draft: _Draft, old: str, new: str) -> None:
    """Give the field `old`, where there is one, the name `new`."""
    if old in draft.fields:
        draft.fields[new] = draft.fields.pop(old)
    elif old != "container":
        return
    draft.spans[new] = draft.spans.pop(old)
    draft.confidence[new] = draft.confidence.pop(old)
