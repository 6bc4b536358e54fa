"""A passage that is not in the cited source: is it in another one?

Only a passage that stands elsewhere whole is called so; where the cited source has nearly the same
words, the other one must have exactly these.
"""

from __future__ import annotations

from dataclasses import replace

from citemgr.checking.verdicts import check
from citemgr.model import GOOD_VERDICTS, Checked, Verdict
from citemgr.sources import Shelf, fold

# Fewer letters stand in many books by chance.
_LEAST_LETTERS = 12
# Beside nearly the same words in the cited source, so many letters prove that the other is meant.
_PROOF_LETTERS = 24

_WORTH_LOOKING = frozenset({Verdict.ABSENT, Verdict.ALTERED, Verdict.UNCHECKED})


def look_elsewhere(quote: str, checked: Checked, cited: str, shelf: Shelf) -> Checked:
    """`checked`, or the verdict `elsewhere` with the place, where another source of `shelf` than
    `cited` holds `quote`. What is unchecked stays so, but with the place named."""
    folded = fold(quote)
    if checked.verdict not in _WORTH_LOOKING or len(folded) < _LEAST_LETTERS:
        return checked
    if checked.verdict is Verdict.ALTERED and len(folded) < _PROOF_LETTERS:
        return checked
    names = list(dict.fromkeys(source.name for source, _ in shelf.find(folded)))
    if not names and checked.verdict is not Verdict.ALTERED:
        names = [source.name for source in shelf.similar(folded)]
    for name in names:
        if name == cited:
            continue
        other = check(quote, shelf[name])
        whole = other.verdict in GOOD_VERDICTS or (
            checked.verdict is Verdict.ABSENT and other.verdict is not Verdict.ABSENT
        )
        if whole:
            verdict = (
                Verdict.UNCHECKED if checked.verdict is Verdict.UNCHECKED else Verdict.ELSEWHERE
            )
            return replace(other, verdict=verdict)
    return checked
