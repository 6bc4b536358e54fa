"""What the fields of a UNIMARC record say of a work (IFLA, "UNIMARC Manual: Bibliographic Format"),
as the libraries of France, Italy, Portugal and others have them. A field that has no place here is
kept as `unimarc-TAG`; those about the record (most of 0XX and 1XX, 8XX, 9XX) are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.marc_record import LEAVES, Field, MarcRecord, bare
from citemgr.model import Entry

# Type of record (leader, position 6) where it decides by itself.
_MATERIALS = {"g": "movie", "i": "audio", "j": "music", "k": "artwork", "l": "software"}
# UNIMARC's codes of relators (Manual, appendix C).
_RELATORS = {
    "070": "author",
    "340": "editor",
    "651": "editor",
    "730": "translator",
    "300": "editora",
}
# Tag -> field and the subfields that make its value.
_FIELDS = {
    "010": ("isbn", "a"),
    "011": ("issn", "a"),
    "101": ("langid", "a"),
    "205": ("edition", "a"),
    "225": ("series", "a"),
    "327": ("note", "a"),
    "330": ("abstract", "a"),
    "454": ("origtitle", "t"),
    "500": ("origtitle", "a"),
    "510": ("titleaddon", "a"),
    "517": ("titleaddon", "a"),
    "531": ("shortjournal", "a"),
    "676": ("callnumber", "a"),
}
_SUBJECTS = frozenset({"600", "601", "602", "604", "605", "606", "607", "608", "610"})
_HOSTS = ("461", "463", "464", "410")
_LEFT_OUT = re.compile(r"0(?!10|11)\d\d|1(?!01)\d\d|8\d\d|9\d\d|181|182|LDR")


def entry_of(record: MarcRecord) -> Entry:
    """The entry that a record describes."""
    type = _type(record)
    return build_entry(type, "", "", _pairs(record, type))


def is_unimarc(record: MarcRecord) -> bool:
    """Whether the title stands where UNIMARC has it, not where MARC 21 does."""
    return bool(record.every("200")) and not record.every("245")


def _type(record: MarcRecord) -> str:
    kind, level = record.leader[6:7], record.leader[7:8]
    if record.every("328"):
        return "thesis"
    if level == "a":
        return "article" if record.text("463", "v") or record.text("461", "x") else "incollection"
    if level == "s":
        return "periodical"
    return _MATERIALS.get(kind, "book")


def _pairs(record: MarcRecord, type: str) -> Iterator[Pair]:
    yield "accession", record.control("001")
    kept: dict[str, list[str]] = {}
    for each in record.fields:
        tag = each.tag
        if tag == "200":
            parts = [bare(value) for code, value in each.parts if code in "hi"]
            yield "title", ". ".join(filter(None, [bare(each.get("a", "; ")), *parts]))
            yield "subtitle", bare(each.get("e", ". "))
        elif tag in {"210", "214"}:
            yield from _imprint(each)
        elif tag == "215":
            leaves = LEAVES.search(each.get("a"))
            yield ("pagetotal", leaves[1]) if leaves else ("note", each.get("a"))
        elif tag == "328":
            yield from _thesis(each)
        elif tag in _HOSTS:
            yield from _host(each, type)
        elif tag in _SUBJECTS:
            yield (
                "keywords",
                "--".join(bare(value) for code, value in each.parts if code in "abxyz"),
            )
        elif tag[:2] in {"70", "71"}:
            yield from _name(each)
        elif tag == "856":
            yield "url", each.get("u")
        elif tag in _FIELDS:
            name, codes = _FIELDS[tag]
            yield name, bare(each.get(codes))
            yield ("number", bare(each.get("v"))) if tag == "225" else ("", "")
        elif tag.startswith("3"):
            yield "note", each.get("a")
        elif not _LEFT_OUT.match(tag):
            kept.setdefault(tag, []).append(each.get("abcdefghijklmnopqrstuvwxyz"))
    for tag, values in kept.items():
        yield f"unimarc-{tag.lower()}", "; ".join(filter(None, values))


def _imprint(each: Field) -> Iterator[Pair]:
    """Place, publisher and date; `DL` is the date of the legal deposit."""
    for code, value in each.parts:
        if code == "a":
            yield "location", bare(value)
        elif code == "c":
            yield "house", bare(value)
        elif code == "d":
            yield (
                "date",
                re.sub(r"(?i)^(?:cop\.?|DL|impr\.?|[©pc])\s*(?=\d)", "", value.strip(" .,[]")),
            )


def _thesis(each: Field) -> Iterator[Pair]:
    """`Thèse de doctorat : Droit : Paris 1 : 1999`, or the same in parts."""
    said = [part.strip() for part in each.get("a").split(" : ")]
    yield "type", each.get("b") or said[0]
    yield "institution", each.get("e") or (said[-2] if len(said) > 2 else "")
    yield "date", each.get("d") or (said[-1] if len(said) > 1 else "")


def _host(each: Field, type: str) -> Iterator[Pair]:
    if each.tag == "410" or type in {"book", "thesis"}:
        yield "series", bare(each.get("t"))
        yield "number", bare(each.get("v"))
        return
    yield "container", bare(each.get("t"))
    yield "issn", each.get("x")
    yield "isbn", each.get("y")
    yield ("volume" if each.tag == "461" else "number"), each.get("v")
    yield "pages", each.get("p")
    yield "date", each.get("d")


def _name(each: Field) -> Iterator[Pair]:
    codes = [value.strip() for code, value in each.parts if code == "4"]
    main = "author" if each.tag[2] in "01" else "editora"
    field = next((_RELATORS[code] for code in codes if code in _RELATORS), main)
    if each.tag.startswith("71"):
        yield field, f"{bare(each.get('ab'))},"
    else:
        yield field, ", ".join(filter(None, [bare(each.get("a")), bare(each.get("b"))]))
