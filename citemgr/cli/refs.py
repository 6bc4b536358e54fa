"""`citemgr refs PATH...`: the references of documents, as a list or as entries; writes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from citemgr.cli.options import exclude_option, json_option, library_option, paths_argument
from citemgr.cli.printing import print_entries, print_json, print_reports
from citemgr.cli.reading import finish, scan_paths
from citemgr.formats import FORMATS
from citemgr.intake import plan_for
from citemgr.quotations import Options
from citemgr.reports.terminal import references_report


@click.command("refs")
@paths_argument
@library_option
@exclude_option
@click.option(
    "--to",
    type=click.Choice([name for name, format in FORMATS.items() if format.writes]),
    help="Print the entries in this format.",
)
@json_option
def command(
    paths: Sequence[Path],
    library: Path | None,
    exclude: Sequence[str],
    to: str | None,
    as_json: bool,
) -> None:
    """List the references of documents: the place, the key in the library, the work.

    --to bibtex prints the works as BibTeX instead, each once: as the library has it, else in the
    fullest form in which these documents print it. -v shows each reference as it is printed, and
    how sure its entry is.
    """
    scans, failures = scan_paths(paths, Options(), exclude)
    plan = plan_for(scans, library)
    if to is not None:
        print_entries(plan, to)
    elif as_json:
        print_json(plan, failures)
    else:
        print_reports(plan, failures, references_report)
    finish(failures)
