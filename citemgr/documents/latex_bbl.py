"""The `.bbl` that biber writes for biblatex: entries as fields (format version 3), turned back into
BibLaTeX and read as that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.formats import read_entries
from citemgr.model import CitemgrError, Entry

_SIGN = re.compile(r"\\(?:datalist|sortlist|refsection)\b")
_ENTRY = re.compile(
    r"\\entry\{(?P<key>[^{}]+)\}\{(?P<type>\w+)\}(?P<body>.*?)\\endentry", re.DOTALL
)
_GROUP = r"(?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+"
_FIELD = re.compile(rf"\\field\{{(?P<name>[a-z]+)\}}\{{(?P<value>{_GROUP})\}}")
_LIST = re.compile(rf"\\list\{{(?P<name>[a-z]+)\}}\{{\d+\}}\{{(?P<value>{_GROUP})\}}")
_NAMES = re.compile(r"\\name\{(?P<role>author|editor|translator)\}\{\d+\}\{[^{}]*\}\{")
_PART = re.compile(rf"\b(?P<part>family|given|prefix|suffix)=\{{(?P<value>{_GROUP})\}}")
_VERBATIM = re.compile(r"\\verb\{(?P<name>doi|url|eprint)\}\s*\\verb (?P<value>\S+)")
# What biber works out for sorting and labels is no field of the entry.
_OWN = re.compile(r"label|sort|extra|hash|uniq|single|(?:end)?dateera|(?:cite|title|date)source")
_DATES = (("year", "month", "day"), ("endyear", "endmonth", "endday"))
# biblatex's commands inside values.
_DELIMITERS = (
    (re.compile(r"\\bibnamedelim[a-z]\s*"), " "),
    (re.compile(r"\\bibrangedash\s*"), "--"),
    (re.compile(r"\\bibrangessep\s*"), ", "),
    (re.compile(r"\\bibinitperiod"), "."),
    (re.compile(r"\\bibinit(?:delim|hyphendelim)\s*"), " "),
)


def bbl_entries(text: str) -> list[Entry] | None:
    """The entries of a `.bbl` of biber; None where it is BibTeX's, which is LaTeX to be read."""
    if not _SIGN.search(text):
        return None
    for delimiter, printed in _DELIMITERS:
        text = delimiter.sub(printed, text)
    source = "\n".join(_biblatex(match) for match in _ENTRY.finditer(text))
    try:
        return list(read_entries(source, "biblatex").entries)
    except CitemgrError:
        return []


def _biblatex(match: re.Match[str]) -> str:
    fields = "".join(f" {name} = {{{value}}}," for name, value in _fields(match["body"]))
    return f"@{match['type']}{{{match['key']},{fields} }}"


def _fields(body: str) -> Iterator[tuple[str, str]]:
    plain = {
        each["name"]: each["value"]
        for each in _FIELD.finditer(body)
        if not _OWN.match(each["name"])
    }
    dates = [
        "-".join(plain.pop(name).zfill(2) for name in names if name in plain) for names in _DATES
    ]
    if dates[0]:
        yield "date", "/".join(filter(None, dates))
    yield from plain.items()
    yield from ((each["name"], each["value"]) for each in _VERBATIM.finditer(body))
    for each in _LIST.finditer(body):
        parts = re.findall(rf"\{{({_GROUP})\}}", each["value"])
        yield each["name"], " and ".join(parts)
    yield from _people(body)


def _people(body: str) -> Iterator[tuple[str, str]]:
    starts = [*_NAMES.finditer(body)]
    for number, match in enumerate(starts):
        end = starts[number + 1].start() if number + 1 < len(starts) else len(body)
        command = re.compile(r"\n\s*\\(?!name\b)").search(body, match.end())
        stretch = body[match.end() : min(end, command.start() if command else end)]
        others = ["others"] if f"\\true{{more{match['role']}}}" in body else []
        yield match["role"], " and ".join([*_persons(stretch), *others])


def _persons(stretch: str) -> Iterator[str]:
    """Each person in BibTeX's form, "von Last, Jr, First"; a new one begins with a family name."""
    person: dict[str, str] = {}
    for part in _PART.finditer(stretch):
        if part["part"] == "family" and person:
            yield _person(person)
            person = {}
        person[part["part"]] = part["value"]
    if person:
        yield _person(person)


def _person(person: dict[str, str]) -> str:
    family = " ".join(filter(None, (person.get("prefix"), person.get("family"))))
    if not person.get("given"):
        return f"{{{family}}}"
    return ", ".join(filter(None, (family, person.get("suffix"), person.get("given"))))
