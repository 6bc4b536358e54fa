"""Pack the lists of journals, publishers, places and names into the one file that ships."""

from __future__ import annotations

import lzma
from pathlib import Path

# File of the data -> the letter that marks its list.
LISTS = {
    "journals": "j",
    "publishers": "h",
    "places": "l",
    "family-names": "f",
    "given-names": "g",
}


def write_gazetteers(folder: Path, target: Path) -> None:
    """Write `letters TAB phrase` lines, sorted, compressed; phrases of bare numbers left out."""
    phrases: dict[str, str] = {}
    for name, letter in LISTS.items():
        for line in (folder / f"{name}.txt").read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words and any(character.isalpha() for character in line):
                phrase = " ".join(words)
                phrases[phrase] = phrases.get(phrase, "") + letter
    text = "".join(f"{letters}\t{phrase}\n" for phrase, letters in sorted(phrases.items()))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(lzma.compress(text.encode(), preset=9))
