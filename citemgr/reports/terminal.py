"""What a scan found, for a person at a terminal.

For each document: its quotations, to what each was linked and why; its references, and which of
them are new in the library; what needs a person's eye. Colours are asked for here and taken out
again where the stream is no terminal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import click

from citemgr.intake import Plan, Taken, quotations_path
from citemgr.model import Entry, Finding, Kind, Link, Place, Quotation, Scan, Severity
from citemgr.values import Date, Name, Names

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}

# Columns that place, arrow and indentation take from a line.
_MARGIN = 14

# Of a long passage, the share of the line that its beginning gets; the end gets the rest, because
# where a quotation ends is what one wants to see.
_HEAD_SHARE = 0.6

# How many authors are named before "et al.".
_NAMED_AUTHORS = 2


def document_report(taken: Taken, width: int = 100, verbosity: int = 0) -> str:
    """All of one document: quotations, links, references, findings. `width` is that of the terminal
    in columns; `verbosity` is -1 for what needs an eye alone, 1 for terms, titles and reasons
    too."""
    parts = [finding_lines(taken)]
    if verbosity >= 0:
        parts = [
            quotation_lines(taken, width, verbosity > 0),
            reference_lines(taken, width),
            *parts,
        ]
    return _under_headline(taken, *parts)


def quotations_report(taken: Taken, width: int = 100, verbosity: int = 0) -> str:
    """The quotations of one document with their links."""
    return _under_headline(taken, quotation_lines(taken, width, verbosity > 0))


def references_report(taken: Taken, width: int = 100, verbosity: int = 0) -> str:
    """The references of one document; with `verbosity` 1 also as they are printed."""
    return _under_headline(taken, reference_lines(taken, width, verbosity > 0))


def _under_headline(taken: Taken, *parts: Iterable[str]) -> str:
    return "\n".join([headline(taken), *(line for part in parts for line in part)])


def headline(taken: Taken) -> str:
    """The document and what was found in it, in numbers."""
    scan = taken.scan
    quotations = [each for each in scan.quotations if each.kind is Kind.QUOTATION]
    linked = {link.quotation for link in scan.links}
    count = sum(
        1
        for index, each in enumerate(scan.quotations)
        if each.kind is Kind.QUOTATION and index in linked
    )
    numbers = f"{counted(len(quotations), 'quotation')}, {count} linked; "
    numbers += counted(len(scan.references), "reference")
    return f"{click.style(scan.document.origin.path, bold=True)}: {numbers}"


def quotation_lines(taken: Taken, width: int, verbose: bool = False) -> Iterator[str]:
    """Each quotation with its place, and under it each link with its reason."""
    links = taken.links()
    for index, quotation in enumerate(taken.scan.quotations):
        if quotation.kind is Kind.QUOTATION or verbose:
            yield _passage(taken.scan, quotation, width)
            yield from (f"           {_link(taken, link)}" for link in links.get(index, ()))
            if quotation.kind is Kind.QUOTATION and index not in links:
                yield f"           {click.style('→ no source found', fg='yellow')}"
        if verbose and quotation.reasons:
            yield click.style(f"           {'; '.join(quotation.reasons)}", dim=True)


def reference_lines(taken: Taken, width: int, verbose: bool = False) -> Iterator[str]:
    """Each work that the document cites, once, and whether the library gets it from here; `verbose`
    adds each reference as it is printed."""
    new = set(taken.new)
    seen: set[str] = set()
    for reference, key in zip(taken.scan.references, taken.keys, strict=True):
        if key in seen and not verbose:
            continue
        seen.add(key)
        place = _place(taken.scan.document.origin.place(reference.span.start))
        state = click.style("new  ", fg="green") if key in new else "known"
        words = beginning(describe(reference.entry), width - _MARGIN - len(f"known  {key}  "))
        yield f"  {place:>7}  {state}  {click.style(key, bold=True)}  {words}"
        if verbose:
            yield click.style(f"{'':11}{reference.confidence:.2f}  {reference.text}", dim=True)


def finding_lines(taken: Taken) -> Iterator[str]:
    """What needs a person's eye."""
    for finding in taken.findings:
        place = taken.scan.document.origin.place(finding.span.start) if finding.span else None
        yield f"  {_place(place) if place else '':>7}  {finding_words(finding)}"


