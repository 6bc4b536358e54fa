"""The bytes of MARC 21 records to text: UTF-8 where the leader or the bytes say so, else MARC-8
(Library of Congress, "Character Sets and Encoding Options"), which pymarc converts."""

from __future__ import annotations

import re

from citemgr.model import CitemgrError

_LEADER = re.compile(rb"\s*\d{5}[\x20-\x7e]{5}22\d{5}[\x20-\x7e]{3}4500")
# Separators of records, fields and subfields: no byte of MARC-8's characters.
_SEPARATORS = re.compile(rb"([\x1d\x1e\x1f])")


def is_marc(data: bytes) -> bool:
    """Whether `data` begins with the leader of a MARC record."""
    return _LEADER.match(data) is not None


def marc_text(data: bytes, path: str | None = None) -> str:
    """The text of a file of MARC records, separators kept."""
    return "\x1d".join(_record_text(record, path) for record in data.split(b"\x1d"))


def _record_text(record: bytes, path: str | None) -> str:
    try:
        # Many records that are said to be MARC-8 are UTF-8; MARC-8's accents are never valid there.
        return record.decode("utf-8")
    except UnicodeDecodeError:
        if record.lstrip()[9:10] == b"a":
            return record.decode("utf-8", errors="replace")
    return "".join(_marc8(piece, path) for piece in _SEPARATORS.split(record))


def _marc8(piece: bytes, path: str | None) -> str:
    if piece.isascii() and b"\x1b" not in piece:
        return piece.decode("ascii")
    try:
        from pymarc.marc8 import marc8_to_unicode
    except ImportError as error:
        raise CitemgrError(
            "is in MARC-8, which needs pymarc: pip install 'citemgr[marc]'", path=path
        ) from error
    return str(marc8_to_unicode(piece, hide_utf8_warnings=True))
