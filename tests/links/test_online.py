"""The hyperlinks that become references, and those that do not."""

from __future__ import annotations

from citemgr.documents import read_text
from citemgr.links import find_links, with_sources_in_text
from citemgr.model import Entry, Form, Quotation, Reference, Span

PAGE = """\
The ferryman [argues](https://example.org/ferry) that “no bridge is cheaper than a boat”. More about
boats [here](https://example.org/boats).

> Nobody reads the sign, so nobody obeys it.

[Ann Brown, “Signs”](https://example.org/signs)

[Karl Alder](https://en.wikipedia.org/wiki/Alder) said “a sign is a wish”. In 2014 the mayor
[wrote](https://example.org/2014): “a wish is a plan” ([Karin Brandt](https://example.org/brandt)).

“A plan is a map”, [as everybody knows who ever went](https://example.org/shop) there.
"""
QUOTED = (
    "“no bridge is cheaper than a boat”",
    "> Nobody reads the sign, so nobody obeys it.",
    "“a sign is a wish”",
    "“a wish is a plan”",
    "“A plan is a map”",
)


def test_links_in_the_place_of_a_callout_become_references() -> None:
    document = read_text(PAGE, "page.md", "markdown")
    quotations = []
    for printed in QUOTED:
        start = PAGE.index(printed)
        outer = Span(start, start + len(printed))
        inner = Span(start + 2 if printed[0] == ">" else start + 1, outer.end - (printed[0] != ">"))
        form = Form.BLOCK if printed[0] == ">" else Form.INLINE
        quotations.append(Quotation(inner, outer, printed[0], printed[-1], form))
    references: tuple[Reference, ...] = with_sources_in_text(document, quotations, ())
    printed_links = [reference.text for reference in references]
    assert printed_links == [
        "argues",
        "Ann Brown, “Signs”",
        "Karin Brandt",
        "as everybody knows who ever went",
    ]
    links = find_links(document, quotations, references)[1]
    assert [(link.quotation, link.reference) for link in links] == [(0, 0), (1, 1), (3, 2), (4, 3)]
    assert all(reference.role == "note" for reference in references)
    assert references[0].entry.text("url") == "https://example.org/ferry"
    assert references[0].entry.text("title") == ""


def test_a_document_with_its_own_callouts_gets_none() -> None:
    text = "He [said](https://example.org/x) “it rains” [1].\n\n1. Alder, P. (1999). Rain.\n"
    document = read_text(text, "page.md", "markdown")
    start = text.index("“")
    outer = Span(start, text.index("”") + 1)
    quotation = Quotation(Span(outer.start + 1, outer.end - 1), outer, "“", "”")
    line = text.index("Alder")
    listed = Reference(
        Span(line, len(text) - 1), text[line:-1], Entry("book", "", {"title": "Rain"}), "1"
    )
    assert with_sources_in_text(document, [quotation], [listed]) == (listed,)
