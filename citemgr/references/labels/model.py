"""The trained weights: loaded once, on first use, from the package's own data.

Tables of embeddings ship as whole numbers of eight bits with a scale a row, all else in half
precision; the loss of accuracy cannot be measured.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from citemgr.references.labels.network import Floats

FILE = "data/references.npz"
_SCALES = "scales_"
_LARGEST = 127


@cache
def weights() -> Mapping[str, Floats]:
    """The weights of the shipped model, by name."""
    return read_weights(files("citemgr.references.labels").joinpath(FILE).read_bytes())


def read_weights(packed: bytes) -> dict[str, Floats]:
    """The weights in the bytes of a file, in single precision."""
    found: dict[str, Floats] = {}
    with np.load(io.BytesIO(packed)) as arrays:
        for name in arrays.files:
            if name.startswith(_SCALES):
                continue
            found[name] = arrays[name].astype(np.float32)
            if _SCALES + name in arrays.files:
                found[name] *= arrays[_SCALES + name].astype(np.float32)
    return found


def write_weights(arrays: Mapping[str, npt.NDArray[Any]], path: Path) -> None:
    """Write weights as they ship."""
    shipped: dict[str, npt.NDArray[Any]] = {}
    for name, value in arrays.items():
        if not name.startswith("embed_"):
            shipped[name] = value.astype(np.float16)
            continue
        scales = np.abs(value).max(axis=1, keepdims=True) / _LARGEST + 1e-8
        shipped[name] = np.rint(value / scales).astype(np.int8)
        shipped[_SCALES + name] = scales.astype(np.float16)
    with path.open("wb") as file:
        np.savez(file, **shipped)  # type: ignore[arg-type]
