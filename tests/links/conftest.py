"""Cases of linking as data: a text with its quotations and references marked, and the links wanted.

In the text `⟦…⟧` encloses a quotation with its marks (a block quotation has none), and
`{{Family; Family | 2020 | Title}}` stands before a reference, which runs to the end of its line or
to `{{/}}`; `{{note: …}}` gives it the role of a note. Labels are read from what stands before.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from citemgr.documents import read_text
from citemgr.model import (
    Document,
    Entry,
    Form,
    Origin,
    Quotation,
    Reference,
    Span,
)
from citemgr.values import Date, Name, Names

CASES = Path(__file__).parent / "cases"
_MARKUP = re.compile(r"⟦|⟧|\{\{/\}\}|\{\{(?P<reference>[^{}]+)\}\}")
_LABEL = re.compile(r"[\[(]?\^?([\w⁰¹²³⁴⁵⁶⁷⁸⁹]{1,12})[\])]?[.:)]?\s*$")
_MARKS = "“”„«»\"‘’「」『』'‚‹›`"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: its document and what is wanted of it."""

    name: str
    document: Document
    quotations: tuple[Quotation, ...]
    references: tuple[Reference, ...]
    wanted: dict[str, Any]


def load(file: Path) -> list[Case]:
    """The cases of one file."""
    data = tomllib.loads(file.read_text("utf-8"))
    return [make(case["name"], case["text"].strip("\n"), case) for case in data["case"]]


def make(name: str, marked: str, wanted: dict[str, Any]) -> Case:
    """The case that the marked text describes."""
    text, quotations, references = "", [], []
    opened: list[int] = []
    pending: tuple[int, str] | None = None
    at = 0
    for match in [*_MARKUP.finditer(marked), None]:
        stretch = marked[at : match.start()] if match else marked[at:]
        if pending and "\n" in stretch:
            head, rest = stretch.split("\n", 1)
            text += head
            references.append(_reference(text, *pending))
            pending, stretch = None, "\n" + rest
        text += stretch
        if match is None:
            break
        at = match.end()
        if match["reference"]:
            pending = (len(text), match["reference"])
        elif match[0] == "{{/}}" and pending:
            references.append(_reference(text, *pending))
            pending = None
        elif match[0] == "⟦":
            opened.append(len(text))
        elif match[0] == "⟧":
            quotations.append(_quotation(text, opened.pop()))
    if pending:
        references.append(_reference(text, *pending))
    if "format" in wanted:
        document = read_text(text, name, wanted["format"])
    else:
        document = Document(text, Origin(f"{name}.txt"), language=wanted.get("language"))
    for index, key in enumerate(wanted.get("keys", ())):
        references[index] = replace(references[index], entry=references[index].entry.with_key(key))
    quotations.sort(key=lambda quotation: quotation.outer)
    return Case(name, document, tuple(quotations), tuple(references), wanted)


def _quotation(text: str, start: int) -> Quotation:
    outer = Span(start, len(text))
    printed = outer.of(text)
    inner = printed.strip(_MARKS + " \u00a0\u202f")
    begin = start + printed.index(inner)
    marked = printed[0] in _MARKS
    return Quotation(
        Span(begin, begin + len(inner)),
        outer,
        printed[0] if marked else "",
        printed[-1] if marked else "",
        Form.INLINE if marked else Form.BLOCK,
    )


def _reference(text: str, start: int, described: str) -> Reference:
    role = "note" if described.startswith("note:") else "list"
    names, year, title, *url = (part.strip() for part in described.removeprefix("note:").split("|"))
    fields: dict[str, Any] = {"title": title}
    if names:
        people = [_name(name) for name in names.split(";")]
        fields["author"] = Names(tuple(people))
    if year:
        fields["date"] = Date(int(year))
    if url:
        fields["url"] = url[0]
    if "In " in text[start:] or "," in title:
        fields["booktitle"] = "Whole"
    label = _LABEL.search(text[text.rfind("\n", 0, start) + 1 : start])
    return Reference(
        Span(start, len(text)),
        " ".join(text[start:].split()),
        Entry("online" if url else "misc", "", fields),
        label[1].translate(str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")) if label else None,
        role,  # type: ignore[arg-type]
    )


def _name(printed: str) -> Name:
    printed = printed.strip()
    return Name(literal=printed[1:]) if printed.startswith("=") else Name(family=printed)


ALL = [
    case for file in sorted(CASES.glob("*.toml")) if file.stem != "locators" for case in load(file)
]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes `linking_case` runs once for every case."""
    if "linking_case" in metafunc.fixturenames:
        metafunc.parametrize("linking_case", ALL, ids=lambda case: case.name)
