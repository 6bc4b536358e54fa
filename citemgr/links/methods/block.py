"""Callouts of block quotations: at the end inside the block, or in the sentence that follows it."""

from __future__ import annotations

import re

from citemgr.links.scene import Choice, Scene, choose
from citemgr.links.sentences import last_end
from citemgr.model import Form, Style

CONFIDENCE = 0.95
_AFTER = 0.7
_ONLY_MARKS = re.compile(r"[\s.,;:!?…»”“\"'’」』>*_)\]}—–。，-]*")
_LAST_LINES = 300  # code points at the end of a block in which its source may stand


def inside(scene: Scene, index: int) -> Choice | None:
    """Choose the callout that closes the block itself."""
    quotation = scene.quotations[index]
    if quotation.form is Form.INLINE:
        return None
    end = max(quotation.outer.end, quotation.span.end)
    found = scene.across(end)
    for at in scene.before(end, _LAST_LINES):
        pointer = scene.pointers[at]
        if pointer.span.start < quotation.span.start:
            break
        tail = scene.gap(pointer.span.end, end)
        if found is None and not _ONLY_MARKS.fullmatch(tail) and not _on_dash_line(scene, at, end):
            break
        if found is not None and not _ONLY_MARKS.fullmatch(
            scene.gap(pointer.span.end, scene.pointers[found].span.start)
        ):
            break
        found = at
    if found is None:
        return None
    return choose(scene, found, "block end", CONFIDENCE, "callout at the end of the block")


def inside_marks(scene: Scene, index: int) -> Choice | None:
    """Choose the callout that stands inside the marks, at their very end: `“… [1]”`, `「…[1]」`."""
    quotation = scene.quotations[index]
    if quotation.form is not Form.INLINE:
        return None
    for at in scene.before(quotation.outer.end, _LAST_LINES):
        pointer = scene.pointers[at]
        tail = scene.gap(pointer.span.end, quotation.outer.end)
        if pointer.span.start <= quotation.span.start or not _ONLY_MARKS.fullmatch(tail):
            return None
        if pointer.style in (Style.FULL, Style.SHORT_TITLE, Style.URL):
            return None  # marks around a citation are no quotation's
        return choose(scene, at, "inside marks", _INSIDE, "callout before the closing mark")
    return None


_INSIDE = 0.8  # it may as well be quoted with the words


def _on_dash_line(scene: Scene, at: int, end: int) -> bool:
    start = scene.text.rfind("\n", 0, scene.pointers[at].span.start) + 1
    line = scene.text[start:end].lstrip(" >\t*_")
    return "\n" not in line.strip() and line.startswith(("—", "–", "--", "- ", "~"))


_SENTENCE = re.compile(
    r"\s*(?:As|So|Thus|Here|These|This|That|With|In this|Wie|Damit|Comme|Ainsi|Como|Así|Come|Così"
    r"|Так)\b"
)
_ROOM = 200


def sentence_after(scene: Scene, index: int) -> Choice | None:
    """Choose the callout in the first sentence behind a block, where that sentence looks back."""
    quotation = scene.quotations[index]
    if quotation.form is Form.INLINE:
        return None
    end = quotation.outer.end
    looks_back = _SENTENCE.match(scene.gap(end, end + _ROOM)) is not None
    for at in scene.after(end, _ROOM):
        gap = scene.gap(end, scene.pointers[at].span.start)
        if scene.between(end, scene.pointers[at].span.start) or last_end(gap.lstrip()):
            return None
        if scene.same_place(quotation, at) and (looks_back or _is_source_line(scene, end, at)):
            return choose(
                scene, at, "sentence after", _AFTER, "callout in the sentence behind the block"
            )
    return None


_SOURCE_LINE = 40  # code points of a source line besides the source: "Via", "Read more in"


def _is_source_line(scene: Scene, end: int, at: int) -> bool:
    """Whether the paragraph behind the block is little more than the callout."""
    pointer = scene.pointers[at]
    if pointer.style not in (Style.URL, Style.FULL):
        return False
    stop = scene.text.find("\n", pointer.span.end)
    line = scene.text[pointer.span.end : stop if stop >= 0 else None]
    around = scene.gap(end, pointer.span.start) + re.sub(r"^\]?\([^()\s]*\)", "", line)
    return len(around.strip()) <= _SOURCE_LINE
