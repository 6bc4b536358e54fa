"""References in layouts that no labelled data has, from templates.

The `.txt` files beside this one hold them, one file a kind of layout: `[family weight languages]`
opens a family, each line below it is a template in the language of `grammar`. To add a layout is to
write such lines.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.data import Example
from training.facts import Facts
from training.templates.grammar import Family, filled

__all__ = ["Facts", "drawn", "families"]


_HEADER = re.compile(r"\[(?P<name>[a-z0-9-]+) (?P<weight>\d+) (?P<languages>[a-z ]+)\]")


@cache
def families() -> dict[Family, int]:
    """All families, and how often each is drawn."""
    found: dict[Family, int] = {}
    for path in sorted(Path(__file__).parent.glob("*.txt")):
        header = None
        patterns: list[str] = []
        for line in [*path.read_text(encoding="utf-8").splitlines(), "[end 0 en]"]:
            match = _HEADER.fullmatch(line)
            if match is None:
                patterns += [line] if line and not line.startswith("# ") else []
                continue
            if header is not None:
                languages = tuple(header["languages"].split())
                found[Family(header["name"], languages, tuple(patterns))] = int(header["weight"])
            header, patterns = match, []
    return found


def drawn(facts: Facts, count: int, rng: random.Random) -> Iterator[Example]:
    """So many references of all families."""
    weights = families()
    for family in rng.choices(list(weights), list(weights.values()), k=count):
        yield filled(family, facts, rng)
