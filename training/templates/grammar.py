"""The small language of the templates.

`{label:fact}` prints a fact and labels it, `{label}` is short for `{label:label}`, `{:fact}` prints
without a label. `<a|b|c>` is one of its parts at random, parts may nest and be empty. All else
stands for itself.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from training.data import Example
from training.facts import Facts, Work


@dataclass(frozen=True, slots=True)
class Family:
    """Templates of one kind of layout, in the languages whose facts they are filled with."""

    name: str
    languages: tuple[str, ...]
    patterns: tuple[str, ...]


@dataclass(slots=True)
class _Line:
    text: str = ""
    fields: list[tuple[str, int, int]] = field(default_factory=list)


def filled(family: Family, facts: Facts, rng: random.Random) -> Example:
    """One reference of a family."""
    work = Work(facts, rng.choice(family.languages), rng)
    line = _Line()
    pattern = rng.choice(family.patterns)
    _choose(pattern, work, line)
    return Example(line.text.strip(), tuple(line.fields), f"template/{family.name}")


def _choose(pattern: str, work: Work, line: _Line) -> None:
    at = 0
    while at < len(pattern):
        mark = pattern[at]
        if mark == "<":
            end = _closing(pattern, at)
            _choose(work.rng.choice(_parts(pattern[at + 1 : end])), work, line)
            at = end + 1
        elif mark == "{":
            end = pattern.index("}", at)
            _print(pattern[at + 1 : end], work, line)
            at = end + 1
        else:
            line.text += mark
            at += 1


def _print(name: str, work: Work, line: _Line) -> None:
    label, colon, fact = name.partition(":")
    value = work.tell(fact if colon else label)
    if not line.text:
        value = value.lstrip()
    if label:
        line.fields.append((label, len(line.text), len(line.text) + len(value)))
    line.text += value


def _closing(pattern: str, start: int) -> int:
    depth = 0
    for at in range(start, len(pattern)):
        depth += {"<": 1, ">": -1}.get(pattern[at], 0)
        if depth == 0:
            return at
    raise ValueError(f"unclosed choice: {pattern}")


def _parts(pattern: str) -> list[str]:
    parts = [""]
    depth = 0
    for mark in pattern:
        depth += {"<": 1, ">": -1}.get(mark, 0)
        if mark == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += mark
    return parts
