"""What the sequence model sees of a reference string.

A feature family says something of a token: a string, `""` where it has nothing to say. Some look at
the token alone, some at all of the string. The network reads each family through a table of its
own, into which the strings are hashed. To add a family is one file and one line here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from zlib import crc32

from citemgr.references.labels.features.affixes import prefix, suffix
from citemgr.references.labels.features.classes import word_class
from citemgr.references.labels.features.gazetteers import known_name, known_phrases
from citemgr.references.labels.features.keywords import keyword
from citemgr.references.labels.features.place import positions, segments, years
from citemgr.references.labels.features.quotes import quotes
from citemgr.references.labels.features.words import shape, word
from citemgr.references.labels.tokens import Token

Observer = TypeVar("Observer")


@dataclass(frozen=True, slots=True)
class Column(Generic[Observer]):
    """A feature family: how it observes, the rows and the width of its table."""

    name: str
    observe: Observer
    size: int
    width: int


# Families of the token alone: what they say is kept, for words come again.
OF_TOKENS: tuple[Column[Callable[[Token], str]], ...] = (
    Column("word", word, 32_768, 32),
    Column("prefix", prefix, 4_096, 16),
    Column("suffix", suffix, 4_096, 16),
    Column("shape", shape, 512, 12),
    Column("class", word_class, 512, 16),
    Column("keyword", keyword, 256, 8),
    Column("name", known_name, 32, 4),
)
# Families that see the whole string.
OF_STRINGS: tuple[Column[Callable[[Sequence[Token]], list[str]]], ...] = (
    Column("phrase", known_phrases, 128, 10),
    Column("quotes", quotes, 64, 8),
    Column("years", years, 16, 4),
    Column("position", positions, 64, 6),
    Column("segment", segments, 32, 4),
)
COLUMNS: tuple[Column[Callable[[Token], str]] | Column[Callable[[Sequence[Token]], list[str]]], ...]
COLUMNS = OF_TOKENS + OF_STRINGS
# Words kept with their rows; forgotten all at once when there are more, so that memory is bounded.
MOST_KEPT = 50_000
_kept: dict[tuple[str, bool], tuple[int, ...]] = {}
_rows: dict[tuple[int, str], int] = {}


def observe(tokens: Sequence[Token]) -> list[tuple[int, ...]]:
    """A row number for each column of `COLUMNS`, a token; 0 where a family has nothing to say."""
    of_strings = zip(
        *(_numbered(column.observe(tokens), column.size) for column in OF_STRINGS), strict=True
    )
    return [_of_token(token) + rest for token, rest in zip(tokens, of_strings, strict=True)]


def _of_token(token: Token) -> tuple[int, ...]:
    key = (token.text, token.spaced)
    found = _kept.get(key)
    if found is None:
        if len(_kept) > MOST_KEPT:
            _kept.clear()
        found = tuple(_row(column.observe(token), column.size) for column in OF_TOKENS)
        _kept[key] = found
    return found


def _numbered(values: Sequence[str], size: int) -> list[int]:
    if len(_rows) > MOST_KEPT:
        _rows.clear()
    numbers = []
    for value in values:
        number = _rows.get((size, value))
        if number is None:
            number = _rows[size, value] = _row(value, size)
        numbers.append(number)
    return numbers


def _row(value: str, size: int) -> int:
    """The row of a value in a table of `size` rows; the same on every machine."""
    return crc32(value.encode("utf-8", "replace")) % (size - 1) + 1 if value else 0
