"""Where the authors end and the title begins, when the labels run over.

Inverted names end with initials: "Gilbert E. Eat, Pray" and "Toutanova, K. BERT" hold the start of
the title. A colon ends the authors as German lists print them. In author-date lists everything in
front of the year names the authors.
"""

from __future__ import annotations

import re
from itertools import pairwise

from citemgr.model import LabelledField
from citemgr.references.normalise.repairs.parts import Part, Parts

_FAMILY = r"[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+)?"
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{1,3}(?:-[^\W\d_a-zß-öø-ÿ]{1,3})?"
_DOTTED = r"(?:[^\W\d_]\.[\s\-]?)+"
# Names family first, each with its initials; then, behind a stop, words without any.
_VANCOUVER = re.compile(
    rf"(?:{_FAMILY} {_CAPITALS}, )*{_FAMILY} {_CAPITALS}\. (?P<rest>[^\W\d_].{{2,}})"
)
_COMMA = re.compile(
    rf"[^\W\d_][\w'’\-]+, .*[,&\s] ?[^\W\d_][\w'’\-]+, {_DOTTED}(?<=\s)"
    r"(?P<rest>[^\W\d_][^,&]{2,})"
)
_COLON = re.compile(r"[^:]{4,80}[^:\s]: (?P<rest>[^\W\d_].{2,})")
# Initials first: what follows the name behind "and" is none that begins with initials.
_LAST_BY_AND = re.compile(
    rf"(?:{_DOTTED}\s?{_FAMILY},? )+(?:and|und|et|y|&) {_DOTTED}\s?{_FAMILY}, "
    rf"(?P<rest>(?!{_DOTTED})[^\W\d_].{{2,}})"
)
# A last name with its initials that went to the title.
_LEFT_OVER = re.compile(rf"(?P<name>{_FAMILY} {_CAPITALS}\.) (?=[^\W_])")
_ENDS_WITH_INITIALS = re.compile(rf"{_FAMILY} {_CAPITALS}")
# What only names have: an initial, or what joins names.
_OF_NAMES = re.compile(r"\b[^\W\d_]\.|\b(?:and|und|et|y|e|и|with)\b|[&;/]|^[a-zà-ÿ]")
_OF_INITIALS = re.compile(rf"\b[^\W\d_]\.|[;/]|^[a-zà-ÿ]|{_FAMILY} {_CAPITALS}[,.]")
# Between two parts of one title stand marks at most.
LONGEST_MARK = 3
# No family name has so many words.
LEAST_WORDS = 4
# Between the names of one list: a comma, or an apostrophe inside a body's name.
_COMMA_ONLY = re.compile(r".(?:, |[’'] ?|(?<!\.) )")
# What may stand behind the year where authors are missing in front of it.
_WORKS = frozenset({"title", "series", "container"})


def end_authors_with_their_names(text: str, parts: Parts) -> Parts:
    """Authors cut where their names end; what follows goes to the title."""
    at = next((at for at, part in enumerate(parts) if part.label == "author"), -1)
    if at < 0:
        return parts
    dated = _authors_before_year(text, parts)
    if dated is not None:
        return dated
    parts = _with_last_name(text, parts, at)
    author, behind = parts[at], parts[at + 1 :]
    close = bool(behind) and behind[0].label == "title"
    mark = text[author.field.end : behind[0].field.start].strip() if close else "."
    start = _title_start(author.value, mark)
    if start < 0:
        return parts
    names, rest = author.cut("author", 0, start), author.cut("title", start)
    if close and len(mark) <= LONGEST_MARK:
        return (*parts[:at], names, _joined(text, rest, behind[0], "title"), *behind[1:])
    return (*parts[:at], names, rest, *behind)


def _title_start(names: str, mark: str) -> int:
    """Where the title begins in `names`, behind which `mark` stands; -1 where it does not."""
    by_and = _LAST_BY_AND.fullmatch(names)
    if by_and is not None:
        return by_and.start("rest")
    for pattern in (_VANCOUVER, _COMMA, _COLON):
        match = pattern.fullmatch(names)
        if match is None:
            continue
        rest, before = match["rest"], names[: match.start("rest")]
        several = pattern is _VANCOUVER and "," in before
        if several and len(rest.split()) > 1 and not _OF_INITIALS.search(rest):
            return match.start("rest")
        turned = pattern is _COMMA or (pattern is _COLON and "," in before)
        if _is_of_title(rest, mark, turned):
            return match.start("rest")
    return -1


def _is_of_title(rest: str, mark: str, inverted: bool) -> bool:
    """Whether words behind a name run on into the title, or are too many for a family name;
    "Donald E. Knuth: Title" has its family name there, names turned round have not."""
    words = len(rest.split())
    runs_on = mark == "" or (mark == ":" and (inverted or words >= LEAST_WORDS - 1))
    return not _OF_NAMES.search(rest) and (runs_on or words >= LEAST_WORDS)


def _with_last_name(text: str, parts: Parts, at: int) -> Parts:
    """The last of the authors' names taken back from the start of the title."""
    if at + 1 == len(parts) or parts[at + 1].label != "title":
        return parts
    author, title = parts[at], parts[at + 1]
    left = _LEFT_OVER.match(title.value)
    listed = text[author.field.end : title.field.start] == ", "
    if left is None or not listed or not _ENDS_WITH_INITIALS.search(author.value):
        return parts
    names = _joined(text, author, title.cut("author", 0, left.end("name")), "author")
    return (*parts[:at], names, title.cut("title", left.end()), *parts[at + 2 :])


def _authors_before_year(text: str, parts: Parts) -> Parts | None:
    """Everything in front of the year made the authors, where the title stands behind it and only
    commas part what stands before; None where it is not so."""
    year = next((at for at, part in enumerate(parts) if part.label == "date"), -1)
    front, behind = parts[:year], parts[year + 1 :]
    if year < 2 or not behind or {part.label for part in front} != {"author", "title"}:
        return None
    initials = not re.search(r"[^\W\d_]{2}", front[0].value)
    listed = all(
        _COMMA_ONLY.fullmatch(text, one.field.end - 1, other.field.start)
        for one, other in pairwise(front)
    )
    if not listed and not (initials and year == 2):
        return None
    if behind[0].label != "title" and not (initials and behind[0].label in _WORKS):
        return None
    names = _joined(text, front[0], front[-1], "author")
    return (names, parts[year], behind[0].under("title"), *behind[1:])


def _joined(text: str, first: Part, last: Part, label: str) -> Part:
    """One part from the start of `first` to the end of `last`, with the bracket that closes it."""
    start, end = first.field.start, last.field.end
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    field = LabelledField(label, text[start:end], start, end)
    return Part(field, min(first.sure, last.sure))
