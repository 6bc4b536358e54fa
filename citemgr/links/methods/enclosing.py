"""The callout that encloses or touches the quotation by its markup: a link laid over the quoted
words, a key that the format puts before them (`\\textcquote[433]{key}{…}`)."""

from __future__ import annotations

from citemgr.links.scene import Choice, Scene, choose
from citemgr.model import Kind, Style

CONFIDENCE = 0.97
_LONGEST = 600  # code points of a link laid over a quotation
_TOUCH = 3  # code points between a key and the words that it introduces


def markup(scene: Scene, index: int) -> Choice | None:
    """Choose a hyperlink that holds the whole quotation, or a key right before it."""
    quotation = scene.quotations[index]
    for at in scene.around(quotation.outer, _LONGEST):
        pointer = scene.pointers[at]
        laid_over = pointer.style in (Style.URL, Style.FULL)
        if laid_over and pointer.span.contains(quotation.span) and _is_passage(scene, index):
            return choose(scene, at, "markup", CONFIDENCE, "the quotation is a link")
        between = scene.gap(pointer.span.end, quotation.outer.start)
        near = 0 <= quotation.outer.start - pointer.span.end <= _TOUCH
        if pointer.style is Style.KEY and near and not between.strip("{}["):
            return choose(scene, at, "markup", CONFIDENCE, "the key of the quotation")
        if pointer.style is Style.KEY and pointer.span.contains(quotation.span):
            return choose(scene, at, "markup", CONFIDENCE, "the key of the quotation")
    return None


_PASSAGE_WORDS = 4  # words under a link; fewer, or those in marks of a title, are its title


def _is_passage(scene: Scene, index: int) -> bool:
    quotation = scene.quotations[index]
    words = quotation.span.of(scene.text).split()
    capitals = sum(word[:1].isupper() for word in words)
    return (
        quotation.kind is Kind.QUOTATION
        and len(words) >= _PASSAGE_WORDS
        and capitals < _TITLE_CASE * len(words)
    )


_TITLE_CASE = 0.7  # of the words of an English title
