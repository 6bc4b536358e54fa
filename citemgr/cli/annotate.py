"""`citemgr annotate PATH`: the document again, with its citations put in; prints to stdout."""

from __future__ import annotations

from pathlib import Path

import click

from citemgr.cli.options import library_option, quotation_options
from citemgr.cli.reading import scan_paths
from citemgr.intake import plan_for
from citemgr.links.annotate import annotate
from citemgr.model import CitemgrError
from citemgr.quotations import Options


@click.command("annotate")
@click.argument("path", type=click.Path(path_type=Path, dir_okay=False))
@library_option
@quotation_options
def command(path: Path, library: Path | None, options: Options) -> None:
    """Print the document with a citation for every callout that names a work.

    Markdown and plain text get [@key, p. 3], HTML gets links, LaTeX gets \\cite. The file itself
    is not changed.
    """
    scans, failures = scan_paths([path], options)
    if failures:
        raise CitemgrError(failures[0].message, path=str(path))
    taken = plan_for(scans, library).documents[0]
    click.echo(annotate(taken.scan, taken.keys, path.read_bytes()), nl=False)
