"""The trained model: loaded once, on first use, from the package's own data."""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pycrfsuite

FILE = "data/references.crf.xz"


def predict(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[float], float]:
    """The label of each token, its marginal probability, and that of the whole sequence."""
    import pycrfsuite

    tagger, _ = _tagger()
    tagger.set(pycrfsuite.ItemSequence(rows))
    tags = tagger.tag()
    marginals = [tagger.marginal(tag, at) for at, tag in enumerate(tags)]
    return tags, marginals, tagger.probability(tags)


@cache
def _tagger() -> tuple[pycrfsuite.Tagger, bytes]:
    """The tagger, with the bytes that it reads in place and which must live as long as it does."""
    import pycrfsuite

    model = lzma.decompress(files("citemgr.references.labels").joinpath(FILE).read_bytes())
    tagger = pycrfsuite.Tagger()
    tagger.open_inmemory(model)
    return tagger, model
