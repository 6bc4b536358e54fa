"""What checking a document, a table or a library yields: each quotation with its verdict, and the
findings with their places, so that reports need nothing else."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from citemgr.model import Checked, Finding, Verdict


@dataclass(frozen=True, slots=True)
class Item:
    """A checked quotation.

    `quote` are its words as checked, `cited` the key or stem of its source (empty where it has
    none), `line` and `column` its place in the file (None where it has none), `printed` the place
    in the work that the citation names. `findings` are about this quotation alone.
    """

    id: str
    quote: str
    cited: str
    checked: Checked
    line: int | None = None
    column: int | None = None
    printed: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """The checked quotations of one file, other findings about it, and those that were silenced
    with the reason. Every finding has `path`, `line` and `column`."""

    path: str
    items: tuple[Item, ...] = ()
    findings: tuple[Finding, ...] = ()
    silenced: tuple[tuple[Finding, str], ...] = field(default=())

    def all_findings(self) -> list[Finding]:
        """Those of the quotations and the others, in the order of the file."""
        found = [*self.findings, *(finding for item in self.items for finding in item.findings)]
        return sorted(found, key=lambda each: (each.line or 0, each.column or 0, each.code))

    def verdicts(self) -> Counter[Verdict]:
        """How many quotations have which verdict."""
        return Counter(item.checked.verdict for item in self.items)


def fingerprint(finding: Finding, words: str) -> str:
    """What a finding is known by when lines move: its code, its file and the words concerned."""
    parts = (finding.code, finding.path or "", " ".join(words.split()))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]
