"""The line behind a quotation that says whose it is: `— Song et al. (2014, p. 157)`."""

from __future__ import annotations

import re

from citemgr.links.scene import Choice, Scene, choose

CONFIDENCE = 0.9
_DASH_LINE = re.compile(
    r"[\s>*_|]*(?:<cite>|(?:<[^>\n]*>)*\s*(?:[—–―]{1,3}|--{1,2}|-(?=\s?\w)|~|（|——))\s*[^\n]*"
)
_ROOM = 240


def line(scene: Scene, index: int) -> Choice | None:
    """Choose the first callout on the attribution line, or one of the same work with a place."""
    quotation = scene.quotations[index]
    end = quotation.outer.end
    text = scene.text[end : end + _ROOM]
    match = _DASH_LINE.match(text)
    if match is None or ("\n" not in text[: match.end()] and quotation.open_mark):
        return None
    why = "callout on the attribution line"
    found: Choice | None = None
    for at in scene.after(end, match.end()):
        if not scene.same_place(quotation, at):
            continue
        choice = choose(scene, at, "attribution line", CONFIDENCE, why)
        if found is None or (choice.reference == found.reference and found.locator is None):
            found = choice
    return found
