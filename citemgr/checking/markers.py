"""What stands inside the lines of a source text without being said there.

The numbers of notes, glued to a word, in brackets or raised; the numbers of lines and verses in the
margin; numbers of notes and pages in brackets.
"""

from __future__ import annotations

import re

_AT_LINE_BEGIN = re.compile(r"(?m)^[ \t]*(\d{1,4})(?=[ \t.)])")
_AT_LINE_END = re.compile(r"(?m)[ \t]{2,}(\d{1,4})[ \t\r]*$")
_TO_LINE_END = re.compile(r"[ \t]*(?:\r?\n|$)")
_LINES_COUNTED = 5  # every fifth line has its number printed
_UNIT = 2  # letters of "km"
_FORMULA = 4  # letters of "NaCl"
_FAR_OUT = 4  # spaces between a line and its number in the right margin
_BELONGS_TO_NUMBER = frozenset("$€£#№§-–—+−(/")
_GOES_ON = re.compile(r"\s+[^\W\d_A-ZÀ-ÞА-Я]")
# The number of a note or page in brackets, with the word for it or without.
_BETWEEN_MARKS = re.compile(
    r"""(?ix) [\[{<|] \s? (?:(?:(?:foot)?note|fn|anm|fußnote|nota|прим|pp?|page|seite|s|стр
    |с|pag|pág)\b\.?\s?)? \d{1,4} [a-z]? \s? [\]}>|]"""
)
_LONGEST_MARK = 16


def may_carry_note(word: str) -> bool:
    """Whether a figure glued to a word may be a note's: not in a formula or unit ("CO2", "m2")."""
    return len(word) > _UNIT and not (word.isupper() and len(word) <= _FORMULA)


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
        if _in_empty_column(text, line, end):
            return True
    elif _TO_LINE_END.match(text, end) and text[max(0, start - 2) : start].isspace():
        others = _AT_LINE_END
        if number % _LINES_COUNTED == 0 and text[max(0, start - _FAR_OUT) : start].isspace():
            return True
    else:
        return False
    series = {int(each) for each in others.findall(text)}
    return any(number + step in series for step in (-1, 1, -5, 5, -10, 10))


def _in_empty_column(text: str, line: int, end: int) -> bool:
    """Whether the lines above and below have nothing where this one has its number."""
    stop = text.find("\n", end) + 1
    above = text[text.rfind("\n", 0, line - 1) + 1 : line]
    below = text[stop : stop + 40].partition("\n")[0]
    width = end - line
    around = [each for each in (above, below) if each.strip()]
    return bool(around) and all(each[:width].isspace() and each[width:].strip() for each in around)


def is_between_marks(text: str, start: int, end: int) -> bool:
    """Whether the word belongs to a note or page number that is set off: "[note 12]", "|39|"."""
    low = max(0, start - _LONGEST_MARK)
    return any(
        match.start() < start and end < match.end()
        for match in _BETWEEN_MARKS.finditer(text, low, end + _LONGEST_MARK)
    )
