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
    from citemgr.references import check_references, find_references, with_carried

    printed = find_references(document)
    references = with_carried(document, printed)
    quotations = find_quotations(document, references, options or Options())
    callouts, links, findings = find_links(document, quotations, references)
    findings = (*findings, *check_references(document, printed))
    found = Scan(document, references, quotations, callouts, links, findings)
    return only_cited(found) if options and options.only_cited else found


def only_cited(scan: Scan) -> Scan:
    """The scan without the quotations that are linked to nothing."""
    from dataclasses import replace

    cited = sorted({link.quotation for link in scan.links})
    place = {old: new for new, old in enumerate(cited)}
    return replace(
        scan,
        quotations=tuple(
            replace(quotation, group=place.get(quotation.group))
            if quotation.group is not None
            else quotation
            for quotation in (scan.quotations[index] for index in cited)
        ),
        links=tuple(replace(link, quotation=place[link.quotation]) for link in scan.links),
    )
