"""Entries to and from the blocks of a `.bib` file; what BibTeX and BibLaTeX have in common.

Reading takes both dialects at once, for people mix them; each dialect prints in its own module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from citemgr.formats.bib_blocks import BibBlock, blocks_of, checked_blocks
from citemgr.formats.bib_names import names_of
from citemgr.formats.bib_values import MACROS, MONTHS, value_of
from citemgr.formats.tex import escape, unescape
from citemgr.model import Entry, Finding
from citemgr.values import Date, Names, Pages, Value
from citemgr.values.dates import parse_edtf
from citemgr.values.names import Name, format_names
from citemgr.values.pages import format_pages, parse_pages

NAME_FIELDS = frozenset(
    "author editor translator editora editorb editorc bookauthor commentator annotator afterword "
    "foreword introduction holder shortauthor shorteditor".split()
)
DATE_FIELDS = frozenset({"date", "urldate", "eventdate", "origdate"})
PAGE_FIELDS = frozenset({"pages"})
# Fields that TeX reads as they are: escaping would break them.
VERBATIM_FIELDS = frozenset({"url", "doi", "file", "eprint", "verba", "crossref", "xdata", "ids"})
# Fields of BibTeX that BibLaTeX calls otherwise.
_ALIASES = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
    "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass",
    "key": "sortkey",
    "language": "langid",
    "director": "editora",
}
_TYPE_ALIASES = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "techreport": "report",
}
_THESIS_TYPES = {"phdthesis": "phdthesis", "mastersthesis": "mathesis"}
_YEAR = re.compile(
    r"\{?(?P<circa>(?:c|ca|circa)\.?\s*)?(?P<year>\d{4})(?:\s*-{1,2}\s*(?P<end>\d{4}))?"
    r"(?P<uncertain>\?)?\}?"
)
_MONTH_NUMBERS = {name: at for at, name in enumerate(MONTHS, 1)}


def stream_blocks(pieces: Iterable[str], path: str | None = None) -> Iterator[Entry | Finding]:
    """The entries of a `.bib` file that comes in pieces, with what is wrong with it."""
    return _entries(checked_blocks(blocks_of(pieces), path))


def entries_of(blocks: Iterable[BibBlock]) -> Iterator[Entry]:
    """The entry of each entry block."""
    return (each for each in _entries(blocks) if isinstance(each, Entry))


def _entries(blocks: Iterable[BibBlock | Finding]) -> Iterator[Entry | Finding]:
    """The entry of each entry block, macros resolved by the strings that stand before it."""
    strings = dict(MACROS)
    for block in blocks:
        if isinstance(block, Finding):
            yield block
        elif block.kind == "string":
            strings[block.key] = value_of(block.fields[block.key], strings)
        elif block.kind == "entry":
            yield entry_of(block, strings)


def entry_of(block: BibBlock, strings: Mapping[str, str]) -> Entry:
    """The entry that an entry block holds, with typed values and Unicode text."""
    raw = {name: value_of(value, strings) for name, value in block.fields.items()}
    fields: dict[str, Value] = {}
    for name, value in raw.items():
        name = _ALIASES.get(name, name)
        typed = _typed(name, value)
        if typed and name not in {"year", "month", "day"}:
            fields[name] = typed
    date = _date(raw)
    if date is not None and not isinstance(fields.get("date"), Date):
        fields["date"] = date
    elif "date" not in fields and raw.get("year"):
        fields["year"] = unescape(raw["year"])
    type = _TYPE_ALIASES.get(block.type, block.type)
    if block.type in _THESIS_TYPES:
        fields.setdefault("type", _THESIS_TYPES[block.type])
    return Entry(type, block.key, fields)


def _typed(name: str, value: str) -> Value | None:
    if name in NAME_FIELDS:
        return names_of(value)
    if name in DATE_FIELDS:
        return parse_edtf(value) or unescape(value)
    if name in PAGE_FIELDS:
        return parse_pages(unescape(value.replace("--", "-")))
    return _unbraced(value) if name in VERBATIM_FIELDS else unescape(value)


def _unbraced(value: str) -> str:
    """A verbatim value without braces around the whole of it, which some programs double."""
    value = value.strip()
    while value.startswith("{") and value.endswith("}") and "{" not in value[1:]:
        value = value[1:-1].strip()
    return value


def _date(raw: Mapping[str, str]) -> Date | None:
    year = _YEAR.fullmatch(raw.get("year", "").strip())
    if year is None:
        return None
    if year["end"] or year["circa"] or year["uncertain"]:
        end = Date(int(year["end"])) if year["end"] else None
        circa, uncertain = bool(year["circa"]), bool(year["uncertain"])
        return Date(int(year["year"]), end=end, circa=circa, uncertain=uncertain)
    month = raw.get("month", "").strip().lower()
    number = _MONTH_NUMBERS.get(month[:3]) or (int(month) if month.isdecimal() else None)
    day = re.search(r"\d{1,2}", raw.get("day", "") or ("" if month.isdecimal() else month))
    if number is not None and not 1 <= number <= 12:
        number = None
    return Date(int(year["year"]), number, int(day[0]) if day and number else None)


def print_entry(type: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry as citemgr writes it: a field a line, aligned by nothing, values in braces unless
    they are macros or numbers of a month."""
    lines = [f"@{type}{{{key},"]
    lines += [f"  {name} = {value}," for name, value in fields]
    return "\n".join([*lines, "}"]) + "\n"


def print_value(name: str, value: Value) -> str:
    """A typed value as the text of a field, TeX's characters escaped where it reads them."""
    if isinstance(value, Names):
        escaped = Names(tuple(_escaped(each) for each in value.names), value.others)
        return f"{{{format_names(escaped)}}}"
    if isinstance(value, Pages):
        return f"{{{escape(format_pages(value))}}}"
    if isinstance(value, Date):
        raise TypeError("a date is printed by its dialect")
    return f"{{{_balanced(value) if name in VERBATIM_FIELDS else escape(value)}}}"


def _balanced(value: str) -> str:
    """A verbatim value that cannot close the field before its end."""
    if value.count("{") == value.count("}"):
        return value
    return value.replace("{", "%7B").replace("}", "%7D")


def _escaped(name: Name) -> Name:
    return Name(
        family=escape(name.family),
        given=escape(name.given),
        prefix=escape(name.prefix),
        suffix=escape(name.suffix),
        literal=escape(name.literal),
    )


def in_order(fields: Iterable[str], order: tuple[str, ...]) -> list[str]:
    """The names of fields in the order in which they are printed, unknown ones at the end."""
    rank = {name: at for at, name in enumerate(order)}
    return sorted(fields, key=lambda name: (rank.get(name, len(order)), name))
