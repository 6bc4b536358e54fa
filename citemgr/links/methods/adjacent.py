"""The callout glued to the closing mark, before or after its stop: `” [1]`, `.”¹`, `» (Lee 2020)`.

A bare page behind the mark takes its work from the sentence before: "Cox (1983) … “…” (12)".
"""

from __future__ import annotations

import re

from citemgr.links.methods.lead_in import introducing, work_before
from citemgr.links.reading import Pointer
from citemgr.links.scene import Choice, Scene, choose
from citemgr.links.sentences import has_blank_line, is_closed
from citemgr.model import Form, Style

_ONLY_MARKS = re.compile(r"[\s.,;:!?…»”“\"'’‘«>*_、。，；：！？」』)\]–—-]*")
_ROOM = 40  # code points of blanks, stops and markup between mark and callout
CONFIDENCE = 0.99
_MARKED = 0.99  # the format itself says what the callout is
_BLOCK = 0.95


def behind(scene: Scene, index: int) -> Choice | None:
    """Choose the first callout behind the closing mark with nothing but stops between."""
    quotation = scene.quotations[index]
    end = quotation.outer.end
    silent: Choice | None = None
    for at in scene.after(end, _ROOM):
        pointer = scene.pointers[at]
        between = scene.gap(end, pointer.span.start)
        if not _ONLY_MARKS.fullmatch(between) or not scene.same_place(quotation, at):
            break
        if quotation.form is Form.INLINE and has_blank_line(between):
            break
        if is_subject(scene, index, at, between) or of_next_work(pointer, between):
            break
        choice = _chosen(scene, index, at)
        if choice.reference is not None:
            return choice
        silent = silent or choice
        end = pointer.span.end
    return silent


def of_next_work(pointer: Pointer, between: str) -> bool:
    """Whether what held the quotation ends before a full citation: `A (“…”); B 12 (1993)`."""
    return pointer.style is Style.FULL and any(mark in between for mark in ");")


def _chosen(scene: Scene, index: int, at: int) -> Choice:
    pointer = scene.pointers[at]
    quotation = scene.quotations[index]
    if pointer.bare:
        return work_before(scene, index, at)
    marked = pointer.style in (Style.KEY, Style.NOTE) and bool(
        scene.reading.document.notes or scene.reading.document.citations
    )
    block = quotation.form is not Form.INLINE
    confidence = _MARKED if marked else _BLOCK if block else CONFIDENCE
    method = "structural" if marked else "adjacent"
    return choose(scene, at, method, confidence, "callout right behind the quotation")


_WORDS_TO_QUOTATION = re.compile(r"\s+[^\W\d_][^.!?“”«»„\"\n]{0,70}[\s:,]*$")


_VERB = re.compile(r"\s+[a-zß-ÿа-яё]")
_ROOM_OF_LINK = 300  # code points in which an address ends and the sentence goes on


def is_subject(scene: Scene, index: int, at: int, between: str) -> bool:
    """Whether the callout opens the next sentence: `….” [2] argues that “…”`.

    Glued to the mark it can only where the quotation was introduced by a callout of its own.
    """
    quotation = scene.quotations[index]
    pointer = scene.pointers[at]
    if not pointer.narrative:
        return False
    ended = is_closed(between) or is_closed(quotation.span.of(scene.text) + between)
    glued = not between[-1:].isspace()
    if pointer.style is Style.URL:
        after = scene.gap(pointer.span.end, pointer.span.end + _ROOM_OF_LINK)
        return ended and not glued and _VERB.match(after) is not None
    if not ended or (glued and introducing(scene, index) is None):
        return False
    if pointer.style is Style.AUTHOR_YEAR or pointer.style is Style.AUTHOR_PAGE:
        return True  # names and year as a part of the next sentence
    following = scene.next_quotation(pointer.span.end)
    if following is None:
        return False
    words = scene.text[pointer.span.end : scene.quotations[following].outer.start]
    return _WORDS_TO_QUOTATION.fullmatch(words) is not None and words.lstrip()[:1].islower()
