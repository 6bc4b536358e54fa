"""The door: `citemgr`, its commands, and the options that every command has.

A command is a module of this package that holds a click command named `command`, and one line in
the table of `citemgr/cli/commands.py`; it is imported when it is called. A command reads its
options, calls the rooms and prints; it decides nothing.
"""

from __future__ import annotations

from citemgr.cli.commands import main

__all__ = ["main"]
