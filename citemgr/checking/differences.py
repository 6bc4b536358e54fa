"""What the words between paired words are: typography, a shown alteration, damage, or an edit.

Each group of words left over is settled in one order: what belongs to the page goes first (running
heads, note marks), then what is equal but for spaces, then brackets take what they stand for, then
letters read wrong by a machine; what is left is an edit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from citemgr.checking.alignment import Pair
from citemgr.checking.brackets import CLAUSE_END, MOST_LETTERS, MOST_WORDS, fits
from citemgr.checking.edits import damage_edit, shown_edit, unmarked_edits, word_edits
from citemgr.checking.figures import figures_of
from citemgr.checking.furniture import is_furniture
from citemgr.checking.markers import (
    is_between_marks,
    is_margin_number,
    is_note_marker,
    may_carry_note,
)
from citemgr.checking.misreading import fills_unreadable, is_misread, loses_spaces
from citemgr.checking.pattern import Shown
from citemgr.checking.sides import Sides
from citemgr.model import Edit, EditType
from citemgr.sources import fold

# Two words glued together have so many letters at least; shorter ones fall apart by chance.
_GLUED = 8


class Group(NamedTuple):
    """Words left over between two pairs: `[i0, i1)` of the piece, `[j0, j1)` of the source."""

    i0: int
    i1: int
    j0: int
    j1: int


@dataclass(slots=True)
class Settled:
    """The edits of a piece; how many of its words have no counterpart, and the longest run."""

    edits: tuple[Edit, ...] = ()
    unpaired: int = 0
    longest: int = 0


@dataclass(slots=True)
class _Rest:
    """What of a group is not settled yet, as indices of words, and the edits so far."""

    group: Group
    quote: list[int]
    source: list[int]
    edits: list[Edit] = field(default_factory=list)

    def left(self) -> Group:
        """What is left, as stretches; an empty one lies where its counterpart begins or ends."""
        group = self.group
        late_i = bool(self.source) and self.source[-1] == group.j1 - 1
        late_j = bool(self.quote) and self.quote[-1] == group.i1 - 1
        i = (self.quote[0], self.quote[-1] + 1) if self.quote else (group[late_i],) * 2
        j = (self.source[0], self.source[-1] + 1) if self.source else (group[2 + late_j],) * 2
        return Group(*i, *j)


def settle(
    sides: Sides, pairs: Sequence[Pair], groups: Sequence[Group], shown: Sequence[Shown]
) -> Settled:
    """The edits of a piece whose paired and left-over words are given."""
    settled = Settled()
    edits: list[Edit] = []
    open_groups: list[_Rest] = []
    waiting = list(shown)
    for number, group in enumerate(groups):
        here = [each for each in waiting if group.i0 <= each.at <= group.i1]
        if not here and group.i0 == group.i1 and group.j0 == group.j1:
            continue
        waiting = [each for each in waiting if each not in here]
        rest = _Rest(group, list(range(group.i0, group.i1)), list(range(group.j0, group.j1)))
        _settle_group(sides, rest, here, edge=number in (0, len(groups) - 1))
        edits += rest.edits
        if rest.quote or rest.source:
            open_groups.append(rest)
            settled.unpaired += len(rest.quote)
            settled.longest = max(settled.longest, len(rest.quote))
    settled.unpaired -= _moved(sides, open_groups)
    edits += [shown_edit(sides, each, None) for each in waiting]
    edits += unmarked_edits(sides, [rest.left() for rest in open_groups])
    edits += word_edits(sides, pairs)
    settled.edits = tuple(sorted(edits, key=lambda each: (each.quote.start, each.source.start)))
    return settled


def _moved(sides: Sides, groups: Sequence[_Rest]) -> int:
    """How many of the words left over stand at another place among those of the source."""
    ours = Counter(sides.ours[i].letters for rest in groups for i in rest.quote)
    theirs = Counter(sides.theirs[j].letters for rest in groups for j in rest.source)
    return (ours & theirs).total()


def _settle_group(sides: Sides, rest: _Rest, shown: list[Shown], edge: bool) -> None:
    if rest.source:
        _take_out_furniture(sides, rest)
        _take_out_marks(sides, rest)
    _take_out_equals(sides, rest)
    for each in shown:
        if each.partial:
            _take_part_of_word(sides, rest, each)
        else:
            _take_for_brackets(sides, rest, each)
    if rest.quote and rest.source:
        _take_out_glued(sides, rest, edge)
        _take_out_misread(sides, rest)
        _take_out_equals(sides, rest)
    if rest.quote and not rest.source:
        _take_out_unread(sides, rest)


def _take_out_furniture(sides: Sides, rest: _Rest) -> None:
    """Whole lines of the source that belong to the page."""
    lines: list[list[int]] = []
    for before, j in zip([None, *rest.source], rest.source, strict=False):
        new = before is None or "\n" in sides.text[sides.theirs[before].end : sides.theirs[j].start]
        if new or not lines:
            lines.append([])
        lines[-1].append(j)
    runs = [lines[a:b] for a in range(len(lines)) for b in range(len(lines), a, -1)]
    if len(lines) > 16:
        runs = [lines, lines[1:], lines[:-1], lines[1:-1]]
    taken: set[int] = set()
    for run in runs:
        words = [j for line in run for j in line]
        if not words or taken & set(words):
            continue
        start, end = sides.theirs[words[0]].start, sides.theirs[words[-1]].end
        if is_furniture(sides.text, start, end, sides.source):
            taken.update(words)
            at = rest.group.i0
            rest.edits.append(
                damage_edit(sides, EditType.FURNITURE, (at, at, words[0], words[-1] + 1))
            )
    rest.source = [j for j in rest.source if j not in taken]


def _take_out_marks(sides: Sides, rest: _Rest) -> None:
    """Numbers of notes, pages, lines and verses in the source."""
    ours = {sides.ours[i].letters for i in rest.quote}
    for j in list(rest.source):
        word = sides.theirs[j]
        if word.letters in ours:
            continue
        place = (sides.text, word.start, word.end)
        if is_note_marker(*place) or is_margin_number(*place) or is_between_marks(*place):
            at = rest.group.i0
            rest.edits.append(damage_edit(sides, EditType.NOTE_MARKER, (at, at, j, j + 1)))
            rest.source.remove(j)


def _take_out_equals(sides: Sides, rest: _Rest) -> None:
    """Words whose letters are the same when spaces and hyphens do not count, from both ends."""
    for ends in (1, -1):
        while count := _equal_runs(sides, rest.quote[::ends], rest.source[::ends], ends):
            a, b = count
            if not _equal_figures(sides, rest.quote[::ends][:a], rest.source[::ends][:b]):
                break
            rest.quote = rest.quote[a:] if ends == 1 else rest.quote[:-a]
            rest.source = rest.source[b:] if ends == 1 else rest.source[:-b]


def _equal_figures(sides: Sides, quote: Sequence[int], source: Sequence[int]) -> bool:
    """Whether words with figures in them are the same numbers, "3.5" and "35" are not."""
    letters = (sides.ours[i].letters for i in quote)
    if not any(each.isdigit() for word in letters for each in word):
        return True
    ours = sides.our_text(min(quote), max(quote) + 1)
    theirs = sides.their_text(min(source), max(source) + 1)
    return figures_of(ours) == figures_of(theirs)


def _equal_runs(
    sides: Sides, quote: Sequence[int], source: Sequence[int], ends: int
) -> tuple[int, int] | None:
    """The fewest words of both, from one end, that make the same letters."""
    ours = theirs = ""
    a = b = 0
    while True:
        if ours == theirs and a:
            return a, b
        if len(ours) <= len(theirs):
            if a == len(quote):
                return None
            word = sides.ours[quote[a]].letters
            ours, a = (ours + word if ends == 1 else word + ours), a + 1
        else:
            if b == len(source):
                return None
            word = sides.theirs[source[b]].letters
            theirs, b = (theirs + word if ends == 1 else word + theirs), b + 1
        short = min(len(ours), len(theirs))
        if ends == 1:
            differs = ours[:short] != theirs[:short]
        else:
            differs = short > 0 and ours[-short:] != theirs[-short:]
        if differs:
            return None


def _take_part_of_word(sides: Sides, rest: _Rest, shown: Shown) -> None:
    """The word of which a part stands in brackets leaves the group."""
    language = sides.language
    taken = next((j for j in rest.source if fits(sides.theirs[j].letters, shown, language)), None)
    if taken is None:
        rest.edits.append(_unfounded(sides, rest, shown))
        return
    rest.edits.append(shown_edit(sides, shown, (taken, taken + 1)))
    rest.source.remove(taken)


def _take_for_brackets(sides: Sides, rest: _Rest, shown: Shown) -> None:
    """What a shown alteration stands for leaves the group; the alteration becomes an edit."""
    inner = fold(shown.inner)
    taken: list[int] = []
    if rest.source and not rest.quote:
        letters = "".join(sides.theirs[j].letters for j in rest.source)
        if inner == letters:  # the source's own brackets
            rest.source = []
            return
        if shown.type is EditType.BRACKET and _is_phrase(sides, rest.source):
            taken = rest.source
    elif rest.source and shown.type is EditType.BRACKET and len(rest.source) > len(rest.quote):
        before = shown.at <= rest.quote[0]
        count = len(rest.source) - len(rest.quote)
        most = rest.source[:count] if before else rest.source[-count:]
        taken = most if _is_phrase(sides, most) else []
    stretch = (taken[0], taken[-1] + 1) if taken else None
    rest.edits.append(shown_edit(sides, shown, stretch))
    rest.source = [j for j in rest.source if j not in taken]


def _is_phrase(sides: Sides, words: Sequence[int]) -> bool:
    """Whether brackets may stand for so much: a few words of one clause."""
    text = sides.their_text(words[0], words[-1] + 1)
    letters = sum(len(sides.theirs[j].letters) for j in words)
    return len(words) <= MOST_WORDS and letters <= MOST_LETTERS and not CLAUSE_END.search(text)


def _unfounded(sides: Sides, rest: _Rest, shown: Shown) -> Edit:
    """A word with brackets in it that no word of the source can be."""
    stretch = (rest.source[0], rest.source[-1] + 1) if rest.source else None
    edit = shown_edit(sides, replace(shown, type=EditType.SUBSTITUTION), stretch)
    rest.source = []
    return replace(edit, meaning_changing=True, why="another word")


def _take_out_glued(sides: Sides, rest: _Rest, edge: bool) -> None:
    """A note number glued to a word; at the ends of the passage, a word whose space was lost."""
    for i, j, at in ((rest.quote[0], rest.source[0], 0), (rest.quote[-1], rest.source[-1], -1)):
        if not rest.quote or not rest.source or i not in rest.quote or j not in rest.source:
            return
        ours, theirs = sides.ours[i].letters, sides.theirs[j].letters
        if theirs.startswith(ours) and theirs[len(ours) :].isdigit() and not ours[-1:].isdigit():
            if len(theirs) - len(ours) > 3 or not may_carry_note(sides.our_text(i, i + 1)):
                continue
            rest.edits.append(damage_edit(sides, EditType.NOTE_MARKER, (i, i + 1, j, j + 1)))
        elif not (edge and _lost_space(sides, ours, j, at)):
            continue
        rest.quote.remove(i)
        rest.source.remove(j)


def _lost_space(sides: Sides, ours: str, j: int, at: int) -> bool:
    """Whether source word `j` is two words, the space between them lost, and the quotation's first
    (`at` 0) or last (-1) word is one of them. What makes another word of it ("un", "grand",
    "less") is no lost space."""
    word = sides.theirs[j]
    whole = word.letters
    printed = sides.text[word.start : word.end]
    if len(printed) != len(whole):  # hyphens inside: no space was lost, the word goes on
        return False
    if at == 0 and whole.endswith(ours):
        parts = printed[: len(whole) - len(ours)], printed[len(whole) - len(ours) :]
    elif at == -1 and whole.startswith(ours):
        parts = printed[len(ours) :], printed[: len(ours)]
    else:
        return False
    other = fold(parts[0])
    border = len(parts[0]) if at == 0 else len(parts[1])
    if printed[border - 1].islower() and printed[border : border + 2].istitle():
        return True
    if sides.source.count_word(printed, 2) > 1 or {other, ours} & sides.language.affixes:
        return False
    if loses_spaces(sides.source):
        return any(_is_word(part, sides) for part in parts)
    return (
        len(whole) >= _GLUED
        and (len(other) > 2 or other in sides.language.stop_words)
        and all(sides.source.count_word(part, 2) > 1 for part in parts)
    )


def _is_word(printed: str, sides: Sides) -> bool:
    return fold(printed) in sides.language.stop_words or sides.source.count_word(printed, 1) > 0


def _take_out_misread(sides: Sides, rest: _Rest) -> None:
    """Words of the source that a machine read wrong."""
    if len(rest.quote) == len(rest.source):
        couples = list(zip(rest.quote, rest.source, strict=True))
    else:
        if min(len(rest.quote), len(rest.source)) == 1:
            _take_out_misread_run(sides, rest)
        return
    for i, j in couples:
        ours, theirs = sides.our_text(i, i + 1), sides.their_text(j, j + 1)
        printed = sides.unreadable_text(j, j + 1)
        if fills_unreadable(ours, printed) or is_misread(
            ours, theirs, sides.source, sides.language.stop_words
        ):
            rest.edits.append(damage_edit(sides, EditType.OCR, (i, i + 1, j, j + 1)))
            rest.quote.remove(i)
            rest.source.remove(j)


def _take_out_unread(sides: Sides, rest: _Rest) -> None:
    """Words of the quotation of which the source has nothing but unreadable signs ("à")."""
    at = rest.left().j0
    ours = "".join(sides.our_text(i, i + 1) for i in rest.quote)
    if fills_unreadable(ours, sides.unreadable_text(at, at)):
        rest.edits.append(damage_edit(sides, EditType.OCR, rest.left()))
        rest.quote = []


def _take_out_misread_run(sides: Sides, rest: _Rest) -> None:
    ours = "".join(sides.our_text(i, i + 1) for i in rest.quote)
    theirs = "".join(sides.their_text(j, j + 1) for j in rest.source)
    printed = sides.unreadable_text(rest.source[0], rest.source[-1] + 1)
    if fills_unreadable(ours, printed) or is_misread(
        ours, theirs, sides.source, sides.language.stop_words
    ):
        rest.edits.append(damage_edit(sides, EditType.OCR, rest.left()))
        rest.quote, rest.source = [], []
