"""`citemgr convert IN [OUT]`: a bibliography in another format, a record at a time."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from citemgr.bibliography import with_keys, write_pieces
from citemgr.cli.bibfiles import format_to_write, from_option, say, stream_records
from citemgr.formats import FORMATS, stream_entries
from citemgr.formats.coding import WITH_TEX
from citemgr.formats.losses import losses
from citemgr.model import Entry, Finding

# Formats whose entries are cited by their keys: none may lack one.
_KEYED = frozenset({"bibtex", "biblatex", "csl-json", "csl-yaml", "hayagriva"})


@click.command("convert")
@click.argument("source_path", metavar="IN")
@click.argument("target_path", metavar="[OUT]", default="-")
@from_option
@click.option(
    "--to",
    "target",
    type=click.Choice([name for name, format in FORMATS.items() if format.writes]),
    help="The format that is written; else told from the suffix of OUT.",
)
@click.option("--losses", "with_losses", is_flag=True, help="Say which fields OUT cannot hold.")
def command(
    source_path: str, target_path: str, source: str | None, target: str | None, with_losses: bool
) -> None:
    """Convert a bibliography; `-` is stdin or stdout.

    A broken record is reported with its line, and the others are converted. Zip and gzip files
    are read as they are. Large files are converted record by record where both formats allow it.
    """
    format = format_to_write(target_path, target)
    records = stream_records(source_path, source, inherit=format not in WITH_TEX)
    entries = _entries(records, format if with_losses else None)
    pieces = stream_entries(with_keys(entries) if format in _KEYED else entries, format)
    if target_path == "-":
        sys.stdout.writelines(pieces)
        sys.stdout.flush()
    else:
        write_pieces(Path(target_path), pieces)


def _entries(records: Iterable[Entry | Finding], target: str | None) -> Iterator[Entry]:
    """The entries; what is wrong with the file, and what `target` cannot hold, is said on the
    way."""
    for record in records:
        if isinstance(record, Finding):
            say([record])
            continue
        if target:
            say(losses([record], target))
        yield record
