"""`citemgr quotes PATH...`: the quotations of documents, with their links; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from citemgr.cli.options import (
    exclude_option,
    json_option,
    library_option,
    paths_argument,
    quotation_options,
)
from citemgr.cli.printing import print_json, print_reports
from citemgr.cli.reading import finish, scan_paths
from citemgr.intake import plan_for
from citemgr.quotations import Options
from citemgr.reports.terminal import quotations_report


@click.command("quotes")
@paths_argument
@library_option
@quotation_options
@exclude_option
@json_option
def command(
    paths: Sequence[Path],
    library: Path | None,
    options: Options,
    exclude: Sequence[str],
    as_json: bool,
) -> None:
    """List the quotations of documents: the place, the words, and the entry to which each is
    linked.

    With -v also terms, titles and glosses, and the reasons for telling them apart. --json prints
    the same objects as scan --json.
    """
    scans, failures = scan_paths(paths, options, exclude)
    plan = plan_for(scans, library)
    if as_json:
        print_json(plan, failures)
    else:
        print_reports(plan, failures, quotations_report)
    finish(failures)
