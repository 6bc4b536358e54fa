"""`citemgr export [KEY...]`: entries of the library in any format or citation style, or its
quotations with their entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from citemgr.bibliography import Library, load
from citemgr.cli.bibfiles import say
from citemgr.cli.options import library_option
from citemgr.formats import FORMATS, stream_entries, write_entries
from citemgr.formats.coding import WITH_TEX
from citemgr.formats.inheritance import inherited
from citemgr.formats.losses import losses
from citemgr.formats.styled import FORMS, styled
from citemgr.intake import plan_for, read_quotations, scan_files
from citemgr.model import CitemgrError, Entry, Finding
from citemgr.reports.excerpts import FORMS as QUOTATION_FORMS
from citemgr.reports.excerpts import Excerpt, excerpts, write_excerpts


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
    "--quotes",
    "quoted_form",
    type=click.Choice(list(QUOTATION_FORMS)),
    help="The stored quotations instead, each with its entry, in this form.",
)
@click.option(
    "--cited-in",
    metavar="DOCUMENT",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Only what this document cites by key. May be repeated.",
)
@click.option(
    "--quoted-in",
    metavar="DOCUMENT",
    multiple=True,
    type=click.Path(path_type=Path),
    help="With --quotes: those of this document, scanned now. May be repeated.",
)
@click.option("--search", metavar="WORDS", help="Only entries or quotations with all these words.")
@click.option(
    "--style",
    metavar="STYLE",
    help="Print references in this citation style, by name or as FILE.csl; needs pandoc.",
)
@click.option(
    "--form", type=click.Choice(list(FORMS)), default="text", help="With --style: what is printed."
)
@click.option("--losses", "with_losses", is_flag=True, help="Say which fields cannot be held.")
def command(
    keys: tuple[str, ...],
    library: Path | None,
    target: str,
    quoted_form: str | None,
    cited_in: tuple[Path, ...],
    quoted_in: tuple[Path, ...],
    search: str | None,
    style: str | None,
    form: str,
    with_losses: bool,
) -> None:
    """Print entries of the library: all, those named, those cited in documents, those found.

    With --quotes its quotations, chosen in the same way.
    """
    if quoted_in and quoted_form is None:
        raise click.UsageError("--quoted-in goes with --quotes")
    loaded = _library(library, bool(quoted_in))
    say(loaded.findings)
    wanted = _wanted_keys(loaded.entries, keys, cited_in)
    if quoted_form is not None:
        chosen_excerpts = _quotations(loaded, quoted_in, wanted, search)
        for piece in write_excerpts(chosen_excerpts, quoted_form, loaded.path.name):
            click.echo(piece, nl=False)
        return
    whole = style is not None or target not in WITH_TEX
    entries = inherited(loaded.entries) if whole else loaded.entries
    chosen = _entries(entries, wanted, search)
    if style is not None:
        click.echo(styled(chosen, style, form), nl=False)
        return
    if with_losses:
        say(losses(chosen, target))
    for piece in stream_entries(chosen, target):
        click.echo(piece, nl=False)


def _library(path: Path | None, may_be_none: bool) -> Library:
    """The library; an empty one where documents are quoted that need none."""
    if path is not None and path.exists():
        return load(path)
    if not may_be_none:
        raise CitemgrError("there is no library here; --library names one")
    return Library(path or Path("library.bib"))


def _wanted_keys(
    entries: Iterable[Entry], keys: Sequence[str], cited_in: Sequence[Path]
) -> frozenset[str] | None:
    """The keys that are named or cited; None where no selection is made."""
    if not keys and not cited_in:
        return None
    unknown = set(keys) - {entry.key for entry in entries}
    if unknown:
        raise CitemgrError(f"the library has no entry {', '.join(sorted(unknown))}")
    wanted = set(keys)
    if cited_in:
        from citemgr.documents import read

        for path in cited_in:
            wanted |= {cited.key for each in read(path).citations for cited in each.cited}
    return frozenset(wanted)


def _entries(
    entries: Iterable[Entry], wanted: frozenset[str] | None, search: str | None
) -> list[Entry]:
    words = (search or "").casefold().split()
    chosen = [entry for entry in entries if wanted is None or entry.key in wanted]
    return [entry for entry in chosen if not words or _has(_printed(entry), words)]


def _quotations(
    library: Library,
    documents: Sequence[Path],
    wanted: frozenset[str] | None,
    search: str | None,
) -> list[Excerpt]:
    """The stored quotations, or those of `documents` as a scan would store them."""
    annotations, entries = read_quotations(library.path), library.entries
    if documents:
        scans = []
        for result in scan_files(documents):
            if isinstance(result, Finding):
                raise CitemgrError(result.message, path=result.path)
            scans.append(result)
        plan = plan_for(scans, library.path if library.digest else None)
        sources = {taken.source for taken in plan.documents}
        annotations = tuple(each for each in plan.quotations if each.source in sources)
        entries = (*entries, *plan.new)
    words = (search or "").casefold().split()
    return [
        each
        for each in excerpts(annotations, inherited(entries))
        if (wanted is None or each.key in wanted)
        and (not words or _has(f"{each.text()} {_printed(each.entry)}", words))
    ]


def _printed(entry: Entry | None) -> str:
    return write_entries([entry], "biblatex") if entry is not None else ""


def _has(text: str, words: Iterable[str]) -> bool:
    folded = text.casefold()
    return all(word in folded for word in words)
