"""Quotations as Web Annotations in JSON-LD (W3C Recommendations, 23 February 2017): a collection
with one page. To the stored annotation come the reference as text and the entry as CSL-JSON, so
that they can be read without the library."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator
from typing import Any

from citemgr.formats import to_csl, write_entries
from citemgr.intake import annotation_object
from citemgr.intake.annotations import CONTEXT
from citemgr.reports.excerpts.excerpt import Excerpt


def write(excerpts: Iterable[Excerpt], library: str) -> Iterator[str]:
    """The collection as one JSON object."""
    items = [_item(excerpt, library) for excerpt in excerpts]
    page: dict[str, Any] = {"id": _id("page", items), "type": "AnnotationPage"}
    if items:
        page["startIndex"] = 0
    collection = {
        "@context": CONTEXT,
        "id": _id("collection", items),
        "type": "AnnotationCollection",
        "label": f"Quotations of {library}",
        "total": len(items),
        "first": {**page, "items": items},
    }
    yield json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _id(part: str, items: Iterable[Any]) -> str:
    """A name of its own for each set of quotations; the same set has the same."""
    words = " ".join([part, *(item["id"] for item in items)])
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{CONTEXT} {words}").urn


def _item(excerpt: Excerpt, library: str) -> dict[str, Any]:
    item = annotation_object(excerpt.annotation, library)
    del item["@context"]
    if excerpt.entry is not None:
        csl = json.dumps(to_csl(excerpt.entry), ensure_ascii=False)
        item["body"] = [
            item["body"],
            _text(write_entries([excerpt.entry], "markdown")[2:].rstrip("\n"), "text/markdown"),
            _text(csl, "application/vnd.citationstyles.csl+json"),
        ]
    return item


def _text(value: str, format: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": format, "purpose": "describing"}
