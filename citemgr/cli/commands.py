"""The commands of citemgr, in the order in which `citemgr --help` lists them.

Modules are imported when their command is called, which keeps `--help` and shell completion quick.
What every command has in common happens here, once: the options `-q`, `-v` and `--no-color`, the
settings of `citemgr.toml`, and the one line on stderr with exit status 2 that an error becomes.
"""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import Any

import click

from citemgr import __version__
from citemgr.cli.console import COMMON_OPTIONS, Console

# Command -> (module of this package, what `citemgr --help` says of it).
COMMANDS: dict[str, tuple[str, str]] = {
    "scan": (
        "scan",
        "Find quotations and references, link them, take what is new into the library.",
    ),
    "parse": ("parse", "Turn reference strings into BibTeX or another format."),
    "quotes": ("quotes", "List the quotations of documents."),
    "refs": ("refs", "List the references of documents, or print them as BibTeX."),
    "links": ("links", "Say to what each quotation is linked, and why."),
    "annotate": ("annotate", "Print a document again with its citations put in."),
    "check": ("check", "Check every quotation against its source, and every citation."),
    "source": ("source", "Keep the texts of cited works: add, list, remove, refresh."),
    "import": ("import_", "Take entries from files of any format into the library."),
    "export": ("export", "Print entries of the library in any format or citation style."),
    "convert": ("convert", "Convert a bibliography from one format to another."),
    "init": ("init", "Make a new, empty library."),
    "config": ("config", "Show the settings in force, and where each comes from."),
    "rule": ("rule", "Explain a finding by its code, or list all codes."),
}

EPILOG = """\
Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage or input error.
Only `source add URL` and `source refresh` use the network.
"""


# What the libraries behind numpy read when they are loaded. The matrices of the reference model are
# small: shared among threads they take ten times as long, and their last digits change.
ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Door(click.Group):
    """The group of all commands, each imported when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        return load_command(cmd_name)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the table, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        if name is not None and command is not None:
            from citemgr.cli.settings import defaults_for, read_settings

            ctx.default_map = {name: defaults_for(name, command, read_settings())}
        return name, command, rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what a person's file or machine refuses becomes one line and exit 2."""
        from citemgr.model import CitemgrError

        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except CitemgrError as error:
            _refuse(ctx, str(error))
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise
            place = f"{error.filename}: " if error.filename else ""
            _refuse(ctx, f"{place}{error.strerror or error}")
        except Exception as error:
            if ctx.ensure_object(Console).verbose:
                raise
            _refuse(ctx, f"an error of citemgr itself: {error!r}; -v shows where it happened")

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run with streams that take any character: what UTF-8 cannot hold is escaped; and with
        numpy in one thread, unless the environment says otherwise."""
        for name in ONE_THREAD:
            os.environ.setdefault(name, "1")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        return super().main(*args, **kwargs)


def load_command(name: str) -> click.Command:
    """The command `name` of the table, with the options that every command has."""
    module = import_module(f"citemgr.cli.{COMMANDS[name][0]}")
    command: click.Command = module.command
    _add_common_options(command)
    return command


def _add_common_options(command: click.Command) -> None:
    if isinstance(command, click.Group):
        for child in command.commands.values():
            _add_common_options(child)
    names = {name for parameter in command.params for name in parameter.opts}
    command.params.extend(option for option in COMMON_OPTIONS if not names & set(option.opts))


def _refuse(ctx: click.Context, message: str) -> None:
    click.echo(f"citemgr: {message}", err=True)
    ctx.exit(2)


main = Door(
    name="citemgr",
    help="Quotations, references and the links between them: found in a document and checked.",
    epilog=EPILOG,
    params=list(COMMON_OPTIONS),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
click.version_option(__version__, prog_name="citemgr", message="%(prog)s %(version)s")(main)
