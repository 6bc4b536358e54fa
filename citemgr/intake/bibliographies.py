"""A bibliography in whatever shape it comes: a file of a known format, or plain reference strings,
which the reference engine reads. Rooms above know one of the two each; here they meet.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from citemgr.formats import REFERENCES, Parsed, gathered, read_entries, read_stream, told_format
from citemgr.formats.decoding import lines_of
from citemgr.model import CitemgrError, Document, Entry, Finding, Origin
from citemgr.references import check_references, parse_references, split_list
from citemgr.references.evidence import evidence
from citemgr.references.texts import are_lines

# Of ten strings so many must look like references, and so much, where nobody said that they are: an
# essay with years and quotations in it looks a little like them.
_OF_TEN = 8
_EVIDENCE = 2.0
_LOOKED_AT = 40


def read_bibliography(text: str, format: str | None = None, path: str | None = None) -> Parsed:
    """The entries of a text, and the quotations that its format keeps; `format` is a name of
    `FORMATS` or `references`, else it is told from the text."""
    if _are_references(text, format, path):
        return gathered(_parsed([text], path))
    return read_entries(text, format, path)


def stream_bibliography(
    pieces: Iterable[str],
    format: str | None = None,
    path: str | None = None,
    inherit: bool = False,
) -> Iterator[Entry | Finding]:
    """The entries of a text that comes in pieces, one at a time, as far as its format allows; with
    `inherit` each has what it inherits from others."""
    pieces = iter(pieces)
    first = next(pieces, "")
    whole = chain([first], pieces)
    if _are_references(first, format, path):
        return _parsed(whole, path)
    return read_stream(whole, format, path, inherit)


def _are_references(beginning: str, format: str | None, path: str | None) -> bool:
    """Whether the text is asked to be, or can only be, reference strings."""
    if format is not None:
        return format == REFERENCES
    try:
        told_format(beginning, path)
    except CitemgrError:
        strings = [string for _, string in _strings([beginning])][:_LOOKED_AT]
        likely = sum(evidence(string) >= _EVIDENCE for string in strings)
        return bool(strings) and likely * 10 >= _OF_TEN * len(strings)
    return False


def _parsed(pieces: Iterable[str], path: str | None) -> Iterator[Entry | Finding]:
    """The entry of each reference string, and what a person should look at in it."""
    lines: deque[int] = deque()

    def noted() -> Iterator[str]:
        for line, string in _strings(pieces):
            lines.append(line)
            yield string

    for reference in parse_references(noted()):
        line = lines.popleft()
        yield reference.entry
        document = Document(reference.text, Origin(path or ""))
        for finding in check_references(document, (reference,)):
            yield replace(finding, span=None, path=path, line=line, column=1)


def _strings(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Each reference string with its line, labels left out: lines as they come where each is one,
    else the items of a list, for which the text is read whole."""
    pieces = iter(pieces)
    first = next(pieces, "")
    whole = chain([first], pieces)
    if are_lines(first):
        yield from ((at, line) for at, line in enumerate(lines_of(whole), 1) if line.strip())
        return
    text = "".join(whole)
    at, line = 0, 1
    for span in split_list(text):
        line += text.count("\n", at, span.start)
        at = span.start
        yield line, span.of(text)
