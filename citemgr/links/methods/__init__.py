"""The ordered rules by which a quotation is linked, one module a rule.

A rule is a function of the scene and a quotation's index; the first that chooses a callout decides,
also where that callout names nothing: a wrong link is worse than none.
"""

from __future__ import annotations

from collections.abc import Callable

from citemgr.links.methods import (
    adjacent,
    attribution,
    block,
    continued,
    enclosing,
    lead_in,
    named,
    note,
    shared,
    tail,
)
from citemgr.links.scene import Choice, Scene

Method = Callable[[Scene, int], Choice | None]

METHODS: tuple[Method, ...] = (
    enclosing.markup,
    block.inside,
    adjacent.behind,
    block.inside_marks,
    attribution.line,
    tail.attribution_tail,
    shared.shared_callout,
    lead_in.before,
    named.author,
    block.sentence_after,
    continued.page_before,
    note.only_work,
)
