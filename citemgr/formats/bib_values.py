"""The value of a field in a `.bib` file: strings, numbers and macros, joined by `#`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


# Macros that the standard styles define (plain.bst).
_JOURNALS = {
    "acmcs": "ACM Computing Surveys",
    "acta": "Acta Informatica",
    "cacm": "Communications of the ACM",
    "ibmjrd": "IBM Journal of Research and Development",
    "ibmsj": "IBM Systems Journal",
    "ieeese": "IEEE Transactions on Software Engineering",
    "ieeetc": "IEEE Transactions on Computers",
    "ieeetcad": "IEEE Transactions on Computer-Aided Design of Integrated Circuits",
    "ipl": "Information Processing Letters",
    "jacm": "Journal of the ACM",
    "jcss": "Journal of Computer and System Sciences",
    "scp": "Science of Computer Programming",
    "sicomp": "SIAM Journal on Computing",
    "tocs": "ACM Transactions on Computer Systems",
    "tods": "ACM Transactions on Database Systems",
    "tog": "ACM Transactions on Graphics",
    "toms": "ACM Transactions on Mathematical Software",
    "toois": "ACM Transactions on Office Information Systems",
    "toplas": "ACM Transactions on Programming Languages and Systems",
    "tcs": "Theoretical Computer Science",
}
MACROS: Mapping[str, str] = {**{month: month for month in MONTHS}, **_JOURNALS}
_MACRO = re.compile(r"[^\W\d][^\s\"#%'(),={}]*")


def value_of(raw: str, strings: Mapping[str, str]) -> str:
    """The TeX text of a raw value; a macro that is not defined stands for its own name."""
    parts = []
    for part in _parts(raw):
        if part[:1] == "{" or part[:1] == '"':
            parts.append(part[1:-1] if len(part) > 1 else "")
        else:
            parts.append(strings.get(part.lower(), part))
    return "".join(parts)


def undefined(values: Iterable[str], defined: Container[str]) -> Iterator[str]:
    """The macros in the raw values that are not among the `defined` ones, each once."""
    names = (
        part
        for raw in values
        if raw[:1] not in _OPENING or "#" in raw
        for part in _parts(raw)
        if part[:1] not in _OPENING and _MACRO.fullmatch(part) and part.lower() not in defined
    )
    yield from dict.fromkeys(names)


_OPENING = ("{", '"')


def _parts(raw: str) -> Iterator[str]:
    """The pieces that `#` joins, with their delimiters."""
    rest = raw.strip()
    while rest:
        part, rest = _part(rest)
        yield part
        rest = rest.lstrip()
        if not rest.startswith("#"):
            return  # What follows without a `#` belongs to the next field, or to nothing.
        rest = rest[1:].lstrip()


def _part(text: str) -> tuple[str, str]:
    """The first piece of an expression, and what follows it."""
    if text[0] not in '{"':
        end = text.find("#")
        return (text.rstrip(), "") if end < 0 else (text[:end].rstrip(), text[end:])
    depth = 0
    for at, character in enumerate(text):
        depth += (character == "{") - (character == "}")
        closes = depth == 0 and (character == "}" if text[0] == "{" else character == '"' and at)
        if closes:
            return text[: at + 1], text[at + 1 :]
    return text + "}", ""
