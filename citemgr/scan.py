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
    from citemgr.links import with_sources_in_text
    from citemgr.model import Scan
    from citemgr.quotations import Options, check_quotations, find_quotations
    from citemgr.references import check_references, find_references, with_carried

    options = options or Options()
    printed = find_references(document)
    quotations = find_quotations(document, printed, options)
    findings = (*check_references(document, printed), *check_quotations(document, quotations))
    references = with_sources_in_text(document, quotations, with_carried(document, printed))
    found = link(Scan(document, references, quotations, findings=findings))
    return only_cited(found) if options.only_cited else found


def link(scan: Scan) -> Scan:
    """The scan with its callouts, its links, and the findings about them, made anew."""
    from dataclasses import replace

    from citemgr.links import find_links

    callouts, links, findings = find_links(scan.document, scan.quotations, scan.references)
    others = (finding for finding in scan.findings if not finding.code.startswith("L"))
    return replace(scan, callouts=callouts, links=links, findings=(*others, *findings))


def only_cited(scan: Scan) -> Scan:
    """The scan without the quotations that nothing cites."""
    from dataclasses import replace

    starts = {callout.span.start for callout in scan.callouts}
    linked = {link.quotation for link in scan.links}
    kept = [
        index
        for index, quotation in enumerate(scan.quotations)
        if index in linked or starts & {quotation.outer.end, quotation.outer.end + 1}
    ]
    place = {old: new for new, old in enumerate(kept)}
    return replace(
        scan,
        quotations=tuple(
            replace(each, group=None if each.group is None else place.get(each.group))
            for each in (scan.quotations[index] for index in kept)
        ),
        links=tuple(replace(each, quotation=place[each.quotation]) for each in scan.links),
    )
