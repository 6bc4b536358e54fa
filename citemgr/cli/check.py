"""`citemgr check`: every quotation against the text of its source."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from citemgr.bibliography import load, write_text
from citemgr.checking import (
    TEXT_FORMATS,
    Outcome,
    apply_fixes,
    baseline_of,
    check_document,
    check_row,
    check_stored,
    check_table,
    directives,
    patch,
    read_baseline,
    read_silenced,
    read_table,
    silence,
)
from citemgr.cli.console import current
from citemgr.cli.options import exclude_option, library_option, quotation_options
from citemgr.cli.reading import finish, scan_paths
from citemgr.intake import Taken, plan_for, read_quotations
from citemgr.model import CitemgrError, Document, Finding
from citemgr.quotations import Options
from citemgr.reports import checks
from citemgr.reports.github import github_report
from citemgr.reports.junit import junit_report
from citemgr.reports.sarif import sarif_report
from citemgr.reports.terminal import file_finding_line
from citemgr.sources import Cache, Shelf, cache_folder, find_paths, open_sources

_PIPED_WIDTH = 100
_WHOLE_REPORTS = {"sarif": sarif_report, "github": github_report, "junit": junit_report}


@click.command("check")
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--quotations",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Check a table instead: JSON Lines or CSV with id, source and quote.",
)
@click.option(
    "--sources",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="A folder with the texts of the sources, named by key (KEY.txt, or KEY/any.pdf).",
)
@library_option
@quotation_options
@exclude_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", *_WHOLE_REPORTS]),
    default="text",
    show_default=True,
    help="How the outcome is printed.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="error",
    show_default=True,
    help="Exit with status 1 where there is a finding of at least this severity.",
)
@click.option("--explain", is_flag=True, help="Show every quotation with all its differences.")
@click.option("--fix", is_flag=True, help="Print a patch that restores the sources' wording.")
@click.option("--write", is_flag=True, help="With --fix: change the documents.")
@click.option(
    "--silence",
    "silenced",
    metavar="CODE:REASON",
    multiple=True,
    help="Leave out the findings of a rule, and say why. May be repeated.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Leave out the findings that this file knows.",
)
@click.option("--update-baseline", is_flag=True, help="Write all findings into --baseline.")
@click.option("--no-cache", is_flag=True, help="Neither read nor keep indexes of the sources.")
def command(
    paths: Sequence[Path],
    quotations: Path | None,
    folder: Path | None,
    library: Path | None,
    options: Options,
    exclude: Sequence[str],
    form: str,
    as_json: bool,
    fail_on: str,
    explain: bool,
    fix: bool,
    write: bool,
    silenced: Sequence[str],
    baseline: Path | None,
    update_baseline: bool,
    no_cache: bool,
) -> None:
    """Check every quotation against the text of its source, and every citation against its list.

    PATH is a document or a folder of them. Without PATH the quotations stored beside the library
    are checked; with --quotations a table of them. The texts of the sources are those of --sources,
    those added with `citemgr source add`, and the files that entries name.
    """
    form = "json" if as_json else form
    if write and not fix:
        raise click.UsageError("--write goes with --fix")
    if update_baseline and baseline is None:
        raise click.UsageError("--update-baseline needs --baseline FILE")
    codes = read_silenced(silenced)
    known = read_baseline(baseline) if baseline and not update_baseline else frozenset()
    library = library if library is not None and library.exists() else None
    shelf, failures = _open_shelf(folder, library, None if no_cache else Cache(cache_folder()))
    if quotations is not None and form == "json":
        _print_rows(quotations, shelf)
        _finish_rows(failures)
        return
    taken: list[Taken] = []
    if quotations is not None:
        outcomes = [check_table(quotations, read_table(quotations), shelf)]
    elif paths:
        scans, unread = scan_paths(paths, options, exclude)
        failures += unread
        taken = list(plan_for(scans, library).documents)
        with current().progress(taken, "Checking") as bar:
            outcomes = [check_document(each, shelf) for each in bar]
    elif library is not None:
        outcomes = list(check_stored(read_quotations(library), shelf))
    else:
        raise CitemgrError("nothing to check: name a PATH, --quotations FILE, or a --library")
    documents = {each.scan.document.origin.path: each.scan.document for each in taken}
    outcomes = [silence(each, codes, _comments(each, documents), known) for each in outcomes]
    if update_baseline and baseline is not None:
        write_text(baseline, baseline_of(outcomes))
        current().note(f"{baseline}: {sum(len(o.all_findings()) for o in outcomes)} findings")
        return
    if fix:
        _fix(outcomes, documents, write)
    else:
        _print(outcomes, failures, taken, form, explain)
    finish(failures, [f for outcome in outcomes for f in outcome.all_findings()], fail_on)


def _open_shelf(
    folder: Path | None, library: Path | None, cache: Cache | None
) -> tuple[Shelf, list[Finding]]:
    entries = load(library).entries if library is not None else ()
    return open_sources(find_paths(folder, library, entries), cache)


def _comments(outcome: Outcome, documents: Mapping[str, Document]) -> dict[tuple[int, str], str]:
    document = documents.get(outcome.path)
    return directives(document.text) if document is not None else {}


def _print_rows(quotations: Path, shelf: Shelf) -> None:
    for row in read_table(quotations):
        line = {"id": row.id, "source": row.source} | checks.checked_object(check_row(row, shelf))
        click.echo(json.dumps(line, ensure_ascii=False))


def _finish_rows(failures: Sequence[Finding]) -> None:
    for failure in failures:
        click.echo(file_finding_line(failure), err=True)
    finish(failures)


def _print(
    outcomes: Sequence[Outcome],
    failures: Sequence[Finding],
    taken: Sequence[Taken],
    form: str,
    explain: bool,
) -> None:
    if form in _WHOLE_REPORTS:
        click.echo(_WHOLE_REPORTS[form](outcomes, failures))
        return
    for failure in failures:
        click.echo(file_finding_line(failure), err=True)
    if form == "json":
        for index, outcome in enumerate(outcomes):
            click.echo(checks.outcome_line(outcome, taken[index] if taken else None))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED_WIDTH
    verbosity = current().verbosity
    for outcome in outcomes:
        if verbosity >= 0 or outcome.all_findings():
            click.echo(checks.check_report(outcome, width, verbosity, explain) + "\n")
    current().note(checks.total_line(outcomes))


def _fix(outcomes: Sequence[Outcome], documents: Mapping[str, Document], write: bool) -> None:
    """Print the patch for each document, and with `write` put it into the file."""
    for outcome in outcomes:
        document = documents.get(outcome.path)
        fixes = [each.fix for each in outcome.all_findings() if each.fix is not None]
        if document is None or not fixes or document.format not in TEXT_FORMATS:
            continue
        after = apply_fixes(document.text, fixes)
        click.echo(patch(outcome.path, document.text, after), nl=False)
        if write:
            _write(Path(outcome.path), document.text, after)


def _write(path: Path, before: str, after: str) -> None:
    """Change the file, if it still is what was checked."""
    data = path.read_bytes()
    mark = b"\xef\xbb\xbf"
    head = "\ufeff" if data.startswith(mark) else ""
    if data != (head + before).encode("utf-8", "surrogateescape"):
        raise CitemgrError("is not the UTF-8 text that was checked; not changed", path=str(path))
    write_text(path, head + after)
