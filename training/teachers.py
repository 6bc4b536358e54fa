"""Networks that were trained before, whose mean a new one follows: what several know, in the size
and at the speed of one (distillation: Hinton, Vinyals and Dean, 2015, arXiv:1503.02531).

The mean of linear chains is the mean of their scores and of their transitions; so the new network
takes over the mean transitions, and its scores are drawn towards the mean scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from citemgr.references.labels.tags import LABELS
from training.network import Network

_CHAIN = ("transitions", "first", "last")


class Teachers:
    """The networks of some files of weights."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._networks = []
        for path in paths:
            network = Network(len(LABELS))
            network.load(path)
            network.eval()
            self._networks.append(network)

    def hand_over_chain(self, network: Network) -> None:
        """Give `network` the mean of the teachers' transitions."""
        for name in _CHAIN:
            found = torch.stack([each.weights[name].data for each in self._networks])
            network.weights[name].data = found.mean(0)

    def distance(self, scores: Tensor, ids: Tensor, mask: Tensor) -> Tensor:
        """Mean squared distance of `scores` from the teachers' mean, a token and label; what is
        added to all labels of a token alike says nothing and is left out."""
        with torch.no_grad():
            wanted = torch.stack([each(ids, mask) for each in self._networks]).mean(0)
        apart = _centred(scores) - _centred(wanted)
        total: Tensor = (apart.square().mean(2) * mask).sum() / mask.sum()
        return total


def _centred(scores: Tensor) -> Tensor:
    return scores - scores.mean(2, keepdim=True)
