"""Which quotations are wanted; the names are those of the command line and of `citemgr.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from citemgr.model import Kind


@dataclass(frozen=True, slots=True)
class Options:
    """What `find_quotations` reports.

    `kinds` are the kinds kept, `min_words` and `min_chars` the least length. `singles` says whether
    single marks can set off a quotation of their own: `auto` where the document's use shows it.
    `max_carry` is over how many paragraphs a quotation may run without a new opening mark.
    `include_nested` reports quotations inside quotations too. `only_cited` keeps those that a
    callout follows; it needs the links and is applied to a scan.
    """

    kinds: frozenset[Kind] = frozenset(Kind)
    min_words: int = 1
    min_chars: int = 1
    singles: Literal["auto", "on", "off"] = "auto"
    only_cited: bool = False
    max_carry: int = 100
    include_nested: bool = False
