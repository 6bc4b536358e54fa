"""What the fields of a MARC 21 record say of a work (Library of Congress, "MARC 21 Format for
Bibliographic Data"): one table for its binary form and for MARCXML.

Cataloguers close parts with the punctuation of ISBD, which is taken off. Fields about the record
rather than the work (00X, 03X, 04X, content types, local ones) are left out; any other field that
has no place here is kept as `marc-TAG`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats import unimarc_fields
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.marc_record import LEAVES, Field, MarcRecord, bare
from citemgr.model import Entry

# Type of record (leader, position 6) where it decides by itself.
_MATERIALS = {
    "g": "movie",
    "i": "audio",
    "j": "music",
    "k": "artwork",
    "m": "software",
    "p": "misc",
    "r": "misc",
    "e": "misc",
    "f": "misc",
    "t": "unpublished",
}
# Relator terms and codes -> field (MARC Code List for Relators).
_RELATORS = {
    "aut": "author",
    "author": "author",
    "cre": "author",
    "creator": "author",
    "verfasser": "author",
    "verfasserin": "author",
    "auteur": "author",
    "dis": "author",
    "cmp": "author",
    "composer": "author",
    "prf": "author",
    "performer": "author",
    "art": "author",
    "artist": "author",
    "pht": "author",
    "photographer": "author",
    "edt": "editor",
    "edc": "editor",
    "editor": "editor",
    "ed": "editor",
    "hrsg": "editor",
    "herausgeber": "editor",
    "herausgeberin": "editor",
    "trl": "translator",
    "translator": "translator",
    "tr": "translator",
    "drt": "editora",
    "director": "editora",
}
# What a statement of responsibility says before names, in the languages of most catalogues.
_SAID_ROLES = (
    ("translator", re.compile(r"\b(?:transl|übers|trad|vert|tłum|пер)", re.IGNORECASE)),
    ("editor", re.compile(r"\b(?:ed(?:s|ited|itor|itors)?\b|hrsg|herausg|éd|cura|red\b|под ред)",
                          re.IGNORECASE)),
)  # fmt: skip
# Tag -> field and the subfields that make its value.
_FIELDS = {
    "022": ("issn", "a"),
    "041": ("langid", "a"),
    "050": ("callnumber", "ab"),
    "090": ("callnumber", "ab"),
    "250": ("edition", "a"),
    "210": ("shortjournal", "a"),
    "242": ("titleaddon", "ab"),
    "246": ("titleaddon", "abnp"),
    "247": ("titleaddon", "ab"),
    "130": ("origtitle", "anp"),
    "240": ("origtitle", "anp"),
    "520": ("abstract", "ab"),
}
_STANDARDS = {"doi": "doi", "pmid": "pmid", "uri": "url", "hdl": "url", "arxiv": "eprint"}
_NAMED = frozenset({"100", "110", "111", "700", "710", "711", "720"})
_SUBJECTS = frozenset({"600", "610", "611", "630", "648", "650", "651", "653", "655"})
# Fields about the record itself, and those that are read by position.
_ABOUT_RECORD = re.compile(r"00\d|03\d|04[02-9]|33\d|34\d|9\d\d|88[1-9]|LDR")
_DONE = frozenset("020 024 245 260 264 300 440 490 502 773 830 856".split())
_VOLUME = re.compile(r"\b(?:vol|v|bd|band|jg|t|tome|jahrg|année)\b\.?\s*(\d[\w/]*)", re.IGNORECASE)
_ISSUE = re.compile(r"\b(?:no|nr|n|iss|issue|h|heft|fasc)\b\.?\s*(\d[\w/\-]*)", re.IGNORECASE)
_PAGES = re.compile(r"\b(?:pp?|s|seiten?|pages?)\b\.?\s*(\w+(?:\s*[-–]\s*\w+)?)", re.IGNORECASE)
_YEAR = re.compile(r"\b[12]\d{3}\b")
_PLACE_UNKNOWN = re.compile(
    r"\[?s\.\s?[ln]\.|place of publication not|publisher not", re.IGNORECASE
)


def entry_of(record: MarcRecord) -> Entry:
    """The entry that a record describes, be it of MARC 21 or of UNIMARC."""
    if unimarc_fields.is_unimarc(record):
        return unimarc_fields.entry_of(record)
    type = _type(record)
    return build_entry(type, "", "", _pairs(record, type))


def _type(record: MarcRecord) -> str:
    kind, level = record.leader[6:7], record.leader[7:8]
    fixed = record.control("008")
    if record.every("502"):
        return "thesis"
    if level in "ab" and level and record.every("773"):
        host = record.every("773")[0]
        serial = host.get("x") or host.get("7")[3:4] == "s" or _VOLUME.search(host.get("g"))
        return "article" if serial else "incollection"
    if kind == "m" and record.every("856"):
        return "online"
    if kind in _MATERIALS:
        return _MATERIALS[kind]
    if level == "s":
        return "periodical"
    if kind == "a" and fixed[29:30] == "1":
        return "proceedings"
    if kind == "a" and "t" in fixed[24:28]:
        return "report"
    return "book"


def _pairs(record: MarcRecord, type: str) -> Iterator[Pair]:
    yield "accession", record.control("001")
    for each in record.every("245"):
        yield from _title(each)
    for each in record.fields:
        if each.tag in _NAMED:
            yield from _name(each, record)
        elif each.tag in _SUBJECTS:
            yield "keywords", _subject(each)
    yield from _imprint(record)
    yield from _numbers(record)
    for each in record.every("490") or record.every("830", "440"):
        yield "series", bare(each.get("a"))
        yield "number", bare(each.get("v"))
    for host in record.every("773"):
        yield from _host(host)
    for each in record.every("502"):
        yield from _thesis(each)
    yield from _rest(record)


def _title(each: Field) -> Iterator[Pair]:
    """Title, subtitle, and the number and name of a part; a title in another language follows an
    equals sign."""
    title = each.get("a")
    parts = [bare(value) for code, value in each.parts if code in "np"]
    yield "title", ". ".join(filter(None, [bare(title), *parts]))
    yield ("titleaddon" if title.rstrip().endswith("=") else "subtitle"), bare(each.get("b"))


def _name(each: Field, record: MarcRecord) -> Iterator[Pair]:
    if each.get("t"):
        yield "note", f"related work: {bare(each.get('a'))}: {bare(each.get('t'))}"
        return
    if each.tag[1:] == "11":
        yield "eventtitle", bare(each.get("anc"))
        return
    field = _role(each, record)
    if each.tag[1:] == "10":
        yield field, f"{bare(each.get('ab'))},"
        return
    name = bare(each.get("a"))
    numeral = each.get("b").strip(" ,.")
    yield field, f"{name}, {numeral}" if numeral and "," in name else f"{name} {numeral}".strip()


def _role(each: Field, record: MarcRecord) -> str:
    """What a person did: as the relator says, else as the statement of responsibility does."""
    said = [value for code, value in each.parts if code in "e4"]
    relators = [word.strip(" .,[]()").lower().rpartition("/")[2] for word in said]
    for relator in relators:
        if relator in _RELATORS:
            return _RELATORS[relator]
    if relators:
        return "editora"
    family = each.get("a").partition(",")[0].strip(" .")
    for part in record.text("245", "c").split(";"):
        if family and family in part:
            return next((role for role, pattern in _SAID_ROLES if pattern.search(part)), "author")
    main = each.tag[0] == "1" or not record.every("100", "110")
    return "author" if main else "editora"


def _subject(each: Field) -> str:
    parts = [bare(value) for code, value in each.parts if code.isalpha() and code not in "eu"]
    return "--".join(filter(None, parts))


def _imprint(record: MarcRecord) -> Iterator[Pair]:
    published = [each for each in record.every("264") if each.indicators[1:2] in {"1", " ", ""}]
    for each in published or record.every("260", "264"):
        for code, value in each.parts:
            known = not _PLACE_UNKNOWN.search(value)
            if code == "a" and known:
                yield "location", bare(value)
            elif code == "b" and known:
                yield "house", bare(value)
            elif code == "c":
                yield "date", re.sub(r"(?i)^(?:cop\.?|[©pc])\s*(?=\d)", "", value.strip(" .,[]"))
    year = record.control("008")[7:11]
    yield "date", year if year.isdecimal() else ""


def _numbers(record: MarcRecord) -> Iterator[Pair]:
    for each in record.every("020"):
        yield "isbn", each.get("a").split(" ")[0].split("(")[0]
        if cancelled := each.get("z"):
            yield "note", f"cancelled ISBN: {cancelled}"
    for each in record.every("024"):
        kind = each.get("2").lower()
        if kind == "arxiv":
            yield "eprinttype", kind
        yield _STANDARDS.get(kind, "note"), each.get("a")
    language = record.control("008")[35:38]
    yield "langid", language if language.isalpha() and not record.every("041") else ""
    for at, each in enumerate(record.every("856")):
        main = not at and each.indicators[1:2] != "2"
        yield ("url" if main else "note"), each.get("u")
    for each in record.every("300"):
        leaves = LEAVES.search(each.get("a"))
        yield ("pagetotal", leaves[1]) if leaves else ("marc-300", each.get("abc"))


def _host(each: Field) -> Iterator[Pair]:
    """What the work appeared in; `g` says where in it, `q` the same in short: `12:3<45`."""
    yield "container", bare(each.get("t") or each.get("s"))
    yield "bookauthor", bare(each.get("a"))
    yield "issn", each.get("x")
    yield "isbn", each.get("z")
    where = each.get("g")
    for name, pattern in (("volume", _VOLUME), ("number", _ISSUE), ("pages", _PAGES)):
        if found := pattern.search(where):
            yield name, found[1]
    if year := _YEAR.search(where) or _YEAR.search(each.get("d")):
        yield "date", year[0]
    place, _, house = each.get("d").partition(":")
    if house:
        yield "location", bare(place)
        yield "publisher", re.sub(r",?\s*\[?[©c]?\d{4}.*", "", house)
    if numbers := re.fullmatch(r"(\w+)?(?::(\w+))?(?::\w+)*(?:<(\w+))?", each.get("q")):
        yield "volume", numbers[1] or ""
        yield "number", numbers[2] or ""
        yield "firstpage", numbers[3] or ""


def _thesis(each: Field) -> Iterator[Pair]:
    """`Thesis (Ph. D.)--University of Chicago, 1999.`, or the same in parts."""
    whole = re.match(r"[^(]*\((?P<type>[^)]*)\)\s*-*\s*(?P<house>[^,]*),?\s*(?P<year>\d{4})?",
                     each.get("a"))  # fmt: skip
    yield "type", each.get("b") or (whole["type"] if whole else "")
    yield "institution", each.get("c") or (whole["house"].strip(" .") if whole else "")
    yield "date", each.get("d") or (whole["year"] if whole else "") or ""
    if not whole:
        yield "note", each.get("a")


def _rest(record: MarcRecord) -> Iterator[Pair]:
    """Fields with one place each, notes, and what has none."""
    kept: dict[str, list[str]] = {}
    for each in record.fields:
        if each.tag in _FIELDS:
            name, codes = _FIELDS[each.tag]
            yield name, bare(each.get(codes))
        elif each.tag[:1] == "5" and each.tag not in _DONE:
            yield "note", each.get("abcdefghijklmnopqrstuvwxyz")
        elif each.tag not in _DONE | _NAMED | _SUBJECTS and not _ABOUT_RECORD.match(each.tag):
            kept.setdefault(each.tag, []).append(each.get("abcdefghijklmnopqrstuvwxyz"))
    for tag, values in kept.items():
        yield f"marc-{tag.lower()}", "; ".join(filter(None, values))
