"""The callout in the words that introduce the quotation: `Cox (1983, 210) noted, “…”`, `[4] says`,
`Blumenberg⁴ argues that “…”`, and before a block quotation the sentence that ends in a colon.

Also here: the work of a bare page, "Du Bois opens with a prophecy: “…” (vii)".
"""

from __future__ import annotations

import re

from citemgr.links.folding import words
from citemgr.links.scene import Choice, Scene, choose
from citemgr.links.sentences import ends_within, has_blank_line, is_closed, last_end
from citemgr.links.work import Work
from citemgr.links.works import by_author
from citemgr.model import Form, Style
from citemgr.quotations import says

CONFIDENCE = 0.97
_LOOSE = 0.8  # a callout in brackets that ends a clause before the quotation
_NAMED = 0.88  # the author's name in the sentence, the page behind
_LAST_CITED = 0.6
_NARRATIVE_STYLES = (Style.AUTHOR_YEAR, Style.AUTHOR_PAGE, Style.FULL, Style.URL)


def before(scene: Scene, index: int) -> Choice | None:
    """Choose the nearest callout before the quotation in the sentence that introduces it."""
    at = introducing(scene, index)
    if at is None or scene.pointers[at].bare:
        return None
    narrative = scene.pointers[at].narrative
    confidence = CONFIDENCE if narrative else _LOOSE
    return choose(
        scene, at, "lead-in", confidence, "callout in the words that introduce the quotation"
    )


def introducing(scene: Scene, index: int) -> int | None:
    """The callout that introduces a quotation, if one does."""
    quotation = scene.quotations[index]
    begin = quotation.outer.start
    for at in scene.before(begin):
        pointer = scene.pointers[at]
        if not scene.same_place(quotation, at):
            continue
        gap = scene.gap(pointer.span.end, begin)
        if not _introduces(scene, index, at, gap):
            return None
        return at
    return None


def _introduces(scene: Scene, index: int, at: int, gap: str) -> bool:
    pointer = scene.pointers[at]
    quoted = scene.between(pointer.span.end, scene.quotations[index].outer.start)
    spoken = _is_narrative(pointer.style, pointer.narrative) and pointer.style is not Style.URL
    if at in scene.glued and not spoken:
        return False
    if (
        pointer.style is Style.URL
        and has_blank_line(gap)
        and not gap.rstrip(" >\n\r\t").endswith(":")
    ):
        return False  # a link in a paragraph of its own belongs to what stands before it
    without = gap
    if quoted:
        if len(quoted) > 1 or not scene.answered.isdisjoint(quoted):
            return False
        piece = scene.quotations[quoted[0]]
        without = (
            scene.gap(pointer.span.end, piece.outer.start)
            + "“quoted”"
            + scene.gap(piece.outer.end, scene.quotations[index].outer.start)
        )
        if is_closed(piece.span.of(scene.text)) and not re.match(
            r"\s*[,a-zà-ÿа-я，]", scene.text[piece.outer.end : piece.outer.end + 3]
        ):
            return False
    if ends_within(without.rstrip() + " q"[:0]) or _ended(without):
        return False
    if scene.quotations[index].form is Form.INLINE and _too_far(without):
        return False
    return _fits_sentence(scene, at, without)


def _ended(gap: str) -> bool:
    return is_closed(gap.rstrip()) if gap.strip() else False


def _too_far(gap: str) -> bool:
    paragraphs = re.split(r"\n[ \t\r]*\n", gap)
    return len(paragraphs) > 1 and (len(paragraphs) > 2 or not paragraphs[0].rstrip().endswith(":"))


def _is_narrative(style: Style, narrative: bool) -> bool:
    return narrative and style in _NARRATIVE_STYLES


def _fits_sentence(scene: Scene, at: int, gap: str) -> bool:
    """Whether the callout belongs to the sentence that goes on behind it.

    A raised number or note anchor behind a stop ends the sentence before, unless a verb follows.
    """
    pointer = scene.pointers[at]
    if _is_narrative(pointer.style, pointer.narrative):
        return True
    before = scene.text[max(0, pointer.span.start - 8) : pointer.span.start]
    rest = gap.strip(" \t\r\n")
    if is_closed(before) or re.search(r"[”»“\"’』」]\s?$", before):
        return rest[:1].islower()
    return bool(rest) or before.rstrip().endswith((",", ":", "al.", "др.", "u. a."))


