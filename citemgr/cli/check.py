"""`citemgr check`: every quotation against its source."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from citemgr.checking import check_row, read_table
from citemgr.reports.checks import checked_object
from citemgr.sources import Cache, cache_folder, find_paths, open_sources


@click.command("check")
@click.argument("paths", metavar="[PATH...]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--quotations", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--sources", "folder", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
def command(
    paths: Sequence[Path], quotations: Path | None, folder: Path | None, as_json: bool
) -> None:
    """Check every quotation against the text of its source."""
    if quotations is not None:
        rows = read_table(quotations)
        shelf, findings = open_sources(find_paths(folder), Cache(cache_folder()))
        for row in rows:
            line = {"id": row.id} | checked_object(check_row(row, shelf))
            click.echo(json.dumps(line, ensure_ascii=False))
