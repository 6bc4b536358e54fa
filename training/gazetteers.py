"""Pack the lists of journals, publishers, places and names into the one file that ships."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from citemgr.references.labels.features.gazetteers import LISTS, TABLES, fingerprint

# Letter of a list -> its file in the data.
FILES = {
    "j": "journals",
    "h": "publishers",
    "l": "places",
    "f": "family-names",
    "g": "given-names",
}
NAME_LISTS = "fg"
MOST = 255


def write_gazetteers(folder: Path, target: Path) -> None:
    """Write the tables of `labels.features.gazetteers`; phrases of bare numbers are left out."""
    phrases: dict[str, int] = {}
    names: dict[str, int] = {}
    longest: dict[str, int] = {}
    for bit, letter in enumerate(LISTS):
        for line in (folder / f"{FILES[letter]}.txt").read_text(encoding="utf-8").splitlines():
            words = line.split()
            if not any(character.isalpha() for character in line):
                continue
            table = names if letter in NAME_LISTS else phrases
            phrase = " ".join(words)
            table[phrase] = table.get(phrase, 0) | 1 << bit
            if table is phrases:
                longest[words[0]] = min(max(longest.get(words[0], 0), len(words)), MOST)
    arrays = {}
    for name, rows in zip(TABLES, (phrases, longest, names), strict=True):
        arrays[f"{name}_keys"], arrays[f"{name}_values"] = _packed(rows)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        np.savez(file, **arrays)


def _packed(rows: Mapping[str, int]) -> tuple[np.ndarray, np.ndarray]:
    found: dict[int, int] = {}
    for phrase, number in rows.items():
        found[fingerprint(phrase)] = found.get(fingerprint(phrase), 0) | number
    keys = sorted(found)
    return np.array(keys, np.uint32), np.array([found[key] for key in keys], np.uint8)
