"""Anchors of notes. What an anchor names is read from the note, once all callouts are known."""

from __future__ import annotations

from collections.abc import Iterator

from citemgr.links.reading import Pointer, Reading
from citemgr.model import Style


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield one pointer an anchor; `names` holds the index of the note among all notes."""
    for index, note in enumerate(reading.notes):
        for anchor in note.anchors:
            yield Pointer(anchor, Style.NOTE, again="body", names=str(index), narrative=True)
