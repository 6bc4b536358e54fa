"""The text around one quotation, as the linking rules look at it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citemgr.links.reading import Pointer, Reading
from citemgr.model import Locator, Quotation, Span, Style

WINDOW = 400  # code points between a quotation and its callout, at most
_REMARK = re.compile(
    r"[(\[](?:sic!?|(?:my|our|the|author['’]s|original)?\s*(?:emphasis|emphases|italics|translation|trans\.?)[^)\]]{0,40}|herv(?:orhebung|\.)[^)\]]{0,40}|(?:je|nous)\s+soulign[^)\]]{0,20}|énfasis[^)\]]{0,30}|курсив[^)\]]{0,30}|corsivo[^)\]]{0,30}|übers[^)\]]{0,30}|trad[^)\]]{0,30}|omitted|alteration[^)\]]{0,30}|footnote[^)\]]{0,30}|citations?\s+omitted)[)\]]",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a rule chose: a pointer (by index), the work it names, how sure, and why.

    `reference` is None where the pointer is the quotation's but names nothing: no other rule may
    then give the quotation another work.
    """

    pointer: int | None
    reference: int | None
    method: str
    confidence: float
    locator: Locator | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything the linking rules ask about; made once a document."""

    reading: Reading
    pointers: Sequence[Pointer]
    starts: Sequence[int]
    quotations: Sequence[Quotation]
    order: Sequence[int]  # indices of the outermost quotations, by place
    outer_starts: Sequence[int]
    styles: frozenset[Style]  # of the document's callouts
    glued: dict[int, int] = field(default_factory=dict)  # pointer to the quotation that it closes
    answered: set[int] = field(default_factory=set)  # quotations with a callout glued to them

    @property
    def text(self) -> str:
        return self.reading.text

    def after(self, offset: int, room: int = WINDOW) -> Iterator[int]:
        """The pointers that start in the `room` code points from `offset` on."""
        at = bisect_left(self.starts, offset)
        while at < len(self.starts) and self.starts[at] <= offset + room:
            yield at
            at += 1

    def before(self, offset: int, room: int = WINDOW) -> Iterator[int]:
        """The pointers that end in the `room` code points before `offset`, nearest first."""
        at = bisect_left(self.starts, offset) - 1
        while at >= 0 and self.pointers[at].span.end >= offset - room:
            if self.pointers[at].span.end <= offset:
                yield at
            at -= 1

    def around(self, span: Span, room: int) -> Iterator[int]:
        """The pointers that start at most `room` code points before `span`, or in it."""
        at = bisect_left(self.starts, span.start - room)
        while at < len(self.starts) and self.starts[at] <= span.end:
            yield at
            at += 1

    def across(self, offset: int) -> int | None:
        """The pointer that begins before `offset` and ends behind it."""
        at = bisect_left(self.starts, offset) - 1
        return at if at >= 0 and self.pointers[at].span.end > offset else None

    def same_place(self, quotation: Quotation, pointer: int) -> bool:
        """Whether both stand in the running text, or both in one note."""
        return self.same_note(self.pointers[pointer].span.start, quotation.span.start)

    def same_note(self, first: int, second: int) -> bool:
        """Whether two offsets lie in one note, or both in none."""
        return self.reading.note_at(first) == self.reading.note_at(second)

    def gap(self, start: int, end: int) -> str:
        """The text between two offsets without what is only markup or an editor's remark."""
        kept = []
        for span in self.reading.markup.within(start, end):
            kept.append(self.text[start : span.start])
            start = span.end
        kept.append(self.text[start:end])
        return _REMARK.sub("", "".join(kept))

    def next_quotation(self, offset: int) -> int | None:
        """The first outermost quotation that starts at or behind `offset`."""
        at = bisect_left(self.outer_starts, offset)
        return self.order[at] if at < len(self.order) else None

    def between(self, start: int, end: int) -> list[int]:
        """The outermost quotations that lie between two offsets."""
        at = bisect_left(self.outer_starts, start)
        found = []
        while at < len(self.order) and self.outer_starts[at] < end:
            if self.quotations[self.order[at]].outer.end <= end:
                found.append(self.order[at])
            at += 1
        return found


def choose(scene: Scene, pointer: int, method: str, confidence: float, why: str) -> Choice:
    """The choice of `pointer` by `method`: its work, or none where it names none or too many."""
    seen = scene.pointers[pointer]
    named = [target for target in seen.targets if target.reference is not None]
    works = {target.reference for target in named}
    reasons = f"{why}: {seen.why}" if seen.why else why
    if not named or (seen.targets[0].reference is None and not seen.secondary):
        return Choice(pointer, None, method, 0.0, why=reasons)
    target = named[0]
    if len(works) > 1 and not seen.secondary:
        located = [one for one in named if one.locator is not None]
        if len(works) > MOST_WORKS:
            return Choice(pointer, None, method, 0.0, why=reasons)
        target = located[0] if len(located) == 1 else target
        confidence *= _ONE_OF_SEVERAL
        reasons += "; the first of several works"
    located_same = [t.locator for t in named if t.reference == target.reference and t.locator]
    locator = target.locator or (located_same[0] if located_same else None)
    return Choice(
        pointer, target.reference, method, round(confidence * seen.certainty, 3), locator, reasons
    )


MOST_WORKS = 3  # of one callout; a longer string of works is a survey, not a source
_ONE_OF_SEVERAL = 0.65
