"""Speed and accuracy of reading references: `python -m benchmarks.references DATA`.

DATA is the folder of labelled references that `training/README.md` names. Speed is processor time
of the whole way from string to entry on one core; accuracy is counted by value on parts that the
model never saw, label by label, and for whole references.
"""

from __future__ import annotations

import argparse
import os
import resource
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from training.data import Example, fifth, read
from training.score import compared

# File, the fifth of it that is reported on.
REPORTED = (("grobid-repaired", 1), ("anystyle-good", 0))
SINGLE = 100


def seconds(action: Callable[[], object]) -> float:
    """Processor seconds that an action takes."""
    began = time.process_time()
    action()
    return time.process_time() - began


def speed(texts: Sequence[str]) -> None:
    """Print load time, throughput in a batch, time for a single string, memory."""
    from citemgr.references import parse_references
    from citemgr.references.labels import label

    print(f"first call, model loaded        {seconds(lambda: label(['x'])) * 1000:8.0f} ms")
    label(texts)
    print(f"labels, in batches              {len(texts) / seconds(lambda: label(texts)):8.0f} /s")
    whole = seconds(lambda: list(parse_references(texts)))
    print(f"string to entry, in batches     {len(texts) / whole:8.0f} /s")
    single = seconds(lambda: [list(parse_references([text])) for text in texts[:SINGLE]])
    print(f"string to entry, one at a time  {single / SINGLE * 1000:8.1f} ms")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"memory at its peak              {peak:8.0f} MB")


def accuracy(examples: Sequence[Example]) -> None:
    """Print F1 of each field and the share of references wholly right."""
    from citemgr.references.labels import label

    counts: dict[str, Counter[str]] = {}
    whole = 0
    for example, found in zip(examples, label([row.text for row in examples]), strict=True):
        results = compared(example, found.fields)
        whole += all(result in {"right", "absent"} for result in results.values())
        for name, result in results.items():
            counts.setdefault(name, Counter())[result] += 1
    for name, row in counts.items():
        wrong = row["missing"] + row["spurious"] + 2 * row["other"]
        f1 = 200 * row["right"] / max(1, 2 * row["right"] + wrong)
        print(f"  {name:12} {f1:6.1f}")
    print(f"  wholly right {100 * whole / len(examples):5.1f} % of {len(examples)}")


def main() -> None:
    """Read the arguments and print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the labelled references")
    arguments = parser.parse_args()
    parts = {
        name: [row for row in read(arguments.data / f"{name}.jsonl") if fifth(row.text) == part]
        for name, part in REPORTED
    }
    speed([row.text for rows in parts.values() for row in rows])
    for name, rows in parts.items():
        print(name)
        accuracy(rows)


if __name__ == "__main__":
    main()
