"""Reading bibliography files named on the command line, and options that their commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import BinaryIO

import click

from citemgr.formats import FORMATS, REFERENCES, Parsed
from citemgr.formats.decoding import text_pieces
from citemgr.model import CitemgrError, Entry, Finding
from citemgr.reports.terminal import file_finding_line

from_option = click.option(
    "--from",
    "source",
    type=click.Choice([*(name for name, each in FORMATS.items() if each.reads), REFERENCES]),
    help="The format that is read; else told from the content.",
)


def read_bibliography(path: str, format: str | None) -> Parsed:
    """The entries of the file `path`, `-` for stdin."""
    from citemgr.intake import bibliographies

    with _opened(path) as file:
        text = "".join(text_pieces(file, path))
        return bibliographies.read_bibliography(text, format, path)


def stream_records(path: str, format: str | None, inherit: bool) -> Iterator[Entry | Finding]:
    """The entries of the file `path`, `-` for stdin, one at a time, and what is wrong with it; with
    `inherit` each has what it inherits from others."""
    from citemgr.intake import bibliographies

    with _opened(path) as file:
        yield from bibliographies.stream_bibliography(
            text_pieces(file, path), format, path, inherit
        )


def _opened(path: str) -> AbstractContextManager[BinaryIO]:
    if path == "-":
        return nullcontext(sys.stdin.buffer)
    try:
        return Path(path).open("rb")
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=path) from error


def format_to_write(path: str, format: str | None) -> str:
    """The format in which `path` is written: that asked for, else that of its suffix."""
    if format is not None:
        return format
    suffix = Path(path).suffix.lower()
    for name, each in FORMATS.items():
        if each.writes and suffix and suffix in each.suffixes:
            return name
    raise CitemgrError("no format has this suffix; name one with --to", path=path)


def say(findings: Iterable[Finding]) -> None:
    """One line a finding, on stderr."""
    for finding in findings:
        line = file_finding_line(finding) if finding.path else f"{finding.code}: {finding.message}"
        click.echo(line, err=True)
