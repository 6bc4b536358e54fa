"""Where a document lists its sources, with or without a heading, and where each item ends.

The innermost blocks are read in order. Under a heading that is in the table, items follow until
something is none; without one, a run of blocks that look like references is a list: numbered ones
by their labels, unlabelled ones by stronger evidence. A numbered list whose items repeat each other
("Ibid.", "Smith, 33") is a list of notes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from citemgr.model import BlockKind, Document, Role, Span
from citemgr.references.candidates import Candidate, candidates_of
from citemgr.references.headings import heading_of, is_chrome

# Evidence that an item needs: under a heading, behind a number, or with neither.
UNDER_HEADING, NUMBERED, BARE = 1.0, 1.5, 3.0
# Beside a clear item a likely one belongs to the same list.
LIKELY = 2.0
# A list of one reference without heading or number has to be beyond doubt.
ALONE = 4.0
# So many items behind weak ones tell whether a list goes on.
AHEAD = 5
# A short line inside a list is a heading of a part of it ("Books", "Websites").
LONGEST_PART_HEADING = 60
# A longer block that is no reference is a paragraph of the text.
SHORTEST_PROSE = 200
_REPEATED = re.compile(
    r"^\W*(?:(?:see|vgl\.|cf\.)\s+)?(?:ibid|ebd|ebenda|id\.|op\. ?cit|loc\. ?cit|a\. ?a\. ?o"
    r"|там же|ivi\b|ibídem"
    r"|tamże|supra|同上)|\b(?:op\. cit|supra note|a\. ?a\. ?O\.)",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"(?:1[5-9]|20)\d\d|https?:|www\.|n\.\s?d\.|o\.\s?J\.|s\.\s?[fda]\.|doi", re.IGNORECASE
)
# "Plato. Republic.": under a heading the parts of a sentence are enough.
_PLAIN = re.compile(r"[^\W\d_a-zß-öø-ÿ][^.,:]{2,60}[.,:]{1,2} [^\W_].{2,}[.)]$")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list: the stretch without its label, the label, what list it is of, and what
    stands in the stretch and is none of it (the foot of a page)."""

    span: Span
    label: str | None
    role: Role = "list"
    holes: tuple[Span, ...] = ()


def find_items(document: Document) -> list[Item]:
    """The items of all reference and note lists, in the order of the text."""
    candidates = candidates_of(document)
    found: list[list[Item]] = []
    last_prose = max(
        (at for at, candidate in enumerate(candidates) if _is_prose(candidate)), default=-1
    )
    at = 0
    while at < len(candidates):
        heading = heading_of(candidates[at].words)
        if heading is not None and candidates[at].label is None:
            end = _end_of_headed(candidates, at + 1)
            found.append(_listed(document, candidates[at + 1 : end], headed=heading))
            at = max(end, at + 1)
            continue
        end = _end_of_bare(candidates, at, last_prose)
        found.append(_listed(document, candidates[at:end], headed=None))
        at = max(end, at + 1)
    return [item for items in _notes_before_lists(found) for item in items]


def _notes_before_lists(found: Sequence[list[Item]]) -> list[list[Item]]:
    """The lists, numbered ones made notes where a list without numbers follows: notes come before
    the list of works, and print the same works."""
    unlabelled = [bool(items) and all(item.label is None for item in items) for items in found]
    last = max((at for at, plain in enumerate(unlabelled) if plain), default=-1)
    return [
        [replace(item, role="note") for item in items]
        if at < last and items and all(item.label is not None for item in items)
        else items
        for at, items in enumerate(found)
    ]


def _end_of_headed(candidates: Sequence[Candidate], start: int) -> int:
    """Where the list under a heading ends: at the page's chrome, another section, or prose."""
    at = start
    while at < len(candidates):
        candidate = candidates[at]
        if is_chrome(candidate.words) and candidate.score < BARE:
            break
        if candidate.label is None and heading_of(candidate.words) is not None:
            break
        if candidate.score < UNDER_HEADING and not _tolerated(candidates, at, start):
            break
        at += 1
    while (
        at > start
        and candidates[at - 1].score < UNDER_HEADING
        and (candidates[at - 1].label is None)
    ):
        at -= 1
    return at


def _tolerated(candidates: Sequence[Candidate], at: int, start: int) -> bool:
    """Whether a weak block belongs to the list all the same: numbered in sequence, the heading of
    a part, or weak and brief with strong ones behind it."""
    candidate = candidates[at]
    if candidate.label is not None and (at == start or candidates[at - 1].label is not None):
        return True
    ahead = [later.score >= UNDER_HEADING + 0.5 for later in candidates[at + 1 : at + 1 + AHEAD]]
    if not any(ahead) or not (ahead[0] or sum(ahead) * 2 >= len(ahead)):
        return False
    return ahead[0] or len(candidate.words) <= SHORTEST_PROSE


