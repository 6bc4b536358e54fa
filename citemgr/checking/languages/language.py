"""What is known of a language: its frequent words, and those that carry the meaning of a sentence.

All words stand folded (lower case, without accents). A word that ends in `*` stands for all that
begin so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from citemgr.sources import fold


@dataclass(frozen=True)
class Language:
    """The tables of one language; each is a string of words, folded where it is used.

    `classes` are the words that change what is said when they come, go or change, by the name that
    a message gives them; `opposites` are pairs joined by `/`, `synonyms` groups joined by `/`;
    `fillers` may come and go. `contrasts` are the words that a gap had better not hide, `limiters`
    those that limit what follows them. `prefixes` and `suffixes` turn a word into another one,
    `privatives` are endings that do so by denying or granting it. The
    accent of a word in `loose_accents` is a habit of spelling.
    """

    code: str
    frequent: str
    negations: str
    classes: Mapping[str, str]
    contrasts: str
    opposites: str = ""
    synonyms: str = ""
    fillers: str = ""
    prefixes: str = ""
    suffixes: str = ""
    limiters: str = ""
    privatives: str = ""
    loose_accents: str = ""
    nouns_in_capitals: bool = False

    @cached_property
    def stop_words(self) -> frozenset[str]:
        return frozenset(map(fold, self.frequent.split()))

    @cached_property
    def negation_words(self) -> frozenset[str]:
        return frozenset(map(fold, self.negations.split()))

    @cached_property
    def contrast_words(self) -> frozenset[str]:
        return frozenset(map(fold, self.contrasts.split()))

    @cached_property
    def limiter_words(self) -> frozenset[str]:
        return frozenset(map(fold, self.limiters.split()))

    @cached_property
    def hedge_words(self) -> frozenset[str]:
        return frozenset(map(fold, self.classes.get("hedge", "").split()))

    @cached_property
    def privative_endings(self) -> frozenset[str]:
        return frozenset(map(fold, self.privatives.split()))

    @cached_property
    def loosely_accented(self) -> frozenset[str]:
        return frozenset(self.loose_accents.split())

    @cached_property
    def filler_words(self) -> frozenset[str]:
        return frozenset(map(fold, self.fillers.split()))

    @cached_property
    def class_of(self) -> dict[str, str]:
        """The class of a word, `*` words by their stem."""
        return {
            fold(word) + ("*" if word.endswith("*") else ""): name
            for name, words in self.classes.items()
            for word in words.split()
        }

    @cached_property
    def opposite_pairs(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(map(fold, pair.split("/"))) for pair in self.opposites.split())

    @cached_property
    def synonym_groups(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(map(fold, group.split("/"))) for group in self.synonyms.split())

    @cached_property
    def affixes(self) -> frozenset[str]:
        return frozenset(map(fold, (self.prefixes + " " + self.suffixes).split()))

    def kind(self, word: str) -> str | None:
        """The class of a folded word: "quantifier", "modal", ..., or None."""
        known = self.class_of
        if word in known:
            return known[word]
        stems = (word[:length] + "*" for length in range(len(word), 2, -1))
        return next((known[stem] for stem in stems if stem in known), None)

    def are_synonyms(self, one: str, other: str) -> bool:
        return any(one in group and other in group for group in self.synonym_groups)


def guess_language(words: Iterable[str], languages: Iterable[Language]) -> Language:
    """The language of whose frequent words most are among `words` (folded); the first at a tie."""
    held = set(words)
    return max(languages, key=lambda each: len(each.stop_words & held))
