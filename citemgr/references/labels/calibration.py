"""What the model's own probabilities are worth: the share that was right at each of them.

The curves were measured by `training/calibrate.py` on references that the model never saw; between
their points they run straight.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache
from importlib.resources import files
from typing import TypeAlias

FILE = "data/calibration.json"

Curve: TypeAlias = list[tuple[float, float]]


def calibrated(kind: str, probability: float) -> float:
    """The probability that an answer of `kind` (`field` or `whole`) is right."""
    curve = _curves()[kind]
    at = bisect_right(curve, (probability, 1.0))
    if at == 0:
        return curve[0][1]
    if at == len(curve):
        return curve[-1][1]
    (left, low), (right, high) = curve[at - 1], curve[at]
    if right <= left:
        return high
    return low + (high - low) * (probability - left) / (right - left)


@cache
def _curves() -> dict[str, Curve]:
    read = json.loads(files("citemgr.references.labels").joinpath(FILE).read_text("utf-8"))
    return {kind: [(x, y) for x, y in curve] for kind, curve in read.items()}
