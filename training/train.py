"""Train the sequence model: `python -m training.train DATA`.

DATA is the folder of labelled references. The parts that are reported on, or that choices are made
on, are kept out of the training text, and so is every string of any file that equals one of theirs
but for case and marks.
"""

from __future__ import annotations

import argparse
import lzma
import random
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from citemgr.references.labels.decode import OUTSIDE
from citemgr.references.labels.features import observe
from citemgr.references.labels.tokens import tokenise
from training.data import Example, fifth, fold, read
from training.gazetteers import write_gazetteers

TARGET = Path(__file__).parent.parent / "citemgr/references/labels/data"
# File -> (examples taken at most, fifths held out for reporting and tuning).
FILES: dict[str, tuple[int | None, frozenset[int]]] = {
    "anystyle-core": (None, frozenset()),
    "anystyle-gold": (None, frozenset()),
    "anystyle-good": (None, frozenset({0, 2})),
    "grobid-repaired": (None, frozenset({0, 1, 2})),
    "synthetic-csl": (8_000, frozenset()),
    "synthetic-layouts": (5_000, frozenset()),
}
SEED = 20


def tags_of(example: Example) -> list[str]:
    """The label of each token of an example."""
    tags = []
    fields = sorted(example.fields, key=lambda field: field[1])
    at = 0
    for token in tokenise(example.text):
        while at < len(fields) and fields[at][2] <= token.start:
            at += 1
        inside = at < len(fields) and fields[at][1] <= token.start
        tags.append(fields[at][0] if inside else OUTSIDE)
    return tags


def training_examples(data: Path) -> Iterator[Example]:
    """All examples to learn from, held-out strings and their look-alikes left out."""
    held = {
        fold(example.text)
        for name, (_, parts) in FILES.items()
        for example in read(data / f"{name}.jsonl")
        if fifth(example.text) in parts
    }
    for name, (most, _) in FILES.items():
        examples = [row for row in read(data / f"{name}.jsonl") if fold(row.text) not in held]
        if most is not None:
            random.Random(SEED).shuffle(examples)
            examples = examples[:most]
        yield from examples


def train(examples: Iterable[Example], algorithm: str, target: Path) -> None:
    """Train on `examples` and write the compressed model to `target`."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(algorithm=algorithm, verbose=False)
    if algorithm == "lbfgs":
        trainer.set_params({"c1": 0.05, "c2": 0.02, "max_iterations": 150, "feature.minfreq": 2})
    else:
        trainer.set_params({"max_iterations": 12, "feature.minfreq": 2})
    for example in examples:
        rows = observe(tokenise(example.text))
        if rows:
            trainer.append(pycrfsuite.ItemSequence(rows), tags_of(example))
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "model"
        trainer.train(str(plain))
        target.write_bytes(lzma.compress(plain.read_bytes()))


def main() -> None:
    """Read the arguments, write gazetteers and model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the labelled references")
    parser.add_argument("--algorithm", choices=("lbfgs", "ap"), default="lbfgs")
    parser.add_argument("--out", type=Path, default=TARGET, help="folder that the model goes to")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    write_gazetteers(arguments.data / "gazetteers", TARGET / "gazetteers.xz")
    train(
        training_examples(arguments.data),
        arguments.algorithm,
        arguments.out / "references.crf.xz",
    )


if __name__ == "__main__":
    main()
