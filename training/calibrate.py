"""Measure what the model's probabilities are worth: `python -m training.calibrate DATA`.

On the tuning parts, which the model never saw, the share of right answers is set against the
probability the model gave (isotonic regression), for single fields and for whole references; the
two curves ship beside the weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from citemgr.references.labels.calibration import Curve
from citemgr.references.labels.labelling import Raw, label_raw
from training.data import TARGET, Example, fifth, read
from training.score import compared

TUNING = (("grobid-repaired", 2), ("anystyle-good", 2))
# The curve is drawn through so many points.
POINTS = 24


def answers(example: Example, raw: Raw) -> tuple[list[tuple[float, bool]], tuple[float, bool]]:
    """Probability and rightness of each core field read, and of the whole."""
    results = compared(example, raw.fields)
    fields = [
        (probability, results[part.label] == "right")
        for part, probability in zip(raw.fields, raw.probabilities, strict=True)
        if part.label in results
    ]
    return fields, (raw.whole, all(result in {"right", "absent"} for result in results.values()))


def isotonic(pairs: Sequence[tuple[float, bool]]) -> Curve:
    """The rising curve that fits best (pool adjacent violators), thinned to `POINTS`."""
    blocks: list[list[float]] = []
    for probability, right in sorted(pairs):
        blocks.append([probability, float(right), 1.0])
        while len(blocks) > 1 and blocks[-2][1] >= blocks[-1][1]:
            last = blocks.pop()
            total = blocks[-1][2] + last[2]
            for at in (0, 1):
                blocks[-1][at] = (blocks[-1][at] * blocks[-1][2] + last[at] * last[2]) / total
            blocks[-1][2] = total
    step = max(1, len(blocks) // POINTS)
    kept = [*blocks[::step], blocks[-1]]
    return [(round(x, 6), round(y, 4)) for x, y, _ in kept]


def calibrate(data: Path) -> Mapping[str, Curve]:
    """The curves for fields and wholes."""
    fields: list[tuple[float, bool]] = []
    wholes: list[tuple[float, bool]] = []
    for name, part in TUNING:
        examples = [row for row in read(data / f"{name}.jsonl") if fifth(row.text) == part]
        raws = label_raw([row.text for row in examples])
        for example, raw in zip(examples, raws, strict=True):
            some, whole = answers(example, raw)
            fields += some
            wholes.append(whole)
    return {"field": isotonic(fields), "whole": isotonic(wholes)}


def main() -> None:
    """Read the arguments and write the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the labelled references")
    arguments = parser.parse_args()
    curves = calibrate(arguments.data)
    (TARGET / "calibration.json").write_text(json.dumps(curves) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
