"""The line behind a quotation that says whose it is: `— Song et al. (2014, p. 157)`."""

from __future__ import annotations

import re

from citemgr.links.scene import Choice, Scene, choose

CONFIDENCE = 0.95
_DASH_LINE = re.compile(
    r"[\s>*_|]*(?:<[^>\n]*>)*\s*(?:[—–―]{1,3}|--{1,2}|-(?=\s?\w)|~|（|——)\s*[^\n]*"
)
_ROOM = 240


def line(scene: Scene, index: int) -> Choice | None:
    """Choose the first callout on the attribution line behind the quotation."""
    quotation = scene.quotations[index]
    end = quotation.outer.end
    text = scene.text[end : end + _ROOM]
    match = _DASH_LINE.match(text)
    if match is None or ("\n" not in text[: match.end()] and quotation.open_mark):
        return None
    for at in scene.after(end, match.end()):
        if scene.pointers[at].span.start <= end + match.end() and scene.same_place(quotation, at):
            return choose(
                scene, at, "attribution line", CONFIDENCE, "callout on the attribution line"
            )
    return None
