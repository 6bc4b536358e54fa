"""What the model's own probabilities are worth: the share that was right at each of them."""

from __future__ import annotations


def calibrated_field(probability: float) -> float:
    """The probability that a stretch is right."""
    return probability


def calibrated_whole(probability: float) -> float:
    """The probability that all of a string is right."""
    return probability
