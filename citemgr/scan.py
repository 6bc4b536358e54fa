"""The main job, as one sentence: a document goes in; out come its references, its quotations and
the links between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citemgr.model import Document, Scan
    from citemgr.quotations import Options


def scan(document: Document, options: Options | None = None) -> Scan:
    """Find what `document` quotes, what it cites, and which belongs to which.

    Pure: it touches neither disk nor network. `options` says which quotations are wanted. The rooms
    are opened on the first call, so that importing this name costs nothing.
    """
    from citemgr.links import find_links
    from citemgr.model import Scan
    from citemgr.quotations import Options, find_quotations
    from citemgr.references import check_references, find_references

    references = find_references(document)
    quotations = find_quotations(document, references, options or Options())
    callouts, links, findings = find_links(document, quotations, references)
    findings = (*findings, *check_references(document, references))
    return Scan(document, references, quotations, callouts, links, findings)
