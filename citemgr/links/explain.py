"""Why a quotation is linked as it is, in words: what `citemgr links` prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citemgr.model import Callout, Link, Quotation, Scan, Span

_SHOWN = 60  # code points of a quotation or callout that are printed


def explain(scan: Scan, keys: Sequence[str], line: int | None = None) -> Iterator[str]:
    """Yield the lines that explain the links of `scan`; `keys` are the references' keys.

    With `line` (from 1) only what stands on that line of the file: the quotations that cover it, or
    whose callout does, and the callouts that belong to none.
    """
    links: dict[int, list[Link]] = {}
    for link in scan.links:
        links.setdefault(link.quotation, []).append(link)
    told: set[int | None] = set()
    for index, quotation in enumerate(scan.quotations):
        own = [scan.callouts[k.callout].span for k in links.get(index, []) if k.callout is not None]
        if not any(_covers(scan, span, line) for span in (quotation.outer, *own)):
            continue
        yield _headline(scan, quotation.span, str(quotation.kind))
        found = links.get(index, [])
        yield from (
            (_link(scan, link, keys) for link in found) if found else _unlinked(scan, quotation)
        )
        told.update(link.callout for link in found)
    for index, callout in enumerate(scan.callouts):
        if index not in told and _covers(scan, callout.span, line):
            yield _headline(scan, callout.span, f"callout, {callout.style}")
            yield "    -> " + (_named(callout, keys) or "names no work that is printed")


def _covers(scan: Scan, span: Span, line: int | None) -> bool:
    if line is None:
        return True
    first = scan.document.origin.place(span.start).line
    last = scan.document.origin.place(max(span.start, span.end - 1)).line
    return first is not None and first <= line <= (last or first)


def _headline(scan: Scan, span: Span, kind: str) -> str:
    words = " ".join(span.of(scan.document.text).split())
    shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
    return f"{scan.document.origin.place(span.start)}: {shown} ({kind})"


def _link(scan: Scan, link: Link, keys: Sequence[str]) -> str:
    place = f", {link.locator.kind} {link.locator.value}" if link.locator else ""
    by = ""
    if link.callout is not None:
        callout = " ".join(scan.callouts[link.callout].span.of(scan.document.text).split())
        by = f" by {callout[:_SHOWN]}"
    key = keys[link.reference]
    return f"    -> {key}{place}{by} ({link.method}, {link.confidence:.2f}): {link.why}"


def _unlinked(scan: Scan, quotation: Quotation) -> Iterator[str]:
    problems = [
        finding.message
        for finding in scan.findings
        if finding.code == "L105"
        and finding.span is not None
        and quotation.outer.start <= finding.span.end
        and finding.span.start - quotation.outer.end <= _SHOWN
        and finding.span.start >= quotation.outer.start
    ]
    yield "    -> no source: " + (problems[0] if problems else "no callout belongs to it")


def _named(callout: Callout, keys: Sequence[str]) -> str:
    return "; ".join(
        keys[target.reference]
        + (f", {target.locator.kind} {target.locator.value}" if target.locator else "")
        for target in callout.targets
        if target.reference is not None
    )
