"""The works that a wiki's citing templates describe: parameter by parameter, as the templates'
own documentation has them (Help:Citation Style 1, and its counterparts in other languages).

A work's key is the one by which `{{sfn}}` and `{{harvnb}}` name it: family names, then the year.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from citemgr.model import Entry, Locator
from citemgr.values import Name, Names, Value
from citemgr.values.dates import parse_date
from citemgr.values.names import parse_person
from citemgr.values.pages import parse_pages

Texts = Mapping[str, str]

# Template -> type of BibLaTeX; the first that the name contains.
_TYPES = (
    ("journal", "article"), ("magazine", "article"), ("news", "article"), ("article", "article"),
    ("статья", "article"), ("périodique", "article"), ("web", "online"), ("lien", "online"),
    ("internetquelle", "online"), ("thesis", "thesis"), ("report", "report"),
    ("techreport", "report"), ("conference", "inproceedings"), ("encyclopedia", "incollection"),
    ("arxiv", "online"), ("biorxiv", "online"), ("book", "book"), ("ouvrage", "book"),
    ("libro", "book"), ("книга", "book"), ("literatur", "book"), ("citation", "book"),
)  # fmt: skip
# Field of BibLaTeX -> the parameters that hold it, in order of preference.
_FIELDS: Mapping[str, Sequence[str]] = {
    "title": ("title", "titel", "titre", "título", "titolo", "заглавие"),
    "chapter": ("chapter", "contribution", "entry", "article", "section", "глава"),
    "container": ("journal", "work", "newspaper", "magazine", "website", "periodical", "périodique",
                  "encyclopedia", "encyclopaedia", "book-title", "sammelwerk", "издание"),
    "volume": ("volume", "band", "том"),
    "number": ("issue", "number", "nummer", "numéro", "номер"),
    "edition": ("edition", "auflage", "издание"),
    "series": ("series", "reihe", "collection", "серия"),
    "location": ("location", "publication-place", "place", "ort", "lieu", "место"),
    "publisher": ("publisher", "verlag", "éditeur", "editorial", "издательство"),
    "isbn": ("isbn", "isbn13"),
    "issn": ("issn",),
    "doi": ("doi",),
    "url": ("url", "archive-url", "archiveurl"),
    "eprint": ("arxiv", "eprint"),
}  # fmt: skip
_DATES = ("date", "year", "publication-date", "datum", "jahr", "année", "fecha", "año", "год")
_PAGES = ("pages", "seiten", "páginas", "страницы", "pp")
_ONE_PAGE = ("page", "p", "passage", "at", "loc", "página")
_MORE = ("", "1", "2", "3", "4", "5", "6", "7", "8")
_YEAR = re.compile(r"\b(?P<year>1\d{3}|20\d\d)(?P<letter>[a-z]?)\b")
# `{{sfn}}` names so many authors.
MOST_NAMED = 4


class Work(NamedTuple):
    """A work that a template describes, and the page of it that is cited."""

    entry: Entry
    page: Locator | None


def work_of(template: str, texts: Texts) -> Work | None:
    """The work that a citing template describes; None where it names no title.

    `texts` are its parameters without markup, by name in lower case.
    """
    held = {field: _first(texts, names) for field, names in _FIELDS.items()}
    if not held["title"]:
        return None
    type = next((type for sign, type in _TYPES if sign in template.lower()), "misc")
    if type in {"book", "misc"} and held["container"] and not held["chapter"]:
        type = "article" if held["number"] or held["volume"] else "incollection"
    elif type in {"book", "misc"} and held["chapter"]:
        type = "incollection"
    pages = parse_pages(_first(texts, _PAGES))
    page = _first(texts, _ONE_PAGE)
    whole = type in {"book", "thesis", "report"}
    if pages is None and page and not whole:
        pages = parse_pages(page)
    fields = _titles(type, held)
    people = (("author", _people(texts, _AUTHORS)), ("editor", _people(texts, _EDITORS)),
              ("translator", _people(texts, _TRANSLATORS)))  # fmt: skip
    fields |= {role: Names(names) for role, names in people if names}
    date = _first(texts, _DATES)
    if date:
        fields["date"] = parse_date(date) or date
    if pages is not None and not whole:
        fields["pages"] = pages
    named = [name.family or name.literal for name in (people[0][1] or people[1][1])]
    year = _YEAR.search(date)
    key = key_of([*named[:MOST_NAMED], year[0] if year else ""]) or _slug(held["title"])
    cited = page_of(page or (_first(texts, _PAGES) if whole else ""))
    return Work(Entry(type, key, fields), cited if whole or type == "incollection" else None)


def key_of(parts: Sequence[str]) -> str:
    """The key of a work: its authors' family names and its year, as a wiki's anchors have it."""
    return "".join("".join(part.split()) for part in parts)


def page_of(printed: str) -> Locator | None:
    """The page that a citation names, `33-35`."""
    value = re.sub(r"\s*[–—−]\s*", "-", printed.strip().removeprefix("p. ").removeprefix("pp. "))
    return Locator("page", value) if value[:1].isdecimal() else None


def _titles(type: str, held: Mapping[str, str]) -> dict[str, Value]:
    fields: dict[str, Value] = {
        name: held[name]
        for name in ("volume", "number", "edition", "series", "location", "publisher", "isbn",
                     "issn", "doi", "url", "eprint")
        if held[name]
    }  # fmt: skip
    fields["title"] = held["chapter"] or held["title"]
    container = held["title"] if held["chapter"] else held["container"]
    if container and type in {"article", "online"}:
        fields["journaltitle" if type == "article" else "organization"] = container
    elif container:
        fields["booktitle"] = container
    return fields


# A role's parameters: family name, given name, whole name; each with a number behind or inside.
_AUTHORS = (
    ("last{}", "surname{}", "author{}-last", "nom{}", "apellido{}", "apellidos{}", "cognome{}"),
    ("first{}", "given{}", "author{}-first", "prénom{}", "nombre{}", "nome{}"),
    ("author{}", "autor{}", "auteur{}", "autore{}", "автор{}", "authors{}"),
)
_EDITORS = (
    ("editor{}-last", "editor-last{}", "editor-surname{}"),
    ("editor{}-first", "editor-first{}", "editor-given{}"),
    ("editor{}", "hrsg{}", "herausgeber{}"),
)
_TRANSLATORS = (
    ("translator{}-last", "translator-last{}"),
    ("translator{}-first", "translator-first{}"),
    ("translator{}", "übersetzer{}"),
)


def _people(texts: Texts, names: Sequence[Sequence[str]]) -> tuple[Name, ...]:
    found: list[Name] = []
    for number in _MORE:
        family, given, whole = (
            _first(texts, [name.format(number) for name in group]) for group in names
        )
        if family:
            found.append(Name(family=family, given=given))
        elif whole:
            found.append(parse_person(whole))
    return tuple(dict.fromkeys(found))


def _first(texts: Texts, names: Sequence[str]) -> str:
    return next((texts[name] for name in names if texts.get(name)), "")


def _slug(title: str) -> str:
    return "".join(re.findall(r"\w+", title)[:4])
