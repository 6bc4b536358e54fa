"""An edition that a newspaper's database prints together with its place, `Europe; Brussels`."""

from __future__ import annotations

from citemgr.references.normalise.repairs.parts import Parts, labels_of


def part_places_from_editions(text: str, parts: Parts) -> Parts:
    """The place behind the semicolon of an edition made the location."""
    at = next((at for at, part in enumerate(parts) if part.label == "edition"), -1)
    mark = parts[at].value.find("; ") if at >= 0 else -1
    if mark < 0 or "location" in labels_of(parts):
        return parts
    split = (parts[at].cut("edition", 0, mark), parts[at].cut("location", mark + 1))
    return (*parts[:at], *split, *parts[at + 1 :])
