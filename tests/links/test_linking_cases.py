"""Every habit of citing, as a marked text (`cases/*.toml`, read by `conftest.py`) and the links it
must give."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from citemgr.links import find_links
from citemgr.model import Link, Span


def links_of(case: Any, links: tuple[Link, ...]) -> dict[str, tuple[str, str]]:
    """For each quotation its words, the title it is linked to and the place, or blanks."""
    linked = {link.quotation: link for link in links}
    found = {}
    for index, quotation in enumerate(case.quotations):
        link = linked.get(index)
        title = case.references[link.reference].entry.text("title") if link else ""
        place = f"{link.locator.kind} {link.locator.value}" if link and link.locator else ""
        found[quotation.span.of(case.document.text)] = (title, place)
    return found


def test_quotations_are_linked_as_the_case_says(linking_case: Any) -> None:
    case = linking_case
    callouts, links, findings = find_links(case.document, case.quotations, case.references)
    found = links_of(case, links)
    for words, title, place in case.wanted.get("links", ()):
        linked = next(link for exact, link in found.items() if exact.startswith(words))
        assert linked == (title, place), words
    assert len(case.wanted.get("links", ())) == len(case.quotations)
    if "references" in case.wanted:
        assert [link.reference for link in links] == case.wanted["references"]
    text = case.document.text
    if "callouts" in case.wanted:
        assert [callout.span.of(text) for callout in callouts] == case.wanted["callouts"]
    if "codes" in case.wanted:
        assert [finding.code for finding in findings] == case.wanted["codes"]


def test_links_do_not_depend_on_line_ends(linking_case: Any) -> None:
    case = linking_case
    text = case.document.text

    def moved(span: Span) -> Span:
        return Span(*(at + text.count("\n", 0, at) for at in span))

    if case.document.format != "text":
        return
    document = replace(
        case.document,
        text=text.replace("\n", "\r\n"),
        blocks=tuple(replace(b, span=moved(b.span)) for b in case.document.blocks),
    )
    quotations = [replace(q, span=moved(q.span), outer=moved(q.outer)) for q in case.quotations]
    references = [replace(r, span=moved(r.span)) for r in case.references]
    before = find_links(case.document, case.quotations, case.references)[1]
    after = find_links(document, quotations, references)[1]
    assert [(k.quotation, k.reference, k.locator) for k in after] == [
        (k.quotation, k.reference, k.locator) for k in before
    ]


def test_every_link_is_a_link_that_its_callout_names(linking_case: Any) -> None:
    case = linking_case
    callouts, links, _ = find_links(case.document, case.quotations, case.references)
    for link in links:
        assert 0 <= link.confidence <= 1 and link.method and link.why
        if link.callout is None:
            continue
        targets = callouts[link.callout].targets
        named = [target.reference for target in targets]
        assert link.reference in named
