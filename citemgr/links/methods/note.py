"""Quotations inside a note: the source is the note's only work, or the one named last before."""

from __future__ import annotations

from citemgr.links.scene import Choice, Scene, choose

_ONLY = 0.8
_OPENING = 0.65


def only_work(scene: Scene, index: int) -> Choice | None:
    """Choose the one work that the quotation's note names, or the last one before it."""
    quotation = scene.quotations[index]
    note = scene.reading.note_at(quotation.span.start)
    if note < 0:
        return None
    body = scene.reading.notes[note].span
    inside = [
        at
        for at in scene.after(body.start, body.end - body.start)
        if scene.pointers[at].span.end <= body.end
    ]
    works = {
        t.reference for at in inside for t in scene.pointers[at].targets if t.reference is not None
    }
    if not works:
        return None
    earlier = [at for at in inside if scene.pointers[at].span.end <= quotation.outer.start]
    later = [at for at in inside if scene.pointers[at].span.start >= quotation.outer.end]
    if len(works) == 1:
        at = (earlier[-1:] or later[:1] or inside)[0]
        return choose(scene, at, "note", _ONLY, "the only work that the note names")
    if earlier:
        return choose(scene, earlier[-1], "note", _OPENING, "the work that the note names before")
    return None
