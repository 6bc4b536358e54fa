"""`citemgr config`: the settings in force, and where each comes from."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from citemgr.cli.commands import COMMANDS, load_command
from citemgr.cli.settings import Settings, defaults_for, read_settings

# What an option's default may be; click marks a missing one by an object of its own.
_PLAIN = (str, int, float, bool, Path)


@click.command("config")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(as_json: bool) -> None:
    """Show the options of every command as they are set here: by the environment, by citemgr.toml,
    or by default."""
    settings = read_settings()
    table = {
        name: {option: value for option, value, _ in rows}
        for name in COMMANDS
        if (rows := options_in_force(name, load_command(name), settings))
    }
    if as_json:
        click.echo(json.dumps({"file": str(settings.path or ""), "settings": table}, default=str))
        return
    click.echo(f"# {settings.path or 'no citemgr.toml from here upwards'}")
    for name in COMMANDS:
        rows = options_in_force(name, load_command(name), settings)
        if rows:
            click.echo(click.style(f"\n[{name}]", bold=True))
        for option, value, source in rows:
            click.echo(_line(option, value, source))


def options_in_force(
    name: str, command: click.Command, settings: Settings
) -> list[tuple[str, object, str]]:
    """Each option of a command that can be set in `citemgr.toml`: its name, value and source."""
    chosen = defaults_for(name, command, settings)
    rows: list[tuple[str, object, str]] = []
    for parameter in command.params:
        if not isinstance(parameter, click.Option) or not parameter.expose_value:
            continue
        variable = parameter.envvar if isinstance(parameter.envvar, str) else None
        long = next((each for each in parameter.opts if each.startswith("--")), "")
        if variable and os.environ.get(variable):
            rows.append((long[2:], os.environ[variable], f"${variable}"))
        elif parameter.name in chosen:
            rows.append((long[2:], chosen[parameter.name], str(settings.path)))
        else:
            rows.append((long[2:], _default(parameter), "default"))
    return rows


def _default(option: click.Option) -> object:
    """What an option is where nobody sets it; None where that is nothing."""
    value = option.default() if callable(option.default) else option.default
    if option.multiple:
        return []
    return value if isinstance(value, _PLAIN) else (False if option.is_flag else None)


def _line(option: str, value: object, source: str) -> str:
    if value is None:
        return click.style(f"# {option} is not set", dim=True)
    plain = value if isinstance(value, bool | int | float | list) else str(value)
    written = json.dumps(plain, ensure_ascii=False, default=str)
    return f"{option} = {written}" + click.style(f"  # {source}", dim=True)
