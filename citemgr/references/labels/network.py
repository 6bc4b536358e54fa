"""The network that scores each label for each token: convolutions that see the neighbours at
growing distance, and attention, by which a token sees the whole reference.

Everything is a handful of matrix products in numpy, which is as quick here as a runtime of its own
and far lighter to install. Strings of like length are computed together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from citemgr.references.labels.features import COLUMNS

Floats: TypeAlias = npt.NDArray[np.float32]
Ids: TypeAlias = npt.NDArray[np.int32]

WIDTH = 128
HEADS = 4
# What stands above the embeddings: a convolution over three tokens that lie so far apart, or
# attention over all.
LAYERS = (
    ("conv", 1),
    ("conv", 2),
    ("attend", 0),
    ("conv", 4),
    ("conv", 1),
    ("attend", 0),
    ("conv", 8),
    ("conv", 1),
)
_EPSILON = 1e-5


def scores(weights: Mapping[str, Floats], ids: Ids, mask: npt.NDArray[np.bool_]) -> Floats:
    """Scores `(strings, tokens, labels)` from ids `(strings, tokens, columns)`.

    `mask` says where a string has tokens; what stands beyond its end changes nothing.
    """
    seen = [weights[f"embed_{column.name}"][ids[:, :, at]] for at, column in enumerate(COLUMNS)]
    state = np.concatenate(seen, axis=-1) @ weights["enter"] + weights["enter_bias"]
    np.maximum(state, 0, out=state)
    there = mask[:, :, None].astype(np.float32)
    for at, (kind, reach) in enumerate(LAYERS):
        normal = _normal(state)
        normal *= there
        if kind == "conv":
            state += _convolve(normal, reach, weights[f"conv{at}"], weights[f"conv{at}_bias"])
        else:
            state += _attend(normal, mask, weights[f"attend{at}"]) @ weights[f"join{at}"]
    return np.asarray(_normal(state) @ weights["leave"] + weights["leave_bias"])


def _normal(state: Floats) -> Floats:
    """Each token's state with mean 0 and variance 1."""
    centred = state - state.mean(axis=-1, keepdims=True)
    spread = np.einsum("btw,btw->bt", centred, centred)[:, :, None] / state.shape[-1]
    centred /= np.sqrt(spread + _EPSILON)
    return np.asarray(centred)


def _convolve(state: Floats, reach: int, kernel: Floats, bias: Floats) -> Floats:
    strings, tokens, width = state.shape
    near = np.zeros((strings, tokens, 3 * width), np.float32)
    near[:, reach:, :width] = state[:, : max(tokens - reach, 0)]
    near[:, :, width : 2 * width] = state
    near[:, : max(tokens - reach, 0), 2 * width :] = state[:, reach:]
    found = near.reshape(-1, 3 * width) @ kernel + bias
    np.maximum(found, 0, out=found)
    return np.asarray(found.reshape(strings, tokens, width))


def _attend(state: Floats, mask: npt.NDArray[np.bool_], kernel: Floats) -> Floats:
    strings, tokens, width = state.shape
    parts = (state.reshape(-1, width) @ kernel).reshape(strings, tokens, 3, HEADS, width // HEADS)
    query, key, value = parts.transpose(2, 0, 3, 1, 4)
    look = query @ key.transpose(0, 1, 3, 2)
    look *= np.float32((width // HEADS) ** -0.5)
    look += np.where(mask, np.float32(0), np.float32(-1e9))[:, None, None, :]
    look -= look.max(axis=-1, keepdims=True)
    np.exp(look, out=look)
    look /= look.sum(axis=-1, keepdims=True)
    return np.asarray((look @ value).transpose(0, 2, 1, 3).reshape(strings, tokens, width))
