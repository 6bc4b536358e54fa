"""The files inside a zipped document (Word, OpenDocument, EPUB), opened with care.

A zip can unpack to anything; sizes are checked as bytes come, not as the directory claims. What is
encrypted or broken is said so, with what to do.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from citemgr.model import CitemgrError

# What a document of text may unpack to; images are never unpacked.
LARGEST_MEMBER = 256 * 1024 * 1024
LARGEST_RATIO = 400
# Small members may be packed better than that.
NO_BOMB = 4 * 1024 * 1024
# The container of Word files before 2007, and of encrypted ones since.
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_CHUNK = 1024 * 1024


class Archive:
    """An opened archive; `name` is the kind of document that it should be, for messages."""

    def __init__(self, data: bytes, path: str, name: str) -> None:
        self._path = path
        self._name = name
        if data.startswith(_COMPOUND_FILE):
            raise CitemgrError(
                f"is encrypted, or older than {name}; open it where it was written and save it"
                f" without a password as {name}",
                path=path,
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
            raise self._broken() from error
        self._names = frozenset(self._zip.namelist())

    def __contains__(self, member: str) -> bool:
        return member in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._names))

    def read(self, member: str) -> bytes:
        """The bytes of `member`; empty where there is none.

        Raises `CitemgrError` for an encrypted or broken archive, and for one that unpacks to more
        than a document can be.
        """
        if member not in self._names:
            return b""
        info = self._zip.getinfo(member)
        if info.flag_bits & 1:
            raise CitemgrError(
                "is encrypted; open it where it was written and save it without a password",
                path=self._path,
            )
        try:
            return self._unpacked(info)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError) as error:
            raise self._broken() from error
        except (NotImplementedError, RuntimeError) as error:
            raise CitemgrError(f"cannot be unpacked: {error}", path=self._path) from error

    def _unpacked(self, info: zipfile.ZipInfo) -> bytes:
        most = min(LARGEST_MEMBER, max(NO_BOMB, LARGEST_RATIO * info.compress_size))
        chunks = []
        size = 0
        with self._zip.open(info) as file:
            while chunk := file.read(_CHUNK):
                size += len(chunk)
                if size > most:
                    raise CitemgrError(
                        f"{info.filename} in it unpacks to far more than a document holds; it is"
                        " not read",
                        path=self._path,
                    )
                chunks.append(chunk)
        return b"".join(chunks)

    def _broken(self) -> CitemgrError:
        return CitemgrError(f"is no {self._name} file, or a damaged one", path=self._path)
