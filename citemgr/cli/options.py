"""Options that several commands share: one name for one thing.

A command takes them as decorators. Every long option can also stand in `citemgr.toml`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from citemgr.bibliography import DEFAULT_PATTERN
from citemgr.model import Kind
from citemgr.quotations import Options

R = TypeVar("R")

# The library of a working directory that has a folder for it.
DEFAULT_LIBRARY = Path("bib/library.bib")


def default_library() -> Path | None:
    """`bib/library.bib` where a folder `bib/` stands; nothing appears on a disk unasked."""
    return DEFAULT_LIBRARY if DEFAULT_LIBRARY.parent.is_dir() else None


paths_argument = click.argument(
    "paths",
    metavar="PATH...",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, readable=False),  # the reader says what is wrong with a file
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

key_pattern_option = click.option(
    "--key-pattern",
    metavar="PATTERN",
    default=DEFAULT_PATTERN,
    show_default=True,
    help="How new keys are made; also {authors}, {journal}, {type}. A letter parts equal ones.",
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


def _kinds(ctx: click.Context, parameter: click.Parameter, value: Any) -> frozenset[Kind]:
    """Kinds of quotation, separated by commas; `citemgr.toml` may have a list of them."""
    words = value.split(",") if isinstance(value, str) else value
    try:
        return frozenset(Kind(word.strip()) for word in words)
    except (AttributeError, TypeError, ValueError) as error:
        known = ", ".join(Kind)
        raise click.BadParameter(f"{value!r} is not a list of kinds; there are {known}") from error


_WANTED = Options()
_COUNT = click.IntRange(min=0)

_QUOTATION_OPTIONS = (
    click.option(
        "--kinds",
        type=click.UNPROCESSED,
        callback=_kinds,
        metavar="KIND,...",
        default=",".join(Kind),
        show_default=True,
        help="The kinds to report.",
    ),
    click.option(
        "--min-words",
        type=_COUNT,
        default=_WANTED.min_words,
        show_default=True,
        help="Leave out shorter passages.",
    ),
    click.option(
        "--min-chars",
        type=_COUNT,
        default=_WANTED.min_chars,
        show_default=True,
        help="Leave out shorter passages.",
    ),
    click.option(
        "--singles",
        type=click.Choice(["auto", "on", "off"]),
        default=_WANTED.singles,
        show_default=True,
        help="Whether single marks open quotations.",
    ),
    click.option("--only-cited", is_flag=True, help="Leave out quotations that nothing cites."),
    click.option(
        "--max-carry",
        type=_COUNT,
        default=_WANTED.max_carry,
        show_default=True,
        help="How many paragraphs a quotation may run on without new opening marks.",
    ),
    click.option("--include-nested", is_flag=True, help="Report quotations inside quotations."),
)


def quotation_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give `command` these options; it takes them as one `options`."""

    @wraps(command)
    def with_options(**given: Any) -> R:
        names = Options.__dataclass_fields__
        options = Options(**{name: given.pop(name) for name in names})
        return command(options=options, **given)

    decorated: Callable[..., R] = with_options
    for option in reversed(_QUOTATION_OPTIONS):
        decorated = option(decorated)
    return decorated
