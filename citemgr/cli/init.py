"""`citemgr init`: a new library, because nothing appears on a person's disk unasked."""

from __future__ import annotations

from pathlib import Path

import click

from citemgr.cli.console import current
from citemgr.cli.options import DEFAULT_LIBRARY, dialect_option
from citemgr.cli.settings import FILE_NAME
from citemgr.model import CitemgrError

HEADER = """\
% The library of this project, kept by hand and by citemgr.
% Comments, order, @string and the formatting of your entries are left as they are.
"""


@click.command("init")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@dialect_option
def command(file: Path | None, dialect: str | None) -> None:
    """Make a new, empty library FILE (default: bib/library.bib).

    Where FILE is another one or a dialect is chosen, a citemgr.toml that names them is made as
    well. Files that are there already are left alone.
    """
    path = file or DEFAULT_LIBRARY
    path.parent.mkdir(parents=True, exist_ok=True)
    _create(path, HEADER)
    current().note(f"{path}: a new, empty library")
    settings = _settings(path, dialect)
    if settings:
        _create(Path(FILE_NAME), settings)
        current().note(f"{FILE_NAME}: names it")


def _settings(path: Path, dialect: str | None) -> str:
    lines = [f'library = "{path.as_posix()}"'] if path != DEFAULT_LIBRARY else []
    lines += [f'dialect = "{dialect}"'] if dialect else []
    return "".join(line + "\n" for line in lines)


def _create(path: Path, text: str) -> None:
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise CitemgrError("is there already; it was left alone", path=str(path)) from error
