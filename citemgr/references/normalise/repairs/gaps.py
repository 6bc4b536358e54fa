"""A name that no label took: behind a book "in" which the work stands it published the book, beside
the degree of a thesis it is the school.
"""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import GUESSED, Parts, labels_of, stretch

# Capitals, no stop, nothing that announces.
NAME = re.compile(
    r"[\s.,;]*(?P<name>[^\W\d_a-zß-öø-ÿ][\w&’'\-]*(?:\s[^\W\d_][\w&’'\-]*){0,5}?)[\s,.;:]*"
)
_ANNOUNCES = re.compile(
    r"(?i)\b(?:in|retrieved|accessed|available|online|from|vol|no|url|pp|p|ed|eds|trans|chapter|and"
    r"|section|published|hrsg|art|nr|hg|web|sous|direction|abgerufen|consulté|isbn|doi|print|paper"
    r"|article|accepted|unpublished|diss)\b"
)
_LEAD = re.compile(r"(?:^|\W)(?:[Ii]n:?|En:?|Dans)\s+[“«„\"]?$")
REACH = 8
_PUBLISHES = frozenset({"publisher", "institution"})
# What stands with a journal or says more of what was left out.
_OTHERWISE = frozenset({"volume", "issue", "doi", "note"})
_DEGREE = re.compile(
    r"(?i)(?:ph\.?\s?d\.?|doctoral|master['’]?s?|m\.?\s?[as]c?\.?)\s(?:thes[ei]s|dissertations?)"
)
SHORTEST = 3


def publish_what_was_left_out(text: str, parts: Parts) -> Parts:
    """The unlabelled name behind a book made its publisher, beside a degree the institution."""
    parts = tuple(
        part.under("genre") if part.label != "title" and _DEGREE.fullmatch(part.value) else part
        for part in parts
    )
    labels = labels_of(parts)
    if labels & _PUBLISHES:
        return parts
    if any(part.label == "genre" and _DEGREE.fullmatch(part.value) for part in parts):
        return _named(text, parts, frozenset({"title", "date", "genre"}), "institution")
    behind_place = _behind_place(text, parts)
    if behind_place is not parts:
        return behind_place
    held = next((part for part in parts if part.label == "container"), None)
    if held is None or labels & _OTHERWISE:
        return parts
    if not _LEAD.search(text[max(0, held.start - REACH) : held.start]):
        return parts
    return _named(text, parts, frozenset({"container", "pages", "location"}), "publisher")


def _behind_place(text: str, parts: Parts) -> Parts:
    """The unlabelled name behind a place and a colon made the publisher."""
    for at, part in enumerate(parts):
        end = parts[at + 1].start if at + 1 < len(parts) else len(text)
        if part.label != "location" or text[part.end : part.end + 2] != ": ":
            continue
        match = NAME.fullmatch(text, part.end + 2, end)
        if match is not None:
            start, stop = match.span("name")
            return (*parts[: at + 1], stretch(text, "publisher", start, stop), *parts[at + 1 :])
    return parts


def _named(text: str, parts: Parts, behind: frozenset[str], label: str) -> Parts:
    """The first name that stands unlabelled behind a part under one of the labels `behind`."""
    for at, part in enumerate(parts):
        end = parts[at + 1].start if at + 1 < len(parts) else len(text)
        if part.label not in behind or end - part.end < SHORTEST:
            continue
        match = NAME.fullmatch(text, part.end, end)
        if match is None or not set(text[part.end : match.start("name")]) & set(".,"):
            continue
        start, stop = match.span("name")
        if stop - start >= SHORTEST and not _ANNOUNCES.search(match["name"]):
            name = stretch(text, label, start, stop, GUESSED)
            return (*parts[: at + 1], name, *parts[at + 1 :])
    return parts
