"""Reading bibliography files named on the command line, and options that their commands share."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from citemgr.formats import FORMATS, Parsed, read_entries
from citemgr.formats.decoding import read_text, to_text
from citemgr.model import CitemgrError, Finding
from citemgr.reports.terminal import file_finding_line

from_option = click.option(
    "--from",
    "source",
    type=click.Choice([name for name, format in FORMATS.items() if format.reads]),
    help="The format that is read; else told from the content.",
)


def read_bibliography(path: str, format: str | None) -> Parsed:
    """The entries of the file `path`, `-` for stdin."""
    if path == "-":
        return read_entries(to_text(sys.stdin.buffer.read(), "-"), format, "-")
    return read_entries(read_text(path), format, path)


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
