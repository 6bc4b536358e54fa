"""Printing what was found: the reports, with the terminal's width and this run's verbosity."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import click

from citemgr.cli.console import current
from citemgr.documents import read
from citemgr.formats import write_entries
from citemgr.intake import Plan, Taken
from citemgr.model import Finding
from citemgr.reports import machine, terminal

# The width of what is piped: as wide as the code of this project.
_PIPED_WIDTH = 100

NO_LIBRARY = (
    "Nothing was written: there is no library here. `citemgr init` makes one, "
    "--library FILE names one."
)

Report = Callable[[Taken, int, int], str]


def print_reports(plan: Plan, failures: Iterable[Finding], report: Report) -> None:
    """One paragraph a document on stdout; the files that could not be read on stderr."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED_WIDTH
    verbosity = current().verbosity
    for taken in plan.documents:
        if verbosity >= 0 or taken.findings:
            click.echo(report(taken, width, verbosity) + "\n")
    for failure in failures:
        click.echo(terminal.file_finding_line(failure), err=True)


def print_outcome(plan: Plan, library: bool, written: bool, to_stderr: bool) -> None:
    """What the library got, or would get, and what is wrong with its file."""
    console = current()
    if not library:
        console.note(NO_LIBRARY)
        return
    lines = [terminal.file_finding_line(finding) for finding in plan.library.findings]
    if not console.quiet:
        lines.append(terminal.plan_report(plan, written))
    for line in lines:
        click.echo(line, err=to_stderr)


def print_json(plan: Plan, failures: Sequence[Finding]) -> None:
    """One JSON object a document, and one for each file that could not be read."""
    for taken in plan.documents:
        click.echo(machine.document_line(taken))
    for failure in failures:
        click.echo(machine.failure_line(failure))


def print_entries(plan: Plan, format: str) -> None:
    """The works that the documents cite, in a bibliography format: the library's entry of those
    that it has, the fullest printed form of the others."""
    known = {entry.key: entry for entry in (*plan.library.entries, *plan.new)}
    keys = dict.fromkeys(key for taken in plan.documents for key in taken.keys)
    click.echo(write_entries([known[key] for key in keys], format), nl=False)


def print_text(paths: Sequence[Path]) -> None:
    """The text of one document, in which all offsets are counted."""
    if len(paths) != 1:
        raise click.UsageError("--text prints one document; name one")
    click.echo(read(paths[0]).text, nl=False)
