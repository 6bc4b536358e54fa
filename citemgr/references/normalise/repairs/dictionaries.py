"""An article of a dictionary or an encyclopaedia: the work of reference holds it, though no "In"
says so, and years may belong to its title."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, joined, labels_of

_DICTIONARY = r"""(?:dictionary|encyclop\w+|dictionnaire|diccionario|enciclopedia|dizionario
    |dicionário|lexikon|wörterbuch|enzyklopädie|handwörterbuch)\b"""
_NAMED = re.compile(_DICTIONARY, re.VERBOSE | re.IGNORECASE)
# The stop in front of its name, which has three words before that one at most.
_WORK = re.compile(
    rf"(?<=[.?!])\s+(?=(?:[^\W\d_]\S*\s){{0,3}}{_DICTIONARY})", re.VERBOSE | re.IGNORECASE
)
# The years that a dictionary covers, printed behind its title.
_YEARS = re.compile(r"(?:1[5-9]|20)\d\d\s?[-–]\s?(?:1[5-9]|20)?\d\d")


def hold_articles_of_dictionaries(text: str, parts: Parts) -> Parts:
    """The dictionary at the end of a title made the container, and its years kept with it."""
    parts = _with_years(text, parts)
    labels = labels_of(parts)
    at = max((at for at, part in enumerate(parts) if part.label == "title"), default=-1)
    if at < 0 or "container" in labels:
        return parts
    title = parts[at]
    cuts = list(_WORK.finditer(title.value))
    if cuts:
        split = (
            title.cut("title", 0, cuts[-1].start()),
            title.cut("container", cuts[-1].end()),
        )
        return (*parts[:at], *split, *parts[at + 1 :])
    return parts


def _with_years(text: str, parts: Parts) -> Parts:
    for at in range(len(parts) - 1):
        held, years = parts[at], parts[at + 1]
        if held.label != "container" or years.label not in {"title", "date", "pages"}:
            continue
        if not _NAMED.search(held.value) or text[held.end : years.start] != ", ":
            continue
        if _YEARS.fullmatch(years.value):
            if years.label == "date" and sum(part.label == "date" for part in parts) < 2:
                continue
            return (*parts[:at], joined(text, held, years, "container"), *parts[at + 2 :])
    return parts
