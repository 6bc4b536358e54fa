"""What stands between marks: somebody's words, a term, a title, or the meaning of a word.

A handful of signs each add to or take from a score; the score becomes a probability by the logistic
function. The weights were set on the LitBank quotations and on prose with terms and titles mixed
in. A callout behind the marks settles it. Nothing is deleted: a caller chooses by kind.
"""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from citemgr.model import Kind, Reference
from citemgr.quotations.cues import (
    BEFORE_MARK,
    CALLED,
    CJK_NAMING,
    CJK_SAYING,
    CONJUNCTION,
    DATED_AFTER,
    FIRST_PERSON,
    GLOSS,
    LEADING,
    NAME_BEFORE,
    NAMED_AFTER,
    NAMING,
    SAID_IN_WORDS,
    SAYING,
    THAT,
    VERB,
    YEAR_BEFORE,
)
from citemgr.quotations.openings import opening_quotation

# How much of the sentence around the marks is looked at, in code points.
BEFORE, AFTER = 70, 60
_CALLOUT = re.compile(
    r"[.,;:]?\d{1,3}(?=[\s.,;:()]|$)"
    r"|(?![.,;:]?\s*\n\s*\n)[\s.,;:*_]{0,3}(?:\^\(\[?\d|\[\^?@?[\w\d][^\]\n]{0,60}\]|[¹²³⁴-⁹⁰]|\((?:[^()\n]{0,80}(?:\d{4}|n\.\s?d\.)[^()\n]{0,30}|"
    r"\d{1,4}(?:[-–]\d{1,4})?|(?:p|pp|S|s)\.\s?\d[^()\n]{0,20}|[^\W\d_][^()\n]{1,50}\s\d{1,4}(?:[-–]\d+)?)\))"
)
_SENTENCE_END = re.compile(r"[.!?…。！？]")
_BORDER = re.compile(r"[.!?…]['”’\")\]]*\s+(?=[^a-zа-яё])|[。！？]|\n\s*\n")
_COLON = re.compile(r"[:：]\s*[*_]*$")
_COMMA = re.compile(r"[,，]\s*[*_]*$")
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
_SMALL = frozenset(
    "a an the of on in at by for from to and or with as der die das und von le la les de du des "
    "et en el los y "
    "il di e и в на о".split()
)
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# So many ideographs say as much as a word.
IDEOGRAPHS_A_WORD = 2
# Speech is hardly ever capitalised for so many words.
LONG_TITLE = 4
# The name of a newspaper or journal has no more words.
SHORT_NAME = 5
# A title of fewer letters and digits may be said by chance.
SHORTEST_TITLE = 5


class Titles:
    """The titles of the works that a document cites; a passage that is one, or begins one, quotes
    nothing."""

    def __init__(self, references: Iterable[Reference]) -> None:
        found = set()
        for reference in references:
            if opening_quotation(reference.text):
                continue  # what was read as its title is a sentence that the note quotes
            title, subtitle = reference.entry.text("title"), reference.entry.text("subtitle")
            found |= {_letters(title), _letters(title + subtitle)}
        self._sorted = sorted(title for title in found if _is_telling(title))

    def holds(self, words: str) -> bool:
        """Whether `words` are a title, or a short form that begins one."""
        letters = _letters(words)
        if not _is_telling(letters):
            return False
        at = bisect_left(self._sorted, letters)
        return at < len(self._sorted) and self._sorted[at].startswith(letters)


class Judged(NamedTuple):
    """A kind, the probability that it is right, and why, in words."""

    kind: Kind
    score: float
    reasons: tuple[str, ...]


def cited(after: str) -> bool:
    """Whether `after`, the text behind a closing mark, begins with a callout."""
    return _CALLOUT.match(after) is not None


def word_count(words: str) -> int:
    """The words of a passage; ideographs count by twos."""
    ideographs = len(_CJK.findall(words))
    return len(_WORD.findall(_CJK.sub(" ", words))) + ideographs // IDEOGRAPHS_A_WORD


def judge(words: str, before: str, after: str, lead: str | None, titles: Titles) -> Judged:
    """What the passage `words` is, from itself and the text `before` and `after` its marks.

    `lead` is the paragraph up to the opening mark where that is short (empty where the paragraph
    begins with the mark), else None; `titles` are those of the works that the document cites.
    """
    if titles.holds(words):
        return Judged(Kind.TITLE, 0.99, ("it is the title of a work cited",))
    called = cited(after)
    listed = YEAR_BEFORE.search(before) or (lead and NAME_BEFORE.fullmatch(lead))
    before, after = _same_sentence(before, after)
    if DATED_AFTER.match(after) and word_count(words) <= SHORT_NAME:
        return Judged(Kind.TITLE, 0.9, ("a date or number of an issue behind it",))
    if CALLED.search(after):
        return Judged(Kind.TITLE, 0.95, ("a word behind names it",))
    titled = _is_title_case(words) and word_count(words) >= LONG_TITLE
    if called and not _names(before) and not titled:
        return Judged(Kind.QUOTATION, 0.98, ("a callout follows",))
    if GLOSS.search(before) and word_count(words) <= 8:
        return Judged(Kind.GLOSS, 0.8, ("it gives a meaning",))
    signs = _signs(words, before, after, lead == "")
    if listed:
        signs.append((-4.0, "it follows as in a list of works"))
    total = sum(weight for weight, _ in signs)
    score = 1 / (1 + math.exp(-total))
    reasons = tuple(reason for weight, reason in sorted(signs, key=lambda sign: -abs(sign[0])))
    if score >= 0.5:
        return Judged(Kind.QUOTATION, round(score, 3), reasons[:4])
    kind = Kind.TITLE if _is_titled(words, before) else Kind.TERM
    return Judged(kind, round(1 - score, 3), reasons[:4])


