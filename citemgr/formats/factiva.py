"""Factiva's display of articles with codes (Factiva, "Field codes"): `HD` the headline, `BY` the
byline, `PD` the date, `SN` the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats.decoding import lines_of
from citemgr.formats.fields import Pair, build_entry
from citemgr.formats.table import Parsed
from citemgr.formats.tagged import Record, Shape, records
from citemgr.model import Entry

_SHAPE = Shape(
    re.compile(
        r"\s{0,2}(?P<tag>SE|HD|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|LP|TD|CO|IN|NS|RE|PUB|AN|CT|IPD|IPC|ART|CLM|RF)"
        r"(?:\s+|$)(?P<value>.*)"
    ),
    end="AN",
)
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
}
_BYLINE = re.compile(r"\s+(?:and|und|et|y|e)\s+|\s*[;/]\s*|,\s+(?=[^\W\d_]+\s)")


def read(text: str, path: str | None = None) -> Parsed:
    """The articles of a Factiva file; each ends with its number (`AN`)."""
    found = records(lines_of([text]), _SHAPE)
    entries = [_entry(record) for record in found if record.first("HD")]
    return Parsed(tuple(entries))


def _entry(record: Record) -> Entry:
    return build_entry("article", "newspaper", "", _pairs(record))


def _pairs(record: Record) -> Iterator[Pair]:
    for tag, value in record.values:
        if tag == "BY":
            for name in _BYLINE.split(re.sub(r"^(?:by|von|par|por|di)\s+", "", value, flags=re.I)):
                yield "author", name
        elif tag in _FIELDS:
            yield _FIELDS[tag], value
