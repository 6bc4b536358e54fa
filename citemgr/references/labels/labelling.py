"""From strings to labelled stretches: tokens, network, best path, rules, calibrated confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from citemgr.model import LabelledField
from citemgr.references.labels.calibration import calibrated_field, calibrated_whole
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


def label(texts: Sequence[str]) -> list[Labelling]:
    """Label reference strings, one a result, in order. Deterministic; linear in the text.

    Only the first `MOST_TOKENS` words and marks of a string are labelled.
    """
    found = [Labelling((), (), 0.0)] * len(texts)
    tokens = [tokenise(text, MOST_TOKENS) for text in texts]
    for group in _batches(tokens):
        paths = _paths([tokens[at] for at in group])
        for row, at in enumerate(group):
            found[at] = _labelling(texts[at], tokens[at], paths, row)
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


def _labelling(text: str, tokens: Sequence[Token], paths: Paths, row: int) -> Labelling:
    tags = [LABELS[number] for number in paths.labels[row, : len(tokens)].tolist()]
    tags = corrected(tokens, tags)
    certain = paths.certain[row, : len(tokens)].tolist()
    fields = []
    confidences = []
    for tag, first, last in stretches(tokens, tags):
        start, end = tokens[first].start, tokens[last].end
        fields.append(LabelledField(tag, text[start:end], start, end))
        confidences.append(calibrated_field(min(certain[first : last + 1])))
    whole = calibrated_whole(float(paths.whole[row])) if fields else 0.0
    return Labelling(tuple(fields), tuple(confidences), whole)
