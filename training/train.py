"""Train the sequence model: `python -m training.train DATA`.

DATA is the folder of labelled references. The parts that are reported on, or that choices are made
on, are kept out of the training text, and so is every string of any file that equals one of theirs
but for case and marks. Each epoch sees the real references twice, once of them changed, and a fresh
draw of the rendered ones and of the templates. What is rendered here is rendered by the first run
and kept beside this file.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from citemgr.references.labels.features import observe
from citemgr.references.labels.model import write_weights
from citemgr.references.labels.tags import LABELS
from citemgr.references.labels.tokens import tokenise
from training.csl import rendered as rendered_in_styles
from training.data import TARGET, Example, fifth, fold, read, tags_of, write
from training.gazetteers import write_gazetteers
from training.network import Network
from training.noise import roughened
from training.swap import Pools, swapped
from training.teachers import Teachers
from training.templates import Facts, drawn

# File -> (strings a epoch, None for all of them; fifths held out for reporting and tuning).
FILES: dict[str, tuple[int | None, frozenset[int]]] = {
    "anystyle-core": (None, frozenset()),
    "anystyle-gold": (None, frozenset()),
    "anystyle-good": (None, frozenset({0, 2})),
    "grobid-repaired": (None, frozenset({0, 1, 2})),
    "synthetic-csl": (2_000, frozenset()),
    "synthetic-layouts": (3_500, frozenset()),
}
# References that `training.csl` renders.
RENDERED = Path(__file__).parent / "rendered.jsonl"
STYLED = 30_000
# File that is rendered -> strings an epoch.
AN_EPOCH = {name: count for name, (count, _) in FILES.items() if count} | {RENDERED.stem: 4_000}
# Strings of the templates an epoch.
FROM_TEMPLATES = 9_000
SEED = 20
EPOCHS = 24
PEAK_RATE = 3e-3
# Weight of following the teachers beside that of the labels.
FOLLOWED = 0.05
# Tokens a batch, padding included.
BATCH_TOKENS = 3_000
# Shares of the second showing of a real reference that are swapped, and of all that are roughened.
SWAPPED, ROUGHENED = 0.6, 0.25
LONGEST = 400


@dataclass(frozen=True, slots=True)
class Sources:
    """What an epoch is drawn from."""

    real: Sequence[Example]
    rendered: dict[str, Sequence[Example]]
    pools: Pools
    facts: Facts


def sources(data: Path, corrections: Sequence[Path] = ()) -> Sources:
    """All examples to learn from, held-out strings and their look-alikes left out.

    `corrections` are files that `citemgr parse --correct` wrote; they count as real references.
    """
    files = {name: list(read(data / f"{name}.jsonl")) for name in FILES}
    held = {
        fold(example.text)
        for name, (_, parts) in FILES.items()
        for example in files[name]
        if fifth(example.text) in parts
    }
    kept = {
        name: [row for row in rows if fold(row.text) not in held] for name, rows in files.items()
    }
    corrected = [row for path in corrections for row in read(path) if fold(row.text) not in held]
    real = [row for name, rows in kept.items() if FILES[name][0] is None for row in rows]
    real += corrected
    rendered = {name: rows for name, rows in kept.items() if FILES[name][0] is not None}
    facts = Facts([*real, *rendered["synthetic-csl"]], data / "gazetteers")
    if not RENDERED.exists():
        write(rendered_in_styles(facts, STYLED, random.Random(SEED)), RENDERED)
    rendered[RENDERED.stem] = [row for row in read(RENDERED) if fold(row.text) not in held]
    return Sources(real, rendered, Pools(real), facts)


def epoch(of: Sources, rng: random.Random) -> Iterator[Example]:
    """The examples of one epoch."""
    shown = list(of.real)
    shown += [swapped(row, of.pools, rng) if rng.random() < SWAPPED else row for row in of.real]
    for name, rows in of.rendered.items():
        shown += rng.sample(rows, min(AN_EPOCH[name], len(rows)))
    shown += drawn(of.facts, FROM_TEMPLATES, rng)
    for row in shown:
        yield roughened(row, rng) if rng.random() < ROUGHENED else row


Coded = tuple[np.ndarray, np.ndarray]
_NUMBERS = {label: number for number, label in enumerate(LABELS)}


def coded(example: Example) -> Coded | None:
    """The ids `(tokens, columns)` and labels of an example; None where there are no tokens."""
    tokens = tokenise(example.text)[:LONGEST]
    if not tokens:
        return None
    tags = [_NUMBERS[tag] for tag in tags_of(example, tokens)]
    return np.array(observe(tokens), np.int64), np.array(tags)


def batches(rows: Sequence[Coded], rng: random.Random) -> Iterator[tuple[Tensor, Tensor, Tensor]]:
    """Ids, labels and mask of strings of like length, in random order."""
    order = sorted(rows, key=lambda row: len(row[1]) + rng.random() * 4)
    groups: list[list[Coded]] = [[]]
    for row in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(row[1]) > BATCH_TOKENS:
            groups.append([])
        groups[-1].append(row)
    rng.shuffle(groups)
    for group in groups:
        longest = max(len(tags) for _, tags in group)
        ids = np.zeros((len(group), longest, group[0][0].shape[1]), np.int64)
        tags_in = np.zeros((len(group), longest), np.int64)
        mask = np.zeros((len(group), longest), bool)
        for at, (seen, tags) in enumerate(group):
            ids[at, : len(tags)] = seen
            tags_in[at, : len(tags)] = tags
            mask[at, : len(tags)] = True
        yield torch.from_numpy(ids), torch.from_numpy(tags_in), torch.from_numpy(mask)


def train(
    of: Sources,
    epochs: int,
    seed: int,
    out: Path,
    start: Path | None,
    rate: float,
    teachers: Sequence[Path] = (),
) -> None:
    """Train for so many epochs and write the weights to `out` after each."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    network = Network(len(LABELS))
    if start is not None:
        network.load(start)
    taught = Teachers(teachers) if teachers else None
    if taught is not None:
        taught.hand_over_chain(network)
    optimiser = torch.optim.AdamW(network.parameters(), lr=rate, weight_decay=0.01)
    schedule = None
    for number in range(epochs):
        began = time.time()
        rows = [row for row in map(coded, epoch(of, rng)) if row is not None]
        drawing = time.time() - began
        order = list(batches(rows, rng))
        if schedule is None:
            steps = int(len(order) * epochs * 1.03) + 10
            schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, rate, steps, pct_start=0.15)
        total = 0.0
        network.train()
        for ids, tags, mask in order:
            optimiser.zero_grad()
            scores = network(ids, mask)
            loss = network.loss(scores, tags, mask)
            if taught is not None:
                loss = loss + FOLLOWED * taught.distance(scores, ids, mask)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        write_weights(network.weights_of(), out)
        took = time.time() - began
        print(
            f"epoch {number + 1}: {len(rows)} strings, loss {total / len(order):.4f}, "
            f"{took:.0f} s, {drawing:.0f} of them drawing",
            flush=True,
        )


def main() -> None:
    """Read the arguments, write gazetteers and model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="folder of the labelled references")
    parser.add_argument("--out", type=Path, default=TARGET / "references.npz")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--rate", type=float, default=PEAK_RATE)
    parser.add_argument(
        "--teachers",
        type=Path,
        nargs="*",
        default=[],
        help="weights of networks whose mean is followed besides the labels",
    )
    parser.add_argument(
        "--corrections",
        type=Path,
        nargs="*",
        default=[],
        help="files of corrected references that `citemgr parse --correct` wrote",
    )
    arguments = parser.parse_args()
    write_gazetteers(arguments.data / "gazetteers", TARGET / "gazetteers.npz")
    train(
        sources(arguments.data, arguments.corrections),
        arguments.epochs,
        arguments.seed,
        arguments.out,
        arguments.start,
        arguments.rate,
        arguments.teachers,
    )


if __name__ == "__main__":
    main()
