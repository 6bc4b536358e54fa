"""Bytes to text, in any encoding that people's files have.

A byte order mark decides; then UTF-16 by its zero bytes; then UTF-8 if it is valid; then what the
file declares (HTML, XML). What is left is an encoding of old: Windows-1252, unless so many bytes
are no ASCII that the script is not Latin; then charset-normalizer compares what each encoding
would make of it with how languages are written. (For Latin scripts it is wrong more often than
Windows-1252 is.)
"""

from __future__ import annotations

import codecs
import re

from citemgr.model import CitemgrError

_DECLARATION = re.compile(
    rb"""(?:<meta[^>]{0,200}charset|<\?xml[^>]{0,100}encoding)\s*=\s*["']?(?P<name>[\w.:-]{2,30})""",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Zero bytes in every other place are UTF-16; this share of them is enough to say so.
ZEROS_OF_UTF16 = 0.35
# Control characters other than tab, line ends, form feed, escape and Word's line break.
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27})
# A text has next to none of them.
MOST_CONTROLS = 0.01
LOOKED_AT = 65_536
# In no Latin script are so many of the bytes letters with accents, marks or dashes.
MOST_OF_LATIN = 0.18
_CYRILLIC = frozenset({"ascii", "cp1251", "koi8_r", "koi8_u", "koi8_t"})
_HIGH = bytes(range(128, 256))
# So many bytes are compared with languages, an even number: half a character is an error.
COMPARED = 8_192


def decode(data: bytes, path: str) -> str:
    """The text of `data`, without its byte order mark; line ends stay as they are.

    Raises `CitemgrError` where the bytes are not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    head = data[:LOOKED_AT]
    wide = _zeros(head)
    if wide is not None:
        return data.decode(wide, errors="replace")
    _refuse_binary(head, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _nearly_utf8(data, error):
            return data.decode("utf-8", errors="replace")
    declared = _declared(head)
    if declared is not None:
        return data.decode(declared, errors="replace")
    high = len(head) - len(head.translate(None, _HIGH))
    encoding = _of_another_script(head) if high > MOST_OF_LATIN * len(head) else "cp1252"
    return data.decode(encoding, errors="replace")


def _of_another_script(head: bytes) -> str:
    """The encoding in which the bytes read as a language."""
    from charset_normalizer import from_bytes

    best = from_bytes(head[:COMPARED]).best()
    if best is None or best.encoding in _CYRILLIC:
        # Small letters of the one are capitals of the other; there are more small ones.
        later = len(head) - len(head.translate(None, bytes(range(0xE0, 0x100))))
        earlier = len(head) - len(head.translate(None, bytes(range(0xC0, 0xE0))))
        return "cp1251" if later >= earlier else "koi8-r"
    return best.encoding


def _declared(head: bytes) -> str | None:
    """The encoding that a page or an XML file names, if it is one that is known."""
    match = _DECLARATION.search(head[:4096])
    if match is None:
        return None
    name = match["name"].decode("ascii")
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return None
    # Browsers read Latin-1 as the Windows encoding that contains it (WHATWG Encoding Standard).
    return "cp1252" if codecs.lookup(name).name == "iso8859-1" else name


def _zeros(head: bytes) -> str | None:
    if not head:
        return None
    even = head[::2].count(0) / max(1, len(head[::2]))
    odd = head[1::2].count(0) / max(1, len(head[1::2]))
    if odd > ZEROS_OF_UTF16 and even < odd / 10:
        return "utf-16-le"
    if even > ZEROS_OF_UTF16 and odd < even / 10:
        return "utf-16-be"
    return None


def _refuse_binary(head: bytes, path: str) -> None:
    controls = len(head) - len(head.translate(None, _CONTROL))
    if controls > MOST_CONTROLS * len(head):
        raise CitemgrError(
            "is not text, and not a document in a format that citemgr reads", path=path
        )


def _nearly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Whether a file that is not valid UTF-8 is so by a few damaged bytes only: most of its
    non-ASCII bytes stand in valid sequences."""
    sample = data[max(0, error.start - LOOKED_AT) : error.start + LOOKED_AT]
    high = len(sample) - len(sample.translate(None, _HIGH))
    damaged = sample.decode("utf-8", errors="replace").count("\ufffd")
    return damaged * 4 < high
