"""The two texts that are compared, with their words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from citemgr.checking.languages import LANGUAGES, Language, guess_language
from citemgr.checking.words import Word
from citemgr.sources import Source

# Words from which a language can be told.
_ENOUGH = 100
# After these a capital says nothing: a sentence or a speech begins.
_OPENERS = frozenset(".!?:;\"'«»„“”‘’‚›‹—–-([…*•")
# Signs for letters that could not be read, beside a word or standing alone.
_SIGNS_BEFORE = re.compile(r"(?:(?<![^\W_])[\ufffd\u25a1]+\s?)+$")
_SIGNS_AFTER = re.compile(r"(?:\s?[\ufffd\u25a1]+(?![^\W_]))+")
_MOST_SIGNS = 8


@dataclass(frozen=True)
class Sides:
    """A quotation with the words of one piece (`ours`), and a stretch `text` of the source, which
    begins at code point `base` of its reading, with its words (`theirs`)."""

    quote: str
    ours: Sequence[Word]
    text: str
    theirs: Sequence[Word]
    base: int
    source: Source

    @property
    def quote_start(self) -> int:
        """Where the piece begins."""
        return self.ours[0].start if self.ours else 0

    @cached_property
    def language(self) -> Language:
        """The language that the source is written in here."""
        middle = max(0, len(self.theirs) // 2 - _ENOUGH // 2)
        words = self.theirs[middle : middle + _ENOUGH]
        return guess_language((word.letters for word in words), LANGUAGES.values())

    @cached_property
    def has_accents(self) -> bool:
        """Whether this stretch of the source has any letter with an accent."""
        return any(unicodedata.combining(each) for each in unicodedata.normalize("NFD", self.text))

    def our_text(self, i0: int, i1: int) -> str:
        """Words `i0` to `i1` of the piece, as printed."""
        return self.quote[self.ours[i0].start : self.ours[i1 - 1].end] if i1 > i0 else ""

    def their_text(self, j0: int, j1: int) -> str:
        """Words `j0` to `j1` of the source, as printed."""
        return self.text[self.theirs[j0].start : self.theirs[j1 - 1].end] if j1 > j0 else ""

    def unreadable_text(self, j0: int, j1: int) -> str:
        """Words `j0` to `j1` of the source with the unreadable signs that touch them, or the signs
        between words where `j0` is `j1`."""
        start = self.theirs[j0].start if j1 > j0 else self._end_before(j0)
        end = self.theirs[j1 - 1].end if j1 > j0 else self._end_before(j0)
        before = _SIGNS_BEFORE.search(self.text[max(0, start - _MOST_SIGNS) : start])
        after = _SIGNS_AFTER.match(self.text[end : end + _MOST_SIGNS])
        start -= len(before.group()) if before and j1 > j0 else 0
        return self.text[start : end + (len(after.group()) if after else 0)]

    def _end_before(self, j: int) -> int:
        return self.theirs[j - 1].end if j else 0

    def our_names(self, indices: Sequence[int]) -> list[str]:
        """The words of the piece that look like names."""
        return [self.ours[i].letters for i in indices if self._is_name(self.quote, self.ours[i])]

    def their_names(self, indices: Sequence[int]) -> list[str]:
        """The words of the source that look like names."""
        return [self.theirs[j].letters for j in indices if self._is_name(self.text, self.theirs[j])]

    def _is_name(self, text: str, word: Word) -> bool:
        if (
            self.language.nouns_in_capitals
            or not text[word.start].isupper()
            or len(word.letters) < 2
        ):
            return False
        before = text[: word.start].rstrip()
        return bool(before) and before[-1] not in _OPENERS
