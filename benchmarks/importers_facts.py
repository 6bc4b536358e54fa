"""The facts of a record that the scoreboard of importers compares, from whatever shape it is in.

Facts are folded: letters and digits only, without case, accents and markup. A name is the family
name with its particles, or the whole name of a body; a container is any title under which the work
is said to stand.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from citemgr.formats.fields import full_title, pages_of, people
from citemgr.model import Entry
from citemgr.values import Date, Name

FIELDS = ("title", "family", "year", "doi", "volume", "page", "container")
Facts = dict[str, str]
_MARKUP = re.compile(r"</?[a-z]+[^<>]*>")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
# Markup of databases in plain text, "LiNbO/sub 3/".
_PLAIN_MARKUP = re.compile(r"/(?:sub|sup) ([^/]*)/")
# What "and others" becomes where it is taken for a name.
_NOBODY = frozenset({"", "others", "etal"})
_CONTAINERS = "journaltitle booktitle shortjournal series maintitle organization eventtitle".split()


def of_entry(entry: Entry) -> Facts:
    """The facts of an entry."""
    date = entry.fields.get("date")
    held = [entry.text(name) for name in _CONTAINERS] + [full_title(entry, "booktitle")]
    return _facts(
        key=entry.key,
        title=(entry.text("title"), entry.text("subtitle")),
        families=[name.literal or name.prefix + name.family for name in _authors(entry)],
        year=str(date.year) if isinstance(date, Date) else str(date or entry.text("year")),
        doi=entry.text("doi"),
        volume=entry.text("volume"),
        pages=pages_of(entry) or entry.text("pagetotal"),
        containers=held,
    )


def _authors(entry: Entry) -> tuple[Name, ...]:
    """The authors; of a film its director, whom others count among them."""
    return people(entry, "author") or (
        people(entry, "editora") if entry.type in {"movie", "video"} else ()
    )


def of_csl(item: Mapping[str, Any]) -> Facts:
    """The facts of a CSL-JSON item."""
    issued = item.get("issued") or {}
    issued = issued[0] if isinstance(issued, list) and issued else issued
    parts = issued.get("date-parts") or [[""]]
    return _facts(
        key=str(item.get("id", "")),
        title=(str(item.get("title", "")), ""),
        families=[
            name.get("literal")
            or (name.get("non-dropping-particle") or name.get("dropping-particle") or "")
            + (name.get("family") or name.get("given") or "")
            for name in item.get("author", ())
        ],
        year=str(parts[0][0] or issued.get("raw") or issued.get("literal") or ""),
        doi=str(item.get("DOI", "")),
        volume=str(item.get("volume", "")),
        pages=str(item.get("page") or item.get("number-of-pages") or ""),
        containers=[
            str(item.get(name) or "")
            for name in ("container-title", "container-title-short", "journalAbbreviation",
                         "collection-title", "event-title", "event")
        ],
    )  # fmt: skip


_ZOTERO_CONTAINERS = (
    "publicationTitle bookTitle proceedingsTitle encyclopediaTitle dictionaryTitle websiteTitle "
    "blogTitle forumTitle programTitle seriesTitle"
).split()
_ZOTERO_AUTHORS = frozenset(
    "author artist inventor director programmer presenter cartographer performer interviewee "
    "podcaster sponsor".split()
)


def of_zotero(item: Mapping[str, Any]) -> Facts:
    """The facts of a Zotero item."""
    held = [str(item.get(name) or "") for name in _ZOTERO_CONTAINERS]
    return _facts(
        key=str(item.get("citationKey", "")),
        title=(str(item.get("title", "")), ""),
        families=[
            str(each.get("name") or each.get("lastName") or each.get("firstName") or "")
            for each in item.get("creators", ())
            if each.get("creatorType") in _ZOTERO_AUTHORS
        ],
        year=str(item.get("date", "")),
        doi=str(item.get("DOI", "")),
        volume=str(item.get("volume", "")),
        pages=str(item.get("pages", "")),
        containers=held,
    )


def _facts(
    key: str,
    title: tuple[str, str],
    families: Iterable[str],
    year: str,
    doi: str,
    volume: str,
    pages: str,
    containers: Iterable[str],
) -> Facts:
    four = _YEAR.search(year)
    found = {
        "key": key,
        "title": "|".join(fold(part) for part in title).strip("|"),
        "family": " ".join(each for each in map(fold, families) if each not in _NOBODY),
        "year": four[0] if four else fold(year),
        "doi": re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi.lower().strip()),
        "volume": fold(volume),
        "page": fold(re.split(r"[-–—,;]", pages)[0]),
        "container": "|".join(dict.fromkeys(filter(None, map(fold, containers)))),
    }
    return {name: value for name, value in found.items() if value}


def fold(text: str) -> str:
    """Letters and digits only, without case, accents and markup."""
    plain = _PLAIN_MARKUP.sub(r"\1", _MARKUP.sub("", text))
    folded = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(each for each in folded if each.isalnum())


def same(name: str, expected: str, found: str) -> bool:
    """Whether the folded facts agree.

    A body that one side reads as a person, and a particle that one side sets apart, are no
    difference: the end of the name counts. A title may lack the subtitle that the other has.
    """
    if name == "container":
        return expected.split("|")[0] in found.split("|")
    if name == "title":
        whole = expected.replace("|", "")
        return whole == found.replace("|", "") or whole == found.partition("|")[0]
    if name != "family":
        return expected == found
    ours, theirs = found.split(), expected.split()
    return len(ours) == len(theirs) and all(
        one.endswith(other) or other.endswith(one) for one, other in zip(ours, theirs, strict=True)
    )
