"""From quotations to references: each quotation goes through the ordered rules of `METHODS`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from citemgr.links.folding import words
from citemgr.links.methods import METHODS
from citemgr.links.methods.adjacent import behind
from citemgr.links.methods.continued import GOES_ON, goes_on
from citemgr.links.reading import Pointer, Reading
from citemgr.links.scene import Choice, Scene
from citemgr.links.sentences import ends_within, is_closed
from citemgr.links.works import by_title
from citemgr.model import Kind, Link, Locator, Quotation, Style

_PIECE = 0.95  # of a link's confidence that its other pieces have


def make_links(
    reading: Reading, pointers: Sequence[Pointer]
) -> tuple[tuple[Link, ...], dict[int, Choice]]:
    """Link the quotations of `reading`; also what was chosen for those that stay without a link."""
    scene = _scene(reading, pointers)
    choices: dict[int, Choice] = {}
    titles: set[int] = set()
    for index in scene.order:
        choice = _first(scene, index)
        if _is_part_of_callout(scene, index) or (choice and _is_title(scene, index, choice)):
            titles.add(index)
        elif choice is not None:
            choices[index] = choice
    _share_among_pieces(scene, choices, titles)
    _go_on(scene, choices, titles)
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


def with_pages_named(
    pointers: Sequence[Pointer], choices: Mapping[int, Choice]
) -> tuple[Pointer, ...]:
    """The pointers, bare pages among them with the work that their quotation's sentence names."""
    named = {
        choice.pointer: choice.reference
        for choice in choices.values()
        if choice.pointer is not None and pointers[choice.pointer].bare
    }
    return tuple(
        replace(pointer, targets=(replace(pointer.targets[0], reference=named[at]),))
        if at in named
        else pointer
        for at, pointer in enumerate(pointers)
    )


def _first(scene: Scene, index: int) -> Choice | None:
    return next(filter(None, (method(scene, index) for method in METHODS)), None)


def _is_part_of_callout(scene: Scene, index: int) -> bool:
    """Whether what looks like a quotation stands inside a citation: `Ide, “A Life”, 3`."""
    span = scene.quotations[index].outer
    return any(
        scene.pointers[at].style in _HOLDING_TITLES
        and scene.pointers[at].span.contains(span)
        and span.end - span.start
        < _NEARLY_ALL * (scene.pointers[at].span.end - scene.pointers[at].span.start)
        for at in scene.around(span, _LONGEST_CITATION)
    )


_HOLDING_TITLES = (Style.FULL, Style.SHORT_TITLE, Style.AUTHOR_PAGE, Style.AUTHOR_YEAR)
_NEARLY_ALL = 0.8  # of a link laid over a quotation
_LONGEST_CITATION = 1500  # code points


def _is_title(scene: Scene, index: int, choice: Choice) -> bool:
    """Whether the words in marks are a title: of a cited work, or words of the reference itself."""
    if choice.reference is None or choice.method == "markup":
        return False
    quoted = words(scene.quotations[index].span.of(scene.text)[:_LONGEST_CITATION])
    titled = by_title(scene.reading.works, quoted)
    if titled is not None and titled[2] == len(quoted):
        return True
    line = scene.reading.references[choice.reference].text
    exact = " ".join(scene.quotations[index].span.of(scene.text).split()).strip(".,")
    if len(quoted) == _TITLE_WORDS - 1 and exact.istitle() and exact in line:
        return True
    printed = f" {' '.join(words(line))} "
    return len(quoted) >= _TITLE_WORDS and f" {' '.join(quoted)} " in printed


_TITLE_WORDS = 3  # of a shortened title


def _scene(reading: Reading, pointers: Sequence[Pointer]) -> Scene:
    quotations = reading.quotations
    order = [i for i, q in enumerate(quotations) if q.level == 0]
    order.sort(key=lambda i: quotations[i].outer.start)
    scene = Scene(
        reading=reading,
        pointers=pointers,
        starts=[pointer.span.start for pointer in pointers],
        quotations=quotations,
        order=order,
        outer_starts=[quotations[i].outer.start for i in order],
        styles=frozenset(pointer.style for pointer in pointers),
    )
    for index in order:
        choice = behind(scene, index)
        if choice is not None and choice.pointer is not None:
            scene.glued.setdefault(choice.pointer, index)
            scene.answered.add(index)
    return scene


def _share_among_pieces(scene: Scene, choices: dict[int, Choice], titles: set[int]) -> None:
    """Pieces of one interrupted quotation share the link; the last piece that has one gives it.

    A callout that ends a sentence is not that of a piece in the next one.
    """
    for members in _groups(scene.quotations).values():
        linked = [i for i in members if i in choices and choices[i].reference is not None]
        if not linked:
            continue
        given = choices[linked[-1]]
        for index in members:
            if index in choices or scene.quotations[index].kind is not Kind.QUOTATION:
                continue
            alone = index < linked[-1] and _ends_alone(scene, index)
            apart = alone or _after_sentence(scene, given, linked[-1], index)
            if index not in titles and not apart:
                choices[index] = replace(
                    given,
                    method="shared",
                    confidence=round(given.confidence * _PIECE, 3),
                    why=f"another piece of the same quotation is linked: {given.why}",
                )


def _go_on(scene: Scene, choices: dict[int, Choice], titles: set[int]) -> None:
    """A quotation with which the speaker of the one before goes on has its source."""
    previous: int | None = None
    for index in scene.order:
        if scene.quotations[index].kind is not Kind.QUOTATION or index in titles:
            continue
        given = choices.get(previous) if previous is not None else None
        if (
            index not in choices
            and previous is not None
            and given is not None
            and given.reference is not None
            and goes_on(scene, index, previous)
        ):
            choices[index] = replace(
                given,
                method="continued",
                confidence=round(given.confidence * GOES_ON, 3),
                locator=None,
                why=f"the same speaker goes on: {given.why}",
            )
        previous = index


def _after_sentence(scene: Scene, given: Choice, linked: int, index: int) -> bool:
    """Whether a sentence ends between the callout, or the piece `linked` behind it, and a piece
    that follows."""
    if given.pointer is None:
        return False
    end = scene.pointers[given.pointer].span.end
    start, piece = scene.quotations[index].outer.start, scene.quotations[linked].outer
    begin = piece.end if end <= piece.start else max(0, end - _ROOM)
    before = scene.text[begin:start] if start >= end else ""
    return start >= end and (ends_within(before + "“") or is_closed(before))


def _ends_alone(scene: Scene, index: int) -> bool:
    """Whether a piece closes its sentence and a new one begins behind it: no interruption."""
    quotation = scene.quotations[index]
    behind = scene.text[quotation.outer.end : quotation.outer.end + _ROOM].lstrip()
    return is_closed(quotation.span.of(scene.text)) and behind[:1].isupper()


_ROOM = 12  # code points before the end of a callout in which the sentence can end


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
