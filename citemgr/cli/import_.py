"""`citemgr import FILE...`: entries, and quotations, from files of any format into the library."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import click

from citemgr.bibliography import Library, load, lock, render, save, write_text
from citemgr.bibliography.merging import Merged, merge
from citemgr.cli.bibfiles import from_option, read_bibliography, say
from citemgr.cli.console import current
from citemgr.cli.options import dialect_option, library_option
from citemgr.formats import Parsed
from citemgr.intake import Annotation, quotations_path, read_quotations
from citemgr.intake.annotations import relative_path, write_lines
from citemgr.intake.imported import keys_given, new_quotations
from citemgr.model import CitemgrError


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@from_option
@library_option
@dialect_option
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff; write nothing.")
def command(
    files: tuple[str, ...],
    source: str | None,
    library: Path | None,
    dialect: str | None,
    dry_run: bool,
) -> None:
    """Take the entries of files into the library; works that it has are left alone.

    The format is told from the content. A broken record is reported with its line, and the others
    come in; so do the other files where one cannot be read. Quotations that a file keeps (Citavi)
    come into the quotations beside the library, linked to their entries.
    """
    if library is None:
        raise CitemgrError(
            "there is no library here; `citemgr init` makes one, --library names one"
        )
    read, failed = _read(files, source)
    with nullcontext() if dry_run else lock(library):
        taken = _take_in(load(library, dialect), read)
        if dry_run:
            for line in _diff(taken):
                click.echo(line)
        else:
            _write(taken)
    _tell(taken, dry_run)
    if failed:
        click.get_current_context().exit(2)


@dataclass(frozen=True, slots=True)
class _Taken:
    """The library before and after, the quotations beside it, and those that come to them."""

    before: Library
    merged: Merged
    stored: tuple[Annotation, ...]
    new: tuple[Annotation, ...]

    def lines(self) -> tuple[str, str]:
        """The text of the quotations' file before and after."""
        path = self.before.path
        return write_lines(self.stored, path), write_lines((*self.stored, *self.new), path)


def _read(files: tuple[str, ...], source: str | None) -> tuple[list[tuple[str, Parsed]], bool]:
    read: list[tuple[str, Parsed]] = []
    failed = False
    for path in files:
        try:
            parsed = read_bibliography(path, source)
        except CitemgrError as error:
            click.echo(f"citemgr: {error}", err=True)
            failed = True
            continue
        say(parsed.findings)
        read.append((path, parsed))
    return read, failed


def _take_in(library: Library, read: Iterable[tuple[str, Parsed]]) -> _Taken:
    files = list(read)
    entries = [entry for _, parsed in files for entry in parsed.entries]
    merged = merge(library, entries)
    keys = iter(keys_given(entries, merged))
    stored = read_quotations(library.path)
    new: list[Annotation] = []
    for path, parsed in files:
        own = [next(keys) for _ in parsed.entries]
        kept_in = relative_path(path, library.path.parent)
        new += new_quotations(parsed.quotations, own, kept_in, (*stored, *new))
    return _Taken(library, merged, stored, tuple(new))


def _write(taken: _Taken) -> None:
    """The library first: an entry that nothing quotes yet is harmless."""
    save(taken.merged.library)
    if taken.new:
        write_text(quotations_path(taken.before.path), taken.lines()[1])


def _diff(taken: _Taken) -> Iterator[str]:
    """What would change in the library's file and in that of the quotations."""
    path = taken.before.path
    files = [(path, render(taken.before), render(taken.merged.library))]
    if taken.new:
        files.append((quotations_path(path), *taken.lines()))
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for name, before, after in files:
        lines = before.splitlines(), after.splitlines()
        for line in difflib.unified_diff(*lines, str(name), str(name), lineterm=""):
            yield click.style(line, fg=colours.get(line[:1]))


def _tell(taken: _Taken, dry_run: bool) -> None:
    console = current()
    merged = taken.merged
    for entry, own in merged.known:
        console.detail(f"{entry.key or entry.text('title')[:40]}: in the library as {own.key}")
    would = "would be " if dry_run else ""
    quoted = f" and {len(taken.new)} quotations" if taken.new else ""
    console.note(
        f"{merged.library.path}: {len(merged.added)} entries{quoted} {would}added, "
        f"{len(merged.known)} known already"
    )
