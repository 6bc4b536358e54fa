"""Names of persons and bodies, in the four parts of BibLaTeX (manual, section 2.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """One name. A body (`literal`) has no parts; a person has a family name at least.

    `prefix` is the particle ("van", "de la"), `suffix` the "Jr." or "III". `dropped` says whether
    the prefix is left behind where the family name comes first ("Wiel, Clara van de"; CSL's
    dropping particle), None where a source does not show it; names that differ in this alone are
    equal.
    """

    family: str = ""
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    literal: str = ""
    dropped: bool | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Names:
    """A list of names; `others` says that the source closes it with "et al."."""

    names: tuple[Name, ...]
    others: bool = False


_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_SPACE = re.compile(r"[\s~]+")


def parse_names(text: str) -> Names:
    """Names in BibTeX's syntax: `First von Last`, `von Last, Jr, First`, `{Body}`.

    Braces hold together what they enclose; they are taken off the parts.
    """
    names = []
    others = False
    for part in _split(text, _AND):
        if part.lower() == "others":
            others = True
        elif part:
            names.append(_parse_name(part))
    return Names(tuple(names), others)


def format_names(names: Names) -> str:
    """Names in BibTeX's syntax, `von Last, Jr, First`; bodies in braces."""
    parts = [format_name(name) for name in names.names]
    return " and ".join(parts + ["others"] * names.others)


def format_name(name: Name) -> str:
    """One name in BibTeX's syntax."""
    if name.literal:
        return f"{{{name.literal}}}"
    family = " ".join(part for part in (_held(name.prefix), _family(name)) if part)
    if name.suffix:
        return f"{family}, {_held(name.suffix)}, {_held(name.given)}".rstrip()
    return f"{family}, {_held(name.given)}" if name.given else family


def _family(name: Name) -> str:
    """The family name, in braces where a word of it would be read as another part of the name."""
    words = name.family.split()
    small = any(map(_is_small, words)) and (len(words) > 1 or not name.given or bool(name.prefix))
    alone = len(words) > 1 and not (name.given or name.suffix)
    return f"{{{name.family}}}" if words and (small or alone) else _held(name.family)


def _held(part: str) -> str:
    """The part, in braces where an "and" or a comma inside it would be taken for syntax."""
    return f"{{{part}}}" if _AND.search(f" {part} ") or "," in part else part


def _parse_name(text: str) -> Name:
    if text.startswith("{") and _closing(text, 0) == len(text) - 1:
        return Name(literal=_bare(text))
    parts = list(_split(text, _COMMA))
    words = list(_split(parts[0], _SPACE))
    if len(parts) == 1:
        return _first_last(words)
    prefix = _particles(words)
    family = _bare(" ".join(words[prefix:]))
    given = _bare(parts[-1])
    suffix = _bare(parts[1]) if len(parts) > 2 else ""
    return Name(family, given, _bare(" ".join(words[:prefix])), suffix)


def _first_last(words: list[str]) -> Name:
    """`First von Last`: the particle is what is in lower case before the last word."""
    if len(words) == 1:
        return Name(family=_bare(words[0]))
    small = [at for at, word in enumerate(words[:-1]) if _is_small(word)]
    start = small[0] if small else len(words) - 1
    last = small[-1] + 1 if small else len(words) - 1
    return Name(
        family=_bare(" ".join(words[last:])),
        given=_bare(" ".join(words[:start])),
        prefix=_bare(" ".join(words[start:last])),
    )


def _particles(words: list[str]) -> int:
    """How many words at the start are a particle; the family name keeps one word at least."""
    count = 0
    while count < len(words) - 1 and _is_small(words[count]):
        count += 1
    return count


def _is_small(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    return bool(letters) and not word.startswith("{") and letters[0].islower()


def _bare(text: str) -> str:
    return text.replace("{", "").replace("}", "").replace("~", " ").strip()


def _split(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """Cut `text` at `separator` outside of braces."""
    start = 0
    text = text.strip()
    masked = _masked(text)
    for match in separator.finditer(masked):
        yield text[start : match.start()].strip()
        start = match.end()
    yield text[start:].strip()


def _masked(text: str) -> str:
    """The text with everything in braces replaced by a letter, so that it has no separators."""
    if "{" not in text:
        return text
    depth = 0
    masked = []
    for character in text:
        depth += character == "{"
        masked.append("x" if depth > 0 else character)
        depth -= character == "}" and depth > 0
    return "".join(masked)


def _closing(text: str, start: int) -> int:
    """Where the brace at `start` is closed, or the end of the text."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return at
    return len(text)


# Initials behind a family name, as in `Smith J.A.`.
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)+")
# Words of bodies, which have no family name, in the languages of most catalogues.
_BODIES = frozenset(
    """
    academy agency association authority bank board bureau center centre church club collaboration
    college commission committee company conference consortium convention corporation council
    department division federation foundation government group inc institute institut international
    laboratory league library limited ltd ministry museum network office organisation organization
    parliament party press programme project school senate society team union university universität
    united nations gmbh verein gesellschaft ministerium universidad université universita ministère
    association instituto istituto
    """.split()
)


def parse_person(text: str) -> Name:
    """A name as databases print it: `Family, Given`, `Family, Given, Jr.`, `Smith JA`,
    `Given Family`, or a body."""
    text = " ".join(text.split()).strip(" ;")
    if "," in text:
        parts = [part.strip() for part in text.split(",", 2)]
        words = parts[0].split()
        prefix = _particles(words)
        if len(parts) > 1 and not parts[1]:
            # `Body,` is how some programs say that a name has no parts.
            return Name(literal=parts[0]) if len(words) > 1 else Name(family=parts[0])
        suffix = parts[2] if len(parts) > 2 else ""
        return Name(" ".join(words[prefix:]), parts[1], " ".join(words[:prefix]), suffix)
    words = text.split()
    if len(words) < 2:
        return Name(family=text)
    if len(words) > 5 or any(word.strip("().&").lower() in _BODIES for word in words):
        return Name(literal=text)
    if any(character.isdigit() for character in text) or {"of", "for", "the"} & set(words):
        return Name(literal=text)
    if _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return Name(" ".join(words[:-1]), words[-1])
    if (
        words[-1].isupper()
        and words[-1].isalpha()
        and len(words[-1]) <= 3
        and not words[0][1:2].isupper()
    ):
        return Name(" ".join(words[:-1]), " ".join(f"{letter}." for letter in words[-1]))
    return _first_last(words)


def format_person(name: Name) -> str:
    """One name as `von Family, Given, Jr.`, the order of RIS, EndNote and their kin."""
    if name.literal:
        return f"{name.literal},"
    family = " ".join(part for part in (name.prefix, name.family) if part)
    return ", ".join(
        [family, *([name.given] if name.given or name.suffix else []), *filter(None, [name.suffix])]
    )