def finding_words(finding: Finding) -> str:
    """Code, severity and message; without the place."""
    head = click.style(f"{finding.code} {finding.severity}", fg=COLOURS[finding.severity])
    return f"{head}: {finding.message}"


def file_finding_line(finding: Finding) -> str:
    """A finding about a file that could not be read as a document."""
    place = ":".join(str(part) for part in (finding.path, finding.line, finding.column) if part)
    return f"{click.style(place, bold=True)}: {finding_words(finding)}"


def plan_report(plan: Plan, written: bool) -> str:
    """What the library and the quotations beside it got, or would get."""
    changes = plan.changes
    verb = "" if written else "would be "
    path = plan.library.path
    return "\n".join(
        [
            f"{path}: {counted(len(plan.new), 'work')} {verb}new, {len(plan.met)} known",
            f"{quotations_path(path)}: {counted(len(changes.added), 'quotation')} {verb}new, "
            f"{len(changes.changed)} changed, {len(changes.removed)} gone, "
            f"{len(changes.same)} as before",
        ]
    )


def describe(entry: Entry) -> str:
    """Who, when, what: enough to recognise a work."""
    who = _people(entry)
    when = entry.fields.get("date", entry.text("year"))
    year = str(when.year) if isinstance(when, Date) else str(when)
    title = ": ".join(filter(None, (entry.text("title"), entry.text("subtitle"))))
    what = title or entry.text("note") or entry.text("url")
    return ", ".join(filter(None, (" ".join(filter(None, (who, year))), what)))


def one_line(text: str, width: int) -> str:
    """`text` on one line of at most `width` columns: its beginning and its end."""
    text = " ".join(text.split())
    if len(text) <= width:
        return text
    head = int(width * _HEAD_SHARE)
    return f"{text[:head].rstrip()} … {text[len(text) - (width - head - 3) :].lstrip()}"


def beginning(text: str, width: int) -> str:
    """`text` on one line, cut at its end to `width` columns."""
    text = " ".join(text.split())
    return text if len(text) <= width else f"{text[: max(0, width - 2)].rstrip()} …"


def counted(number: int, noun: str) -> str:
    """`1 work`, `2 works`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _passage(scan: Scan, quotation: Quotation, width: int) -> str:
    place = _place(scan.document.origin.place(quotation.span.start))
    marks = len(quotation.open_mark) + len(quotation.close_mark)
    words = one_line(quotation.span.of(scan.document.text), width - _MARGIN - marks)
    kind = "" if quotation.kind is Kind.QUOTATION else click.style(f"{quotation.kind}  ", dim=True)
    return f"  {place:>7}  {kind}{quotation.open_mark}{words}{quotation.close_mark}"


def _link(taken: Taken, link: Link) -> str:
    scan = taken.scan
    callout = (
        "" if link.callout is None else scan.callouts[link.callout].span.of(scan.document.text)
    )
    key = click.style(taken.keys[link.reference], bold=True)
    where = f", {link.locator.kind} {link.locator.value}" if link.locator else ""
    by = f" by {one_line(callout, 40)}" if callout else ""
    why = f": {link.why}" if link.why else ""
    return f"→ {key}{where}{by} ({link.method}, {link.confidence:.2f}){why}"


def _place(place: Place) -> str:
    """The place without the path, as short as it can be said."""
    if place.line is not None:
        return f"{place.line}:{place.column}"
    named: Sequence[tuple[str, object]] = (
        ("n. ", place.note),
        ("p. ", place.page),
        ("¶ ", place.paragraph),
    )
    return next((f"{sign}{value}" for sign, value in named if value is not None), "")


def _people(entry: Entry) -> str:
    names = next(
        (
            value
            for name in ("author", "editor", "translator", "director")
            if isinstance(value := entry.fields.get(name), Names)
        ),
        None,
    )
    if names is None:
        return ""
    shown = [_surname(name) for name in names.names[:_NAMED_AUTHORS]]
    more = names.others or len(names.names) > _NAMED_AUTHORS
    return " and ".join(shown[:1] if more else shown) + (" et al." if more else "")


def _surname(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.prefix, name.family)))
