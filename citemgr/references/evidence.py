"""How much a stretch of text looks like the description of a source.

The sequence model labels whatever it is given; whether a paragraph is a reference at all is told
before, by what references have (years in brackets, volumes, pages, publishers, addresses, names
turned round) and what they lack (pronouns, verbs in the past, long quotations).
"""

from __future__ import annotations

import re

# A line in the place of the author, who is the one before; "— Name" says who is quoted.
_SAME_AUTHOR = r"^\W{0,3}?(?:[—–_]{3}|-{3,}[.,:]|[—―⸻⸺]{1,2}[.,:]\s)"
# Pattern -> weight. Each counts once.
_SIGNS: tuple[tuple[float, re.Pattern[str]], ...] = tuple(
    (weight, re.compile(pattern))
    for weight, pattern in (
        (1.0, r"(?<![\d\-–])(?:1[5-9]|20)\d\d(?![\d])[a-z]?"),
        (1.0, r"\((?:[^()]{0,25}\s)?(?:1[5-9]|20)\d\d[a-z]?(?:[,\s][^()]{0,20})?\)"),
        (1.0, r"(?i)\(?\b(?:n\.\s?d\.|s\.\s?f\.|o\.\s?j\.|s\.\s?d\.|forthcoming|in press)"),
        (1.0, r"^\W*[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+){0,2}, (?:[^\W\d_]\.|[^\W\d_]{2,15}\b)"),
        (
            1.0,
            r"^\W*[^\W\d_][\w'’\-]+ [A-ZА-Я]{1,3}\b[.,]|^\W*(?:[A-ZА-Я]\. ?){1,3}[A-ZА-Я][\w'’\-]+",
        ),
        (1.0, r"[^\W\d_][\w'’\-]+, (?:[A-ZА-Я]\.|[A-Z][\w]+)(?: [A-Z]\.)?; "),
        (1.0, r"(?i)\b(?:pp?|s|seiten?|págs?|с|стр)\.?\s?[A-Z]?\d+"),
        (1.0, r"\d\s?[–\-]\s?\d+|:\s?[A-Z]\.?\d+\b|:\s?\d+[.\s]*$"),
        (
            1.0,
            r"\b\d+\s?\(\d[\d\-/–]*\)|(?i:\b(?:vol|no|nr|bd|jg|issue|heft|т|вып)\.?\s?\d)"
            r"|\d+\.\d+ \(",
        ),
        (1.0, r"[A-ZÀ-Ý][\w.\s,]{2,30}\s?: [A-ZÀ-Ý][\w&'’ .\-]{2,40}"),
        (
            1.0,
            r"(?i)\b(?:press|verlag|university|publish\w+|books|éditions|editorial|издательство|изд-во)\b",
        ),
        # Names and nothing else in front of a title in marks; a year that stands as a sentence.
        (
            1.0,
            r"^\W*(?:[^\W\d_a-zß-öø-ÿ][\w'’\-]*[.,:]?\s|(?:et|and|und|y|e|de|von|van|al|der|la)[.,]?\s)"
            r"{1,14}[“«„\"]",
        ),
        (1.0, r"\. (?:1[5-9]|20)\d\d[a-z]?\. [^\W\d_a-z]"),
        (2.0, r"(?i)\bdoi\b|10\.\d{4,}/|\bisbn\b|\bissn\b|\barxiv:"),
        (1.5, r"(?i)https?://|www\.|<http"),
        (1.0, r"^\W*[“\"«‘„][^“”\"«»]{5,250}[”\"»’“]"),
        (
            1.0,
            r"(?i)\b(?:in:?|dans|en) [^.]{2,80}\((?:eds?|hrsg|hg|dir|coord|org)s?\.?\)|\beds?\."
            r"|\bHrsg\b",
        ),
        (
            1.0,
            r"(?i)\b(?:accessed|retrieved|abgerufen|zugriff|consulté|consultado|обращения"
            r"|available at)\b",
        ),
        (2.0, _SAME_AUTHOR),
        (3.0, r"\[[JMDCNRPS](?:/OL)?\]|\[EB/OL\]"),
        (1.5, r"\s//\s|(?:\.|—|–) ?[–—-] ?(?:С|S|Т|М)\. "),
        (
            1.0,
            r"(?i)\b(?:thesis|dissertation|proceedings|journal|review|zeitschrift|revue|revista|quarterly)\b",
        ),
        (
            1.0,
            r"(?i)\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}, \d{4}"
            r"|\b\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}\b",
        ),
        (1.0, r"\b[A-Z0-9][^.]{5,120}\. [A-ZÀ-Ý][\w ]{2,40}, (?:\d|vol)"),
    )
)
_PROSE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|he|she|they|we|I|it|this|that|which|who|would|could|did|my"
    r"|ist|war|waren|sind|wurde|hatte|sich|dass|sie|er|ich|nicht|était|sont|qui|avait|nous|elle|ils"
    r"|fue|era|había|pero|che|sono|erano|был|была|были|что|это|его|она|они)\b"
)
_LONG_QUOTE = re.compile(r"[“„«\"][^”“»\"]{260,}|[“„«\"](?:[^”“»\"]{0,300}\b(?:said|says)\b)")
# A sentence in marks, and a callout or nothing behind it, is a quotation.
_QUOTED_SENTENCE = re.compile(
    r"\W*[“„«»\"‚‘][^“”„«»\"]{20,}[.!?…,][”“»«\"’‘]+\s*(?:\(|\[|[⁰¹²³⁴-⁹\d]|$)"
)
# A name and a year together in brackets cite a reference; they are not one.
_CITED = re.compile(
    r"\([^()]{0,40}[^\W\d_]{3,}[^()]{0,40}?,?\s(?:1[5-9]|20)\d\d[a-z]?(?:,[^()]{0,40}|:\s?\d[^()]{0,20})?\)[.\s”]*"
)
# A mark closes right in front of a name, a year and a page in brackets.
_QUOTED_AND_CITED = re.compile(
    r"[”“»\"‘’]\s?\([^()\d]{3,40},?\s(?:1[5-9]|20)\d\d[a-z]?[,:][^()]{1,20}\)[.\s]*$"
)
# Beyond this length a paragraph is prose with citations in it.
LONGEST_REFERENCE = 1_200
# One of these words in so many is what titles have too.
WORDS_A_PROSE_WORD = 14
# Nothing behind this is looked at.
LOOKED_AT = 3_000


