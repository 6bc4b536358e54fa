"""What stands inside the lines of a source text without being said there.

The numbers of notes, glued to a word, in brackets or raised; the numbers of lines and verses in the
margin; the names of entities that markup left behind.
"""

from __future__ import annotations

import re

_AT_LINE_BEGIN = re.compile(r"(?m)^[ \t]*(\d{1,4})(?=[ \t.)])")
_AT_LINE_END = re.compile(r"(?m)[ \t]{2,}(\d{1,4})[ \t\r]*$")
_TO_LINE_END = re.compile(r"[ \t]*(?:\r?\n|$)")
_LINES_COUNTED = 5  # every fifth line has its number printed
_BELONGS_TO_NUMBER = frozenset("$€£#№§-–—+−(/")
_GOES_ON = re.compile(r"\s+[^\W\d_A-ZÀ-ÞА-Я]")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,5}|#x[0-9a-fA-F]{1,5});?")


def is_note_marker(text: str, start: int, end: int) -> bool:
    """Whether the number at `start`:`end` is the mark of a note: raised, in brackets, or glued to
    the word or the stop before it."""
    word = text[start:end]
    if not word.isdigit() or len(word) > 3:
        return False
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    if not word.isascii():  # raised figures
        return True
    if (before, after) in (("[", "]"), ("(", ")"), ("{", "}")):
        return True
    if not before or before.isspace() or after.isalnum() or before in _BELONGS_TO_NUMBER:
        return False
    if not before.isalnum() and text[max(0, start - 2) : start - 1].strip() == "":
        return False  # an opening mark: the number is said
    if before in ".!?" and _GOES_ON.match(text, end):  # "No.5 of the list"
        return False
    return not text[max(0, start - 2) : start - 1].isdigit()


def is_margin_number(text: str, start: int, end: int) -> bool:
    """Whether the number stands in the margin and counts lines or verses: at the beginning or end
    of a line, in a column of its own or with a neighbour in the same series."""
    if not text[start:end].isdecimal() or end - start > 4:
        return False
    number = int(text[start:end])
    line = text.rfind("\n", 0, start) + 1
    if not text[line:start].strip() and line:
        others = _AT_LINE_BEGIN
        stop = text.find("\n", end) + 1
        around = (text[text.rfind("\n", 0, line - 1) + 1 : line], text[stop : stop + 40])
        if any(each[: end - line].isspace() and each[end - line :].strip() for each in around):
            return True
    elif _TO_LINE_END.match(text, end) and text[max(0, start - 2) : start].isspace():
        others = _AT_LINE_END
        if number % _LINES_COUNTED == 0:
            return True
    else:
        return False
    series = {int(each) for each in others.findall(text)}
    return any(number + step in series for step in (-1, 1, -5, 5, -10, 10))


def is_entity(text: str, start: int, end: int) -> bool:
    """Whether the word is the name in an entity, `&amp;`."""
    match = _ENTITY.match(text, max(0, start - 2)) or _ENTITY.match(text, max(0, start - 1))
    return match is not None and match.start() < start and match.end() >= end
