"""Writing without loss: under a lock, through a temporary file, or not at all.

The temporary file stands in the same folder, is flushed to the disk and takes the old one's place
by one rename; an interrupted run leaves the old file. The lock is a file beside the library, held
by the operating system, so that it goes with the process that held it.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from citemgr.bibliography.library import Library, render
from citemgr.model import CitemgrError

# How long another process may hold the lock before we give up, and how often we look.
PATIENCE_S = 5.0
LOOK_EVERY_S = 0.05


def save(library: Library) -> None:
    """Write the library to its file; a file that would not change is not touched.

    The caller holds `lock(library.path)` where more than this write must be one step. Raises
    `CitemgrError` where the file was changed since it was loaded, or cannot be written.
    """
    text = render(library)
    if _digest(library.path) != library.digest:
        raise CitemgrError(
            "was changed by another program since it was read; run the command again",
            path=str(library.path),
        )
    write_text(library.path, text, library.encoding)


def write_text(path: Path, text: str, encoding: str = "utf-8") -> bool:
    """Put `text` into the file `path` in one step; False where it stands there already."""
    data = text.encode(
        encoding, errors="surrogateescape" if encoding == "utf-8" else "xmlcharrefreplace"
    )
    try:
        if path.exists() and path.read_bytes() == data:
            return False
        if path.exists() and not os.access(path, os.W_OK):
            raise CitemgrError("is read-only; nothing was written", path=str(path))
        _replace(path, [data])
    except OSError as error:
        raise _unwritable(path, error) from error
    return True


def write_pieces(path: Path, pieces: Iterable[str]) -> None:
    """Put the joined pieces into the file `path` in one step, as UTF-8, holding one at a time."""
    if path.exists() and not os.access(path, os.W_OK):
        raise CitemgrError("is read-only; nothing was written", path=str(path))
    try:
        _replace(path, (piece.encode("utf-8", errors="replace") for piece in pieces))
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> CitemgrError:
    return CitemgrError(f"cannot be written: {error.strerror or error}", path=str(path))


def _replace(path: Path, chunks: Iterable[bytes]) -> None:
    target = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunks)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _digest(path: Path) -> str | None:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=str(path)) from error


@contextlib.contextmanager
def lock(path: Path, patience: float = PATIENCE_S) -> Iterator[None]:
    """Hold the lock of the library `path` for the length of a `with` block.

    Raises `CitemgrError` where another process still holds it after `patience` seconds, or where
    the folder cannot be written to.
    """
    file = path.with_name(f".{path.name}.lock")
    deadline = time.monotonic() + patience
    while (handle := _try_lock(file, path)) is None:
        if time.monotonic() >= deadline:
            raise CitemgrError(
                "is being written by another process; try again when it is done", path=str(path)
            )
        time.sleep(LOOK_EVERY_S)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            file.unlink()
        os.close(handle)


def _try_lock(file: Path, path: Path) -> int | None:
    """An open handle that holds the lock, or None where another process has it."""
    try:
        handle = os.open(file, os.O_CREAT | os.O_RDWR, 0o666)
    except OSError as error:
        raise CitemgrError(
            f"cannot be locked: {error.strerror or error}", path=str(path)
        ) from error
    if _takes_lock(handle) and _is_file_of(handle, file):
        return handle
    os.close(handle)
    return None


def _takes_lock(handle: int) -> bool:
    """Lock the open file; False where another process holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_file_of(handle: int, file: Path) -> bool:
    """Whether the locked file still has its name: the holder before may have removed it."""
    try:
        return (
            os.path.sameopenfile(handle, handle) and os.fstat(handle).st_ino == file.stat().st_ino
        )
    except FileNotFoundError:
        return False
