"""COinS: OpenURL context objects in the titles of empty `span` elements, by which pages tell
reference managers of works (Z39.88-2004, KEV formats for journals, books, dissertations, patents
and Dublin Core)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote

from citemgr.formats.fields import Pair

_GENRES = {
    "article": ("article", ""),
    "preprint": ("online", "preprint"),
    "proceeding": ("inproceedings", ""),
    "conference": ("proceedings", ""),
    "book": ("book", ""),
    "bookitem": ("incollection", ""),
    "report": ("report", ""),
    "issue": ("periodical", ""),
    "journal": ("periodical", ""),
}
# The end of `rft_val_fmt`, where no genre is told.
_FORMATS = {
    "journal": ("article", ""),
    "book": ("book", ""),
    "dissertation": ("thesis", ""),
    "patent": ("patent", ""),
    "dc": ("misc", ""),
}
_FIELDS = {
    "atitle": "title",
    "jtitle": "container",
    "stitle": "shortjournal",
    "date": "date",
    "volume": "volume",
    "issue": "number",
    "spage": "firstpage",
    "epage": "lastpage",
    "pages": "pages",
    "artnum": "eid",
    "issn": "issn",
    "eissn": "issn",
    "isbn": "isbn",
    "pub": "house",
    "publisher": "house",
    "place": "location",
    "edition": "edition",
    "series": "series",
    "tpages": "pagetotal",
    "inst": "institution",
    "degree": "type",
    "language": "langid",
    "subject": "keywords",
    "description": "abstract",
    "source": "container",
    "number": "number",
    "inventor": "author",
    "aucorp": "author",
    "creator": "author",
}
# The most pairs of one object; a list of authors is shorter.
_MOST_PAIRS = 2_000


def describe(title: str) -> tuple[tuple[str, str], list[Pair]] | None:
    """The type and the fields that the title of a span tells; None where it is no such object."""
    try:
        pairs = parse_qsl(title, max_num_fields=_MOST_PAIRS)
    except ValueError:
        return None
    values = [(name.removeprefix("rft."), " ".join(value.split())) for name, value in pairs]
    told = dict(reversed(values))
    format = told.get("rft_val_fmt", "").rpartition(":")[2]
    if not format and "ctx_ver" not in told:
        return None
    kind = _GENRES.get(told.get("genre", "")) or _FORMATS.get(format, ("misc", ""))
    if format == "dissertation":
        kind = ("thesis", "")
    return kind, list(_pairs(values, told, format))


def _pairs(values: list[Pair], told: dict[str, str], format: str) -> Iterator[Pair]:
    part = bool(told.get("atitle"))
    yield from _authors(values, told)
    for name, value in values:
        if name in {"title", "btitle"}:
            yield ("container" if part else "title"), value
        elif name in {"rft_id", "identifier"}:
            yield _identifier(value)
        elif name in _FIELDS:
            yield _FIELDS[name], value


def _authors(values: list[Pair], told: dict[str, str]) -> Iterator[Pair]:
    """The names of `au`; the first one, which `aulast` and its kin give in parts, as these say."""
    family = told.get("aulast", "")
    given = told.get("aufirst") or told.get("auinit") or told.get("auinit1", "")
    first = ", ".join(filter(None, [family, given, told.get("ausuffix", "")]))
    names = [value for name, value in values if name == "au" and value]
    if family:
        yield "author", first
        names = names[1:] if names and family.lower() in names[0].lower() else names
    for name in names:
        yield "author", name


def _identifier(value: str) -> Pair:
    for start, field in (("info:doi/", "doi"), ("info:pmid/", "pmid"), ("doi:", "doi"),
                         ("urn:isbn:", "isbn"), ("urn:issn:", "issn")):  # fmt: skip
        if value.lower().startswith(start):
            return field, unquote(value[len(start) :])
    return ("url" if value.startswith(("http:", "https:")) else "note"), value
