"""What brackets in a quotation stand for, and whether they turn its sense round.

Brackets may clear up and adapt: a name for a pronoun, another ending, a capital. They may not say
what the source denies. A negation that comes or goes in them, another quantity or the opposite word
changes the meaning although it is shown; so does a word that is made another one by its front.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citemgr.checking.languages import Language
from citemgr.checking.meaning import negations
from citemgr.checking.pattern import Shown
from citemgr.checking.words import words_of
from citemgr.model import EditType
from citemgr.sources import fold

# Brackets stand for so many words and letters of the source at most, and not beyond a clause: a
# name for a pronoun or for another phrase, not half a sentence.
MOST_WORDS = 6
MOST_LETTERS = 50
CLAUSE_END = re.compile(r"[;:!?]|(?<=\w{3})[.,]\s")
# An ending that brackets replace ("summ[t]" for "summte") has no more letters.
_ENDING = 7
# A longer gloss ("[that is, not the old one]") is a remark beside the sentence, not a part of it.
_GLOSS = 3
# Of these classes a word may not stand for another one; modals may ("[would]" for "will").
_FIXED = frozenset({"quantifier", "number"})


def fits(word: str, shown: Shown, language: Language) -> bool:
    """Whether brackets inside a word can stand for the rest of the source's `word`."""
    inner = fold(shown.inner)
    if shown.before + inner + shown.after == word:
        return True
    if not shown.before:  # a capital or small letter is put in front, not another word
        return " " in shown.inner.strip() and word == shown.after
    outside = len(shown.before) + len(shown.after)
    hidden = word[len(shown.before) : len(word) - len(shown.after)]
    return (
        word.startswith(shown.before)
        and word.endswith(shown.after)
        and 0 <= len(word) - outside <= max(_ENDING, len(inner))
        and not {inner, hidden} & language.privative_endings
    )


def turned_sense(
    shown: Shown, hidden: Sequence[str], language: Language
) -> tuple[EditType, str] | None:
    """How brackets that stand for the folded words `hidden` (none where they only add) change the
    meaning: the type of the edit that they are then, and the reason; None where they do not."""
    if shown.type is not EditType.BRACKET or shown.partial:
        return None
    said = [word.letters for word in words_of(shown.inner)]
    type_ = EditType.SUBSTITUTION if hidden else EditType.INSERTION
    change = negations(said, language) - negations(hidden, language)
    if change < 0:
        return EditType.BRACKET, "negation"
    if change > 0 and len(said) <= _GLOSS:
        return type_, "negation"
    for kind in _FIXED:
        ours, theirs = (
            {word for word in words if language.kind(word) == kind} for words in (said, hidden)
        )
        if ours and theirs and ours.isdisjoint(theirs) and not _synonyms(ours, theirs, language):
            return type_, kind
    if (ours := _figures(said)) and (theirs := _figures(hidden)) and ours != theirs:
        return type_, "number"
    if any(frozenset((one, other)) in language.opposite_pairs for one in said for other in hidden):
        return type_, "opposite"
    return None


def _figures(words: Sequence[str]) -> set[str]:
    return {word for word in words if word.isdigit()}


def _synonyms(ours: set[str], theirs: set[str], language: Language) -> bool:
    return any(language.are_synonyms(one, other) for one in ours for other in theirs)
