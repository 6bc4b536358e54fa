"""Options that several commands share: one name for one thing.

A command takes them as decorators. Every long option can also stand in `citemgr.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

# The library of a working directory that has a folder for it.
DEFAULT_LIBRARY = Path("bib/library.bib")


def default_library() -> Path | None:
    """`bib/library.bib` where a folder `bib/` stands; nothing appears on a disk unasked."""
    return DEFAULT_LIBRARY if DEFAULT_LIBRARY.parent.is_dir() else None


paths_argument = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path)
)

library_option = click.option(
    "--library",
    type=click.Path(path_type=Path, dir_okay=False),
    envvar="CITEMGR_LIBRARY",
    default=default_library,
    show_default="bib/library.bib where a folder bib/ stands",
    help="The library, a .bib file. Else $CITEMGR_LIBRARY, else what citemgr.toml names.",
)

dialect_option = click.option(
    "--dialect",
    type=click.Choice(["bibtex", "biblatex"]),
    help="How new entries are written; else as those of the library, BibTeX in an empty one.",
)

exclude_option = click.option(
    "--exclude",
    metavar="GLOB",
    multiple=True,
    help="Leave out files that match, besides hidden and git-ignored ones. May be repeated.",
)

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON Lines, one object a document."
)

fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    default="never",
    show_default=True,
    help="Exit with status 1 where there is a finding of at least this severity.",
)
