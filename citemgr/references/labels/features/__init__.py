"""What the sequence model sees of a reference string.

Each feature family is a function from the tokens to one column: a string a token, `""` where it
has nothing to say. `observe` sets the columns side by side and adds the neighbours. To add a
family is one file and one line of `COLUMNS`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citemgr.references.labels.features.affixes import prefixes, suffixes
from citemgr.references.labels.features.classes import classes
from citemgr.references.labels.features.gazetteers import gazetteers
from citemgr.references.labels.features.keywords import keywords
from citemgr.references.labels.features.place import positions, segments, years
from citemgr.references.labels.features.quotes import quotes
from citemgr.references.labels.features.words import shapes, words
from citemgr.references.labels.tokens import Token

Column = Callable[[Sequence[Token]], list[str]]

# Name in the model -> (the column, how many neighbours on each side are seen as well).
COLUMNS: tuple[tuple[str, Column, int], ...] = (
    ("w", words, 2),
    ("c", classes, 3),
    ("k", keywords, 2),
    ("g", gazetteers, 1),
    ("s", shapes, 0),
    ("p", prefixes, 0),
    ("e", suffixes, 0),
    ("q", quotes, 0),
    ("y", years, 0),
    ("n", positions, 0),
    ("m", segments, 0),
)
# Runs of classes around a token, as (first, last) distances: the local pattern of marks and words.
CLASS_RUNS = ((-1, 0), (0, 1), (-1, 1), (-2, 0), (0, 2), (-2, 2))
# The edge of the string seen as neighbours.
_EDGE = "#"


def observe(tokens: Sequence[Token]) -> list[list[str]]:
    """The features of each token, as the model's training and use both read them."""
    rows: list[list[str]] = [["b"] for _ in tokens]
    for name, column, reach in COLUMNS:
        values = column(tokens)
        padded = [_EDGE] * reach + values + [_EDGE] * reach
        for distance in range(-reach, reach + 1):
            mark = f"{name}{distance}=" if distance else f"{name}="
            shifted = padded[reach + distance : reach + distance + len(values)]
            for row, value in zip(rows, shifted, strict=True):
                if value:
                    row.append(mark + value)
        if name == "c":
            _add_runs(rows, values)
    return rows


def _add_runs(rows: list[list[str]], values: list[str]) -> None:
    reach = max(last - first for first, last in CLASS_RUNS)
    padded = [_EDGE] * reach + values + [_EDGE] * reach
    for number, (first, last) in enumerate(CLASS_RUNS):
        for at, row in enumerate(rows):
            run = padded[reach + at + first : reach + at + last + 1]
            row.append(f"r{number}=" + "|".join(run))
