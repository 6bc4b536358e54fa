"""What the marks leave no choice about, set right after the model.

A field that is whole in print comes out of the model in pieces at times, parted by a mark; and a
date of access is a date that stands behind the word for it. Each rule is a function from tokens and
labels to labels; to add one is one line of `RULES`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from citemgr.references.labels.tags import OUTSIDE
from citemgr.references.labels.tokens import Token

Rule = Callable[[Sequence[Token], list[str]], list[str]]

# Fields that go on behind a mark; numbers do not, for a mark parts one number from the next.
_WHOLE = frozenset({"author", "editor", "title", "container", "publisher", "date", "url", "doi"})
# Marks that part a field from another of the same kind.
_PARTING = frozenset("|;")
# So many marks may stand in the gap.
LONGEST_GAP = 3


def corrected(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """The labels of the tokens with the rules applied, in order."""
    for rule in RULES:
        tags = rule(tokens, tags)
    return tags


def closed_gaps(tokens: Sequence[Token], tags: list[str]) -> list[str]:
    """Marks between two stretches of one label belong to both: `CH(50): a revisited assay`."""
    closed = list(tags)
    last = None
    for at, tag in enumerate(tags):
        if tag == OUTSIDE:
            continue
        if last is not None and 1 < at - last <= LONGEST_GAP + 1 and tag == tags[last]:
            gap = [tokens[between].text for between in range(last + 1, at)]
            if tag in _WHOLE and not any(mark[0].isalnum() or mark in _PARTING for mark in gap):
                closed[last + 1 : at] = [tag] * (at - last - 1)
        last = at
    return closed


RULES: tuple[Rule, ...] = (closed_gaps,)