def work_before(scene: Scene, index: int, at: int) -> Choice:
    """The work of the bare page `at` that follows quotation `index`."""
    locator = scene.pointers[at].targets[0].locator
    introduced = introducing(scene, index)
    if introduced is not None and scene.pointers[introduced].targets:
        target = scene.pointers[introduced].targets[0]
        if target.reference is not None:
            why = f"page behind the quotation, work before it: {scene.pointers[introduced].why}"
            return Choice(at, target.reference, "lead-in", CONFIDENCE, locator, why)
    cited = _cited_in_sentence(scene, index)
    if cited is not None:
        why = "page behind the quotation, work cited before it in the sentence"
        return Choice(at, cited, "chain", _NAMED, locator, why)
    named = _named_in_sentence(scene, index)
    if named is not None:
        author = " ".join(named.names[0]) if named.names else ""
        why = f"page behind the quotation, author named before it: {author}"
        return Choice(at, named.reference, "lead-in", _NAMED, locator, why)
    last = _last_cited(scene, index, anywhere=scene.pointers[at].style is Style.NOTE)
    if last is not None:
        return Choice(at, last, "chain", _LAST_CITED, locator, "page of the work cited last")
    return Choice(at, None, "lead-in", 0.0, locator, "a page without a work")


_SENTENCE_ROOM = 300


def sentence_before(scene: Scene, index: int) -> str:
    """What stands of the quotation's sentence before it."""
    begin = scene.quotations[index].outer.start
    text = scene.text[max(0, begin - _SENTENCE_ROOM) : begin]
    return text[last_end(text + "“") :]


def _cited_in_sentence(scene: Scene, index: int) -> int | None:
    """The one work of the last callout before the quotation in its sentence."""
    begin = scene.quotations[index].outer.start
    start = begin - len(sentence_before(scene, index))
    for at in scene.before(begin, begin - start):
        named = {t.reference for t in scene.pointers[at].targets if t.reference is not None}
        if scene.pointers[at].span.start >= start and scene.same_place(scene.quotations[index], at):
            return named.pop() if len(named) == 1 else None
    return None


def _named_in_sentence(scene: Scene, index: int) -> Work | None:
    """The one work whose author is named in the sentence before the quotation; of several, the one
    whose name stands beside a verb of saying, else the last."""
    sentence = sentence_before(scene, index)
    works = scene.reading.works
    last, several = None, False
    for name in reversed(list(_NAME.finditer(sentence))):
        for part in words(name[0]):
            candidates = works.by_name.get(part, ()) or works.by_name.get(
                part.removesuffix("s"), ()
            )
            found = [
                w for w in candidates if w.names and any(part.startswith(n) for n in w.names[0])
            ]
            if found and says(_beside(sentence, name)):
                return found[0] if len(found) == 1 else None
            several = several or (last is None and len(found) > 1)
            last = last or (found[0] if found else None)
    if last is not None or several:
        return None if several else last
    full = by_author(works, sentence)
    return full[0][0] if len(full) == 1 and full[0][1] >= 0.99 else None


_NAME = re.compile(r"[^\W\d_a-zа-я][\w’'-]*")


def _beside(sentence: str, name: re.Match[str]) -> str:
    """The word before a name and the word behind it."""
    before = sentence[: name.start()].split()
    before = before[-2:] if before[-1:] == ["to"] else before[-1:]  # "according to"
    behind = sentence[name.end() :].split()[:1]
    return " ".join(before) + " | " + " ".join(behind)


_NEAR, _FAR = 1000, 20_000  # code points back to the work cited last


def _last_cited(scene: Scene, index: int, *, anywhere: bool) -> int | None:
    begin = scene.quotations[index].outer.start
    paragraph = scene.reading.paragraphs.at(begin)
    for at in scene.before(begin, _FAR if anywhere else _NEAR):
        pointer = scene.pointers[at]
        if not anywhere and scene.reading.paragraphs.at(pointer.span.start) != paragraph:
            return None
        named = [t.reference for t in pointer.targets if t.reference is not None]
        if named and (anywhere or scene.same_place(scene.quotations[index], at)):
            return named[0] if len(named) == 1 else None
    return None
