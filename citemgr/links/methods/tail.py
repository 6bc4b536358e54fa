"""The callout behind an attribution that follows the closing mark: `” he wrote [3].`"""

from __future__ import annotations

import re

from citemgr.links.methods.adjacent import of_next_work
from citemgr.links.methods.lead_in import introducing
from citemgr.links.scene import Choice, Scene, choose
from citemgr.links.sentences import ends_within, has_blank_line, is_closed
from citemgr.model import Form, Quotation, Style

CONFIDENCE = 0.93
_LINK_ROOM = 300  # code points in which an address ends and its sentence goes on
_LINK_WORDS = 8  # between a quotation and a link; farther off a link leads to something else


def attribution_tail(scene: Scene, index: int) -> Choice | None:
    """Choose the first callout in the rest of the quotation's own sentence."""
    quotation = scene.quotations[index]
    if quotation.form is not Form.INLINE:
        return None
    end = quotation.outer.end
    for at in scene.after(end):
        pointer = scene.pointers[at]
        gap = scene.gap(end, pointer.span.start)
        if scene.between(end, pointer.span.start) or not scene.same_place(quotation, at):
            return None
        if not same_sentence(scene, quotation, gap) or opens_sentence(scene, at):
            return None
        if of_next_work(pointer, gap) or _COMPARED.search(gap) or _of_next_clause(scene, index, at):
            return None
        if pointer.bare:
            continue
        if pointer.style is Style.URL and len(gap.split()) > _LINK_WORDS:
            return None
        return choose(
            scene, at, "attribution tail", CONFIDENCE, "callout at the end of the sentence"
        )
    return None


_COMPARED = re.compile(
    r"\b(?:but see|see also|see|cf\.?|compare|vgl\.?|siehe|voir|véase|cfr\.?|vedi|ср\.|см\.)\s*$",
    re.I,
)


def _of_next_clause(scene: Scene, index: int, at: int) -> bool:
    """Whether the callout is the subject of a clause of its own and the quotation has one before
    it: `Alder (1999) calls it “loud,” and Brandt (2001) says …`."""
    pointer = scene.pointers[at]
    named = pointer.style in (Style.AUTHOR_YEAR, Style.AUTHOR_PAGE) and pointer.narrative
    return named and introducing(scene, index) is not None


def same_sentence(scene: Scene, quotation: Quotation, gap: str) -> bool:
    """Whether `gap`, the text behind a quotation, goes on with the quotation's sentence."""
    if has_blank_line(gap) or ends_within(gap):
        return False
    rest = gap.lstrip()
    goes_on = not rest or not rest[0].isupper() or not gap[0].isspace()
    if goes_on and not rest.startswith(("(", "[")):
        return True
    return not is_closed(quotation.span.of(scene.text))


def opens_sentence(scene: Scene, at: int) -> bool:
    """Whether the callout is the first word of a sentence: `… tells it.¹ speaks of “…”`."""
    pointer = scene.pointers[at]
    before = scene.gap(max(0, pointer.span.start - 12), pointer.span.start)
    if not before or not is_closed(before):
        return False
    if pointer.style in (Style.AUTHOR_YEAR, Style.AUTHOR_PAGE):
        return pointer.narrative
    room = _LINK_ROOM if pointer.style is Style.URL else 3
    following = scene.gap(pointer.span.end, pointer.span.end + room).lstrip()
    return pointer.narrative and following[:1].islower()
