"""The best labelling of a string as a whole, and how probable it and each of its labels are.

Scores of tokens and of label after label form a linear chain; Viterbi's algorithm finds the best
path, forward and backward sums give the probabilities. Many strings are computed at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from citemgr.references.labels.network import Floats


@dataclass(frozen=True, slots=True)
class Paths:
    """The best labelling of each string: label numbers and their probabilities `(strings, tokens)`,
    and the probability of the whole."""

    labels: npt.NDArray[np.intp]
    certain: Floats
    whole: Floats


def best_paths(weights: Mapping[str, Floats], scores: Floats, mask: npt.NDArray[np.bool_]) -> Paths:
    """The best paths through `scores` `(strings, tokens, labels)`; `mask` says where tokens are."""
    labels, best = _viterbi(weights, scores, mask)
    shares, total = _marginals(weights, scores, mask)
    certain = np.take_along_axis(shares, labels[:, :, None], axis=2)[:, :, 0]
    return Paths(labels, certain, np.exp(np.minimum(best - total, 0)))


def _viterbi(
    weights: Mapping[str, Floats], scores: Floats, mask: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.intp], Floats]:
    strings, tokens, count = scores.shape
    moves = np.ascontiguousarray(weights["transitions"].T)
    best = scores[:, 0] + weights["first"]
    came = np.zeros((strings, tokens, count), np.intp)
    stay = np.arange(count)
    for at in range(1, tokens):
        ways = best[:, None, :] + moves
        came[:, at] = ways.argmax(axis=2)
        reached = np.take_along_axis(ways, came[:, at, :, None], axis=2)[:, :, 0] + scores[:, at]
        here = mask[:, at, None]
        came[:, at] = np.where(here, came[:, at], stay)
        best = np.where(here, reached, best)
    best = best + weights["last"]
    labels = np.zeros((strings, tokens), np.intp)
    labels[:, -1] = best.argmax(axis=1)
    row = np.arange(strings)
    for at in range(tokens - 1, 0, -1):
        labels[:, at - 1] = came[row, at, labels[:, at]]
    return labels, best.max(axis=1)


def _marginals(
    weights: Mapping[str, Floats], scores: Floats, mask: npt.NDArray[np.bool_]
) -> tuple[Floats, Floats]:
    """The probability of each label at each token, and the log of the sum over all paths."""
    tokens = scores.shape[1]
    moves = np.exp(weights["transitions"])
    top = scores.max(axis=2, keepdims=True)
    shares = np.exp(scores - top)
    forward = np.empty_like(scores)
    backward = np.empty_like(scores)
    running = shares[:, 0] * np.exp(weights["first"])
    scale = running.sum(axis=1, keepdims=True)
    forward[:, 0] = running = running / scale
    total = np.log(scale) + top[:, 0]
    for at in range(1, tokens):
        moved = (running @ moves) * shares[:, at]
        scale = moved.sum(axis=1, keepdims=True)
        here = mask[:, at, None]
        forward[:, at] = running = np.where(here, moved / scale, running)
        total += np.where(here, np.log(scale) + top[:, at], 0)
    last = np.exp(weights["last"])
    total += np.log((running * last).sum(axis=1, keepdims=True))
    backward[:, -1] = running = np.broadcast_to(last, running.shape)
    for at in range(tokens - 1, 0, -1):
        moved = (running * shares[:, at]) @ moves.T
        moved /= moved.sum(axis=1, keepdims=True)
        backward[:, at - 1] = running = np.where(mask[:, at, None], moved, running)
    both = forward * backward
    both /= both.sum(axis=2, keepdims=True)
    return both, total[:, 0]
