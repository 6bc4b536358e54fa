"""Lists of names in a `.bib` file: BibTeX's syntax, and BibLaTeX's with labelled parts,
`given=Hans, family=Harman, prefix=von` (BibLaTeX manual, section 3.5; biber's extended names)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats.tex import decode, release
from citemgr.values import Name, Names
from citemgr.values.names import parse_names

_LABELLED = re.compile(r"(?:^|,)\s*\"?(?P<part>family|given|prefix|suffix)\s*=", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_PARTS = ("family", "given", "prefix", "suffix")


def names_of(value: str) -> Names:
    """The names of a raw value. Its commands are read first, so that taking off braces spoils
    none."""
    text = decode(" ".join(value.split()))
    if "=" not in text or not _LABELLED.search(text):
        return _released(parse_names(text))
    names: list[Name] = []
    others = False
    for each in _split(text, _AND):
        if _LABELLED.match(each):
            names.append(_labelled(each))
        else:
            parsed = parse_names(each)
            names += parsed.names
            others = others or parsed.others
    return _released(Names(tuple(names), others))


def _labelled(text: str) -> Name:
    """A name whose parts have labels; of a part given twice the last one counts, and what has no
    place in a name (`id`, `useprefix`) is left out."""
    parts = dict.fromkeys(_PARTS, "")
    for each in _split(text, _COMMA):
        label, _, words = each.strip('"').partition("=")
        if label.strip().lower() in parts:
            parts[label.strip().lower()] = words.replace("{", "").replace("}", "").strip(' "')
    return Name(parts["family"], parts["given"], parts["prefix"], parts["suffix"])


def _split(text: str, separator: re.Pattern[str]) -> Iterator[str]:
    """The pieces of the text between separators that stand outside of braces."""
    depths = [0]
    for character in text:
        depths.append(depths[-1] + (character == "{") - (character == "}"))
    start = 0
    for match in separator.finditer(text):
        if depths[match.start()] == 0:
            yield text[start : match.start()]
            start = match.end()
    yield text[start:]


def _released(names: Names) -> Names:
    """The names with the characters that TeX had escaped."""
    return Names(
        tuple(
            Name(
                release(each.family),
                release(each.given),
                release(each.prefix),
                release(each.suffix),
                release(each.literal),
            )
            for each in names.names
        ),
        names.others,
    )
