"""Letters that a machine read wrong: `rn` for `m`, `l` for `1`, a ligature that was lost.

A word of the source that looks like the quotation's is taken to be it where the source's form is no
word of this text and the quotation's is one. That is how OCR is told from rewording: "modern" for
"modem" is a rewording where both are words.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from citemgr.sources import Source

# A text with so many different misread forms of frequent words was read by a machine.
_MISREAD_FORMS = 6
_SAMPLE = 200_000  # characters that are looked at for them
_OFTEN = 3  # so often a form without a vowel is no slip of the pen
_VOWELS = frozenset("aeiouyäöüàâéèêëîïôûùáíóúаеёиоуыэюя")
# A form that is not so much rarer than the word is a word itself: "mir" beside "wir".
_RARER = 8
# Where a form stands often, the right one stands so many times as often.
_RATIO = 30
# In such a text a word of more letters needs no other evidence than its look.
_LONG_WORD = 4

# Letters that are read for one another (either way), by their shapes.
_LOOKALIKES = """
    rn/m nn/m ni/m in/m iii/m ii/u ii/n li/h ti/n ri/n vv/w cl/d ci/d ol/d lo/b fi/h fl/h tl/d
    l/1 i/1 i/l i/j 1/t e/c o/0 c/o n/u u/v v/y h/b h/k s/5 s/8 b/6 g/9 g/q z/2 f/t l/f b/8
    0/d c/t ct/d li/k lc/k ii/ll u/li u/ll n/ll 3/s 7/t 4/a ff/f fi/n fl/n fi/i fi/f fl/l fi/fl
    m/w a/@ e/6 s/$
