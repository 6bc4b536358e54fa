"""From the paths on the command line to scans, with a bar on long work and failures put aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from citemgr.cli.console import current
from citemgr.intake import scan_files
from citemgr.model import SEVERITIES, CitemgrError, Finding, Scan, Severity
from citemgr.quotations import Options


def scan_paths(
    paths: Sequence[Path], options: Options, exclude: Sequence[str] = ()
) -> tuple[list[Scan], list[Finding]]:
    """Scan the documents at and under `paths`; what could not be read comes as findings.
    Raises `CitemgrError` where there is no document at all.
    """
    from citemgr.documents import walk

    files = list(walk(paths, exclude))
    if not files:
        raise CitemgrError(f"no document in {', '.join(map(str, paths))}")
    scans: list[Scan] = []
    failures: list[Finding] = []
    with current().pace(), current().progress(files, "Scanning") as bar:
        for result in scan_files(bar, options):
            if isinstance(result, Finding):
                failures.append(result)
            else:
                scans.append(result)
    return scans, failures


def finish(
    failures: Sequence[Finding], findings: Iterable[Finding] = (), fail_on: str = "never"
) -> None:
    """Leave with the exit status: 2 where a file could not be read, 1 for findings that matter."""
    if failures:
        click.get_current_context().exit(2)
    if fail_on != "never":
        grave = SEVERITIES[: SEVERITIES.index(Severity(fail_on)) + 1]
        if any(finding.severity in grave for finding in findings):
            click.get_current_context().exit(1)
