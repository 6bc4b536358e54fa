"""Edits as a person reads them: whole words on both sides, and what they do to the meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from citemgr.checking.alignment import Pair
from citemgr.checking.brackets import turned_sense
from citemgr.checking.figures import figures_of
from citemgr.checking.meaning import Said, change_of_meaning, negations
from citemgr.checking.pattern import Shown
from citemgr.checking.sides import Sides
from citemgr.checking.words import Word, accented, plain
from citemgr.model import Edit, EditType, Span
from citemgr.sources import fold

# Between the old and the new place of a moved word stand no more words.
_MOVED_OVER = 4
# "bread and butter" may become "butter and bread"; "man bites dog" may not turn round.
_CONJUNCTIONS = frozenset("and or und oder et ou y e o ed и или nor noch ni".split())
# French puts a word or two between the halves of a negation.
_INSIDE_NEGATION = 2
_ACCENT_SIGNS = frozenset("´`¨^ˆ˜¸ˇ˚˘")
_APOSTROPHES = frozenset("'’‘ʼ`´′")


class Change(NamedTuple):
    """Words `[i0, i1)` of the piece stand for words `[j0, j1)` of the source; one of the two may be
    empty. `why` is the reason for which the meaning changes."""

    i0: int
    i1: int
    j0: int
    j1: int
    type: EditType
    why: str = ""


def shown_edit(sides: Sides, shown: Shown, source: tuple[int, int] | None) -> Edit:
    """A shown alteration that stands for the words `source` of the source. Brackets that turn the
    sense round are an unmarked edit, or hide a negation."""
    span = Span(shown.span.start - len(shown.before), shown.span.end + len(shown.after))
    low, high = source or (0, 0)
    hidden = [word.letters for word in sides.theirs[low:high]]
    type_, why = turned_sense(shown, hidden, sides.language) or (shown.type, "")
    return _edit(sides, type_, span, _their_span(sides, low, high), why)


def damage_edit(sides: Sides, type_: EditType, change: tuple[int, int, int, int]) -> Edit:
    """Damage of the source: words `[i0, i1)` of the piece as they stand at `[j0, j1)`."""
    i0, i1, j0, j1 = change
    return _edit(sides, type_, _our_span(sides, i0, i1), _their_span(sides, j0, j1))


def unmarked_edits(sides: Sides, left: Sequence[tuple[int, int, int, int]]) -> list[Edit]:
    """The edits of the words that nothing excuses: moved words and crossed names as such, what is
    written together or stands side by side as one edit."""
    changes = [_widened(sides, _change(*each)) for each in left]
    changes = [_with_meaning(sides, each) for each in _joined(_moved(sides, changes))]
    return [_from_change(sides, each) for each in _crossed(sides, _whole_negations(changes))]


def word_edits(sides: Sides, pairs: Sequence[Pair]) -> list[Edit]:
    """Paired words whose accents differ, and numbers whose marks, sign or unit do."""
    edits: list[Edit] = []
    for i, j in pairs:
        ours, theirs = sides.our_text(i, i + 1), sides.their_text(j, j + 1)
        if ours == theirs or (ours.isascii() and theirs.isascii()):
            continue
        if accented(ours) != accented(theirs) and not _accent_of_print(sides, ours, j):
            change = Change(i, i + 1, j, j + 1, EditType.ACCENT, "another word")
            edits.append(_from_change(sides, change))
    return edits + _figure_edits(sides, pairs)


def _figure_edits(sides: Sides, pairs: Sequence[Pair]) -> list[Edit]:
    edits: list[Edit] = []
    for (i0, j0), (i1, j1) in _runs(pairs):
        if not any(
            w.letters[:1].isdigit() or w.letters[-1:].isdigit() for w in sides.ours[i0 : i1 + 1]
        ):
            continue
        ours = figures_of(_with_sign(sides.quote, sides.ours[i0].start, sides.ours[i1].end))
        theirs = figures_of(_with_sign(sides.text, sides.theirs[j0].start, sides.theirs[j1].end))
        if ours != theirs:
            change = Change(i0, i1 + 1, j0, j1 + 1, EditType.SUBSTITUTION, "number")
            edit = _from_change(sides, change)
            edits.append(replace(edit, quote_text=" ".join(ours), source_text=" ".join(theirs)))
    return edits


def _with_sign(text: str, start: int, end: int) -> str:
    """A stretch with the sign or currency before it and the unit after it."""
    while start and text[start - 1] in "-−–+$€£¥ ":
        start -= 1
    while end < len(text) and text[end] in " %‰°€$£¥":
        end += 1
    return text[start:end]


def _accent_of_print(sides: Sides, ours: str, j: int) -> bool:
    """Whether an accent is missing in print alone: on a capital, in capitals, throughout, because
    it was set as a sign of its own beside the letter, or by a habit of spelling."""
    word = sides.theirs[j]
    printed = sides.text[word.start : word.end]
    if _ACCENT_SIGNS & set(sides.text[max(0, word.start - 2) : word.end + 2]):
        return True
    if not sides.has_accents or (printed.isupper() and printed.isascii()):
        return True
    one, other = accented(ours), accented(printed)
    if one[1:] == other[1:]:
        return any(each[:1].isupper() and each[:1].isascii() for each in (ours, printed))
    loose = {one, other} & sides.language.loosely_accented
    return len(loose) == 1 and fold(loose.pop()) in (one, other)


def _runs(pairs: Sequence[Pair]) -> list[tuple[Pair, Pair]]:
    """The first and the last pair of every run of words that stand side by side on both sides."""
    runs: list[tuple[Pair, Pair]] = []
    start = last = pairs[0]
    for pair in pairs[1:]:
        if (pair[0] - last[0], pair[1] - last[1]) != (1, 1):
            runs.append((start, last))
            start = pair
        last = pair
    return [*runs, (start, last)]


def _change(i0: int, i1: int, j0: int, j1: int) -> Change:
    type_ = EditType.SUBSTITUTION
    if i0 == i1 or j0 == j1:
        type_ = EditType.INSERTION if i1 > i0 else EditType.DELETION
    return Change(i0, i1, j0, j1, type_)


def _with_meaning(sides: Sides, change: Change) -> Change:
    if change.type is EditType.ORDER:
        return change
    ours, theirs = range(change.i0, change.i1), range(change.j0, change.j1)
    why = change_of_meaning(
        Said(_our_letters(sides, change), sides.our_names(ours)),
        Said(_their_letters(sides, change), sides.their_names(theirs)),
        sides.language,
    )
    return change._replace(why=why)


def _moved(sides: Sides, changes: list[Change]) -> list[Change]:
    """Words that go here and come a few words further on are moved."""
    found: list[Change] = []
    for change in changes:
        before = found[-1] if found else None
        if before is not None and before.type is not EditType.ORDER:
            ours = _our_letters(sides, change) + _our_letters(sides, before)
            theirs = _their_letters(sides, change) + _their_letters(sides, before)
            one_sided = {before.type, change.type} == {EditType.INSERTION, EditType.DELETION}
            near = change.i0 - before.i1 <= _MOVED_OVER
            if one_sided and near and sorted(ours) == sorted(theirs):
                found[-1] = _order(sides, before, change, len(ours))
                continue
        found.append(change)
    return found


def _order(sides: Sides, one: Change, other: Change, moved: int) -> Change:
    """The words between and the moved ones as one edit; the meaning changes with the place of a
    negation, of a name, or of several words that no conjunction joins."""
    change = Change(one.i0, other.i1, one.j0, other.j1, EditType.ORDER)
    words = _our_letters(sides, change)
    language = sides.language
    why = ""
    if negations(words, language):
        why = "negation"
    elif any(word.isdigit() for word in words):
        why = "number"
    elif language.limiter_words & set(words):
        why = "limiter"
    elif sides.our_names(range(change.i0, change.i1)) and len(words) > 2:
        why = "name"
    elif moved > 1 and not _CONJUNCTIONS & set(words):
        why = "order"
    return change._replace(why=why)


def _crossed(sides: Sides, changes: list[Change]) -> list[Change]:
    """Two words that changed places."""
    found = list(changes)
    for a, one in enumerate(found):
        for b in range(a + 1, len(found)):
            other = found[b]
            crossed = (
                one.type is other.type is EditType.SUBSTITUTION
                and _our_letters(sides, one) == _their_letters(sides, other)
                and _our_letters(sides, other) == _their_letters(sides, one)
            )
            if crossed:
                found[a] = one = one._replace(type=EditType.ORDER, why="order")
                found[b] = other._replace(type=EditType.ORDER, why="order")
    return found


def _joined(changes: list[Change]) -> list[Change]:
    """Changes that touch on both sides are one."""
    found: list[Change] = []
    for change in changes:
        before = found[-1] if found else None
        if before is not None and change.i0 <= before.i1 and change.j0 <= before.j1:
            found[-1] = _over(before, change)
        else:
            found.append(change)
    return found


def _whole_negations(changes: list[Change]) -> list[Change]:
    """The two halves of a negation, "ne ... pas", are one change."""
    found: list[Change] = []
    for change in changes:
        before = found[-1] if found else None
        if (
            before is not None
            and before.why == change.why == "negation"
            and change.i0 - before.i1 == change.j0 - before.j1 <= _INSIDE_NEGATION
        ):
            found[-1] = _over(before, change)._replace(why="negation")
        else:
            found.append(change)
    return found


def _over(one: Change, other: Change) -> Change:
    ours = other.i1 > one.i0
    theirs = other.j1 > one.j0
    type_ = (
        EditType.SUBSTITUTION
        if ours and theirs
        else EditType.INSERTION
        if ours
        else EditType.DELETION
    )
    return Change(one.i0, other.i1, one.j0, other.j1, type_)


def _widened(sides: Sides, change: Change) -> Change:
    """The change with the words to which an apostrophe ties it: "n'avait", not "n'"."""
    i0, i1, j0, j1 = change[:4]
    if change.type is EditType.ORDER:
        return change
    while (
        i0
        and j0
        and (
            (i1 > i0 and _tied(sides.quote, sides.ours, i0))
            or (j1 > j0 and _tied(sides.text, sides.theirs, j0))
        )
    ):
        i0, j0 = i0 - 1, j0 - 1
    while (
        i1 < len(sides.ours)
        and j1 < len(sides.theirs)
        and (
            (i1 > i0 and _tied(sides.quote, sides.ours, i1))
            or (j1 > j0 and _tied(sides.text, sides.theirs, j1))
        )
    ):
        i1, j1 = i1 + 1, j1 + 1
    return change if (i0, i1, j0, j1) == change[:4] else _change(i0, i1, j0, j1)


def _tied(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether an apostrophe alone stands between word `at` and the one before."""
    if not 0 < at < len(words):
        return False
    between = text[words[at - 1].end : words[at].start]
    return len(between) == 1 and between in _APOSTROPHES


