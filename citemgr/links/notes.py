"""Where a plain-text document prints its notes.

A format with notes says so itself (`Document.notes`). In plain text a list of notes is a run of
lines or paragraphs whose labels count up from 1 (`1.`, `[1]`, `(1)`, `¹`) and of which no line is
part of the reference list; each label must stand in the text before the run, in order, as an
anchor. Notes may stand at the end of each chapter: every run has the anchors between it and the
one before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from citemgr.links.folding import digits
from citemgr.links.languages import SAME_WORK, SIGNALS
from citemgr.model import Document, Note, Reference, Span

_SUPERS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_ITEM = re.compile(
    rf"""
    ^[ \t]*
    (?: \[\^?(?P<bracket>\d{{1,4}})\]:?
      | \((?P<paren>\d{{1,4}})\)
      | \^?(?P<super>[{_SUPERS}]{{1,4}})
      | (?P<stop>\d{{1,4}})[.)]
      | (?P<plain>\d{{1,3}})(?=[ \t\u00a0]{{1,4}}\S)
    )
    [ \t\u00a0]*(?=\S)
    """,
    re.M | re.X,
)
# The anchors in the text, by shape; `plain` is a digit glued to a closing mark or a stop.
ANCHORS = {
    "super": re.compile(rf"\^?(?<![{_SUPERS}])[{_SUPERS}]{{1,4}}(?![{_SUPERS}])"),
    "bracket": re.compile(r"\^?\[\^?(\d{1,4})\]"),
    "paren": re.compile(r"\^?\((\d{1,4})\)"),
    "plain": re.compile(
        r"(?:(?<=[”»“\"’')\]」』])|(?<=(?:[^\W\d]|[”»“\"’')\]])[.,;:!?]))(\d{1,3})"
        r"(?![\d.,]*\d|\w|°|%)"
    ),
    "word": re.compile(r"(?<=[^\W\d_])(\d{1,3})(?=[\s.,;:!?)])"),
    "caret": re.compile(r"\^(\d{1,4})\b"),
}
_MOST_SKIPPED = 2  # labels that a run may lack: a note lost in copying


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    shape: str
    start: int  # of the label
    body: int


def printed_notes(document: Document, references: Sequence[Reference]) -> tuple[Note, ...]:
    """The notes that the text prints without the format saying so, with their anchors."""
    text = document.text
    if document.notes:
        return ()
    found: list[Note] = []
    runs = list(_runs(text, references))
    placed = _placed_anchors(text) if runs else {}
    begin = 0
    for run in runs:
        anchors = _anchors(placed, begin, run)
        if anchors:
            found += _notes(text, run, anchors)
            begin = found[-1].span.end
    return tuple(found)


def _runs(text: str, references: Sequence[Reference]) -> Iterator[list[_Item]]:
    """Runs of labelled lines that count up from 0 or 1, if not all are of a reference list. Of
    several lists that each begin anew, all are notes: there is one reference list; and lines that
    quote or repeat a work are notes."""
    listed = {
        _line(text, ref.span.start)
        for ref in references
        if ref.role == "list" and not (ref.label and _SPEAKS.search(ref.text))
    }
    runs = list(_counted_runs(text))
    all_listed = [all(_line(text, item.body) in listed for item in run) for run in runs]
    for run, is_list in zip(runs, all_listed, strict=True):
        if not is_list or sum(all_listed) > 1:
            yield run


def _counted_runs(text: str) -> Iterator[list[_Item]]:
    spaced = text.count("\n\n") + text.count("\r\n\r\n") >= _SPACED
    run: list[_Item] = []
    for match in _ITEM.finditer(text):
        shape = str(match.lastgroup)
        if not _begins_note(text, match.end()) or (
            spaced and not _begins_paragraph(text, match.start(), run)
        ):
            continue
        number = int(digits(match[shape]))
        if (
            run
            and shape == run[-1].shape
            and run[-1].number < number <= run[-1].number + _MOST_SKIPPED
        ):
            run.append(_Item(number, shape, match.start(), match.end()))
        elif number <= 1:
            if run:
                yield run
            run = [_Item(number, shape, match.start(), match.end())]
    if run:
        yield run


# What a line of a list does not do: quote, or name a work as one named before.
_SPEAKS = re.compile(
    r"[“„«\"](?<![^\s(].)[a-zß-ÿа-яё][^”“»\"]{15,}[”“»\"]|^(?i:ibid|ebd|ebenda|ivi|ibíd|там же)\b"
)
_SPACED = 3  # blank lines that show that paragraphs are parted by them
_LOWER = re.compile(rf"(?:{'|'.join((*SIGNALS, *SAME_WORK))}|pp?|ss?|ff?)\b", re.I)


def _begins_note(text: str, body: int) -> bool:
    """Whether a note can begin with what stands at `body`: no small letter of a sentence that a
    callout opens, no stop behind an anchor that a line break has moved."""
    char = text[body]
    return char not in ".,;:!?)]" and (not char.islower() or _LOWER.match(text, body) is not None)


_HEADING = 40  # code points of a line that heads notes


def _begins_paragraph(text: str, start: int, run: Sequence[_Item]) -> bool:
    """Whether a blank line, a heading or a note of the same run stands before the line."""
    end = text.rfind("\n", 0, start)
    if end < 0:
        return True
    previous = text[max(text.rfind("\n", 0, end) + 1, end - _HEADING - 1) : end].strip()
    heading = len(previous) < _HEADING and not previous.endswith((".", ","))
    if not previous or heading:
        return True
    return bool(
        run and start - run[-1].body < _LONGEST and "\n\n" not in text[run[-1].body : start]
    )


_LONGEST = 4000  # code points of a note in a list without blank lines


def _line(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


_LABEL_ROOM = 12  # blanks before a label that begins a line


def _placed_anchors(text: str) -> dict[str, dict[int, list[Span]]]:
    """Every number that can be an anchor: shape, number, places."""
    placed: dict[str, dict[int, list[Span]]] = {}
    for shape, pattern in ANCHORS.items():
        numbers = placed.setdefault(shape, {})
        for match in pattern.finditer(text):
            if not _is_line_label(text, match.start(), shape):
                number = int(digits(match[0].strip("[]()^")))
                numbers.setdefault(number, []).append(Span(*match.span()))
    return placed


def _is_line_label(text: str, start: int, shape: str) -> bool:
    before = text[max(0, start - _LABEL_ROOM) : start]
    begins = "\n" in before or start < _LABEL_ROOM
    return shape != "super" and begins and not before.rpartition("\n")[2].strip()


def _anchors(
    placed: Mapping[str, Mapping[int, Sequence[Span]]], begin: int, run: Sequence[_Item]
) -> dict[int, Span]:
    """The anchors of `run` between `begin` and the run: the shape of which each number stands once,
    in order. Where several shapes fit, the one that fits most labels and has fewest numbers that no
    note has: those are callouts of a numbered reference list."""
    best: dict[int, Span] = {}
    best_rank = (-len(run), False)
    for shape, numbers in placed.items():
        fitting = _counting(numbers, begin, run)
        following = numbers.get(run[-1].number + 1, ())
        strangers = len(_inside(following, begin, run[0].start))
        rank = (len(fitting) - strangers, shape == run[0].shape)
        if fitting and rank > best_rank:
            best, best_rank = fitting, rank
    best = _with_gaps_filled(placed, begin, run, best)
    return best if len(best) * 2 >= len(run) else {}


_GLUED = ("plain", "word", "super", "caret")  # shapes that one writer mixes: `des pierres5. »`


def _with_gaps_filled(
    placed: Mapping[str, Mapping[int, Sequence[Span]]],
    begin: int,
    run: Sequence[_Item],
    found: Mapping[int, Span],
) -> dict[int, Span]:
    """`found` and, for numbers that it lacks, the one glued digit between the anchors of the number
    before and of the next one that is known."""
    filled = dict(found)
    last, following = begin, {}
    end = run[0].start
    for item in reversed(run):
        following[item.number] = end
        end = found[item.number].start if item.number in found else end
    for item in run:
        if found and item.number not in found:
            candidates = [
                span
                for shape in _GLUED
                for span in _inside(
                    placed[shape].get(item.number, ()), last, following[item.number]
                )
            ]
            if len(candidates) == 1:
                filled[item.number] = candidates[0]
        last = filled[item.number].end if item.number in filled else last
    return filled


def _inside(spans: Sequence[Span], begin: int, end: int) -> Sequence[Span]:
    return spans[bisect_left(spans, (begin, 0)) : bisect_left(spans, (end, 0))]


def _counting(
    numbers: Mapping[int, Sequence[Span]], begin: int, run: Sequence[_Item]
) -> dict[int, Span]:
    """The anchors that count up; empty where a number repeats: a reference may, a note not."""
    counting: dict[int, Span] = {}
    last = begin
    for item in run:
        found = _inside(numbers.get(item.number, ()), begin, run[0].start)
        if len(found) > 1:
            return {}
        if found and found[0].start >= last:
            counting[item.number] = found[0]
            last = found[0].end
    return counting


def _notes(text: str, run: Sequence[_Item], anchors: dict[int, Span]) -> Iterator[Note]:
    for item, following in zip(run, [*run[1:], None], strict=True):
        end = following.start if following else _end_of_last(text, item)
        body = text[item.body : end]
        span = Span(item.body, item.body + len(body.rstrip()))
        anchor = anchors.get(item.number)
        yield Note(str(item.number), span, (anchor,) if anchor else ())


_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n")


def _end_of_last(text: str, item: _Item) -> int:
    """The last note ends at a blank line, or with its line where no blank line stands before it."""
    blank = _PARAGRAPH_END.search(text, item.body)
    line = text.find("\n", item.body)
    before = (
        text[: item.start].rstrip(" \t\r") if item.start < 4 else text[item.start - 4 : item.start]
    )
    spaced = before.replace("\r", "").replace(" ", "").endswith("\n\n")
    if spaced or line < 0:
        return blank.start() if blank else len(text)
    return line
