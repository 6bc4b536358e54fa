"""Bytes to text: byte order marks, UTF-16, what the file says of itself, Windows' code page.

Zip and gzip are opened on the way, within limits: an archive may not be a bomb.
"""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from pathlib import Path

from citemgr.formats.marc8 import is_marc, marc_text
from citemgr.model import CitemgrError

# A bibliography of 500,000 records is smaller; a bomb is not.
MOST_BYTES = 2_000_000_000
# Text of tags shrinks to a twentieth at best; what shrinks more is no bibliography.
MOST_RATIO = 200
_DECLARED = re.compile(
    rb"^\s*%\s*Encoding:\s*([\w-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)", re.IGNORECASE | re.M
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def read_text(path: str | Path) -> str:
    """The text of the file `path`. Raises `CitemgrError` where it cannot be read."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=str(path)) from error
    return to_text(data, str(path))


def to_text(data: bytes, path: str | None = None) -> str:
    """The text in `data`, unpacked where it is a zip or gzip file; bytes that no encoding takes
    become U+FFFD."""
    data = _unpacked(data, path)
    text = marc_text(data, path) if is_marc(data) else decode(data)[0].removeprefix("\ufeff")
    return _SURROGATE.sub("\ufffd", text)


def decode(data: bytes) -> tuple[str, str]:
    """The text, and the encoding that gives the same bytes again."""
    if data.startswith(b"\xef\xbb\xbf"):
        return data.decode("utf-8-sig", errors="surrogateescape"), "utf-8-sig"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and len(data) % 2 == 0:
        encoding = "utf-16-le" if data.startswith(b"\xff\xfe") else "utf-16-be"
        return data.decode(encoding, errors="surrogatepass"), encoding
    declared = _DECLARED.search(data[:1000])
    encodings = ["utf-8"]
    if declared is not None:
        encodings.insert(0, (declared[1] or declared[2]).decode("ascii"))
    for encoding in [*encodings, "cp1252"]:
        try:
            text = data.decode(encoding)
            if text.encode(encoding) == data:
                return text, encoding
        except (UnicodeError, LookupError):
            continue
    return data.decode("utf-8", errors="surrogateescape"), "utf-8"


def _unpacked(data: bytes, path: str | None) -> bytes:
    try:
        if data.startswith(b"PK\x03\x04"):
            return _largest_member(data, path)
        if data.startswith(b"\x1f\x8b"):
            with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
                return _limited(file.read(_limit(len(data)) + 1), len(data), path)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        raise CitemgrError(f"is a damaged archive: {error}", path=path) from error
    return data


def _largest_member(data: bytes, path: str | None) -> bytes:
    """The largest file of a zip archive: beside it stand settings and pictures."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = [each for each in archive.infolist() if not each.is_dir()]
        if not members:
            raise CitemgrError("is an empty archive", path=path)
        member = max(members, key=lambda each: each.file_size)
        with archive.open(member) as file:
            read = file.read(_limit(member.compress_size) + 1)
            return _limited(read, member.compress_size, path)


def _limit(packed: int) -> int:
    return min(MOST_BYTES, max(1_000_000, packed * MOST_RATIO))


def _limited(data: bytes, packed: int, path: str | None) -> bytes:
    if len(data) > _limit(packed):
        raise CitemgrError("unpacks to more than a bibliography can hold", path=path)
    return data
