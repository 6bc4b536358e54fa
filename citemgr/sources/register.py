"""The texts that a library keeps of its sources, and where each came from.

They lie in `sources/` beside the library, each under its entry's key; `provenance.json` there says
of each the path or address, the day and the SHA-256 of what was taken, so that a text that changed
is noticed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import quote

from citemgr.model import CitemgrError

FOLDER = "sources"
FILE = "provenance.json"


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text came from: `origin` is a path or an address, `added` a day (ISO 8601), `sha256`
    that of the file, `file` its name in the folder."""

    file: str
    origin: str
    added: str
    sha256: str


def sources_folder(library: Path) -> Path:
    """The folder of a library's source texts."""
    return library.parent / FOLDER


def read_register(folder: Path) -> dict[str, Provenance]:
    """Key -> provenance. Raises `CitemgrError` where the file is damaged."""
    path = folder / FILE
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return {key: Provenance(**each) for key, each in values.items()}
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except (ValueError, TypeError, AttributeError) as error:
        raise CitemgrError("is no register of sources", path=str(path)) from error


def write_register(folder: Path, register: Mapping[str, Provenance]) -> None:
    """Put the register into its file in one step."""
    values = {key: asdict(register[key]) for key in sorted(register)}
    text = json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    _write(folder / FILE, text.encode("utf-8"))


def keep(folder: Path, key: str, data: bytes, suffix: str, origin: str, day: str) -> Provenance:
    """Put a text into the folder under `key` and into the register; an older one of the same key
    goes."""
    register = read_register(folder)
    name = quote(key, safe=" +,@'()") + suffix
    _write(folder / name, data)
    before = register.get(key)
    if before is not None and before.file != name:
        (folder / before.file).unlink(missing_ok=True)
    register[key] = Provenance(name, origin, day, hashlib.sha256(data).hexdigest())
    write_register(folder, register)
    return register[key]


def drop(folder: Path, key: str) -> Provenance:
    """Take a text out of folder and register. Raises `CitemgrError` where there is none."""
    register = read_register(folder)
    if key not in register:
        raise CitemgrError(f"no source text was added for {key}", path=str(folder))
    gone = register.pop(key)
    write_register(folder, register)
    (folder / gone.file).unlink(missing_ok=True)
    return gone


def has_changed(folder: Path, provenance: Provenance) -> bool:
    """Whether the file in the folder is another one than was added; a missing one has changed."""
    try:
        data = (folder / provenance.file).read_bytes()
    except OSError:
        return True
    return hashlib.sha256(data).hexdigest() != provenance.sha256


def _write(path: Path, data: bytes) -> None:
    """Write in one step: a temporary file in the same folder, then a rename."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError, UnboundLocalError):
            Path(file.name).unlink()
        raise CitemgrError(f"cannot be written: {error.strerror}", path=str(path)) from error
