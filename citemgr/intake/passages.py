"""Which stored quotation is which passage of a document that was scanned anew.

A passage that stands where it stood keeps its id, and so does one that moved: it is known by its
words and surroundings, else by its words alone (the text around it was edited), else by its
surroundings alone (its own words were edited). Only what is left gets a new id, the hash of words
and surroundings. Every step looks things up in a table, so that a book costs what its length is.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass

from citemgr.intake.annotations import SURROUNDINGS, Annotation, passage_id
from citemgr.model import Scan, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of a quotation and what stands right before and after them."""

    exact: str
    prefix: str
    suffix: str


# What a passage is known by, the surest first; None where there is nothing to know it by.
_TRAITS: tuple[Callable[[Passage | Annotation], Hashable], ...] = (
    lambda each: (each.exact, each.prefix, each.suffix),
    lambda each: each.exact,
    lambda each: (each.prefix, each.suffix) if each.prefix and each.suffix else None,
)


def passage(text: str, span: Span) -> Passage:
    """The passage `span` of a document's text with its surroundings."""
    return Passage(
        exact=span.of(text),
        prefix=text[max(0, span.start - SURROUNDINGS) : span.start],
        suffix=text[span.end : span.end + SURROUNDINGS],
    )


def identify(scan: Scan, stored: Sequence[Annotation], taken: Collection[str]) -> tuple[str, ...]:
    """The id of each quotation of a document, in their order.

    `stored` are the annotations that this document had; `taken` are all stored ids, which a new one
    must not repeat.
    """
    passages = [passage(scan.document.text, each.span) for each in scan.quotations]
    found: dict[int, str] = {}
    left = deque(sorted(stored, key=lambda each: each.start))
    for trait in _TRAITS:
        waiting: defaultdict[Hashable, deque[Annotation]] = defaultdict(deque)
        for annotation in left:
            waiting[trait(annotation)].append(annotation)
        for index, each in enumerate(passages):
            known = trait(each)
            if index not in found and known is not None and waiting.get(known):
                found[index] = waiting[known].popleft().id
        kept = set(found.values())
        left = deque(annotation for annotation in left if annotation.id not in kept)
    own = set(found.values())
    repetitions: Counter[Passage] = Counter()
    for index, each in enumerate(passages):
        while index not in found:
            identity = passage_id(each.exact, each.prefix, each.suffix, repetitions[each])
            repetitions[each] += 1
            if identity not in taken and identity not in own:
                found[index] = identity
                own.add(identity)
    return tuple(found[index] for index in range(len(passages)))