def _same_sentence(before: str, after: str) -> tuple[str, str]:
    """What of the text around the marks belongs to their sentence."""
    ends = [match.end() for match in _BORDER.finditer(before)]
    end = _BORDER.search(after)
    return before[ends[-1] :] if ends else before, after[: end.start()] if end else after


def _signs(words: str, before: str, after: str, capped: bool) -> list[tuple[float, str]]:
    """The signs that hold, each with its weight: above zero for somebody's words."""
    count = word_count(words)
    trimmed = words.rstrip(" *_")
    ends = bool(_SENTENCE_END.search(trimmed[-1:]))
    # American habit puts the stop of the outer sentence inside the marks.
    small = count <= 3 and words[:1].islower() and trimmed.endswith(".")
    signs: list[tuple[float, str]] = []

    def sign(holds: object, weight: float, reason: str) -> None:
        if holds:
            signs.append((weight, reason))

    sign(count <= 1, -1.6, "one word")
    sign(count == 2, -1.2, "two words")
    sign(count == 3, -0.6, "three words")
    sign(4 <= count <= 6, 0.8, "several words")
    sign(7 <= count <= 11, 1.6, "a clause long")
    sign(count >= 12, 3.0, "a sentence long")
    sign(ends and not small, 2.2, "it ends as a sentence does")
    titled = _is_title_case(words) and count >= LONG_TITLE
    inside = trimmed.endswith((",", ";", "—", "–", "-")) and not titled
    sign(inside, 1.8, "a stop of the sentence stands inside")
    sign(says(before[-BEFORE:]), 1.2, "a verb of saying before")
    sign(says(after[:AFTER]), 1.2, "a verb of saying behind")
    sign(_COLON.search(before), 1.8, "a colon before")
    sign(_COMMA.search(before), 1.2, "a comma before")
    sign(capped, 1.0, "it opens the paragraph")
    sign(FIRST_PERSON.search(words), 1.0, "it speaks in a first or second person")
    sign(VERB.search(words), 0.6, "it has a verb")
    sign(words[:1].isupper() and count > 1, 0.5, "it begins with a capital")
    sign(words[:1].islower() and count <= 6, -0.7, "it begins inside a sentence")
    named = _names(before)
    sign(named, -3.4, "a word before names it")
    sign(NAMED_AFTER.match(after), -3.4, "a word behind names it")
    clause = count >= 3 and THAT.search(before) and VERB.search(words)
    sign(clause, 1.8, "a clause that “that” introduces")
    sign(not clause and CONJUNCTION.search(before), 1.4, "a clause that “that” introduces")
    leads = not named and not clause and BEFORE_MARK.search(before) and LEADING.ends(before)
    sign(leads, -1.0, "it follows as a name does")
    many = count >= LONG_TITLE
    weight = (-3.0 if many else -0.8) if ends else (-3.6 if many else -1.6)
    sign(_is_title_case(words) and count >= 2, weight, "written as titles are")
    return signs


def _is_telling(letters: str) -> bool:
    """Whether so many letters are hardly said by chance; an ideograph counts as two."""
    return len(letters) + len(_CJK.findall(letters)) >= SHORTEST_TITLE


def _letters(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words.casefold())
    return "".join(character for character in folded if character.isalnum())


def says(text: str) -> bool:
    """Whether a verb of saying stands in `text`."""
    return SAYING.occurs_in(text) or CJK_SAYING.search(text) is not None


def _names(before: str) -> bool:
    """Whether the text `before` a mark ends with a word that names what follows."""
    if CJK_NAMING.search(before):
        return True
    if SAID_IN_WORDS.search(before):
        return False
    return BEFORE_MARK.search(before) is not None and NAMING.ends(before)


def _is_title_case(words: str) -> bool:
    every = _WORD.findall(words)
    found = [word for word in every if word.lower() not in _SMALL]
    named = len(found) >= 2 or (len(found) == 1 and every[0][0].isupper() and len(every) > 1)
    return named and all(word[0].isupper() or word[0].isdigit() for word in found)


def _is_titled(words: str, before: str) -> bool:
    return _is_title_case(words) or bool(
        re.search(
            r"(?i)\b(?:titled|titel|betitelt|intitul|titul|intitol|озаглавлен|название)\w*\W*$",
            before,
        )
    )