def _our_letters(sides: Sides, change: Change) -> list[str]:
    return [word.letters for word in sides.ours[change.i0 : change.i1]]


def _their_letters(sides: Sides, change: Change) -> list[str]:
    return [word.letters for word in sides.theirs[change.j0 : change.j1]]


def _our_span(sides: Sides, i0: int, i1: int) -> Span:
    if i1 > i0:
        return Span(sides.ours[i0].start, sides.ours[i1 - 1].end)
    at = sides.ours[i0 - 1].end if 0 < i0 <= len(sides.ours) else sides.quote_start
    return Span(at, at)


def _their_span(sides: Sides, j0: int, j1: int, marks: bool = False) -> Span:
    if j1 > j0 and marks:  # what was left out was left out with its closing marks
        end = sides.theirs[j1 - 1].end
        while end < len(sides.text) and not (
            sides.text[end].isspace() or sides.text[end].isalnum()
        ):
            end += 1
        return Span(sides.base + sides.theirs[j0].start, sides.base + end)
    if j1 > j0:
        return Span(sides.base + sides.theirs[j0].start, sides.base + sides.theirs[j1 - 1].end)
    at = sides.base + (sides.theirs[j0 - 1].end if 0 < j0 <= len(sides.theirs) else 0)
    return Span(at, at)


def _from_change(sides: Sides, change: Change) -> Edit:
    ours = _our_span(sides, change.i0, change.i1)
    marks = change.type is EditType.DELETION
    theirs = _their_span(sides, change.j0, change.j1, marks)
    return _edit(sides, change.type, ours, theirs, change.why)


def _edit(sides: Sides, type_: EditType, ours: Span, theirs: Span, why: str = "") -> Edit:
    return Edit(
        type=type_,
        quote=ours,
        source=theirs,
        quote_text=plain(sides.quote[ours.start : ours.end]),
        source_text=plain(sides.text[theirs.start - sides.base : theirs.end - sides.base]),
        meaning_changing=bool(why),
        why=why,
    )
