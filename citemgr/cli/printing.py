"""Printing what was found: the reports, with the terminal's width and this run's verbosity."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence

import click

from citemgr.cli.console import current
from citemgr.intake import Plan, Taken
from citemgr.model import Finding
from citemgr.reports import machine, terminal

# The width of what is piped: as wide as the code of this project.
_PIPED_WIDTH = 100

Report = Callable[[Taken, int, int], str]


def print_reports(plan: Plan, failures: Iterable[Finding], report: Report) -> None:
    """One paragraph a document on stdout, then the files that could not be read."""
    width = shutil.get_terminal_size((_PIPED_WIDTH, 24)).columns
    verbosity = current().verbosity
    for taken in plan.documents:
        if verbosity >= 0 or taken.findings:
            click.echo(report(taken, width, verbosity) + "\n")
    for failure in failures:
        click.echo(terminal.file_finding_line(failure))


def print_json(plan: Plan, failures: Sequence[Finding]) -> None:
    """One JSON object a document, and one for each file that could not be read."""
    for taken in plan.documents:
        click.echo(machine.document_line(taken))
    for failure in failures:
        click.echo(machine.failure_line(failure))
