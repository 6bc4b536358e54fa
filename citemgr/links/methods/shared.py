"""One callout for several quotations of a sentence: `“A” and, a page later, “B” (3)`.

Between the quotations there must be words or a comma: two quotations side by side are two.
"""

from __future__ import annotations

import re

from citemgr.links.methods.adjacent import behind
from citemgr.links.methods.tail import same_sentence
from citemgr.links.scene import Choice, Scene, choose
from citemgr.model import Form

CONFIDENCE = 0.94
_MOST_BETWEEN = 5  # quotations that one callout can close together
_CONNECTED = re.compile(r"\s*(?:[,;、，]|[^\W\d_A-ZÀ-Þ]|and\b)", re.S)


def shared_callout(scene: Scene, index: int) -> Choice | None:
    """Choose the callout behind the last of the quotations that stand in the same sentence."""
    quotation = scene.quotations[index]
    if quotation.form is not Form.INLINE:
        return None
    end = quotation.outer.end
    following = scene.next_quotation(end)
    if following is None or not _same_stretch(scene, index, following):
        return None
    gap = scene.gap(end, scene.quotations[following].outer.start)
    if len(gap) > _ROOM or not same_sentence(scene, quotation, gap + "“"):
        return None
    if not _CONNECTED.match(gap) or any(True for _ in _pointers_in(scene, end, following)):
        return None
    return _of_next(scene, following, _MOST_BETWEEN)


_ROOM = 200  # code points between two pieces


def _same_stretch(scene: Scene, index: int, following: int) -> bool:
    """Whether both quotations stand in the running text, or both in one note."""
    notes = [scene.reading.note_at(scene.quotations[i].span.start) for i in (index, following)]
    return notes[0] == notes[1]


def _pointers_in(scene: Scene, end: int, following: int) -> list[int]:
    start = scene.quotations[following].outer.start
    return [at for at in scene.after(end) if scene.pointers[at].span.end <= start]


def _of_next(scene: Scene, following: int, left: int) -> Choice | None:
    from citemgr.links.methods.tail import attribution_tail

    choice = behind(scene, following) or attribution_tail(scene, following)
    if choice is None and left:
        further = scene.next_quotation(scene.quotations[following].outer.end)
        gap_end = scene.quotations[further].outer.start if further is not None else 0
        gap = (
            scene.gap(scene.quotations[following].outer.end, gap_end) if further is not None else ""
        )
        if (
            further is not None
            and len(gap) <= _ROOM
            and _CONNECTED.match(gap)
            and same_sentence(scene, scene.quotations[following], gap + "“")
        ):
            return _of_next(scene, further, left - 1)
    if choice is None or choice.pointer is None:
        return None
    if scene.pointers[choice.pointer].bare:
        return Choice(
            choice.pointer,
            choice.reference,
            "shared",
            choice.confidence,
            choice.locator,
            choice.why,
        )
    return choose(
        scene,
        choice.pointer,
        "shared",
        CONFIDENCE,
        "callout shared by the quotations of the sentence",
    )
