"""How much citemgr says, and in which colours.

Data goes to stdout; everything else is a `note` or a `detail` on stderr, which `-q` silences and
`-v` asks for. Colours are off where the stream is no terminal, where `NO_COLOR` is set
(https://no-color.org) or with `--no-color`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import click

T = TypeVar("T")

# Below this many documents a progress bar flashes by before it can be read.
BAR_FROM = 8


@dataclass
class Console:
    """What a person asked for: quiet (-1), normal (0), or more words (1)."""

    verbosity: int = 0

    @property
    def quiet(self) -> bool:
        return self.verbosity < 0

    @property
    def verbose(self) -> bool:
        return self.verbosity > 0

    def note(self, text: str) -> None:
        """Say `text` on stderr, unless `-q`."""
        if not self.quiet:
            click.echo(text, err=True)

    def detail(self, text: str) -> None:
        """Say `text` on stderr, with `-v`."""
        if self.verbose:
            click.echo(text, err=True)

    @contextmanager
    def progress(self, items: list[T], label: str) -> Iterator[Iterable[T]]:
        """`items`, with a bar on stderr where that is a terminal and the work is long."""
        if self.quiet or len(items) < BAR_FROM or not sys.stderr.isatty():
            yield items
            return
        with click.progressbar(items, label=label, file=sys.stderr) as bar:
            yield bar

    @contextmanager
    def pace(self) -> Iterator[None]:
        """While this lasts, a long file tells on stderr how far its reading is, on a terminal."""
        if self.quiet or not sys.stderr.isatty():
            yield
            return
        from citemgr.documents import watched

        with watched(_say_pace):
            yield


def _say_pace(done: int, of: int, what: str) -> None:
    """One line that is written over, and wiped at the end."""
    line = f"Reading: {done:,} of {of:,} {what}" if done < of else ""
    click.echo(f"\r\x1b[K{line}", err=True, nl=False)


def current() -> Console:
    """The console of the command that runs."""
    return click.get_current_context().find_root().ensure_object(Console)


def _set_verbosity(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value:
        console = ctx.find_root().ensure_object(Console)
        console.verbosity = -1 if parameter.name == "quiet" else 1


def _set_color(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value or os.environ.get("NO_COLOR"):
        ctx.color = False


COMMON_OPTIONS = (
    click.Option(
        ["-q", "--quiet"],
        is_flag=True,
        expose_value=False,
        callback=_set_verbosity,
        help="Say only what needs a person's eye.",
    ),
    click.Option(
        ["-v", "--verbose"],
        is_flag=True,
        expose_value=False,
        callback=_set_verbosity,
        help="Say more: reasons, what was passed over.",
    ),
    click.Option(
        ["--no-color"],
        is_flag=True,
        expose_value=False,
        callback=_set_color,
        help="No colours, as with NO_COLOR set.",
    ),
)
