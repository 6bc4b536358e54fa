"""`citemgr config`: the settings in force, and where each comes from."""

from __future__ import annotations

import json
import os

import click

from citemgr.cli.commands import COMMANDS, load_command
from citemgr.cli.settings import Settings, defaults_for, read_settings


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
            click.echo(f"{option} = {_toml(value)}" + click.style(f"  # {source}", dim=True))


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
            default = parameter.default() if callable(parameter.default) else parameter.default
            rows.append((long[2:], default, "default"))
    return rows


def _toml(value: object) -> str:
    if value is None:
        return '""'
    if isinstance(value, bool | int | float | str | list | tuple):
        return json.dumps(value, ensure_ascii=False)
    return json.dumps(str(value), ensure_ascii=False)
