"""Speed and accuracy of reading references: `python -m benchmarks.references DATA`.

DATA is the folder of labelled references that `training/README.md` names. Speed is processor time
of the whole way from string to entry on one core, and of its steps; accuracy is counted by value on
parts that the model never saw, label by label, and for whole references. `--peer` trains a plain
CRF (`plain_crf.py`) and measures it in the same run.
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

from benchmarks.plain_crf import trained
from citemgr.model import LabelledField
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


def steps(texts: Sequence[str]) -> None:
    """Print what each step costs, in microseconds a reference."""
    from citemgr.references.labels import label
    from citemgr.references.labels.features import observe
    from citemgr.references.labels.tokens import tokenise
    from citemgr.references.normalise import build_entry
    from citemgr.references.normalise.repairs import repaired

    tokens = [tokenise(text) for text in texts]
    labellings = label(texts)
    pairs = list(zip(texts, labellings, strict=True))
    taken = {
        "tokens": seconds(lambda: [tokenise(text) for text in texts]),
        "features": seconds(lambda: [observe(row) for row in tokens]),
        "labels, the two above and all": seconds(lambda: label(texts)),
        "repairs of labels": seconds(lambda: [repaired(*pair) for pair in pairs]),
        "entry, repairs and all": seconds(lambda: [build_entry(*pair) for pair in pairs]),
    }
    for name, spent in taken.items():
        print(f"  {name:30} {spent / len(texts) * 1e6:8.0f} us")


def accuracy(examples: Sequence[Example], found: Sequence[Sequence[LabelledField]]) -> None:
    """Print F1 of each field and the share of references wholly right."""
    counts: dict[str, Counter[str]] = {}
    whole = 0
    for example, fields in zip(examples, found, strict=True):
        results = compared(example, fields)
        whole += all(result in {"right", "absent"} for result in results.values())
        for name, result in results.items():
            counts.setdefault(name, Counter())[result] += 1
    for name, row in counts.items():
        wrong = row["missing"] + row["spurious"] + 2 * row["other"]
        f1 = 200 * row["right"] / max(1, 2 * row["right"] + wrong)
        print(f"  {name:12} {f1:6.1f}")
    print(f"  wholly right {100 * whole / len(examples):5.1f} % of {len(examples)}")


def main() -> None:
    """Read the arguments and print the tables."""
    from citemgr.references import parse_references

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the labelled references")
    parser.add_argument("--peer", action="store_true", help="train and measure a plain CRF too")
    arguments = parser.parse_args()
    parts = {
        name: [row for row in read(arguments.data / f"{name}.jsonl") if fifth(row.text) == part]
        for name, part in REPORTED
    }
    examples = [row for rows in parts.values() for row in rows]
    texts = [row.text for row in examples]
    speed(texts)
    steps(texts)
    for name, rows in parts.items():
        print(name)
        accuracy(rows, [found.labelled for found in parse_references(row.text for row in rows)])
    if arguments.peer:
        peer = trained(arguments.data, examples)
        rate = len(texts) / seconds(lambda: peer(texts))
        print(f"plain CRF, labels               {rate:8.0f} /s")
        for name, rows in parts.items():
            print(f"{name}, plain CRF")
            accuracy(rows, peer([row.text for row in rows]))


if __name__ == "__main__":
    main()
