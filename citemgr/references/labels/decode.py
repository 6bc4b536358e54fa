"""From the model's label of each token to labelled stretches of the string."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citemgr.model import LabelledField
from citemgr.references.labels.features import observe
from citemgr.references.labels.model import predict
from citemgr.references.labels.tokens import Token, tokenise

# The label of tokens that belong to no field.
OUTSIDE = "other"
# A printed reference is far shorter; what comes after this many tokens is left unlabelled, so that
# a megabyte on one line costs no more than a page.
MOST_TOKENS = 2_000
# Marks that never begin, and never end, a field.
_NO_START = frozenset(",.;:)]}”’»/–—-|*_…>") | {"//"}
_NO_END = frozenset(",;:([{“„«/–—-|*_<&=")
_PAIRS = {
    ")": "(",
    "]": "[",
    "”": "“",
    "»": "«",
    "’": "‘",
    '"': '"',
    "}": "{",
    "》": "《",
    "】": "【",
}
_QUOTES = {mark: _PAIRS[mark] for mark in ("”", "»", "’", '"', "》")}
# Labels in which a stop at the end is part of the value: initials and abbreviations.
_KEEPS_STOP = frozenset({"author", "editor", "translator", "director", "location"})


@dataclass(frozen=True, slots=True)
class Labelling:
    """The labelled stretches of one reference string, in its order.

    `field_confidence` runs parallel to `fields`; `confidence` is the probability that all of it is
    right. A string without any word or number has no fields and the confidence 0.
    """

    fields: tuple[LabelledField, ...]
    field_confidence: tuple[float, ...]
    confidence: float


def label(texts: Sequence[str]) -> list[Labelling]:
    """Label reference strings, one a result, in order. Deterministic; linear in the text."""
    return [_label(text) for text in texts]


def _label(text: str) -> Labelling:
    tokens = tokenise(text)[:MOST_TOKENS]
    if not tokens:
        return Labelling((), (), 0.0)
    tags, marginals, whole = predict(observe(tokens))
    fields = []
    confidences = []
    for first, last in runs(tags):
        edges = trim(tokens, first, last, tags[first])
        if edges is None:
            continue
        start, end = tokens[edges[0]].start, tokens[edges[1]].end
        fields.append(LabelledField(tags[first], text[start:end], start, end))
        confidences.append(min(marginals[edges[0] : edges[1] + 1]))
    return Labelling(tuple(fields), tuple(confidences), whole if fields else 0.0)


def runs(tags: Sequence[str]) -> list[tuple[int, int]]:
    """The first and last token of each run of one label, runs outside of all fields left out."""
    runs = []
    first = 0
    for at in range(1, len(tags) + 1):
        if at == len(tags) or tags[at] != tags[first]:
            if tags[first] != OUTSIDE:
                runs.append((first, at - 1))
            first = at
    return runs


def trim(tokens: Sequence[Token], first: int, last: int, tag: str) -> tuple[int, int] | None:
    """Take off the marks at both edges that separate fields; None where nothing is left."""
    while first <= last and (tokens[first].text in _NO_START or _lonely_open(tokens, first, last)):
        first += 1
    if first < last and _QUOTES.get(tokens[last].text) == tokens[first].text:
        return trim(tokens, first + 1, last - 1, tag)
    while first <= last and _loose_end(tokens, first, last, tag):
        last -= 1
    return (first, last) if first <= last else None


def _loose_end(tokens: Sequence[Token], first: int, last: int, tag: str) -> bool:
    mark = tokens[last].text
    if mark in _NO_END:
        return True
    if mark == ".":
        before = tokens[last - 1].text if last > first else ""
        abbreviates = tag in _KEEPS_STOP and (len(before) <= 2 or before.lower() in {"jr", "al"})
        return not (abbreviates or (tag in {"container", "series"} and len(before) <= 4))
    if mark in _PAIRS:
        return all(token.text != _PAIRS[mark] for token in tokens[first:last])
    return False


def _lonely_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an opening mark stands at `first` and closes only at the end, or not at all."""
    mark = tokens[first].text
    closing = next((close for close, opening in _PAIRS.items() if opening == mark), None)
    if closing is None:
        return False
    return all(token.text != closing for token in tokens[first + 1 : last + 1])
