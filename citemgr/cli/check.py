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
    Outcome,
    baseline_of,
    check_document,
    check_row,
    check_stored,
    check_table,
    directives,
    patch,
    patched,
    read_table,
    silence,
)
from citemgr.cli.check_options import Wanted, check_options
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
from citemgr.reports.terminal import counted, file_finding_line
from citemgr.sources import (
    Cache,
    Shelf,
    cache_folder,
    find_paths,
    inspect_texts,
    open_sources,
    sources_folder,
)

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
@check_options
@click.option("--no-cache", is_flag=True, help="Neither read nor keep indexes of the sources.")
def command(
    paths: Sequence[Path],
    quotations: Path | None,
    folder: Path | None,
    library: Path | None,
    options: Options,
    exclude: Sequence[str],
    wanted: Wanted,
    no_cache: bool,
) -> None:
    """Check every quotation against the text of its source, and every citation against its list.

    PATH is a document or a folder of them. Without PATH the quotations stored beside the library
    are checked; with --quotations a table of them. The texts of the sources are those of --sources,
    those added with `citemgr source add`, and the files that entries name.
    """
    library = library if library is not None and library.exists() else None
    shelf, failures, outcomes = _open_shelf(folder, library, not no_cache)
    taken: list[Taken] = []
    if quotations is not None and wanted.form == "json":
        _print_rows(quotations, shelf, failures)
        return
    if quotations is not None:
        outcomes = [check_table(quotations, read_table(quotations), shelf), *outcomes]
    elif paths:
        scans, unread = scan_paths(paths, options, exclude)
        failures += unread
        taken = list(plan_for(scans, library).documents)
        with current().progress(taken, "Checking") as bar:
            outcomes = [*(check_document(each, shelf) for each in bar), *outcomes]
    elif library is not None:
        outcomes = [*check_stored(read_quotations(library), shelf), *outcomes]
    else:
        raise CitemgrError("nothing to check: name a PATH, --quotations FILE, or a --library")
    _settle(outcomes, failures, taken, wanted)


def _open_shelf(
    folder: Path | None, library: Path | None, cached: bool
) -> tuple[Shelf, list[Finding], list[Outcome]]:
    """The sources, what of them cannot be read, and what is worth knowing of the library's own."""
    entries = load(library).entries if library is not None else ()
    cache = Cache(cache_folder()) if cached else None
    shelf, failures = open_sources(find_paths(folder, library, entries), cache)
    found = inspect_texts(library, entries) if library is not None else []
    own = str(sources_folder(library)) if library is not None else ""
    return shelf, failures, [Outcome(own, findings=tuple(found))] if found else []


def _settle(
    outcomes: Sequence[Outcome],
    failures: Sequence[Finding],
    taken: Sequence[Taken],
    wanted: Wanted,
) -> None:
    """Silence, then print, fix or note what was found, and leave with the exit status."""
    documents = {each.scan.document.origin.path: each.scan.document for each in taken}
    outcomes = [
        silence(each, wanted.codes, _comments(each, documents), wanted.known) for each in outcomes
    ]
    if wanted.baseline is not None and wanted.update_baseline:
        write_text(wanted.baseline, baseline_of(outcomes))
        count = sum(len(outcome.all_findings()) for outcome in outcomes)
        current().note(f"{wanted.baseline}: {counted(count, 'finding')}")
        return
    if wanted.fix:
        _print_failures(failures)
        _fix(outcomes, documents, wanted.write)
    else:
        _print(outcomes, failures, taken, wanted)
    findings = [finding for outcome in outcomes for finding in outcome.all_findings()]
    finish(failures, findings, wanted.fail_on)


def _comments(outcome: Outcome, documents: Mapping[str, Document]) -> dict[tuple[int, str], str]:
    document = documents.get(outcome.path)
    return directives(document.text) if document is not None else {}


def _print_rows(quotations: Path, shelf: Shelf, failures: Sequence[Finding]) -> None:
    for row in read_table(quotations):
        line = {"id": row.id, "source": row.source} | checks.checked_object(check_row(row, shelf))
        click.echo(json.dumps(line, ensure_ascii=False))
    _print_failures(failures)
    finish(failures)


def _print_failures(failures: Sequence[Finding]) -> None:
    for failure in failures:
        click.echo(file_finding_line(failure), err=True)


def _print(
    outcomes: Sequence[Outcome],
    failures: Sequence[Finding],
    taken: Sequence[Taken],
    wanted: Wanted,
) -> None:
    if wanted.form in _WHOLE_REPORTS:
        click.echo(_WHOLE_REPORTS[wanted.form](outcomes, failures))
        return
    _print_failures(failures)
    if wanted.form == "json":
        for index, outcome in enumerate(outcomes):
            scanned = taken[index] if index < len(taken) else None
            click.echo(checks.outcome_line(outcome, scanned))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _PIPED_WIDTH
    verbosity = current().verbosity
    for outcome in outcomes:
        if verbosity >= 0 or outcome.all_findings():
            click.echo(checks.check_report(outcome, width, verbosity, wanted.explain) + "\n")
    current().note(checks.total_line(outcomes))


def _fix(outcomes: Sequence[Outcome], documents: Mapping[str, Document], write: bool) -> None:
    """Print the patch for each document, and with `write` put it into the files."""
    for outcome in outcomes:
        document = documents.get(outcome.path)
        fixes = [each.fix for each in outcome.all_findings() if each.fix is not None]
        if document is None or not fixes:
            continue
        paths = {outcome.path, *(path for _, path in document.origin.files)}
        files = {path: _text_of(path) for path in paths}
        after, left = patched(document, fixes, files)
        for path, text in sorted(after.items()):
            change = patch(path, files[path], text)
            click.echo(change.encode("utf-8", "surrogateescape"), nl=False)
            if write:
                write_text(Path(path), text)
        for fix in left:
            place = document.origin.place(fix.span.start)
            click.echo(f"{place}: restore by hand: {' '.join(fix.replacement.split())}", err=True)


def _text_of(path: str) -> str:
    """The file as text, with its byte order mark and line ends."""
    try:
        return Path(path).read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=path) from error
