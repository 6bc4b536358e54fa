"""Factiva's articles as plain text, with field codes (Factiva, "Field codes": `HD` the headline,
`BY` the byline, `PD` the date, `SN` the paper) and without: there the number of words is between
headline and date, and a line `Document` with its number closes an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats import newspapers
from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed
from citemgr.formats.tagged import Record, Shape, records
from citemgr.values.dates import parse_date

_SHAPE = Shape(
    re.compile(
        r"\s{0,2}(?P<tag>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|CT|IPD|IPC|ART|CLM|RF)"
        r"(?:\s+|$)(?P<value>.*)"
    ),
    end="AN",
)
_CODED = re.compile(r"(?m)^\s{0,2}HD(?:\s+\S|\s*$)")
_FIELDS = {
    "HD": "title",
    "PD": "date",
    "SN": "journal",
    "PG": "pages",
    "ED": "edition",
    "VOL": "volume",
    "LA": "langid",
    "PUB": "publisher",
    "LP": "abstract",
    "RF": "note",
}
_WORDS = re.compile(r"\s*[\d,.]+\s+(?:words|Wörter|mots|palabras|parole|woorden)\s*$")
_END = re.compile(r"\s*Document\s+\w{8,}\s*$")
_TIME = re.compile(r"\d{1,2}:\d{2}\b")
_CODE = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_PAGE = re.compile(r"(?:Page\s+|p\.?\s*|S\.\s*)?(?P<page>[A-Z]{0,2}\d{1,4}[A-Z]?)")
_RIGHTS = re.compile(r"(?:\(c\)|©|copyright)", re.IGNORECASE)
_VOLUME = re.compile(
    r"(?:Volume|Vol\.?)\s*(?P<volume>\d+)(?:;\s*(?:Issue|No\.?)\s*(?P<number>\d+))?"
)
# Lines between the number of words and the text.
_MOST_HEAD = 12


def read(text: str, path: str | None = None) -> Parsed:
    """The articles of a file; one without a headline is a finding."""
    entries = []
    findings = []
    articles = _coded(text) if _CODED.search(text) else _bare(text)
    for line, pairs in articles:
        entry = build_entry("article", "newspaper", "", pairs)
        if "title" in entry.fields:
            entries.append(entry)
        else:
            findings.append(broken_record("has no headline", path, line))
    return Parsed(tuple(entries), tuple(findings))


def _coded(text: str) -> Iterator[tuple[int, list[Pair]]]:
    for record in records(lines_of([text]), _SHAPE):
        yield record.line, list(_coded_pairs(record))


def _coded_pairs(record: Record) -> Iterator[Pair]:
    for tag, value in record.values:
        if tag == "BY":
            for writer in newspapers.writers(value):
                yield "author", writer
        elif tag in _FIELDS:
            yield _FIELDS[tag], value


def _bare(text: str) -> Iterator[tuple[int, list[Pair]]]:
    """The articles of a file without codes: the lines before the number of words, and some after
    it."""
    before: list[str] = []
    after: list[str] | None = None
    begun = 1
    for number, line in enumerate(lines_of([text]), 1):
        if _END.match(line):
            if before or after:
                yield begun, [*_headline(before), *_imprint(after or [])]
            before, after, begun = [], None, number + 1
        elif after is None and _WORDS.match(line):
            after = []
        elif line.strip():
            head = before if after is None else after
            if len(head) < _MOST_HEAD:
                head.append(line.strip())
    if after:
        yield begun, [*_headline(before), *_imprint(after)]


def _headline(lines: list[str]) -> Iterator[Pair]:
    """The headline, with a section above it and a byline below it where they are."""
    last = lines[-1] if len(lines) > 1 else ""
    names = list(newspapers.writers(last))
    is_byline = bool(names) and (last.lower().startswith("by ") or len(last.split()) <= 4)
    rest = lines[:-1] if is_byline else lines
    for name in names if is_byline else ():
        yield "author", name
    yield "title", rest[-1] if rest else ""


def _imprint(lines: list[str]) -> Iterator[Pair]:
    """Date, time, paper, its code, volume, page, language, in this order; then the text."""
    dated = named = False
    for line in lines:
        if _RIGHTS.match(line):
            return
        if not dated:
            dated = parse_date(line) is not None
            yield "date", line if dated else ""
        elif _TIME.match(line):
            continue
        elif not named:
            named = True
            yield "journal", line
        elif newspapers.is_language(line):
            yield "langid", line
        elif page := _PAGE.fullmatch(line):
            yield "pages", page["page"]
        elif volume := _VOLUME.match(line):
            yield "volume", volume["volume"]
            yield "number", volume["number"] or ""
        elif not _CODE.fullmatch(line):
            yield "edition", line
