"""From strings to labelled stretches: tokens, network, best path, rules, calibrated confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from citemgr.model import LabelledField
from citemgr.references.labels.calibration import calibrated
from citemgr.references.labels.chain import Paths, best_paths
from citemgr.references.labels.features import COLUMNS, observe
from citemgr.references.labels.model import weights
from citemgr.references.labels.network import scores
from citemgr.references.labels.rules import corrected
from citemgr.references.labels.tags import LABELS, stretches
from citemgr.references.labels.tokens import Token, tokenise

# A printed reference is far shorter; what comes after this many tokens is left unlabelled, so that
# a megabyte on one line costs no more than a page.
MOST_TOKENS = 600
# Tokens computed at a time, padding included: enough to be quick, few enough for the cache.
BATCH_TOKENS = 1_500


@dataclass(frozen=True, slots=True)
class Labelling:
    """The labelled stretches of one reference string, in its order.

    `field_confidence` runs parallel to `fields` and holds the probability that each is right;
    `confidence` is the probability that all of it is right. A string without any word or number has
    no fields and the confidence 0.
    """

    fields: tuple[LabelledField, ...]
    field_confidence: tuple[float, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Raw:
    """The same with the model's own probabilities, before they are calibrated."""

    fields: tuple[LabelledField, ...] = ()
    probabilities: tuple[float, ...] = ()
    whole: float = 0.0


def label(texts: Sequence[str]) -> list[Labelling]:
    """Label reference strings, one a result, in order. Deterministic; linear in the text.

    Only the first `MOST_TOKENS` words and marks of a string are labelled.
    """
    return [
        Labelling(
            raw.fields,
            tuple(calibrated("field", probability) for probability in raw.probabilities),
            calibrated("whole", raw.whole) if raw.fields else 0.0,
        )
        for raw in label_raw(texts)
    ]


def label_raw(texts: Sequence[str]) -> list[Raw]:
    """Label reference strings; the probabilities are the model's own."""
    found = [Raw()] * len(texts)
    tokens = [tokenise(text, MOST_TOKENS) for text in texts]
    for group in _batches(tokens):
        paths = _paths([tokens[at] for at in group])
        for row, at in enumerate(group):
            found[at] = _read(texts[at], tokens[at], paths, row)
    return found


def _batches(tokens: Sequence[Sequence[Token]]) -> Iterator[list[int]]:
    """Strings of like length together, none without tokens."""
    order = sorted((at for at, row in enumerate(tokens) if row), key=lambda at: len(tokens[at]))
    group: list[int] = []
    for at in order:
        if group and (len(group) + 1) * len(tokens[at]) > BATCH_TOKENS:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _paths(rows: Sequence[Sequence[Token]]) -> Paths:
    longest = max(len(row) for row in rows)
    ids = np.zeros((len(rows), longest, len(COLUMNS)), np.int32)
    mask = np.zeros((len(rows), longest), np.bool_)
    for at, row in enumerate(rows):
        ids[at, : len(row)] = observe(row)
        mask[at, : len(row)] = True
    learnt = weights()
    return best_paths(learnt, scores(learnt, ids, mask), mask)


def _read(text: str, tokens: Sequence[Token], paths: Paths, row: int) -> Raw:
    tags = [LABELS[number] for number in paths.labels[row, : len(tokens)].tolist()]
    certain = paths.certain[row, : len(tokens)].tolist()
    fields = []
    probabilities = []
    for tag, first, last in stretches(tokens, corrected(tokens, tags)):
        start, end = tokens[first].start, tokens[last].end
        fields.append(LabelledField(tag, text[start:end], start, end))
        probabilities.append(min(certain[first : last + 1]))
    return Raw(tuple(fields), tuple(probabilities), float(paths.whole[row]))
