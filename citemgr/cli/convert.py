"""`citemgr convert IN [OUT]`: a bibliography in another format."""

from __future__ import annotations

from pathlib import Path

import click

from citemgr.bibliography import write_text
from citemgr.cli.bibfiles import format_to_write, from_option, read_bibliography, say
from citemgr.formats import FORMATS, stream_entries
from citemgr.formats.losses import losses


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
    are read as they are.
    """
    format = format_to_write(target_path, target)
    parsed = read_bibliography(source_path, source)
    say(parsed.findings)
    if with_losses:
        say(losses(parsed.entries, format))
    pieces = stream_entries(parsed.entries, format)
    if target_path == "-":
        for piece in pieces:
            click.echo(piece, nl=False)
    else:
        write_text(Path(target_path), "".join(pieces))
