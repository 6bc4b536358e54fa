"""Between stretches of a string and a label for each token.

A stretch of the model begins and ends with a word or number: marks at its edges, and words that
only announce it (`In`, `vol.`, `pp.`), are outside. `stretches` gives back those marks that belong
to a value, such as the stop of a last initial.
"""

from __future__ import annotations

from collections.abc import Sequence

from citemgr.references.labels.tokens import Token

# The label of tokens that belong to no field.
OUTSIDE = "other"
LABELS = (
    OUTSIDE,
    "author",
    "editor",
    "translator",
    "director",
    "title",
    "container",
    "series",
    "volume",
    "issue",
    "number",
    "edition",
    "pages",
    "date",
    "publisher",
    "location",
    "institution",
    "genre",
    "note",
    "medium",
    "original",
    "url",
    "accessed",
    "doi",
    "isbn",
    "issn",
    "arxiv",
    "pmid",
    "citation-number",
)
_CLOSING = {")": "(", "]": "[", "}": "{", "）": "（", "】": "【"}
_NAMES = frozenset({"author", "editor", "translator", "director"})
# Words after which a stop is their own: of names and of abbreviated places, journals, publishers.
_ABBREVIATES = frozenset("jr sr al eds ed hrsg inc ltd co dr st др et".split())
_KEEPS_STOP = _NAMES | {"location", "container", "publisher", "edition"}
# After page numbers: how many pages there are, not which.
_PAGE_UNITS = frozenset("p pp pages page s seiten с c стр páginas págs pág pag pagine".split())
# Words and marks before a number that is counted apart from volumes.
_NUMBER_WORDS = frozenset("no nos nr n núm num number issue № heft вып".split())
_NUMBER_MARKS = frozenset(".°º")
# Marks at the end of a title that belong to it.
_TITLE_ENDS = frozenset("?!？！")
# Marks that a url or identifier may begin or end with.
_URL_ENDS = frozenset("/=")


def stretches(tokens: Sequence[Token], tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """Label, first and last token of each run of one label, with the marks that belong to it."""
    found = []
    first = 0
    for at in range(1, len(tags) + 1):
        if at < len(tags) and tags[at] == tags[first]:
            continue
        if tags[first] != OUTSIDE:
            trimmed = trim(tokens, first, at - 1)
            if trimmed is not None:
                start = _number_start(tokens, tags[first], *trimmed)
                found.append((tags[first], start, _widen(tokens, tags, *trimmed)))
        first = at
    return found


def _number_start(tokens: Sequence[Token], label: str, first: int, last: int) -> int:
    """Where a volume or issue begins: without `vol.`, but with the `no.` of a lone number."""
    if label not in {"volume", "issue"}:
        return first
    at = first
    while at < last and not tokens[at].text[0].isdigit():
        at += 1
    if not tokens[at].text[0].isdigit():
        return first
    before = at - 1
    while before > 0 and tokens[before].text in _NUMBER_MARKS:
        before -= 1
    if label == "volume" and before >= 0 and tokens[before].text.lower() in _NUMBER_WORDS:
        return before
    return first if tokens[first].text.isupper() and tokens[first].text not in _NUMBER_WORDS else at


def trim(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Without the marks at both edges; None where nothing else is there."""
    while first <= last and not _is_word(tokens[first]):
        first += 1
    while first <= last and not _is_word(tokens[last]):
        last -= 1
    return (first, last) if first <= last else None


def _is_word(token: Token) -> bool:
    return token.text[0].isalnum()


def _widen(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> int:
    """The last token with the marks after it that are part of the value."""
    label = tags[first]
    after = last + 1
    if after == len(tokens):
        return last
    mark, glued = tokens[after].text, not tokens[after].spaced
    if label == "pages" and mark.lower() in _PAGE_UNITS and tokens[last].text.isdigit():
        return after
    if mark == "." and glued and label in _KEEPS_STOP and _shortened(tokens[last].text, label):
        if label not in _NAMES or after + 1 == len(tokens) or tokens[after + 1].text != ".":
            last, after = after, after + 1
    elif (label == "title" and mark in _TITLE_ENDS) or (
        label == "url" and glued and mark in _URL_ENDS
    ):
        last, after = after, after + 1
    if after < len(tokens) and tokens[after].text in _CLOSING:
        opening = _CLOSING[tokens[after].text]
        inside = [token.text for token in tokens[first : last + 1]]
        if inside.count(opening) > inside.count(tokens[after].text):
            return after
    return last


def _shortened(word: str, label: str) -> bool:
    """Whether a stop after `word` is taken for the sign of an abbreviation."""
    if word.lower() in _ABBREVIATES:
        return True
    if label in _NAMES:
        return len(word) == 1 or (len(word) == 2 and word[0].isupper())
    return label in {"location", "container"} and len(word) <= 3 and word.isalpha()
