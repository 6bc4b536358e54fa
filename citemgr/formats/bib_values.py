"""The value of a field in a `.bib` file: strings, numbers and macros, joined by `#`."""

from __future__ import annotations

from collections.abc import Mapping

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def value_of(raw: str, strings: Mapping[str, str]) -> str:
    """The TeX text of a raw value; a macro that is not defined stands for its own name."""
    parts = []
    rest = raw.strip()
    while rest:
        part, rest = _part(rest)
        if part[:1] == "{" or part[:1] == '"':
            parts.append(part[1:-1] if len(part) > 1 else "")
        else:
            parts.append(strings.get(part.lower(), part))
        rest = rest.lstrip()
        if not rest.startswith("#"):
            break  # What follows without a `#` belongs to the next field, or to nothing.
        rest = rest[1:].lstrip()
    return "".join(parts)


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
