"""Reference strings from pasted text or a stream: a reference a line, or a list to be split.

A line that holds nothing but a reference is one; where lines are continued, indented or too short
to be references, the text is a list whose items have to be found.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context, parent_process
from threading import Thread

from citemgr.model import Reference
from citemgr.references.evidence import evidence
from citemgr.references.parsing import parse_references

# So many lines are looked at to tell lines from a list, and so many of ten must be references.
LOOKED_AT = 40
REFERENCES_OF_TEN = 8
# Lines handed to a process at a time; two parcels wait for each process, so memory stays bounded.
PARCEL = 512
WAITING = 2


def are_lines(text: str) -> bool:
    """Whether each line of `text` is a reference of its own, as far as its beginning shows."""
    lines = [line for line in text.splitlines()[: LOOKED_AT * 2] if line.strip()][:LOOKED_AT]
    if any(line[:1].isspace() for line in lines[1:]):
        return False
    likely = sum(evidence(line) >= 1 for line in lines)
    return likely * 10 >= REFERENCES_OF_TEN * len(lines)


def parse_stream(lines: Iterable[str], jobs: int = 1) -> Iterator[Reference]:
    """The references of a stream of lines, in order; blank lines are none.

    With several `jobs` the lines are parsed in as many processes. Memory does not grow with the
    stream.
    """
    filled = (line.strip() for line in lines if line.strip())
    if jobs <= 1:
        yield from parse_references(filled)
        return
    workers = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_end_with_parent)
    with _one_thread_a_process(), workers as pool:
        waiting: deque[Future[list[Reference]]] = deque()
        while True:
            while len(waiting) < jobs * WAITING and (parcel := list(islice(filled, PARCEL))):
                waiting.append(pool.submit(_parse, parcel))
            if not waiting:
                return
            yield from waiting.popleft().result()


# What the libraries behind numpy read when a process starts.
_THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


@contextmanager
def _one_thread_a_process() -> Iterator[None]:
    """Processes started here multiply matrices in one thread: several that each take all cores
    wait for one another."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _end_with_parent() -> None:
    """End this process when the one that started it is gone, however that ended."""
    Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _parse(parcel: list[str]) -> list[Reference]:
    return list(parse_references(parcel))
