"""`citemgr links PATH...`: to which entry each quotation is linked, and why; writes nothing."""

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
from citemgr.cli.printing import print_json
from citemgr.cli.reading import finish, scan_paths
from citemgr.intake import plan_for
from citemgr.links.explain import explain
from citemgr.quotations import Options
from citemgr.reports.terminal import file_finding_line


@click.command("links")
@paths_argument
@click.option(
    "--at",
    "line",
    metavar="LINE",
    type=click.IntRange(min=1),
    help="Only what stands on this line.",
)
@library_option
@quotation_options
@exclude_option
@json_option
def command(
    paths: Sequence[Path],
    line: int | None,
    library: Path | None,
    options: Options,
    exclude: Sequence[str],
    as_json: bool,
) -> None:
    """Say for each quotation which callout links it to which entry, by what rule and how surely.

    Callouts that belong to no quotation are listed with the works they name. --json prints the
    same objects as scan --json.
    """
    scans, failures = scan_paths(paths, options, exclude)
    plan = plan_for(scans, library)
    if as_json:
        print_json(plan, failures)
    else:
        for taken in plan.documents:
            for told in explain(taken.scan, taken.keys, line):
                click.echo(told)
        for failure in failures:
            click.echo(file_finding_line(failure))
    finish(failures)
