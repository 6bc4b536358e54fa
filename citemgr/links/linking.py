"""From quotations to references: each quotation goes through the ordered rules of `METHODS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citemgr.links.methods import METHODS
from citemgr.links.methods.adjacent import behind
from citemgr.links.reading import Pointer, Reading, stretches
from citemgr.links.scene import Choice, Scene
from citemgr.model import Link, Locator, Quotation

_PIECE = 0.95  # of a link's confidence that its other pieces have


def make_links(
    reading: Reading, pointers: Sequence[Pointer]
) -> tuple[tuple[Link, ...], dict[int, Choice]]:
    """Link the quotations of `reading`; also what was chosen for those that stay without a link."""
    scene = _scene(reading, pointers)
    choices: dict[int, Choice] = {}
    for index in scene.order:
        choice = _first(scene, index)
        if choice is not None:
            choices[index] = choice
    _share_among_pieces(reading.quotations, choices)
    _pages_in_order(choices)
    links = tuple(
        Link(
            quotation=index,
            callout=choice.pointer,
            reference=choice.reference,
            method=choice.method,
            confidence=choice.confidence,
            locator=choice.locator,
            why=choice.why,
        )
        for index, choice in sorted(choices.items())
        if choice.reference is not None
    )
    return links, choices


def _first(scene: Scene, index: int) -> Choice | None:
    return next(filter(None, (method(scene, index) for method in METHODS)), None)


def _scene(reading: Reading, pointers: Sequence[Pointer]) -> Scene:
    quotations = reading.quotations
    order = [i for i, q in enumerate(quotations) if q.level == 0]
    order.sort(key=lambda i: quotations[i].outer.start)
    scene = Scene(
        reading=reading,
        pointers=pointers,
        starts=[pointer.span.start for pointer in pointers],
        quotations=quotations,
        outers=stretches(quotations[i].outer for i in order),
        order=order,
        outer_starts=[quotations[i].outer.start for i in order],
    )
    for index in order:
        choice = behind(scene, index)
        if choice is not None and choice.pointer is not None:
            scene.glued.setdefault(choice.pointer, index)
            scene.answered.add(index)
    return scene


def _share_among_pieces(quotations: Sequence[Quotation], choices: dict[int, Choice]) -> None:
    """Pieces of one interrupted quotation share the link; the last piece that has one gives it."""
    for members in _groups(quotations).values():
        linked = [i for i in members if i in choices and choices[i].reference is not None]
        if not linked:
            continue
        given = choices[linked[-1]]
        for index in members:
            if index not in choices or choices[index].reference is None:
                choices[index] = Choice(
                    given.pointer,
                    given.reference,
                    "shared",
                    round(given.confidence * _PIECE, 3),
                    given.locator,
                    f"another piece of the same quotation is linked: {given.why}",
                )


def _pages_in_order(choices: dict[int, Choice]) -> None:
    """A callout with as many pages as it has quotations gives each its own: "65, 14"."""
    sharing: dict[int, list[int]] = {}
    for index, choice in sorted(choices.items()):
        if choice.pointer is not None and choice.locator is not None:
            sharing.setdefault(choice.pointer, []).append(index)
    for members in sharing.values():
        locator = choices[members[0]].locator
        pages = locator.value.split(", ") if locator else []
        if locator is not None and len(pages) == len(members) > 1:
            for index, page in zip(members, pages, strict=True):
                choices[index] = replace(choices[index], locator=Locator(locator.kind, page))


def _groups(quotations: Sequence[Quotation]) -> Mapping[int, list[int]]:
    groups: dict[int, list[int]] = {}
    for index, quotation in enumerate(quotations):
        if quotation.group is not None:
            groups.setdefault(quotation.group, []).append(index)
    return groups
