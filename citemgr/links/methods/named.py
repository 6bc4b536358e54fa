"""The author named in the words that introduce a quotation, where the document cites by author and
page and the source has no pages: `Bui and Phan put it plainly: “…”`."""

from __future__ import annotations

from citemgr.links.folding import words
from citemgr.links.languages import AND, AND_OTHERS, PARTICLES
from citemgr.links.methods.lead_in import sentence_before
from citemgr.links.scene import Choice, Scene
from citemgr.links.work import Work
from citemgr.links.works import by_author
from citemgr.model import Style

CONFIDENCE = 0.85
_MOST_WORDS = 14  # of the introducing words
_OTHER_STYLES = frozenset({Style.AUTHOR_YEAR, Style.NUMERIC, Style.SUPERSCRIPT})


def author(scene: Scene, index: int) -> Choice | None:
    """Choose the one work all of whose authors the introducing sentence names first."""
    if Style.AUTHOR_PAGE not in scene.styles or not scene.styles.isdisjoint(_OTHER_STYLES):
        return None
    sentence = sentence_before(scene, index)
    if len(sentence.split()) > _MOST_WORDS:
        return None
    names = _names(sentence, scene.reading.works.name_words)
    found = [
        work for work, _ in by_author(scene.reading.works, names) if _names_all(work, words(names))
    ]
    if len(found) != 1:
        return None
    why = f"author named before the quotation: {' '.join(found[0].names[0])}"
    return Choice(None, found[0].reference, "author named", CONFIDENCE, None, why)


def _names(sentence: str, known: frozenset[str]) -> str:
    """The names that open a sentence, from the first `known` one up to the first small word that
    joins no names."""
    names: list[str] = []
    for word in sentence.split():
        folded = words(word)
        joins = all(part in AND | AND_OTHERS | PARTICLES for part in folded)
        if word[:1].islower() and not joins:
            break
        if names or not known.isdisjoint(folded):
            names.append(word)
        if word.endswith((",", ":")) and len(names) > 1:
            break
    return " ".join(names)


def _names_all(work: Work, named: tuple[str, ...]) -> bool:
    """Whether all authors are named, or the first with "et al."."""
    if not work.names:
        return False
    others = not AND_OTHERS.isdisjoint(named)
    wanted = work.names[:1] if others else work.names
    return all(name[-1] in named for name in wanted)
