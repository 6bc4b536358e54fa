"""`citemgr export [KEY...]`: entries of the library in any format, or as a style prints them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from citemgr.bibliography import load
from citemgr.cli.bibfiles import say
from citemgr.cli.options import library_option
from citemgr.formats import FORMATS, stream_entries, write_entries
from citemgr.formats.losses import losses
from citemgr.formats.styled import FORMS, styled
from citemgr.model import CitemgrError, Entry


@click.command("export")
@click.argument("keys", metavar="[KEY...]", nargs=-1)
@library_option
@click.option(
    "--to",
    "target",
    type=click.Choice([name for name, format in FORMATS.items() if format.writes]),
    default="bibtex",
    show_default=True,
    help="The format.",
)
@click.option(
    "--cited-in",
    metavar="DOCUMENT",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Only what this document cites by key. May be repeated.",
)
@click.option("--search", metavar="WORDS", help="Only entries in which all words stand.")
@click.option(
    "--style",
    metavar="FILE.csl",
    type=click.Path(path_type=Path),
    help="Print references in this citation style; needs pandoc.",
)
@click.option(
    "--form", type=click.Choice(list(FORMS)), default="text", help="With --style: what is printed."
)
@click.option("--losses", "with_losses", is_flag=True, help="Say which fields cannot be held.")
def command(
    keys: tuple[str, ...],
    library: Path | None,
    target: str,
    cited_in: tuple[Path, ...],
    search: str | None,
    style: Path | None,
    form: str,
    with_losses: bool,
) -> None:
    """Print entries of the library: all, those named, those cited in documents, those found."""
    if library is None or not library.exists():
        raise CitemgrError("there is no library here; --library names one")
    loaded = load(library)
    say(loaded.findings)
    chosen = _chosen(loaded.entries, keys, cited_in, search)
    if style is not None:
        click.echo(styled(chosen, style, form), nl=False)
        return
    if with_losses:
        say(losses(chosen, target))
    for piece in stream_entries(chosen, target):
        click.echo(piece, nl=False)


def _chosen(
    entries: Iterable[Entry], keys: tuple[str, ...], cited_in: tuple[Path, ...], search: str | None
) -> list[Entry]:
    chosen = list(entries)
    wanted = set(keys)
    if cited_in:
        from citemgr.documents import read

        for path in cited_in:
            wanted |= {cited.key for each in read(path).citations for cited in each.cited}
    if keys or cited_in:
        unknown = set(keys) - {entry.key for entry in chosen}
        if unknown:
            raise CitemgrError(f"the library has no entry {', '.join(sorted(unknown))}")
        chosen = [entry for entry in chosen if entry.key in wanted]
    if search:
        words = search.casefold().split()
        chosen = [entry for entry in chosen if _has(entry, words)]
    return chosen


def _has(entry: Entry, words: list[str]) -> bool:
    text = write_entries([entry], "biblatex").casefold()
    return all(word in text for word in words)
