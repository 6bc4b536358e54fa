"""The speaker who goes on: `She adds: “…”`, and on the web the sentence behind the one with the
link: `Ann Brown wrote [a long piece](…). “Minutes,” she says, “are a nap.”`

A pronoun stands for the author of what was cited last. No name may stand beside it, and no more
than the end of a paragraph between.
"""

from __future__ import annotations

import re

from citemgr.links.methods.lead_in import sentence_before
from citemgr.links.scene import Choice, Scene, choose
from citemgr.links.sentences import has_blank_line, last_end
from citemgr.model import Form, Style
from citemgr.quotations import says

CONFIDENCE = 0.8
GOES_ON = 0.75  # of the confidence of the link before
_PRONOUN = re.compile(
    r"(?:^|[\s“”\"(])(?:he|she|they|er|sie|il|elle|ils|elles|él|ella|ellos|egli|lui|lei"
    r"|он|она|они)\b",
    re.I,
)
# What says that the same speaker goes on, with or without a pronoun.
_CONTINUES = re.compile(
    r"\b(?:goes on|went on|continues?d?|adds?|added|fährt\b.{0,20}\bfort|fügt\b.{0,20}\bhinzu"
    r"|schreibt weiter|poursuit|ajoute|continue|añade|continúa|prosigue|aggiunge|continua"
    r"|продолжает|добавляет|concludes|concluded|schließt|conclut|concluye|conclude)\b",
    re.I,
)
_NAME = re.compile(r"(?<=[\s(])[^\W\d_a-zа-яё][\w’'-]+")
_MOST_WORDS = 12  # of a sentence that says no more than that somebody goes on
_BEHIND = 40  # code points behind a quotation in which its speaker stands
_ROOM = 300  # code points between what was cited last and the quotation


def page_before(scene: Scene, index: int) -> Choice | None:
    """Choose the page that the sentence before links, where a pronoun stands for its author."""
    begin = scene.quotations[index].outer.start
    if Style.URL not in scene.styles or not _speaks_on(scene, index, continues=False):
        return None
    start = begin - len(sentence_before(scene, index))
    for at in scene.before(start, _ROOM):
        pointer = scene.pointers[at]
        gap = scene.gap(pointer.span.end, begin)
        between = scene.between(pointer.span.end, begin)
        if pointer.style is not Style.URL or at in scene.glued or between or has_blank_line(gap):
            return None
        if last_end(scene.gap(pointer.span.end, start).rstrip()):
            return None
        return choose(scene, at, "page before", CONFIDENCE, "page linked in the sentence before")
    return None


def goes_on(scene: Scene, index: int, previous: int) -> bool:
    """Whether the speaker of the quotation `previous` goes on in `index`."""
    first, second = scene.quotations[previous], scene.quotations[index]
    gap = scene.text[first.outer.end : second.outer.start]
    blocks = sum(quotation.form is not Form.INLINE for quotation in (first, second))
    near = len(gap) <= _ROOM and len(_BLANK_LINES.findall(gap)) <= blocks
    noted = scene.same_note(first.span.start, second.span.start)
    return near and noted and _speaks_on(scene, index, continues=True)


_BLANK_LINES = re.compile(r"\n[ \t\r]*\n")


def _speaks_on(scene: Scene, index: int, *, continues: bool) -> bool:
    """Whether the words around a quotation name its speaker by a pronoun alone."""
    quotation = scene.quotations[index]
    before = sentence_before(scene, index).strip()
    after = scene.text[quotation.outer.end : quotation.outer.end + _BEHIND]
    behind = re.split(r"[“«„\"\n]", after)[0]
    if len(before.split()) > _MOST_WORDS or _NAME.search(before) or _NAME.search(behind):
        return False
    spoken = f"{before} | {behind}"
    if continues:
        return _CONTINUES.search(spoken) is not None
    return _PRONOUN.search(spoken) is not None and says(spoken)