def _end_of_bare(candidates: Sequence[Candidate], start: int, last_prose: int) -> int:
    """Where a list that starts here without a heading ends; `start` where none does.

    Without labels a list is one only behind the last paragraph of prose (`last_prose`).
    """
    first = candidates[start]
    if first.label is not None and first.label in {"1", "0"}:
        end = _end_of_numbered(candidates, start)
        run = candidates[start:end]
        strong = sum(candidate.score >= NUMBERED for candidate in run)
        if strong * 2 >= len(run) and strong:
            return end
        repeated = sum(bool(_REPEATED.search(candidate.words)) for candidate in run)
        if strong and (strong + repeated) * 3 >= len(run) and repeated:
            return end
        if strong and _follows_text(candidates, start) and _short_forms(run):
            return end
    if start < last_prose:
        return start
    end = start
    while end < len(candidates) and _goes_on(candidates, end, start):
        end += 1
    clear = max((candidate.score for candidate in candidates[start:end]), default=0.0)
    named = first.label is not None and not first.label.isdecimal()
    enough = NUMBERED if named else ALONE if end - start == 1 else BARE
    return end if clear >= enough else start


def _goes_on(candidates: Sequence[Candidate], at: int, start: int) -> bool:
    """Whether the block at `at` belongs to a list without a heading: a likely reference, or a weak
    one between two clear ones."""
    candidate = candidates[at]
    if is_chrome(candidate.words) and candidate.score < BARE:
        return False
    named = candidate.label is not None and not candidate.label.isdecimal()
    likely = candidate.score >= LIKELY and bool(_DATED.search(candidate.words))
    if (likely or (named and candidate.score >= NUMBERED)) and not _is_prose(candidate):
        return True
    following = candidates[at + 1].score if at + 1 < len(candidates) else 0.0
    weak = candidate.score >= 1.0 and candidate.label is None
    return start < at and weak and candidates[at - 1].score >= BARE and following >= BARE


def _follows_text(candidates: Sequence[Candidate], start: int) -> bool:
    return start > 0 and len(candidates[start - 1].words) > LONGEST_PART_HEADING


def _short_forms(run: Sequence[Candidate]) -> bool:
    """Whether the items after the first full one look like its short forms: brief, with a page."""
    brief = [
        candidate
        for candidate in run
        if len(candidate.words) < 160 and re.search(r"\d+[.\s]*$|^“|^«|^‘", candidate.words)
    ]
    return len(brief) * 2 >= len(run)


def _end_of_numbered(candidates: Sequence[Candidate], start: int) -> int:
    number = int(candidates[start].label or 0)
    end = start
    while end < len(candidates) and candidates[end].label == str(number):
        number += 1
        end += 1
    return end


def _repeats(candidate: Candidate) -> bool:
    """Whether an item only points to a work named before: "Ibid.", or brief and without a date."""
    brief = len(candidate.words) < SHORTEST_PROSE and not _DATED.search(candidate.words)
    return brief or bool(_REPEATED.search(candidate.words))


def _is_prose(candidate: Candidate) -> bool:
    return len(candidate.words) > SHORTEST_PROSE and candidate.score < BARE


def _heads_part(candidate: Candidate) -> bool:
    """Whether a heading inside a list names a part of it: "Books on the history of printing"."""
    heading = candidate.kind is BlockKind.HEADING and candidate.label is None
    return heading and candidate.score < NUMBERED and not _DATED.search(candidate.words)


def _listed(document: Document, candidates: Sequence[Candidate], headed: str | None) -> list[Item]:
    """The items of one list; in a list of notes only the full citations, and their parts."""
    if not candidates:
        return []
    notes = headed == "notes" and any(candidate.label for candidate in candidates)
    repeated = sum(_repeats(candidate) for candidate in candidates)
    labelled = sum(candidate.label is not None for candidate in candidates)
    weak = sum(candidate.score < NUMBERED for candidate in candidates)
    if labelled == len(candidates) and (repeated or weak * 3 > len(candidates) > 1):
        notes = notes or headed != "list" or bool(repeated)
    if headed == "notes" and not repeated and not weak:
        notes = False
    role: Role = "note" if notes else "list"
    return [
        Item(candidate.span, candidate.label, role, candidate.holes)
        for candidate in candidates
        if notes
        or (candidate.score >= UNDER_HEADING and not _heads_part(candidate))
        or candidate.label is not None
        or (headed == "list" and _PLAIN.match(candidate.words))
    ]
