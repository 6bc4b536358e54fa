"""A peer for the reference model: a linear CRF, as most parsers of references use.

It is trained here, on the real references that the model was trained on too, with CRFsuite
(`pip install python-crfsuite` into the environment that runs the benchmark; citemgr itself does not
need it). Each token says its word, shape, beginning, end and place, and the words beside it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from citemgr.model import LabelledField
from citemgr.references.labels.features.words import shape
from citemgr.references.labels.tags import stretches
from citemgr.references.labels.tokens import Token, tokenise
from training.data import Example, fifth, fold, read, tags_of

# File -> the fifths of it that are learnt from.
LEARNT = {
    "anystyle-core": {0, 1, 2, 3, 4},
    "anystyle-gold": {0, 1, 2, 3, 4},
    "anystyle-good": {1, 3, 4},
    "grobid-repaired": {3, 4},
}
ROUNDS = 60
NEAR = (-2, -1, 0, 1, 2)

Labeller = Callable[[Sequence[str]], list[list[LabelledField]]]


def trained(data: Path, held: Sequence[Example]) -> Labeller:
    """A labeller of strings, trained on `data` without the strings of `held`."""
    import pycrfsuite

    out = {fold(example.text) for example in held}
    trainer = pycrfsuite.Trainer(verbose=False)
    for name, parts in LEARNT.items():
        for example in read(data / f"{name}.jsonl"):
            if fifth(example.text) not in parts or fold(example.text) in out:
                continue
            tokens = tokenise(example.text)
            if tokens:
                trainer.append(observed(tokens), tags_of(example, tokens))
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": ROUNDS})
    tagger: Any = pycrfsuite.Tagger()
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger.open(path)

    def label(texts: Sequence[str]) -> list[list[LabelledField]]:
        return [list(_labelled(tagger, text)) for text in texts]

    return label


def _labelled(tagger: Any, text: str) -> Iterator[LabelledField]:
    tokens = tokenise(text)
    if not tokens:
        return
    for tag, first, last in stretches(tokens, tagger.tag(observed(tokens))):
        start, end = tokens[first].start, tokens[last].end
        yield LabelledField(tag, text[start:end], start, end)


def observed(tokens: Sequence[Token]) -> list[list[str]]:
    """What the CRF sees of each token."""
    words = [token.text.lower() for token in tokens]
    shapes = [shape(token) for token in tokens]
    count = len(tokens)
    rows = []
    for at, word in enumerate(words):
        row = [f"pre={word[:3]}", f"suf={word[-3:]}", f"at={at * 10 // count}"]
        if word.isdigit():
            row.append(f"digits={len(word)}")
        for near in NEAR:
            if 0 <= at + near < count:
                row += [f"{near}w={words[at + near]}", f"{near}s={shapes[at + near]}"]
            else:
                row.append(f"{near}=edge")
        rows.append(row)
    return rows
