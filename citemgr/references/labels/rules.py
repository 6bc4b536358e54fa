"""What the marks leave no choice about, set right after the model.

A field that is whole in print comes out of the model in pieces at times, parted by a mark; a volume
is a number; `1953 Apr 25;171(4356):737-8` can be read in one way only. Each rule is a function from
tokens and labels to labels; to add one is one line of `RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from citemgr.references.labels.features.keywords import MONTHS
from citemgr.references.labels.tags import OUTSIDE
from citemgr.references.labels.tokens import Token

Rule = Callable[[Sequence[Token], list[str]], list[str]]

# Fields that go on behind a mark; numbers do not, for a mark parts one number from the next.
_WHOLE = frozenset({"author", "editor", "title", "container", "publisher", "url", "doi"})
# Marks that part a field from another of the same kind.
_PARTING = frozenset("|;")
# So many marks may stand in the gap.
LONGEST_GAP = 3
# Fields that have a number in them, Roman or Arabic.
_NUMERIC = frozenset({"volume", "pages"})
_ROMAN = re.compile(r"[IVXLCDM]+|[ivxlcdm]+")
# Days of the week, which stand beside a date and are no field.
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag "
    "freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche".split()
)
# So many words may stand in the brackets behind a title that say what kind of thing it is.
LONGEST_KIND = 4
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_APOSTROPHES = frozenset("'’‘")
_SHORTENED = re.compile(r"\d0|[1-9]00")


def corrected(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """The labels of the tokens with the rules applied, in order."""
    for rule in RULES:
        tags = rule(tokens, tags)
    return tags


def closed_gaps(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """Marks between two stretches of one label belong to both: `CH(50): a revisited assay`."""
    closed = list(tags)
    last = None
    for at, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        if last is not None and 1 < at - last <= LONGEST_GAP + 1 and tag == tags[last]:
            gap = [tokens[between].text for between in range(last + 1, at)]
            if tag in _WHOLE and not any(mark[0].isalnum() or mark in _PARTING for mark in gap):
                closed[last + 1 : at] = [tag] * (at - last - 1)
        last = at
    return closed


def dates_before_volumes(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """`2011 Oct 8;11(`: year, month and day are the date, what follows is the volume."""
    found = list(tags)
    for at in range(2, len(tokens) - 1):
        if tokens[at].text != ";" or not tokens[at + 1].text.isdigit():
            continue
        first = at - 1
        if tokens[first].text.isdigit() and len(tokens[first].text) <= 2:
            first -= 1
        if first > 0 and tokens[first].text.lower() in MONTHS:
            first -= 1
            if _YEAR.fullmatch(tokens[first].text) and found[first] == "date":
                found[first:at] = ["date"] * (at - first)
                found[at : at + 2] = [OUTSIDE, "volume"]
    return found


def numbers_only(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """A volume or pages without a number, an access without a year, are neither; nor is a day."""
    found = list(tags)
    first = 0
    for at in range(1, len(tags) + 1):
        if at < len(tags) and tags[at] == tags[first]:
            continue
        words = [token.text for token in tokens[first:at]]
        wrong = tags[first] in _NUMERIC and not any(
            word[0].isdigit() or _ROMAN.fullmatch(word) for word in words
        )
        wrong = wrong or (
            tags[first] == "accessed" and not any(_YEAR.fullmatch(word) for word in words)
        )
        wrong = wrong or (len(words) == 1 and words[0].lower() in _WEEKDAYS)
        if wrong:
            found[first:at] = [OUTSIDE] * (at - first)
        first = at
    return found


def shortened_years(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """`un mugnaio del '500`: a century or decade behind an apostrophe ends the title before it."""
    found = list(tags)
    for at in range(1, len(tokens) - 1):
        mark, number = tokens[at], tokens[at + 1]
        open_ = mark.text in _APOSTROPHES and mark.spaced and not number.spaced
        if open_ and tags[at - 1] == "title" and _SHORTENED.fullmatch(number.text):
            found[at : at + 2] = ["title"] * 2
    return found


def kinds_in_brackets(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """`Iris [Data set]`: the brackets behind a title say what it is, they are not part of it."""
    found = list(tags)
    for at, token in enumerate(tokens):
        if token.text != "]" or tags[at - 1] != "title":
            continue
        first = at - 1
        while first > at - LONGEST_KIND - 1 and first > 0 and tokens[first].text.isalpha():
            first -= 1
        if tokens[first].text == "[" and first > 0 and tags[first - 1] == "title":
            found[first : at + 1] = [OUTSIDE] * (at + 1 - first)
    return found


RULES: tuple[Rule, ...] = (
    closed_gaps,
    dates_before_volumes,
    numbers_only,
    shortened_years,
    kinds_in_brackets,
)
