"""What a gap hides: the text of the source between two pieces, and whether it may be left out.

A gap may shorten a sentence. It truncates the context where it hides a negation of the sentence
that goes on around it, or where it joins passages that stand far apart. A contrast or condition
that it hides is worth a note.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from citemgr.checking.languages import LANGUAGES, Language, guess_language
from citemgr.checking.meaning import negations
from citemgr.checking.words import words_of

# Passages that stand at least so far apart are two quotations, not one.
FAR_SENTENCES = 6
FAR_CHARACTERS = 1500

_SENTENCE_END = re.compile(r"[.!?…]+[\"'»«”“’)\]]*(?=\s|$)")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_ABBREVIATION = 4  # letters of "Prof", the longest usual one
_DOTS = re.compile(r"\s*[\"'»«”“’)\]]*\s*[\[(]?\s*(?:\.[ \u00a0]*\.[ \u00a0.]*|…)")
_DOTS_BEFORE = re.compile(r"(?:\.[ \u00a0]*\.[ \u00a0.]*|…)\s*[\])]?\s*[\"'»«”“’(\[]*\s*$")


class Hidden(NamedTuple):
    """What a gap hides: whether it stands in the source as well, why it truncates the context
    (empty where it does not), and a contrast or negation worth a note. `unshown` says that words
    are missing beside an ellipsis of the source's own, which the gap then is."""

    own: bool
    unshown: bool = False
    why: str = ""
    note: str = ""


def examine_gap(hidden: str, gap: str, around: str) -> Hidden:
    """Judge the text `hidden` by `gap`; `around` is the quotation, for its language."""
    words = [word.letters for word in words_of(hidden)]
    if not words:
        return Hidden(own=_DOTS.search(hidden) is not None)
    ends = [match for match in _SENTENCE_END.finditer(hidden) if _ends(hidden, match)]
    if len(ends) >= FAR_SENTENCES and len(hidden) >= FAR_CHARACTERS:
        return Hidden(own=False, why="far apart")
    language = guess_language(
        [*words, *(word.letters for word in words_of(around))], LANGUAGES.values()
    )
    if gap[:1] not in "[(<" and (_DOTS.match(hidden) or _DOTS_BEFORE.search(hidden)):
        why = "negation" if _negates(hidden, language) else ""
        return Hidden(own=False, unshown=True, why=why)
    parts = [hidden[: ends[0].start()], hidden[ends[-1].end() :]] if ends else [hidden]
    if any(_negates(part, language) for part in parts):
        return Hidden(own=False, why="negation")
    contrasts = [word for word in words if word in language.contrast_words]
    if contrasts:
        return Hidden(own=False, note=f"the gap hides {contrasts[0]!r}")
    return Hidden(own=False, note="the gap hides a negation" if _negates(hidden, language) else "")


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether a full stop ends a sentence; after a short word with a capital ("Mr.", "No.", an
    initial) it may not, and then the sentence goes on."""
    if match.group()[0] != ".":
        return True
    word = _LAST_WORD.search(text[max(0, match.start() - 2 * _ABBREVIATION) : match.start()])
    return word is None or not word.group()[0].isupper() or len(word.group()) > _ABBREVIATION


def _negates(text: str, language: Language) -> bool:
    return negations([word.letters for word in words_of(text)], language) > 0


def has_dots_after(text: str, at: int) -> bool:
    """Whether the source itself has an ellipsis at `at`."""
    return _DOTS.match(text, at) is not None


def has_dots_before(text: str, at: int) -> bool:
    """Whether the source itself has an ellipsis right before `at`."""
    return _DOTS_BEFORE.search(text[max(0, at - 24) : at]) is not None
