"""Letters that a machine read wrong: `rn` for `m`, `l` for `1`, a ligature that was lost.

A word of the source that looks like the quotation's is taken to be it where the source's form is no
word of this text and the quotation's is one. That is how OCR is told from rewording: "modern" for
"modem" is a rewording where both are words.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citemgr.sources import Source

# A text with so many different misread forms of frequent words was read by a machine.
_MISREAD_FORMS = 6
_SAMPLE = 200_000  # characters that are looked at for them
# Where a form stands often, the right one stands so many times as often.
_RATIO = 30
# In such a text a word of more letters needs no other evidence than its look.
_LONG_WORD = 5

# Letters that are read for one another (either way), by their shapes.
_LOOKALIKES = """
    rn/m nn/m ni/m in/m iii/m ii/u ii/n li/h ti/n ri/n vv/w cl/d ci/d ol/d lo/b fi/h fl/h tl/d
    l/1 i/1 i/l i/j 1/t e/c o/0 c/o n/u u/v v/y h/b h/k s/5 s/8 b/6 g/9 g/q z/2 f/t l/f b/8
    0/d c/t ct/d li/k lc/k ii/ll u/li u/ll n/ll 3/s 7/t 4/a ff/f fi/n fl/n fi/i fi/f fl/l fi/fl
    m/w a/@ e/6 s/$
""".split()

# Ligatures that a font did not name: nothing is left of them, or a sign for an unreadable one.
_LIGATURES = ("ffi", "ffl", "fi", "fl", "ff")


@lru_cache(maxsize=1)
def _confusions() -> frozenset[tuple[str, str]]:
    pairs = [tuple(each.split("/")) for each in _LOOKALIKES]
    return frozenset((one, other) for a, b in pairs for one, other in ((a, b), (b, a)))


def misread_letters(quote: str, source: str) -> int | None:
    """How many places of the folded word `source` are look-alikes of those of `quote`, or None
    where the two differ in any other way."""
    confusions = _confusions()
    worst = max(1, (min(len(quote), len(source)) + 1) // 3)

    @cache
    def misread(i: int, j: int) -> int:
        if i == len(quote) or j == len(source):
            return 0 if i == len(quote) and j == len(source) else worst + 1
        best = misread(i + 1, j + 1) if quote[i] == source[j] else worst + 1
        for lost in _LIGATURES:
            if quote.startswith(lost, i):
                best = min(best, 1 + misread(i + len(lost), j))
        for a in (1, 2, 3):
            for b in (1, 2, 3):
                if (quote[i : i + a], source[j : j + b]) in confusions:
                    best = min(best, 1 + misread(min(i + a, len(quote)), min(j + b, len(source))))
        return best

    if abs(len(quote) - len(source)) > 3 or max(len(quote), len(source)) > 40:
        return None
    count = misread(0, 0)
    return count if 0 < count <= worst else None


def is_misread(quote: str, source_word: str, source: Source, stop_words: frozenset[str]) -> bool:
    """Whether the source's word is the quotation's, read wrong by a machine: the letters look
    alike, the source's is no word of this text and the quotation's is one. Both as printed.
    In a text that misreads even its most frequent words, less evidence will do."""
    q, s = quote.casefold(), source_word.casefold()
    if q.isdigit() or misread_letters(q, s) is None or s in stop_words:
        return False
    if any(each.isdigit() for each in s) and not any(each.isdigit() for each in q):
        return not s.isdigit() or q in {"l", "i", "o", "il", "to"}
    strange = sum(source.count_word(form, 30) for form in {source_word, s})
    enough = max(3, 4 * strange) if strange <= 2 else _RATIO * strange
    usual = sum(source.count_word(form, enough) for form in {quote, q, q.capitalize()})
    if strange <= 2 and (usual >= enough or _unheard_of(s, q, source)):
        return True
    if (strange > 2 and usual < enough) or not is_misread_text(source, stop_words):
        return False
    return strange > 2 or usual >= strange or len(q) > _LONG_WORD


def fills_unreadable(quote: str, printed: str) -> bool:
    """Whether the word of the quotation is the printed one with letters for its unreadable signs
    ("pro\ufffdts" is "profits")."""
    if "\ufffd" not in printed and "\u25a1" not in printed:
        return False
    parts = [re.escape("".join(part.split())) for part in re.split("[\ufffd\u25a1]+", printed)]
    return re.fullmatch(r"\w{1,4}".join(parts), quote, re.IGNORECASE) is not None


def is_misread_text(source: Source, stop_words: frozenset[str]) -> bool:
    """Whether the text has several of its most frequent words in misread forms ("thc", "witb")."""
    return len(_words_at_the_beginning(source) & _misread_forms(stop_words)) >= _MISREAD_FORMS


@lru_cache(maxsize=256)
def _words_at_the_beginning(source: Source) -> frozenset[str]:
    return frozenset(source.beginning(_SAMPLE).casefold().split())


@lru_cache(maxsize=8)
def _misread_forms(stop_words: frozenset[str]) -> frozenset[str]:
    forms = {
        word[:at] + new + word[at + len(old) :]
        for word in stop_words
        if len(word) > 2
        for old, new in _confusions()
        for at in range(len(word))
        if len(old) <= 2 and len(new) <= 2 and word.startswith(old, at) and new.isalpha()
    }
    return frozenset(form for form in forms - stop_words if len(form) > 2)


def _unheard_of(strange: str, usual: str, source: Source) -> bool:
    """Whether the strange word holds three letters that no other word of the text has, while all
    that the usual word has instead are found."""
    threes = [strange[at : at + 3] for at in range(len(strange) - 2)]
    others = [usual[at : at + 3] for at in range(len(usual) - 2)]
    odd = any(source.count(three, 2) < 2 for three in threes if three not in others)
    return odd and all(source.count(three, 1) for three in others if three not in threes)
