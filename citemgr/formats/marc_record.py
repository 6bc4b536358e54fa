"""A MARC record, of MARC 21 or UNIMARC, and what cataloguers put around the words in it: the
punctuation of ISBD, brackets, and marks around an article that is not sorted by."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field

# Marks around what is not sorted by (ISO 6630), and other controls that are no text.
_CONTROLS = re.compile("[\x80-\x9f]")
# Pages of a book in the words of most catalogues.
LEAVES = re.compile(
    r"(\d+)\s*(?:p\b|pages?\b|pp\b|s\b|seiten\b|str\b|с\b|leaves\b|f\b)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Field:
    """A variable field: tag, its two indicators, codes with their values. A control field has one
    value under an empty code."""

    tag: str
    indicators: str
    parts: tuple[tuple[str, str], ...]

    def get(self, codes: str, joint: str = " ") -> str:
        """The values of the codes, in the order of the field."""
        said = joint.join(value.strip() for code, value in self.parts if code in codes and value)
        return unicodedata.normalize("NFC", _CONTROLS.sub("", said))


@dataclass(slots=True)
class MarcRecord:
    """A record: leader, fields, and the line on which it begins where the form has lines."""

    leader: str
    fields: list[Field] = field(default_factory=list)
    line: int | None = None

    def every(self, *tags: str) -> list[Field]:
        """The fields with these tags."""
        return [each for each in self.fields if each.tag in tags]

    def text(self, tag: str, codes: str = "a") -> str:
        """The values of the codes in the first field with this tag."""
        return next((each.get(codes) for each in self.fields if each.tag == tag), "")

    def control(self, tag: str) -> str:
        """The value of a control field, or an empty string."""
        return self.text(tag, "") or next(
            (each.parts[0][1] for each in self.fields if each.tag == tag and each.parts), ""
        )


# A full stop that belongs to the word: initials and what is shortened.
_SHORTENED = re.compile(r"(?:\b[^\W\d_]|\b(?:jr|sr|co|inc|ltd|[eé]d|etc|st|dr|bd|vol|no))\.$", re.I)


def bare(value: str) -> str:
    """The value without brackets of the cataloguer and without ISBD's punctuation at its end."""
    value = unicodedata.normalize("NFC", _CONTROLS.sub("", value))
    value = value.strip().rstrip(" /:;=,").strip()
    if value.startswith("[") and value.endswith("]"):
        value = value[1:-1]
    elif value.count("[") != value.count("]"):
        value = value.strip("[]")
    return value if _SHORTENED.search(value) or value.endswith("...") else value.rstrip(". ")
