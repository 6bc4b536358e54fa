"""`citemgr source`: the texts of cited works that a library keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from citemgr.checking import compare_texts
from citemgr.cli.console import current
from citemgr.cli.options import library_option
from citemgr.intake import read_quotations
from citemgr.model import CitemgrError
from citemgr.reports.terminal import counted
from citemgr.sources import (
    Provenance,
    Source,
    drop,
    fetch,
    has_changed,
    keep,
    read_bytes,
    read_register,
    sources_folder,
)


@click.group("source")
def command() -> None:
    """Keep the texts of cited works, against which quotations are checked."""


@command.command("add")
@click.argument("key")
@click.argument("origin", metavar="FILE|URL")
@library_option
def add(key: str, origin: str, library: Path | None) -> None:
    """Take the text in FILE, or at URL, as that of the entry KEY.

    Any document that citemgr reads will do. The network is used for a URL alone, and the server's
    robots.txt is obeyed. Where the text came from, the day and its SHA-256 are kept.
    """
    folder = _folder(library)
    data, suffix = _take(origin)
    source = read_bytes(data, suffix, key, origin)
    kept = keep(folder, key, data, suffix, _origin(origin), date.today().isoformat())
    current().note(f"{key}: {_size(source)} from {kept.origin}")


@command.command("list")
@library_option
def list_(library: Path | None) -> None:
    """List the texts that the library keeps, and where each came from."""
    folder = _folder(library)
    for key, each in sorted(read_register(folder).items()):
        state = "  changed since" if has_changed(folder, each) else ""
        click.echo(f"{key}  {each.added}  {each.sha256[:12]}  {each.origin}{state}")


@command.command("remove")
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@library_option
def remove(keys: Sequence[str], library: Path | None) -> None:
    """Remove the texts of the entries KEY; the entries stay."""
    folder = _folder(library)
    for key in keys:
        current().note(f"{key}: removed {drop(folder, key).file}")


@command.command("refresh")
@click.argument("keys", metavar="[KEY...]", nargs=-1)
@library_option
@click.option("--dry-run", is_flag=True, help="Write nothing; say what changed.")
def refresh(keys: Sequence[str], library: Path | None, dry_run: bool) -> None:
    """Read or fetch the texts anew, from where they came; without KEY all of them.

    Says what changed, and for which stored quotations the verdict is another one now.
    """
    folder = _folder(library)
    register = read_register(folder)
    if missing := [key for key in keys if key not in register]:
        raise CitemgrError(f"no source text was added for {', '.join(missing)}", path=str(folder))
    failed = False
    for key in keys or sorted(register):
        try:
            _refresh(key, register[key], folder, library, dry_run)
        except CitemgrError as error:
            failed = True
            click.echo(f"{key}: {error}", err=True)
    if failed:
        click.get_current_context().exit(2)


def _refresh(
    key: str, before: Provenance, folder: Path, library: Path | None, dry_run: bool
) -> None:
    data, suffix = _take(before.origin)
    new = read_bytes(data, suffix, key, before.origin)
    file = folder / before.file
    old_data = file.read_bytes() if file.is_file() else b""
    if data == old_data:
        click.echo(f"{key}: the same")
        return
    click.echo(f"{key}: changed, {len(old_data)} to {len(data)} bytes")
    if library is not None and old_data:
        old = read_bytes(old_data, file.suffix, key, str(file))
        quotations = [each for each in read_quotations(library) if each.key == key]
        for quote, was, now in compare_texts([each.exact for each in quotations], old, new):
            click.echo(f"  {was} -> {now}: {' '.join(quote.split())[:80]}")
    if not dry_run:
        keep(folder, key, data, suffix, before.origin, date.today().isoformat())


def _folder(library: Path | None) -> Path:
    if library is None:
        raise CitemgrError(
            "there is no library here: `citemgr init` makes one, --library names one"
        )
    return sources_folder(library)


def _take(origin: str) -> tuple[bytes, str]:
    """The bytes of a file or an address, and the suffix of their format."""
    if origin.startswith(("http://", "https://")):
        fetched = fetch(origin)
        return fetched.data, fetched.suffix
    path = Path(origin)
    try:
        return path.read_bytes(), path.suffix
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=origin) from error


def _origin(origin: str) -> str:
    return origin if origin.startswith(("http://", "https://")) else str(Path(origin).absolute())


def _size(source: Source) -> str:
    return counted(source.layout.length, "character")
