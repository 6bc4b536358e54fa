"""Words that no label took, between a title and a date or an address, hold the work."""

from __future__ import annotations

import re

from citemgr.model import LabelledField
from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of

_NAME = re.compile(r"[\s.,;:”»\"]*(?P<name>[^\W\d_a-z][^.\d“”«»<>()\[\]:]{4,60}?)[\s,.;(]*")
# Words that announce what follows; they name nothing.
_ANNOUNCES = re.compile(
    r"(?i)\b(?:in|retrieved|accessed|available|online|from|vol|no|url|pp|verfügbar|abgerufen|zugriff"
    r"|consulté|disponible|recuperado|en ligne|edited|ed|eds|by|trans|by:|chapter|section|published"
    r"|and|hrsg)\b"
)
# What stands between two fields and is longer is no name.
LONGEST_GAP = 70
GUESSED = 0.5


def hold_by_what_was_left_out(text: str, parts: Parts) -> Parts:
    """A container made of the unlabelled words behind the title, where there is none."""
    if labels_of(parts) & {"container", "publisher", "institution"}:
        return parts
    for at in range(len(parts) - 1):
        before, after = parts[at].field, parts[at + 1].field
        if before.label != "title" or after.label not in {"date", "url", "volume", "issue"}:
            continue
        if not 3 < after.start - before.end <= LONGEST_GAP:
            continue
        match = _NAME.fullmatch(text, before.end, after.start)
        if match is not None and not _ANNOUNCES.search(match["name"]):
            start, end = match.span("name")
            held = Part(LabelledField("container", text[start:end], start, end), GUESSED)
            return (*parts[: at + 1], held, *parts[at + 1 :])
    return parts
