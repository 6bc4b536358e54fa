"""`citemgr parse [FILE]`: reference strings to entries of any format."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import click

from citemgr.bibliography import make_key
from citemgr.cli.console import current
from citemgr.cli.options import key_pattern_option
from citemgr.documents import read_bytes
from citemgr.formats import FORMATS, to_csl, write_entries
from citemgr.model import CitemgrError, Reference
from citemgr.references.corrections import as_lines, as_training_line, from_lines
from citemgr.references.pasted import strings_of
from citemgr.references.texts import are_lines, parse_stream

# Enough of a file to tell lines from a list.
LOOKED_AT = 65_536
# From this probability on a field is shown as sure, from the second on as likely.
SURE, LIKELY = 0.9, 0.6


@click.command("parse")
@click.argument("file", default="-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--lines", "shape", flag_value="lines", help="Each line is a reference.")
@click.option("--list", "shape", flag_value="list", help="The text is a list, to be split.")
@click.option(
    "--to",
    type=click.Choice([name for name, format in FORMATS.items() if format.writes]),
    default="bibtex",
    show_default=True,
    help="The format to print.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON line for each reference.")
@click.option("--explain", is_flag=True, help="Show what was taken for what, and how surely.")
@click.option(
    "--correct",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Open each reference in $EDITOR and append the corrected one to FILE, for training.",
)
@key_pattern_option
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="Processes to parse with.",
)
def command(
    file: Path,
    shape: str | None,
    to: str,
    as_json: bool,
    explain: bool,
    correct: Path | None,
    jobs: int,
    key_pattern: str,
) -> None:
    """Turn reference strings from FILE or standard input into BibTeX or another format.

    Whether each line is a reference, or the text a list with wrapped lines and labels, is told from
    the text; --lines and --list say so.
    """
    references = parse_stream(_strings(file, shape), jobs)
    if correct is not None:
        _correct(references, correct)
    elif as_json:
        for reference in references:
            click.echo(_json_line(reference, key_pattern))
    elif explain:
        for reference in references:
            click.echo(_explanation(reference) + "\n")
    else:
        _print_entries(references, to, key_pattern)


def _strings(file: Path, shape: str | None) -> Iterator[str]:
    """The reference strings of the input; lines are streamed, a list is read whole."""
    stream = sys.stdin.buffer if str(file) == "-" else _open(file)
    with stream:
        head = stream.read(LOOKED_AT) if shape != "lines" else b""
        if shape == "lines" or (shape is None and are_lines(_text(head, file))):
            rest = head + stream.readline() if head else b""
            for line in chain(rest.splitlines(), stream):
                yield line.decode("utf-8", errors="replace").removeprefix("\ufeff")
        else:
            yield from strings_of(_text(head + stream.read(), file))


def _open(file: Path) -> BinaryIO:
    try:
        return file.open("rb")
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror or error}", path=str(file)) from error


def _text(data: bytes, file: Path) -> str:
    return read_bytes(data, str(file), format="text").text


def _print_entries(references: Iterable[Reference], to: str, pattern: str) -> None:
    """The entries under keys of their own; line by line where the format has no frame around it."""
    taken: set[str] = set()

    def keyed() -> Iterator[Reference]:
        for reference in references:
            key = make_key(reference.entry, taken, pattern)
            taken.add(key.lower())
            yield replace(reference, entry=reference.entry.with_key(key))

    if to in {"bibtex", "biblatex"}:
        for at, reference in enumerate(keyed()):
            click.echo("\n" * (at > 0) + write_entries([reference.entry], to), nl=False)
            _warn(reference)
    else:
        click.echo(write_entries([reference.entry for reference in keyed()], to), nl=False)


def _warn(reference: Reference) -> None:
    if reference.confidence < LIKELY:
        current().detail(f"look at {reference.entry.key}: {reference.text[:60]}")


def _json_line(reference: Reference, pattern: str) -> str:
    entry = reference.entry.with_key(make_key(reference.entry, (), pattern))
    fields = [[each.label, each.value, each.start, each.end] for each in reference.labelled]
    line = {
        "text": reference.text,
        "fields": fields,
        "confidence": round(reference.confidence, 4),
        "entries": [to_csl(entry)],
    }
    return json.dumps(line, ensure_ascii=False)


def _explanation(reference: Reference) -> str:
    """The reference, then its labelled stretches and the fields of its entry with confidences."""
    lines = [click.style(reference.text, bold=True)]
    lines += [f"  {field.label:16} {field.value}" for field in reference.labelled]
    lines.append(f"  entry: {reference.entry.type}, {_percent(reference.confidence)} sure")
    lines += [
        f"    {name:14} {_percent(sure)}"
        for name, sure in sorted(reference.field_confidence.items())
    ]
    return "\n".join(lines)


def _percent(sure: float) -> str:
    colour = "green" if sure >= SURE else "yellow" if sure >= LIKELY else "red"
    return click.style(f"{sure:4.0%}", fg=colour)


def _correct(references: Iterable[Reference], target: Path) -> None:
    for reference in references:
        edited = click.edit(as_lines(reference), extension=".txt", require_save=False)
        if edited is None:
            continue
        line = as_training_line(reference.text, from_lines(reference, edited))
        with target.open("a", encoding="utf-8") as file:
            file.write(line + "\n")
        current().note(f"{target}: 1 reference added")
