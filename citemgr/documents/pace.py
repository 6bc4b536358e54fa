"""How far a long reading is, for whoever wants to show it; nobody asks, nothing happens."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
# Called with what has been read, what there is, and what is counted ("pages").
Watch = Callable[[int, int, str], None]

_watch: ContextVar[Watch | None] = ContextVar("watch", default=None)
# Shorter readings are over before a number can be read; beyond, it changes every so often.
LEAST, STEP = 400, 100


@contextmanager
def watched(watch: Watch) -> Iterator[None]:
    """Tell `watch` how far long readings are while this lasts."""
    token = _watch.set(watch)
    try:
        yield
    finally:
        _watch.reset(token)


def paced(items: Sequence[T], what: str) -> Iterator[T]:
    """The items, each hundredth told to who watches, where they are many."""
    watch = _watch.get() if len(items) >= LEAST else None
    for at, item in enumerate(items):
        if watch is not None and at % STEP == 0:
            watch(at, len(items), what)
        yield item
    if watch is not None:
        watch(len(items), len(items), what)
