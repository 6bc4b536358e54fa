"""The settings of `citemgr.toml`: any long option, written once for a project.

The file is looked for in the working directory and the folders above it. A setting is named like
the option it sets, without the dashes; at the top it holds for every command that has the option,
in a table named like a command for that one only. Paths are relative to the file. What is given on
the command line or in the environment comes first.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import click

from citemgr.model import CitemgrError

FILE_NAME = "citemgr.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The file's path (None where there is none) and what it says."""

    path: Path | None = None
    values: Mapping[str, object] = field(default_factory=dict)


def read_settings(start: Path | None = None) -> Settings:
    """The settings of the nearest `citemgr.toml`, from `start` (the working directory) upwards.

    Raises `CitemgrError` where the file cannot be read as TOML.
    """
    folder = (start or Path.cwd()).absolute()
    for candidate in (place / FILE_NAME for place in (folder, *folder.parents)):
        if candidate.is_file():
            return Settings(candidate, _parse(candidate))
    return Settings()


def defaults_for(name: str, command: click.Command, settings: Settings) -> dict[str, object]:
    """What `settings` say about the options of `command`, by click's parameter names.

    Raises `CitemgrError` for a setting that no command knows.
    """
    if settings.path is None:
        return {}
    table = settings.values.get(name, {})
    own = table if isinstance(table, dict) else {}
    _refuse_unknown(settings, own, command, name)
    return _by_parameter(command, {**settings.values, **own}, settings.path.parent)


def _by_parameter(
    command: click.Command, values: Mapping[str, object], folder: Path
) -> dict[str, object]:
    """The `values` of options that `command` has, by parameter; those of subcommands one deeper."""
    if isinstance(command, click.Group):
        return {
            name: _by_parameter(child, values, folder) for name, child in command.commands.items()
        }
    options = _options(command)
    return {
        str(options[key].name): _rooted(value, options[key], folder)
        for key, value in values.items()
        if key in options
    }


def _parse(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise CitemgrError(f"not valid TOML: {error}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise CitemgrError("not UTF-8 text", path=str(path)) from error
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=str(path)) from error


def _options(command: click.Command) -> dict[str, click.Parameter]:
    """The options of `command` and of its subcommands by their long names, without dashes."""
    found: dict[str, click.Parameter] = {
        long.removeprefix("--"): parameter
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for long in parameter.opts
        if long.startswith("--")
    }
    for child in command.commands.values() if isinstance(command, click.Group) else ():
        found = {**_options(child), **found}
    return found


def _refuse_unknown(
    settings: Settings, own: Mapping[str, object], command: click.Command, name: str
) -> None:
    """A misspelt setting is an error, not silence."""
    known = _options(command)
    for key in own:
        if key not in known:
            raise CitemgrError(
                f"[{name}] has no setting {key!r}; it takes {', '.join(sorted(known))}",
                path=str(settings.path),
                line=_line_of(settings, key),
            )
    doubtful = [key for key in settings.values if key not in known and key != name]
    if not doubtful:
        return
    from citemgr.cli.commands import COMMANDS, load_command

    everywhere = {key for other in COMMANDS for key in _options(load_command(other))}
    for key in doubtful:
        if key not in COMMANDS and key not in everywhere:
            raise CitemgrError(
                f"no command has the setting {key!r}",
                path=str(settings.path),
                line=_line_of(settings, key),
            )


def _line_of(settings: Settings, key: str) -> int | None:
    if settings.path is None:
        return None
    lines = settings.path.read_text(encoding="utf-8").splitlines()
    starts = (number for number, line in enumerate(lines, 1) if line.strip().startswith(key))
    return next(starts, None)


def _rooted(value: object, option: click.Parameter, folder: Path) -> object:
    """A path setting, relative to the settings file."""
    if isinstance(option.type, click.Path) and isinstance(value, str):
        return str(folder / value)
    return value