def evidence(words: str) -> float:
    """How strongly `words` look like a reference: 3 and more is clear, below 1 is none."""
    words = words[:LOOKED_AT]
    score = sum(weight for weight, pattern in _SIGNS if pattern.search(words))
    prose = len(_PROSE.findall(words)) - len(words.split()) / WORDS_A_PROSE_WORD
    score -= max(0.0, prose)
    if len(words) > LONGEST_REFERENCE:
        score -= 3
    if _cites(words, prose > 0):
        score -= 2
    if words.startswith(("—", "–", "--")) and not re.match(_SAME_AUTHOR, words):
        score -= 2
    if _QUOTED_SENTENCE.match(words):
        score -= 3
    if _LONG_QUOTE.search(words) or _QUOTED_AND_CITED.search(words):
        score -= 2
    return score - (words.rstrip().endswith((":", "?")) * 1.0)


def _cites(words: str, prose: bool) -> bool:
    """Whether a name and a year in brackets cite a work; behind an author and a title they are its
    publisher and year."""
    match = _CITED.search(words)
    return match is not None and (prose or not _PUBLISHED.match(words))


# "Charles Dickens, Title (DeWolfe, Fiske & Co, 1909)": one name, a comma, no marks, the brackets.
_PUBLISHED = re.compile(
    r"\W{0,2}(?:[^\W\d_a-zß-öø-ÿ][\w'’\-]*\.?\s){1,3}[^\W\d_a-zß-öø-ÿ][\w'’\-]+, "
    r"[^()\"“”„«»]{8,200}\([^()]{3,60}, (?:1[5-9]|20)\d\d\)"
)
