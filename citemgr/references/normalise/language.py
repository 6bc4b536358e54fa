"""The language of a title, where its small words or its letters say so."""

from __future__ import annotations

import re

# BibLaTeX's name of the language -> words that stand in few other languages.
_WORDS = {
    "german": "der die das und ein eine einer eines zur zum im für von über mit auf des dem den "
    "bei "
    "nach aus als nicht ist wie sich",
    "french": "le les des du et une dans pour sur aux par avec est au la de l d en",
    "spanish": "el los las del y una en para por con sobre al su como la de",
    "italian": "il lo gli dei della delle nel nella per con sul alla una di e la in degli",
    "portuguese": "os das dos uma em para com no na do da e o um pelo ao",
    "dutch": "het een van voor en met op te der naar bij uit de in",
    "polish": "w i na z do od nad pod dla jako oraz się",
    "swedish": "och ett för som med av på till den det i en",
}
_LANGUAGES = tuple(_WORDS)
# Word -> the numbers of the languages that it stands in.
_SPOKEN = {
    word: tuple(at for at, words in enumerate(_WORDS.values()) if word in words.split())
    for word in " ".join(_WORDS.values()).split()
}
_ENGLISH = frozenset(
    "the of and in on for to with from by an at as is are its their how what why a".split()
)
_WORD = re.compile(r"[^\W\d_]+")
# Letters that English and its neighbours lack: only with them a script is looked for.
_FOREIGN = re.compile(r"[\u0370-\uffff]")
_SCRIPTS = (
    ("japanese", re.compile(r"[\u3040-\u30ff]")),
    ("korean", re.compile(r"[\uac00-\ud7af]")),
    ("chinese", re.compile(r"[\u4e00-\u9fff]")),
    ("ukrainian", re.compile(r"[іїєґІЇЄҐ]")),
    ("russian", re.compile(r"[\u0400-\u04ff]{3}")),
    ("greek", re.compile(r"[\u0370-\u03ff]{3}")),
)


def language_of(title: str) -> str:
    """BibLaTeX's `langid`, or an empty string where the title does not tell, or is English."""
    if _FOREIGN.search(title):
        for name, letters in _SCRIPTS:
            if letters.search(title):
                return name
    scores = [0] * len(_LANGUAGES)
    english = 0
    for word in _WORD.findall(title.lower()):
        english += word in _ENGLISH
        for at in _SPOKEN.get(word, ()):
            scores[at] += 1
    best, second = sorted(scores, reverse=True)[:2]
    clear = best >= 2 and best > second and best > english
    return _LANGUAGES[scores.index(best)] if clear else ""
