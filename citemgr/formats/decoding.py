"""Bytes to text, piece by piece: byte order marks, UTF-16, what the file says of itself, Windows'
code page, MARC-8. Zip and gzip are opened on the way (`unpacking`).

A byte that is no UTF-8 is taken for Windows' code page, by itself: files that several programs
wrote to hold both.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from citemgr.formats.marc8 import is_marc, marc_text
from citemgr.formats.unpacking import unpacked
from citemgr.model import CitemgrError

# Where a file says what it is encoded in, and how much of it is looked at for that.
_HEAD = 1000
_DECLARED = re.compile(
    rb"^\s*%\s*Encoding:\s*([\w-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)"
    rb"|<meta[^>]{0,80}charset=[\"']?([\w-]+)",
    re.IGNORECASE | re.M,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ASCII = bytes(range(0x20, 0x7F))
# Codecs of Python's that are for something else.
_NO_TEXT = frozenset({"idna", "punycode", "unicode-escape", "raw-unicode-escape", "utf-7"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_ERRORS = "citemgr-windows-code-page"


def read_text(path: str | Path) -> str:
    """The text of the file `path`. Raises `CitemgrError` where it cannot be read."""
    try:
        with Path(path).open("rb") as file:
            return "".join(text_pieces(file, str(path)))
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=str(path)) from error


def to_text(data: bytes, path: str | None = None) -> str:
    """The text in `data`, unpacked where it is a zip or gzip file; bytes that no encoding takes
    become U+FFFD."""
    return "".join(text_pieces(io.BytesIO(data), path))


def text_pieces(file: BinaryIO, path: str | None = None) -> Iterator[str]:
    """The text of a file, in pieces as they are read. Raises `CitemgrError` for an archive that is
    damaged or unpacks to too much."""
    chunks = unpacked(file, path)
    first = next(chunks, b"")
    if is_marc(first):
        yield marc_text(first + b"".join(chunks), path)
        return
    codecs.register_error(_ERRORS, _as_windows)
    decoder = codecs.getincrementaldecoder(_encoding(first))(_ERRORS)
    at_start = True
    for chunk in chain([first], chunks):
        piece = _SURROGATE.sub("\ufffd", decoder.decode(chunk))
        yield piece.removeprefix("\ufeff") if at_start else piece
        at_start = at_start and not piece
    yield decoder.decode(b"", True)


def lines_of(pieces: Iterable[str]) -> Iterator[str]:
    """The lines of a text that comes in pieces, without their ends (line feed, carriage return, or
    both)."""
    ends = io.IncrementalNewlineDecoder(None, translate=True)
    begun: list[str] = []
    for piece in chain(filter(None, pieces), [""]):
        head, *lines = ends.decode(piece, final=not piece).split("\n")
        begun.append(head)
        if lines:
            yield "".join(begun)
            begun = [lines.pop()]
            yield from lines
    if last := "".join(begun):
        yield last


def _encoding(head: bytes) -> str:
    """The encoding that the beginning of a file tells, UTF-8 where it tells none."""
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    for at, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        # Western text in UTF-16 without a mark: every second byte is nothing.
        every_second = head[at:_HEAD:2]
        if len(every_second) > 1 and every_second.count(0) > 0.9 * len(every_second):
            return encoding
    declared = _DECLARED.search(head[:_HEAD])
    name = next(filter(None, declared.groups()), b"").decode("ascii") if declared else "utf-8"
    return name if _is_possible(name) else "utf-8"


def _is_possible(name: str) -> bool:
    """Whether a text can be encoded so that declares it: the declaration was read as ASCII."""
    try:
        known = codecs.lookup(name).name
        return known not in _NO_TEXT and _ASCII.decode(known) == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        return False


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that an encoding does not take, as Windows' code page has them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding that gives the same bytes again."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", errors="surrogateescape"), "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and len(data) % 2 == 0:
        encoding = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be"
        return data.decode(encoding, errors="surrogatepass"), encoding
    declared = _DECLARED.search(data[:_HEAD])
    encodings = ["utf-8"]
    if declared is not None:
        encodings.insert(0, next(filter(None, declared.groups()), b"utf-8").decode("ascii"))
    for encoding in [*encodings, "cp1252"]:
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data:
                return text, encoding
        except (UnicodeError, LookupError):
            continue
    return data.decode("utf-8", errors="surrogateescape"), "utf-8"
