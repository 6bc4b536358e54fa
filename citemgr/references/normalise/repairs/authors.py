"""Where the authors end and the title begins, when the labels run over.

Inverted names end with initials: "Gilbert E. Eat, Pray" and "Toutanova, K. BERT" hold the start of
the title. A colon ends the authors as German lists print them. In author-date lists everything in
front of the year names the authors.
"""

from __future__ import annotations

import re
from itertools import pairwise

from citemgr.references.normalise.repairs.parts import Part, Parts, stretch

_FAMILY = r"[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+)?"
_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]{1,3}(?:-[^\W\d_a-zß-öø-ÿ]{1,3})?"
_DOTTED = r"(?:[^\W\d_]\.[\s\-]?)+"
# Names family first, each with its initials; then, behind a stop, words without any.
_VANCOUVER = re.compile(
    rf"(?:{_FAMILY} {_CAPITALS}, )*{_FAMILY} {_CAPITALS}\. (?P<rest>[^\W\d_].{{2,}})"
)
_TURNED = re.compile(r"[^\W\d_][\w'’\-]+, ")
_RUN_OVER = re.compile(rf"\s{_DOTTED}(?<=\s)(?P<rest>[^\W\d_][^,&]{{2,}})")
_COLON = re.compile(r"[^:]{4,80}[^:\s]: (?P<rest>[^\W\d_].{2,})")
# Initials first: what follows the name behind "and" is none that begins with initials.
_LAST_BY_AND = re.compile(
    rf"[ ,&](?:and|und|et|y|&) (?:[^\W\d_]\.[\s\-]?){{1,4}}{_FAMILY}, "
    r"(?P<rest>(?![^\W\d_]\.)[^\W\d_].{2,})"
)
# A last name with its initials that went to the title.
_LEFT_OVER = re.compile(rf"(?P<name>{_FAMILY} {_CAPITALS}\.) (?=[^\W_])")
_ENDS_WITH_INITIALS = re.compile(rf"{_FAMILY} {_CAPITALS}")
# What only names have: an initial, or what joins names.
_OF_NAMES = re.compile(r"\b[^\W\d_]\.|\b(?:and|und|et|y|e|и|with)\b|[&;/]|^[a-zà-ÿ]")
_OF_INITIALS = re.compile(rf"\b[^\W\d_]\.|[;/]|^[a-zà-ÿ]|{_FAMILY} {_CAPITALS}[,.]")
# What names never have: a word in lower case that is no particle and joins nothing.
_OF_TITLES = re.compile(
    r"(?<!\w)(?!(?:and|und|with|von|van|der|den|del|della|dos|las|los|ter|ten|bin|ibn|zur|vom)\b)"
    r"[a-zß-öø-ÿа-яё]{3,}(?!\w)"
)
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
    mark = text[author.end : behind[0].start].strip() if close else "."
    start = _title_start(author.value, mark)
    if start < 0:
        return parts
    last = len(author.value[:start].rstrip(" ,:"))
    names, rest = author.cut("author", 0, last), author.cut("title", start)
    if close and len(mark) <= LONGEST_MARK:
        return (*parts[:at], names, _joined(text, rest, behind[0], "title"), *behind[1:])
    return (*parts[:at], names, rest, *behind)


def _title_start(names: str, mark: str) -> int:
    """Where the title begins in `names`, behind which `mark` stands; -1 where it does not."""
    if names[1:2] == ".":
        by_and = _LAST_BY_AND.search(names)
        return by_and.start("rest") if by_and is not None else -1
    listed = _VANCOUVER.fullmatch(names) if ". " in names else None
    words = len(listed["rest"].split()) if listed is not None else 0
    several = listed is not None and "," in names[: listed.start("rest")]
    if listed and several and words > 1 and not _OF_INITIALS.search(listed["rest"]):
        return listed.start("rest")
    if listed and words >= LEAST_WORDS - 1 and _OF_TITLES.search(listed["rest"].partition(". ")[0]):
        return listed.start("rest")
    for match, turned in (
        (listed, words > 1),
        (_behind_turned(names), True),
        (_COLON.fullmatch(names) if ": " in names else None, "," in names.partition(":")[0]),
    ):
        if match is not None and _is_of_title(match["rest"], mark, turned):
            return match.start("rest")
    return -1


def _behind_turned(names: str) -> re.Match[str] | None:
    """The words behind the initials of the last of several names that are turned round."""
    comma = names.rfind(",")
    if names.rfind("&") > comma or not _TURNED.match(names):
        return None
    before, _, family = names[:comma].rpartition(" ")
    several = bool(before) and len(family) > 1 and family[0].isalpha()
    return _RUN_OVER.fullmatch(names, comma + 1) if several else None


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
    listed = text[author.end : title.start] == ", "
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
        _COMMA_ONLY.fullmatch(text, one.end - 1, other.start) for one, other in pairwise(front)
    )
    if not listed and not (initials and year == 2):
        return None
    if behind[0].label != "title" and not (initials and behind[0].label in _WORKS):
        return None
    names = _joined(text, front[0], front[-1], "author")
    return (names, parts[year], behind[0].under("title"), *behind[1:])


def _joined(text: str, first: Part, last: Part, label: str) -> Part:
    """One part from the start of `first` to the end of `last`, with the bracket that closes it."""
    start, end = first.start, last.end
    if text[start:end].count("(") > text[start:end].count(")") and text[end : end + 1] == ")":
        end += 1
    return stretch(text, label, start, end, min(first.sure, last.sure))
