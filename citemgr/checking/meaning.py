"""Whether a difference in words changes what a passage says.

A negation, number, date, quantifier, modal, comparative, unit, hedge or condition that comes, goes
or changes always does, and so do a changed name and a word that is another word; a synonym, another
spelling or ending, or a word that only fills does not. The tables stand in `languages/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from citemgr.checking.languages import Language

# Of two spellings or forms of one word so much is the same (SequenceMatcher's ratio); beyond that
# it is safer to call them two words.
_SAME_WORD = 0.7
_SHORTEST_STEM = 3


class Said:
    """One side of a difference: folded words, and which of them look like names."""

    __slots__ = ("names", "words")

    def __init__(self, words: Sequence[str], names: Sequence[str] = ()) -> None:
        self.words = tuple(words)
        self.names = frozenset(names)


def change_of_meaning(quote: Said, source: Said, language: Language) -> str:
    """Why the words of `quote` for those of `source` change the meaning; empty where they do
    not."""
    if reason := _change_of_class(quote.words, source.words, language):
        return reason
    if quote.names != source.names:
        return "name"
    if not quote.words:
        return ""
    if not source.words:
        strange = [word for word in quote.words if word not in language.filler_words]
        return "added words" if strange else ""
    if len(quote.words) == len(source.words):
        pairs = zip(quote.words, source.words, strict=True)
        return next((why for pair in pairs if (why := _change_of_word(*pair, language))), "")
    return "other words"


def _change_of_class(quote: Sequence[str], source: Sequence[str], language: Language) -> str:
    if negations(quote, language) != negations(source, language):
        return "negation"
    if _figures(quote) != _figures(source):
        return "number"
    if len(quote) == len(source) == 1 and language.are_synonyms(quote[0], source[0]):
        return ""
    classes = [
        Counter((kind, word) for word in words if (kind := language.kind(word)))
        for words in (quote, source)
    ]
    changed = (classes[0] - classes[1]) + (classes[1] - classes[0])
    fillers = language.filler_words
    return next((kind for kind, word in changed if word not in fillers), "")


def negations(words: Sequence[str], language: Language) -> int:
    """How many negations there are among folded words; "ne ... pas" counts as it is written."""
    count = sum(word in language.negation_words for word in words)
    if language.code == "en":
        count += sum(word.endswith("nt") and word[:-2] in _AUXILIARIES for word in words)
    return count


_AUXILIARIES = frozenset(
    """
    is are was were do does did has have had would could should must might may need dare ought
    ca wo sha ha ai
    """.split()
)


def _figures(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(each.isdigit() for each in word)]


def _change_of_word(quote: str, source: str, language: Language) -> str:
    if quote == source or language.are_synonyms(quote, source):
        return ""
    if frozenset((quote, source)) in language.opposite_pairs:
        return "opposite"
    short, long = sorted((quote, source), key=len)
    if long.endswith(short) and long[: -len(short)] in language.affixes and len(short) > 1:
        return "opposite"
    both_fill = quote in language.filler_words and source in language.filler_words
    if both_fill or _forms_of_one_word(quote, source):
        return ""
    return "another word"


def _forms_of_one_word(one: str, other: str) -> bool:
    """Whether two words begin alike and differ little: an ending, a spelling, a misprint."""
    if one[:1] != other[:1] or min(len(one), len(other)) < _SHORTEST_STEM:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _SAME_WORD
