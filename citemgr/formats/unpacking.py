"""Zip and gzip files, opened within limits as they are read: an archive may not be a bomb."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from citemgr.model import CitemgrError

# A bibliography of 500,000 records is smaller; a bomb is not.
MOST_BYTES = 2_000_000_000
# Text of tags shrinks to a twentieth at best; what shrinks more is no bibliography.
MOST_RATIO = 200
# What any archive may unpack to.
LEAST_LIMIT = 1_000_000
CHUNK = 1 << 18
_GZIP = 31  # zlib's window size for a gzip header


def unpacked(file: BinaryIO, path: str | None = None) -> Iterator[bytes]:
    """The bytes of a file in chunks; those of its largest member where it is a zip archive, those
    inside where it is a gzip file. Raises `CitemgrError` for a damaged archive or a bomb."""
    first = file.read(CHUNK)
    chunks = chain([first], iter(lambda: file.read(CHUNK), b""))
    try:
        if first.startswith(b"PK\x03\x04"):
            yield from _largest_member(file, chunks, path)
        elif first.startswith(b"\x1f\x8b"):
            yield from _gunzipped(chunks, path)
        else:
            yield from chunks
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise CitemgrError(f"is a damaged archive: {error}", path=path) from error
    except (OSError, NotImplementedError) as error:
        raise CitemgrError(f"cannot be read: {error}", path=path) from error


def _largest_member(file: BinaryIO, chunks: Iterator[bytes], path: str | None) -> Iterator[bytes]:
    """The largest file of a zip archive: beside it stand settings and pictures. An archive begins
    to be read at its end, so that one from a pipe is read whole."""
    with zipfile.ZipFile(file if file.seekable() else io.BytesIO(b"".join(chunks))) as archive:
        members = [each for each in archive.infolist() if not each.is_dir()]
        if not members:
            raise CitemgrError("is an empty archive", path=path)
        member = max(members, key=lambda each: each.file_size)
        with archive.open(member) as inside:
            so_far = 0
            for chunk in iter(lambda: inside.read(CHUNK), b""):
                so_far += len(chunk)
                _check(so_far, member.compress_size, path)
                yield chunk


def _gunzipped(chunks: Iterator[bytes], path: str | None) -> Iterator[bytes]:
    """The members of a gzip file, one behind the other."""
    unpacker = zlib.decompressobj(_GZIP)
    packed = so_far = 0
    for chunk in chunks:
        packed += len(chunk)
        while chunk:
            if unpacker.eof:
                unpacker = zlib.decompressobj(_GZIP)
            data = unpacker.decompress(chunk, CHUNK)
            chunk = unpacker.unused_data.lstrip(b"\0") if unpacker.eof else unpacker.unconsumed_tail
            so_far += len(data)
            _check(so_far, packed, path)
            if data:
                yield data
    if not unpacker.eof:
        raise EOFError("it ends in the middle")


def _check(unpacked: int, packed: int, path: str | None) -> None:
    if unpacked > min(MOST_BYTES, max(LEAST_LIMIT, packed * MOST_RATIO)):
        raise CitemgrError("unpacks to more than a bibliography can hold", path=path)
