"""The author named in the words that introduce a quotation, where the document cites by author and
page and the source has no pages: `Bui and Phan put it plainly: “…”`."""

from __future__ import annotations

from citemgr.links.methods.lead_in import sentence_before
from citemgr.links.scene import Choice, Scene
from citemgr.links.works import by_author
from citemgr.model import Style

CONFIDENCE = 0.85
_MOST_WORDS = 14  # of the introducing words


def author(scene: Scene, index: int) -> Choice | None:
    """Choose the one work all of whose authors the introducing sentence names first."""
    styles = {pointer.style for pointer in scene.pointers}
    if Style.AUTHOR_PAGE not in styles or Style.AUTHOR_YEAR in styles or Style.NUMERIC in styles:
        return None
    sentence = sentence_before(scene, index)
    if not sentence.rstrip().endswith((":", ",", "that")) or len(sentence.split()) > _MOST_WORDS:
        return None
    named = [
        work
        for work, _ in by_author(scene.reading.works, sentence[: _name_end(sentence)])
        if work.names and all(name[-1] in sentence.casefold() for name in work.names)
    ]
    if len(named) != 1:
        return None
    why = f"author named before the quotation: {' '.join(named[0].names[0])}"
    return Choice(None, named[0].reference, "author named", CONFIDENCE, None, why)


def _name_end(sentence: str) -> int:
    """Where the names end that open a sentence: before its first small word that joins no names."""
    at = 0
    for word in sentence.split():
        bare = word.strip(".,:;")
        if bare[:1].islower() and bare not in (
            "and",
            "et",
            "und",
            "y",
            "e",
            "de",
            "von",
            "van",
            "as",
        ):
            break
        at = sentence.index(word, at) + len(word)
    return at
