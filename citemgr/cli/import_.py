"""`citemgr import FILE...`: entries from files of any format into the library."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import click

from citemgr.bibliography import load, lock, save
from citemgr.bibliography.merging import Merged, merge
from citemgr.cli.bibfiles import from_option, read_bibliography, say
from citemgr.cli.console import current
from citemgr.cli.options import dialect_option, library_option
from citemgr.formats import write_entries
from citemgr.model import CitemgrError, Entry


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@from_option
@library_option
@dialect_option
@click.option("--dry-run", is_flag=True, help="Show what would be added; write nothing.")
def command(
    files: tuple[str, ...],
    source: str | None,
    library: Path | None,
    dialect: str | None,
    dry_run: bool,
) -> None:
    """Take the entries of files into the library; works that it has are left alone.

    The format is told from the content. A broken record is reported with its line, and the others
    come in; so do the other files where one cannot be read.
    """
    if library is None:
        raise CitemgrError(
            "there is no library here; `citemgr init` makes one, --library names one"
        )
    entries, failed = _read(files, source)
    with nullcontext() if dry_run else lock(library):
        merged = merge(load(library, dialect), entries)
        if not dry_run:
            save(merged.library)
    _tell(merged, dry_run)
    if failed:
        click.get_current_context().exit(2)


def _read(files: tuple[str, ...], source: str | None) -> tuple[list[Entry], bool]:
    entries: list[Entry] = []
    failed = False
    for path in files:
        try:
            parsed = read_bibliography(path, source)
        except CitemgrError as error:
            click.echo(f"citemgr: {error}", err=True)
            failed = True
            continue
        say(parsed.findings)
        entries += parsed.entries
    return entries, failed


def _tell(merged: Merged, dry_run: bool) -> None:
    console = current()
    if dry_run:
        for entry in merged.added:
            for line in write_entries([entry], merged.library.dialect).splitlines():
                click.echo(click.style(f"+{line}", fg="green"))
    for entry, own in merged.known:
        console.detail(f"{entry.key or entry.text('title')[:40]}: in the library as {own.key}")
    would = "would be " if dry_run else ""
    console.note(
        f"{merged.library.path}: {len(merged.added)} entries {would}added, "
        f"{len(merged.known)} known already"
    )
