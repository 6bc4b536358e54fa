"""What a document yields, as JSON for scorers, editors and other programs.

The shape is that of `schemas/scan.schema.json`, which ships with the package. Offsets are code
points of `Document.text`; lines and columns count from 1. Fields are added over time, never
renamed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from citemgr.formats import to_csl
from citemgr.intake import Taken
from citemgr.model import Callout, Finding, Link, Locator, Quotation, Reference, Scan, Span

SCHEMA = 1


def document_line(taken: Taken) -> str:
    """One line of JSON Lines: the object of one document."""
    return json.dumps(document_object(taken), ensure_ascii=False)


def document_object(taken: Taken) -> dict[str, Any]:
    """The object of one document: its quotations, callouts, references, entries and findings."""
    scan = taken.scan
    links = taken.links()
    return {
        "schema": SCHEMA,
        "path": scan.document.origin.path,
        "format": scan.document.format,
        "quotations": [
            quotation_object(scan, quotation, identity, links.get(index, ()), taken.keys)
            for index, (quotation, identity) in enumerate(
                zip(scan.quotations, taken.ids, strict=True)
            )
        ],
        "callouts": [_callout(scan, callout) for callout in scan.callouts],
        "references": [
            _reference(reference, key)
            for reference, key in zip(scan.references, taken.keys, strict=True)
        ],
        "entries": _entries(scan.references, taken.keys),
        "findings": [finding_object(finding, scan) for finding in taken.findings],
    }


def failure_line(finding: Finding) -> str:
    """One line for a file that could not be read: the same object, empty but for the finding."""
    empty = dict.fromkeys(("quotations", "callouts", "references", "entries"), ())
    failed = {
        "schema": SCHEMA,
        "path": finding.path,
        **empty,
        "findings": [finding_object(finding)],
    }
    return json.dumps(failed, ensure_ascii=False)


def quotation_object(
    scan: Scan, quotation: Quotation, identity: str, links: Sequence[Link], keys: Sequence[str]
) -> dict[str, Any]:
    """A quotation with its best link; all links stand in `links`, the best one first."""
    best = links[0] if links else None
    return {
        "id": identity,
        "exact": quotation.span.of(scan.document.text),
        **_place(scan, quotation.span),
        "form": str(quotation.form),
        "kind": str(quotation.kind),
        "score": round(quotation.score, 4),
        "reasons": list(quotation.reasons),
        "speech": quotation.speech,
        "group": quotation.group,
        "level": quotation.level,
        "status": str(quotation.status),
        "alterations": [
            {"kind": str(each.kind), "start": each.span.start, "end": each.span.end}
            for each in quotation.alterations
        ],
        "callouts": sorted({link.callout for link in links if link.callout is not None}),
        "key": keys[best.reference] if best else None,
        "method": best.method if best else None,
        "confidence": round(best.confidence, 4) if best else None,
        **_locator(best.locator if best else None),
        "links": [
            {
                "reference": link.reference,
                "callout": link.callout,
                "key": keys[link.reference],
                "method": link.method,
                "confidence": round(link.confidence, 4),
                **_locator(link.locator),
                "why": link.why,
            }
            for link in links
        ],
    }


def finding_object(finding: Finding, scan: Scan | None = None) -> dict[str, Any]:
    """A finding with its place: in the document of `scan`, or in the file that it names."""
    members: dict[str, Any] = {
        "code": finding.code,
        "severity": str(finding.severity),
        "message": finding.message,
    }
    if scan is not None and finding.span is not None:
        return members | _place(scan, finding.span)
    members |= {"line": finding.line, "column": finding.column}
    return members if finding.path is None else members | {"path": finding.path}


def _callout(scan: Scan, callout: Callout) -> dict[str, Any]:
    targets = [target for target in callout.targets if target.reference is not None]
    return {
        "text": callout.span.of(scan.document.text),
        **_place(scan, callout.span),
        "style": str(callout.style),
        "references": [target.reference for target in targets],
        "locators": [_locator(target.locator)["locator"] for target in targets],
    }


def _reference(reference: Reference, key: str) -> dict[str, Any]:
    return {
        "text": reference.text,
        "start": reference.span.start,
        "end": reference.span.end,
        "label": reference.label,
        "role": reference.role,
        "key": key,
        "confidence": round(reference.confidence, 4),
        "fields": {name: round(value, 4) for name, value in reference.field_confidence.items()},
    }


def _entries(references: Sequence[Reference], keys: Sequence[str]) -> list[dict[str, Any]]:
    """One entry a work, as this document prints it: where it prints the work more than once, the
    fullest form, and a reference list before a note."""
    chosen: dict[str, Reference] = {}
    for reference, key in zip(references, keys, strict=True):
        if key not in chosen or _fullness(reference) > _fullness(chosen[key]):
            chosen[key] = reference
    return [to_csl(reference.entry.with_key(key)) for key, reference in chosen.items()]


def _fullness(reference: Reference) -> tuple[bool, int]:
    return reference.role == "list", len(reference.entry.fields)


def _place(scan: Scan, span: Span) -> dict[str, int | str | None]:
    place = scan.document.origin.place(span.start)
    members: dict[str, int | str | None] = {
        "start": span.start,
        "end": span.end,
        "line": place.line,
        "column": place.column,
    }
    named: Mapping[str, int | str | None] = {
        "page": place.page,
        "note": place.note,
        "paragraph": place.paragraph,
    }
    return members | {name: value for name, value in named.items() if value is not None}


def _locator(locator: Locator | None) -> dict[str, str | None]:
    """The place in the work, as printed; its kind stands beside it where there is one."""
    if locator is None:
        return {"locator": None}
    return {"locator": locator.value, "locator_kind": locator.kind}
