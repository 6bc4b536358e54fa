"""MARC 21 in its binary form, `.mrc` (ISO 2709; Library of Congress, "MARC 21 Specifications for
Record Structure"): a leader, a directory of tags, and the fields in its order.

The fields are cut at their terminators, not by the lengths in the directory, which count bytes and
are wrong in many files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats.marc_fields import entry_of
from citemgr.formats.marc_record import Field, MarcRecord
from citemgr.formats.problems import broken_record
from citemgr.formats.table import Parsed

RECORD_END, FIELD_END, PART = "\x1d", "\x1e", "\x1f"
LEADER = re.compile(r"\s*\d{5}[\x20-\x7e]{5}22\d{5}[\x20-\x7e]{3}4500")
LEADER_LENGTH = 24
# A tag, the length of its field and where it starts: 3, 4 and 5 characters.
_DIRECTORY_ENTRY = re.compile(r"(\w{3})\d{4}\d{5}")


def read(text: str, path: str | None = None) -> Parsed:
    """The records of a file. One without a leader or a title is a finding; the file has no lines,
    so that the finding says which record it is."""
    entries = []
    findings = []
    for number, raw in enumerate(_records(text), 1):
        if LEADER.match(raw) is None:
            findings.append(broken_record(f"(number {number}) has no leader", path))
            continue
        entry = entry_of(_record(raw))
        if entry.fields:
            entries.append(entry)
        if "title" not in entry.fields:
            findings.append(broken_record(f"(number {number}) has no title (245)", path))
    return Parsed(tuple(entries), tuple(findings))


def _records(text: str) -> Iterator[str]:
    return (raw.lstrip() for raw in text.split(RECORD_END) if raw.strip())


def _record(raw: str) -> MarcRecord:
    head, *bodies = raw.split(FIELD_END)
    record = MarcRecord(head[:LEADER_LENGTH])
    tags = _DIRECTORY_ENTRY.findall(head[LEADER_LENGTH:])
    for tag, body in zip(tags, bodies, strict=False):
        if tag.startswith("00"):
            record.fields.append(Field(tag, "", (("", body),)))
        else:
            indicators, *parts = body.split(PART)
            pairs = tuple((part[:1], part[1:]) for part in parts if part)
            record.fields.append(Field(tag, indicators, pairs))
    return record
