"""`citemgr scan PATH...`: the main job, from documents to the library."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from citemgr.bibliography import lock
from citemgr.cli.options import (
    dialect_option,
    exclude_option,
    fail_on_option,
    json_option,
    key_pattern_option,
    library_option,
    paths_argument,
    quotation_options,
)
from citemgr.cli.printing import print_json, print_outcome, print_reports, print_text
from citemgr.cli.reading import finish, scan_paths
from citemgr.intake import plan_for, write
from citemgr.quotations import Options
from citemgr.reports.terminal import document_report


@click.command("scan")
@paths_argument
@library_option
@dialect_option
@key_pattern_option
@quotation_options
@exclude_option
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@json_option
@click.option("--text", "as_text", is_flag=True, help="Print the text that offsets count in.")
@fail_on_option
def command(
    paths: Sequence[Path],
    library: Path | None,
    dialect: str | None,
    key_pattern: str,
    options: Options,
    exclude: Sequence[str],
    dry_run: bool,
    as_json: bool,
    as_text: bool,
    fail_on: str,
) -> None:
    """Find the quotations and references of documents, link them, and take what is new into the
    library.

    PATH is a file, a folder (walked by known suffix), or - for stdin. Prints, for each document,
    what was found, to what it was linked and why, what is new in the library, and what needs a
    person's eye. Quotations are stored beside the library. A second scan changes nothing.
    """
    if as_text:
        print_text(paths)
        return
    scans, failures = scan_paths(paths, options, exclude)
    with nullcontext() if library is None or dry_run else lock(library):
        plan = plan_for(scans, library, dialect, key_pattern)
        if as_json:
            print_json(plan, failures)
        else:
            print_reports(plan, failures, document_report)
        if library is not None and not dry_run:
            write(plan)
    print_outcome(plan, library is not None, written=not dry_run, to_stderr=as_json)
    findings = [finding for taken in plan.documents for finding in taken.findings]
    finish(failures, findings, fail_on)
