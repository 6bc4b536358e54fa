"""Where the authors end and the title begins, when the labels run over.

Inverted names end with initials: "Gilbert E. Eat, Pray" and "Toutanova, K. BERT" hold the start of
the title. A colon ends the authors as German lists print them. In author-date lists everything in
front of the year names the authors.
"""

from __future__ import annotations

import re

from citemgr.model import LabelledField
from citemgr.references.normalise.repairs.parts import Part, Parts

# Names family first, each with its initials; then, behind a stop, words without any.
_VANCOUVER = re.compile(
    r"(?:[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+)? [^\W\d_a-zß-öø-ÿ]{1,3}, )*"
    r"[^\W\d_][\w'’\-]+(?: [^\W\d_][\w'’\-]+)? [^\W\d_a-zß-öø-ÿ]{1,3}\. (?P<rest>[^\W\d_].{2,})"
)
_COMMA = re.compile(
    r"[^\W\d_][\w'’\-]+, .*[,&\s] ?[^\W\d_][\w'’\-]+, (?:[^\W\d_]\.[\s\-]?)+"
    r"(?<=\s)(?P<rest>[^\W\d_][^,&]{2,})"
)
_COLON = re.compile(r"[^:]{4,80}[^:\s]: (?P<rest>[^\W\d_].{2,})")
# What only names have: an initial, or what joins names.
_OF_NAMES = re.compile(r"\b[^\W\d_]\.|\b(?:and|und|et|y|e|и|with)\b|[&;/]|^[a-zà-ÿ]")
# Between two parts of one title stand marks at most.
LONGEST_MARK = 3
# No family name has so many words.
LEAST_WORDS = 4


def end_authors_with_their_names(text: str, parts: Parts) -> Parts:
    """Authors cut where their names end; what follows goes to the title."""
    at = next((at for at, part in enumerate(parts) if part.label == "author"), -1)
    if at < 0:
        return parts
    if _names_before_year(parts, at):
        whole = _joined(text, parts[at], parts[at + 1], "author")
        return (*parts[:at], whole, *parts[at + 2 :])
    author, behind = parts[at], parts[at + 1 :]
    close = bool(behind) and behind[0].label == "title"
    mark = text[author.field.end : behind[0].field.start].strip() if close else "."
    match = next(
        (
            found
            for pattern in (_VANCOUVER, _COMMA, _COLON)
            if (found := pattern.fullmatch(author.value))
            and _is_of_title(found["rest"], mark, pattern is _COMMA)
        ),
        None,
    )
    if match is None:
        return parts
    names, rest = (
        author.cut("author", 0, match.start("rest")),
        author.cut("title", match.start("rest")),
    )
    if close and len(mark) <= LONGEST_MARK:
        return (*parts[:at], names, _joined(text, rest, behind[0], "title"), *behind[1:])
    return (*parts[:at], names, rest, *behind)


def _is_of_title(rest: str, mark: str, inverted: bool) -> bool:
    """Whether words behind a name run on into the title, or are too many for a family name;
    "Donald E. Knuth: Title" has its family name there, names turned round have not."""
    words = len(rest.split())
    runs_on = mark == "" or (mark == ":" and (inverted or words >= LEAST_WORDS - 1))
    return not _OF_NAMES.search(rest) and (runs_on or words >= LEAST_WORDS)


def _names_before_year(parts: Parts, at: int) -> bool:
    """Whether the author is initials alone, the words up to the year are labelled a title, and the
    true title stands behind the year."""
    labels = [part.label for part in parts[at : at + 4]]
    initials = not re.search(r"[^\W\d_]{2}", parts[at].value)
    return initials and labels == ["author", "title", "date", "title"]


def _joined(text: str, first: Part, last: Part, label: str) -> Part:
    start, end = first.field.start, last.field.end
    field = LabelledField(label, text[start:end], start, end)
    return Part(field, min(first.sure, last.sure))
