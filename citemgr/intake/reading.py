"""From files to scans: the edge at which a bad file becomes a finding and the others go on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from citemgr import scan
from citemgr.documents import read
from citemgr.intake.rules import unreadable
from citemgr.model import CitemgrError, Finding, Scan
from citemgr.quotations import Options


def scan_files(paths: Iterable[Path], options: Options | None = None) -> Iterator[Scan | Finding]:
    """Read and scan each file; for one that cannot be read, the finding that says why."""
    for path in paths:
        try:
            yield scan(read(path), options)
        except CitemgrError as error:
            yield unreadable(error, path)