""".split()

# Words that are read as numbers.
_READ_AS_NUMBERS = frozenset({"l", "i", "o", "il", "to"})
# Ligatures that a font did not name: nothing is left of them, or a sign for an unreadable one.
_LIGATURES = ("ffi", "ffl", "fi", "fl", "ff")
_LIGATURE = re.compile("|".join(_LIGATURES))
# Words that run together where a capital or a mark shows it; in print once in so many letters.
_GLUED = re.compile(r"[a-zß-ÿа-я](?:[A-ZÀ-ÞА-Я][a-zß-ÿа-я]|[,;][^\W\d_]{2})")
_SELDOM = 4000
_SIGNS = re.compile("([\ufffd\u25a1]+)")  # letters that could not be read
# A text of so many letters has one of them, in every language that uses them, if none is lost.
_LEAST_LIGATURES = 3000


# Letters, and those that were read for them.
Confusion = tuple[str, str]


@lru_cache(maxsize=1)
def _confusions() -> frozenset[Confusion]:
    pairs = [tuple(each.split("/")) for each in _LOOKALIKES]
    return frozenset((one, other) for a, b in pairs for one, other in ((a, b), (b, a)))


def misread_letters(
    quote: str, source: str, known: frozenset[Confusion] | None = None
) -> int | None:
    """How many places of the folded word `source` are look-alikes of those of `quote`, or None
    where the two differ in any other way. Only the confusions `known` count, where given."""
    confusions = _confusions() if known is None else known
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
    """Whether the source's word is the quotation's, read wrong by a machine. Both as printed.

    The text must be one that a machine misread: a look-alike in any other is another word. In such
    a text the source's form is taken for the quotation's where the machine confuses just these
    letters in the most frequent words as well and the form is the rarer one, or where the form
    has a run of letters that no word of the text has.
    """
    q, s = quote.casefold(), source_word.casefold()
    if s not in stop_words and _without_ligatures(q, s) and has_lost_ligatures(source):
        return True
    if q.isdigit() or s in stop_words or misread_letters(q, s) is None:
        return False
    if any(each.isdigit() for each in s) and not any(each.isdigit() for each in q):
        if not s.isdigit():  # "c1ock" is no word and no number
            return True
        if q not in _READ_AS_NUMBERS:
            return False
    known = confusions_of(source, stop_words)
    if not known or s.isdigit():
        return bool(known)
    if misread_letters(q, s, known) is None:
        return _unheard_of(s, q, source)
    strange = sum(source.count_word(form, 30) for form in {source_word, s})
    enough = _RATIO * strange if strange > 2 else strange
    usual = sum(source.count_word(form, enough) for form in {quote, q, q.capitalize()})
    return usual >= enough or len(q) > _LONG_WORD


def _without_ligatures(quote: str, source: str) -> bool:
    """Whether the source's word is the quotation's with some ligatures left out."""
    if len(source) >= len(quote) or _LIGATURE.search(quote) is None:
        return False
    pattern = _LIGATURE.sub(lambda found: f"(?:{found.group()})?", quote)
    return re.fullmatch(pattern, source) is not None


@lru_cache(maxsize=256)
def has_lost_ligatures(source: Source) -> bool:
    """Whether a text lacks the pairs of letters for which fonts have ligatures."""
    beginning = source.beginning(_SAMPLE)
    return len(_LIGATURE.findall(beginning)) * _LEAST_LIGATURES < len(beginning) - _LEAST_LIGATURES


@lru_cache(maxsize=256)
def loses_spaces(source: Source) -> bool:
    """Whether words are printed together again and again: "doneThe", "done,the"."""
    beginning = source.beginning(_SAMPLE)
    return len(_GLUED.findall(beginning)) * _SELDOM > len(beginning)


def fills_unreadable(quote: str, printed: str) -> bool:
    """Whether the word of the quotation is the printed one with letters for its unreadable signs
    ("pro\ufffdts" is "profits")."""
    parts = _SIGNS.split("".join(printed.split()))  # text and signs by turns
    pattern = re.escape(parts[0])
    for before, signs, after in zip(parts[::2], parts[1::2], parts[2::2], strict=False):
        least = int(bool(before and after))  # at an edge a quotation mark may have stood there
        pattern += rf"(?:{_LIGATURE.pattern}|[^\W_]){{{least},{len(signs)}}}" + re.escape(after)
    composed = unicodedata.normalize("NFC", quote)
    return len(parts) > 1 and re.fullmatch(pattern, composed, re.IGNORECASE) is not None


@lru_cache(maxsize=256)
def confusions_of(source: Source, stop_words: frozenset[str]) -> frozenset[Confusion]:
    """The letters that were read for others in at least two frequent words of the text ("thc" and
    "wc", "witb" and "bis"), or in one that is no word for want of a vowel; none where too few of
    these words are misread."""
    words = _words_at_the_beginning(source)
    found: dict[Confusion, list[str]] = {}
    for form, (word, pair) in _misread_forms(stop_words).items():
        if 0 < words[form] * _RARER <= words[word]:
            found.setdefault(pair, []).append(form)
    attested = {
        pair: forms
        for pair, forms in found.items()
        if len(forms) > 1 or (words[forms[0]] >= _OFTEN and not _VOWELS & set(forms[0]))
    }
    misread = sum(len(forms) for forms in attested.values())
    return frozenset(attested) if misread >= _MISREAD_FORMS else frozenset()


@lru_cache(maxsize=256)
def _words_at_the_beginning(source: Source) -> Counter[str]:
    return Counter(source.beginning(_SAMPLE).casefold().split())


@lru_cache(maxsize=8)
def _misread_forms(stop_words: frozenset[str]) -> Mapping[str, tuple[str, Confusion]]:
    forms = {
        word[:at] + new + word[at + len(old) :]: (word, (old, new))
        for word in stop_words
        for old, new in _confusions()
        for at in range(len(word))
        if len(old) <= 2 and len(new) <= 2 and word.startswith(old, at) and new.isalpha()
    }
    return {form: of for form, of in forms.items() if form not in stop_words}


def _unheard_of(strange: str, usual: str, source: Source) -> bool:
    """Whether the strange word holds three letters that no other word of the text has, while all
    that the usual word has instead are found."""
    threes = [strange[at : at + 3] for at in range(len(strange) - 2)]
    others = [usual[at : at + 3] for at in range(len(usual) - 2)]
    odd = any(source.count(three, 2) < 2 for three in threes if three not in others)
    return odd and all(source.count(three, 1) for three in others if three not in threes)
