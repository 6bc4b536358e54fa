"""The network in the form in which it learns: the same sums as `labels/network.py`, in torch.

Names and shapes of the weights are those of the shipped file; `weights_of` hands them over.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from citemgr.references.labels.features import COLUMNS
from citemgr.references.labels.model import read_weights
from citemgr.references.labels.network import HEADS, LAYERS, WIDTH

# Shares of what is hidden while it learns, so that it does not lean on single words.
DROPOUT = 0.15
HIDDEN_WORDS = 0.10
# Columns that tell the word itself; they are hidden together.
_WORD_COLUMNS = tuple(
    at for at, column in enumerate(COLUMNS) if column.name in {"word", "prefix", "suffix"}
)


class Network(nn.Module):
    """Embeddings, convolutions and attention, then a linear chain over the labels."""

    def __init__(self, labels: int) -> None:
        super().__init__()
        weights: dict[str, Tensor] = {}
        for column in COLUMNS:
            weights[f"embed_{column.name}"] = torch.randn(column.size, column.width) * 0.3
        weights["enter"] = _start(sum(column.width for column in COLUMNS), WIDTH)
        weights["enter_bias"] = torch.zeros(WIDTH)
        for at, (kind, _) in enumerate(LAYERS):
            if kind == "conv":
                weights[f"conv{at}"] = _start(3 * WIDTH, WIDTH)
                weights[f"conv{at}_bias"] = torch.zeros(WIDTH)
            else:
                weights[f"attend{at}"] = _start(WIDTH, 3 * WIDTH)
                weights[f"join{at}"] = _start(WIDTH, WIDTH) * 0.5
        weights["leave"] = _start(WIDTH, labels) * 0.5
        weights["leave_bias"] = torch.zeros(labels)
        weights["transitions"] = torch.zeros(labels, labels)
        weights["first"] = torch.zeros(labels)
        weights["last"] = torch.zeros(labels)
        self.weights = nn.ParameterDict(
            {name: nn.Parameter(value) for name, value in weights.items()}
        )

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Scores of each label for each token, from ids `(batch, tokens, columns)`."""
        weights = self.weights
        if self.training:
            kept = (torch.rand(ids.shape[:2]) > HIDDEN_WORDS).long()
            ids = ids.clone()
            for at in _WORD_COLUMNS:
                ids[:, :, at] *= kept
        seen = torch.cat(
            [
                functional.embedding(ids[:, :, at], weights[f"embed_{column.name}"])
                for at, column in enumerate(COLUMNS)
            ],
            dim=-1,
        )
        state = torch.relu(self._drop(seen) @ weights["enter"] + weights["enter_bias"])
        blocked = ((~mask) * -1e9)[:, None, None, :]
        for at, (kind, reach) in enumerate(LAYERS):
            normal = functional.layer_norm(state, (WIDTH,)) * mask[:, :, None]
            if kind == "conv":
                padded = functional.pad(normal, (0, 0, reach, reach))
                count = normal.shape[1]
                near = torch.cat(
                    [padded[:, step : step + count] for step in (0, reach, 2 * reach)], dim=-1
                )
                added = torch.relu(near @ weights[f"conv{at}"] + weights[f"conv{at}_bias"])
            else:
                parts = (normal @ weights[f"attend{at}"]).unflatten(-1, (3, HEADS, -1))
                query, key, value = (part.transpose(1, 2) for part in parts.unbind(2))
                look = query @ key.transpose(2, 3) / key.shape[-1] ** 0.5 + blocked
                added = (look.softmax(-1) @ value).transpose(1, 2).flatten(2)
                added = added @ weights[f"join{at}"]
            state = state + self._drop(added)
        scores: Tensor = functional.layer_norm(state, (WIDTH,)) @ weights["leave"]
        return scores + weights["leave_bias"]

    def loss(self, scores: Tensor, tags: Tensor, mask: Tensor) -> Tensor:
        """Minus the log probability of the right labels, a token."""
        weights = self.weights
        right = scores.gather(2, tags[:, :, None])[:, :, 0]
        follows = weights["transitions"][tags[:, :-1], tags[:, 1:]]
        ends = tags.gather(1, mask.sum(1, keepdim=True) - 1)[:, 0]
        gold = (right * mask).sum(1) + (follows * mask[:, 1:]).sum(1)
        gold = gold + weights["first"][tags[:, 0]] + weights["last"][ends]
        spread = (gold - self._all_paths(scores, mask)).sum()
        return -spread / mask.sum()

    def _all_paths(self, scores: Tensor, mask: Tensor) -> Tensor:
        """The log of the sum over all labellings; in probabilities, scaled at each token."""
        weights = self.weights
        step = weights["transitions"].exp()
        top = scores.amax(2, keepdim=True)
        shares = (scores - top).exp().unbind(1)
        running = shares[0] * weights["first"].exp()
        total = running.sum(1)
        running, log = running / total[:, None], total.log() + top[:, 0, 0]
        for at in range(1, scores.shape[1]):
            moved = (running @ step) * shares[at]
            total = moved.sum(1)
            here = mask[:, at]
            running = torch.where(here[:, None], moved / total[:, None], running)
            log = log + torch.where(here, total.log() + top[:, at, 0], 0.0)
        return log + (running * weights["last"].exp()).sum(1).log()

    def load(self, path: Path) -> None:
        """Take over the weights of a file."""
        for name, value in read_weights(path.read_bytes()).items():
            self.weights[name].data = torch.from_numpy(value.copy())

    def _drop(self, state: Tensor) -> Tensor:
        return functional.dropout(state, DROPOUT, self.training)

    def weights_of(self) -> dict[str, np.ndarray]:
        """The weights by name."""
        return {name: value.detach().numpy().copy() for name, value in self.weights.items()}


def _start(rows: int, columns: int) -> Tensor:
    return torch.randn(rows, columns) * (2.0 / (rows + columns)) ** 0.5
