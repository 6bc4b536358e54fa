"""The options of `citemgr check`, by what they are about: its report, its fixes, its silence."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from citemgr.checking import read_baseline, read_silenced

R = TypeVar("R")

FORMS = ("text", "json", "sarif", "github", "junit")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How the outcome is printed and what of it counts.

    `form` is one of `FORMS`, `fail_on` a severity or "never"; `codes` are silenced, code -> reason;
    `known` are the fingerprints of `baseline`, which is written anew where `update_baseline` is
    true.
    """

    form: str
    fail_on: str
    explain: bool
    fix: bool
    write: bool
    codes: dict[str, str]
    known: frozenset[str]
    baseline: Path | None
    update_baseline: bool


_OPTIONS = (
    click.option(
        "--format",
        "form",
        type=click.Choice(FORMS),
        default="text",
        show_default=True,
        help="How the outcome is printed.",
    ),
    click.option("--json", "as_json", is_flag=True, help="The same as --format json."),
    click.option(
        "--fail-on",
        type=click.Choice(["error", "warning", "note", "never"]),
        default="error",
        show_default=True,
        help="Exit with status 1 where there is a finding of at least this severity.",
    ),
    click.option("--explain", is_flag=True, help="Show every quotation with all its differences."),
    click.option("--fix", is_flag=True, help="Print a patch that restores the sources' wording."),
    click.option("--write", is_flag=True, help="With --fix: change the documents."),
    click.option(
        "--silence",
        "silenced",
        metavar="CODE:REASON",
        multiple=True,
        help="Leave out the findings of a rule, and say why. May be repeated.",
    ),
    click.option(
        "--baseline",
        type=click.Path(path_type=Path, dir_okay=False),
        help="Leave out the findings that this file knows.",
    ),
    click.option("--update-baseline", is_flag=True, help="Write all findings into --baseline."),
)


def check_options(command: Callable[..., R]) -> Callable[..., R]:
    """Give `command` these options; it takes them as one `wanted`."""

    @wraps(command)
    def with_options(
        silenced: tuple[str, ...],
        as_json: bool,
        form: str,
        fail_on: str,
        explain: bool,
        fix: bool,
        write: bool,
        baseline: Path | None,
        update_baseline: bool,
        **others: Any,
    ) -> R:
        if write and not fix:
            raise click.UsageError("--write goes with --fix")
        if update_baseline and baseline is None:
            raise click.UsageError("--update-baseline needs --baseline FILE")
        known = read_baseline(baseline) if baseline and not update_baseline else frozenset()
        form = "json" if as_json else form
        codes = read_silenced(silenced)
        wanted = Wanted(form, fail_on, explain, fix, write, codes, known, baseline, update_baseline)
        return command(wanted=wanted, **others)

    decorated: Callable[..., R] = with_options
    for option in reversed(_OPTIONS):
        decorated = option(decorated)
    return decorated
