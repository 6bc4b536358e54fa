"""What can be wrong between text and reference list: one function a rule, `L101` and up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from citemgr.links.reading import Pointer, Reading
from citemgr.links.scene import Choice
from citemgr.model import RULES, Finding, Kind, Span, Style


def find_problems(
    reading: Reading, pointers: Sequence[Pointer], choices: Mapping[int, Choice]
) -> tuple[Finding, ...]:
    """The findings about the callouts of a document, in the order of the text."""
    found = [
        *callouts_without_reference(reading, pointers),
        *references_never_cited(reading, pointers, choices),
        *numbers_out_of_range(reading, pointers),
        *ambiguous_callouts(pointers),
        *numbers_and_names_at_odds(pointers),
        *quotations_with_empty_callout(reading, pointers, choices),
    ]
    return tuple(sorted(found, key=lambda finding: (finding.span or Span(0, 0), finding.code)))


def callouts_without_reference(reading: Reading, pointers: Sequence[Pointer]) -> Iterator[Finding]:
    """A callout names a work that the reference list lacks.

    The text cites "(Smith 2020)" or `[@smith]`, and no line of the reference list is by Smith of
    2020. Add the line, or mend the name or year. Raised only in documents that cite other works of
    their reference list in the same way.
    """
    resolved = {p.style for p in pointers if any(t.reference is not None for t in p.targets)}
    for pointer in pointers:
        if pointer.style in (Style.NUMERIC, Style.SUPERSCRIPT) or not pointer.missing:
            continue
        if pointer.style in resolved or pointer.style is Style.KEY:
            yield _finding("L101", f"{pointer.missing}", pointer.span)


def references_never_cited(
    reading: Reading, pointers: Sequence[Pointer], choices: Mapping[int, Choice]
) -> Iterator[Finding]:
    """A line of the reference list that no callout names.

    The list prints a work to which nothing in the text points. Cite it or take it out. A list of
    further reading is such a list by intent. Raised only where other lines of the list are cited.
    """
    cited = {t.reference for p in pointers for t in p.targets if t.reference is not None}
    cited |= {choice.reference for choice in choices.values() if choice.reference is not None}
    listed = [i for i, ref in enumerate(reading.references) if ref.role == "list"]
    if not cited.intersection(listed):
        return
    for index in listed:
        if reading.works.canonical(index) not in cited and index not in cited:
            reference = reading.references[index]
            yield _finding(
                "L102", f"no callout names this work: {reference.text[:60]}", reference.span
            )


def numbers_out_of_range(reading: Reading, pointers: Sequence[Pointer]) -> Iterator[Finding]:
    """A number points past the end of the reference list.

    The text has `[12]`, and the numbered list has no line 12. The list may have been cut off, or a
    work was taken out of it and the numbers were not.
    """
    for pointer in pointers:
        if pointer.style in (Style.NUMERIC, Style.SUPERSCRIPT) and pointer.missing:
            yield _finding("L103", pointer.missing, pointer.span)


def ambiguous_callouts(pointers: Sequence[Pointer]) -> Iterator[Finding]:
    """An author and a year fit several works of the list.

    "(Smith 2020)" where Smith has two works of 2020. Tell them apart by letters, 2020a and 2020b,
    in the text and in the list; no quotation is linked by such a callout.
    """
    for pointer in pointers:
        if pointer.ambiguous:
            yield _finding("L104", f"several works fit: {pointer.why}", pointer.span)


def numbers_and_names_at_odds(pointers: Sequence[Pointer]) -> Iterator[Finding]:
    """A number leads to one author, and the name before it is another's.

    "Alder [5]" where line 5 of the list is by Brandt, and Alder has a line too. Most often the
    list was renumbered; the quotation is linked to the work of the author, with little confidence.
    """
    for pointer in pointers:
        if pointer.clash:
            yield _finding("L106", pointer.clash, pointer.span)


def quotations_with_empty_callout(
    reading: Reading, pointers: Sequence[Pointer], choices: Mapping[int, Choice]
) -> Iterator[Finding]:
    """A quotation is followed by a callout that names no work that is printed.

    The words have a source, but it cannot be told which: the note is empty or names no work, or the
    number or name leads nowhere.
    """
    for index, choice in choices.items():
        quoting = reading.quotations[index].kind is Kind.QUOTATION
        if quoting and choice.reference is None and choice.pointer is not None:
            span = pointers[choice.pointer].span
            quoted = " ".join(reading.quotations[index].span.of(reading.text).split())
            yield _finding(
                "L105", f"the source of “{quoted[:40]}…” is not told by its callout", span
            )


def _finding(code: str, message: str, span: Span) -> Finding:
    rule = RULES[code]
    return Finding(code, message, rule.severity, span)
