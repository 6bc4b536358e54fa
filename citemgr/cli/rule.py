"""`citemgr rule [CODE]`: the documentation of a finding, from the docstring of the rule itself."""

from __future__ import annotations

import inspect
from importlib import import_module

import click

from citemgr.model import RULES, CitemgrError, Rule, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}


@click.command("rule")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Explain the finding CODE; without CODE, list all codes with their severity and title."""
    if code is None:
        for rule in RULES.values():
            click.echo(f"{_heading(rule)}  {rule.title}")
        return
    found = RULES.get(code.upper())
    if found is None:
        raise CitemgrError(f"no finding has the code {code}; `citemgr rule` lists all codes")
    click.echo(
        f"{_heading(found)}  {click.style(found.title, bold=True)}\n\n{documentation(found)}"
    )


def documentation(rule: Rule) -> str:
    """The docstring of the function that raises `rule`."""
    module, _, function = rule.where.partition(":")
    return inspect.getdoc(getattr(import_module(module), function)) or rule.title


def _heading(rule: Rule) -> str:
    severity = click.style(f"{rule.severity:7}", fg=_COLOURS[rule.severity])
    return f"{click.style(rule.code, bold=True)}  {severity}"
