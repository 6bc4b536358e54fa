"""The quotations of a document, each beside the source to which it is linked.

Where a citation names several works, the one that has the passage counts. A quotation without a
source at hand is unchecked, which is said; where another source at hand has it, that is said too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from citemgr.checking.elsewhere import look_elsewhere
from citemgr.checking.fixing import fix_for
from citemgr.checking.judging import findings_of
from citemgr.checking.outcome import Item, Outcome
from citemgr.checking.pages import pages_of
from citemgr.checking.verdicts import check
from citemgr.intake import Annotation, Taken
from citemgr.model import VERDICTS, Checked, Document, Finding, Kind, Locator, Span, Verdict
from citemgr.sources import Shelf, Source

# Code points around a quotation that tell repeated passages apart.
_SURROUNDINGS = 64


def check_document(taken: Taken, shelf: Shelf) -> Outcome:
    """The outcome for one scanned document."""
    document = taken.scan.document
    links = taken.links()
    items: list[Item] = []
    for index, quotation in enumerate(taken.scan.quotations):
        if quotation.kind is not Kind.QUOTATION or quotation.speech:
            continue
        own = links.get(index, ())
        best = [link for link in own if link.callout == own[0].callout] if own else []
        cited = list(dict.fromkeys(taken.keys[link.reference] for link in best))
        locator = best[0].locator if best else None
        quote = _words(document, quotation.span)
        around = (
            document.text[max(0, quotation.span.start - _SURROUNDINGS) : quotation.span.start],
            document.text[quotation.span.end : quotation.span.end + _SURROUNDINGS],
        )
        checked, name = _best_of(quote, cited, shelf, locator, around)
        place = document.origin.place(quotation.span.start)
        item = Item(
            id=taken.ids[index],
            quote=quote,
            cited=name,
            checked=checked,
            line=place.line,
            column=place.column,
            printed=_printed(locator),
        )
        found = findings_of(item, document.origin.path, quotation.span)
        items.append(
            replace(item, findings=tuple(_with_fix(f, item, document, shelf) for f in found))
        )
    return Outcome(
        document.origin.path, tuple(items), tuple(_placed(document, f) for f in taken.findings)
    )


def _with_fix(finding: Finding, item: Item, document: Document, shelf: Shelf) -> Finding:
    """The finding with the source's wording as its fix, where one can be offered."""
    span, source = finding.span, shelf.get(item.checked.found_in or "")
    if finding.code != "Q201" or span is None or source is None:
        return finding
    if span.of(document.text) != item.quote:
        return finding
    return replace(finding, fix=fix_for(document.text, span, item.checked, source))


def check_stored(annotations: Sequence[Annotation], shelf: Shelf) -> Iterator[Outcome]:
    """The outcome for the quotations stored beside a library, one for each document."""
    by_path: dict[str, list[Item]] = {}
    for each in annotations:
        cited = [each.key] if each.key else []
        around = (each.prefix, each.suffix)
        checked, name = _best_of(each.exact, cited, shelf, each.locator, around)
        item = Item(each.id, each.exact, name, checked, printed=_printed(each.locator))
        found = findings_of(item, each.source)
        by_path.setdefault(each.source, []).append(replace(item, findings=tuple(found)))
    for path, items in by_path.items():
        yield Outcome(path, tuple(items))


def _best_of(
    quote: str,
    cited: Sequence[str],
    shelf: Shelf,
    locator: Locator | None,
    around: tuple[str, str],
) -> tuple[Checked, str]:
    """The best verdict among the cited works, and the work; looked for elsewhere if it is bad."""
    pages = pages_of(locator)
    held = [
        (check(quote, shelf[name], prefix=around[0], suffix=around[1], pages=pages), name)
        for name in cited
        if name in shelf
    ]
    name = cited[0] if cited else ""
    checked = Checked(Verdict.UNCHECKED)
    if held:
        checked, name = min(held, key=lambda pair: VERDICTS.index(pair[0].verdict))
    return look_elsewhere(quote, checked, name, shelf), name


def _printed(locator: Locator | None) -> str:
    return f"{locator.kind} {locator.value}" if locator is not None else ""


def _words(document: Document, span: Span) -> str:
    """The quotation without the signs of its format (Markdown's stars and links)."""
    inside = [mark for mark in document.markup if span.overlaps(mark)]
    parts: list[str] = []
    at = span.start
    for mark in inside:
        parts.append(document.text[at : max(at, mark.start)])
        at = max(at, mark.end)
    parts.append(document.text[at : span.end])
    return "".join(parts)


def _placed(document: Document, finding: Finding) -> Finding:
    place = document.origin.place(finding.span.start) if finding.span else None
    if place is None:
        return replace(finding, path=finding.path or document.origin.path)
    return replace(finding, path=place.path, line=place.line, column=place.column)


def compare_texts(
    quotes: Sequence[str], old: Source, new: Source
) -> Iterator[tuple[str, Verdict, Verdict]]:
    """The quotations whose verdict is another one beside `new` than beside `old`, with both."""
    for quote in quotes:
        was, now = check(quote, old).verdict, check(quote, new).verdict
        if was is not now:
            yield quote, was, now
