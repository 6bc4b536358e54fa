"""What holds for any text: nothing is raised, all lies in its bounds, twice is the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.documents import read_text
from citemgr.links import find_links
from citemgr.model import Document, Entry, Form, Origin, Quotation, Reference, Span
from citemgr.quotations import find_quotations
from citemgr.references import find_references
from citemgr.values import Date, Name, Names, Value

TOKENS = (
    *("“", "”", " [1]", " [1, 3-5]", "¹", "²", " (Alder 1999)", " (Alder 1999, p. 3; Brandt 2001)"),
    *(
        " Alder (1999)",
        " (12)",
        " (ibid., p. 4)",
        " Ibid.",
        "\n",
        "\n\n",
        "1. ",
        "[2] ",
        "> ",
        "— ",
    ),
    *(" he wrote", ", and", ". ", ": ", " Alder", " et al.", "^([2])", " op. cit.", "（1948：23）"),
    *("(", ")", "[", "]", "1", "99", "à", "雪", "»", "«", " p. 7", "\r\n", "\u00a0", "(a(b(c"),
)
texts = st.lists(st.sampled_from(TOKENS), max_size=60).map("".join)


def made(text: str, cuts: list[int]) -> tuple[Document, list[Quotation], list[Reference]]:
    """A document of `text` with quotations between the cuts and two references behind it."""
    places = sorted({min(cut, len(text)) for cut in cuts})
    spans = [Span(a, b) for a, b in zip(places[::2], places[1::2], strict=False) if a < b]
    quotations = [
        Quotation(span, span, form=Form.BLOCK if span.start % 3 == 0 else Form.INLINE)
        for span in spans
    ]
    whole, references = text + "\n\n", []
    for label, name, year in (("1", "Alder", 1999), ("2", "Brandt", 2001)):
        line = f"{name}, P. The {name} Book. {year}."
        start = len(whole) + 3
        whole += f"{label}. {line}\n"
        fields: dict[str, Value] = {
            "author": Names((Name(name),)),
            "date": Date(year),
            "title": f"The {name} Book",
        }
        references.append(
            Reference(Span(start, start + len(line)), line, Entry("book", "", fields), label)
        )
    return Document(whole, Origin("x")), quotations, references


@settings(deadline=None)
@given(texts, st.lists(st.integers(0, 400), max_size=12))
def test_any_text_gives_callouts_and_links_in_bounds(text: str, cuts: list[int]) -> None:
    document, quotations, references = made(text, cuts)
    callouts, links, findings = find_links(document, quotations, references)
    last = 0
    for callout in callouts:
        assert last <= callout.span.start < callout.span.end <= len(document.text)
        last = callout.span.end
        assert all(t.reference is None or t.reference < len(references) for t in callout.targets)
    assert len({link.quotation for link in links}) == len(links)
    for link in links:
        assert link.quotation < len(quotations) and link.reference < len(references)
        assert 0 < link.confidence <= 1
        assert link.callout is None or link.callout < len(callouts)
    assert all(finding.span is not None for finding in findings)


@settings(deadline=None)
@given(texts, st.lists(st.integers(0, 400), max_size=8))
def test_the_same_document_gives_the_same_links(text: str, cuts: list[int]) -> None:
    document, quotations, references = made(text, cuts)
    first = find_links(document, quotations, references)
    assert find_links(document, tuple(quotations), tuple(references)) == first


PARAGRAPHS = st.sampled_from(
    [
        "Alder says that “the harbour was closed for the winter” [1]. Nobody minded.",
        "“It is closed,” he wrote, “and it will stay so” (Brandt 2001, p. 4).",
        "The mayor said that “nobody was there in the first week of the year.”",
        "Brandt (2001) holds that “the ice came first” (5). “It did” [1, 2].",
        "She read the list [1] and put it away.",
    ]
)


@settings(deadline=None, max_examples=50)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=5), st.lists(PARAGRAPHS, max_size=3))
def test_text_behind_changes_no_link_before(before: list[str], behind: list[str]) -> None:
    def links_of(paragraphs: list[str]) -> list[tuple[int, str, str | None]]:
        document, _, references = made("\n\n".join(paragraphs), [])
        document = replace(document, blocks=read_text(document.text).blocks)
        quotations = find_quotations(document, references)
        _, links, _ = find_links(document, quotations, references)
        return [
            (
                quotations[link.quotation].span.start,
                references[link.reference].entry.text("title"),
                link.locator.value if link.locator else None,
            )
            for link in links
        ]

    end = len("\n\n".join(before))
    longer = links_of([*before, *behind])
    assert [link for link in longer if link[0] < end] == links_of(before)


@settings(deadline=None, max_examples=50)
@given(st.lists(PARAGRAPHS, min_size=1, max_size=5), st.sampled_from(["\r\n", "\r"]))
def test_line_ends_do_not_matter(paragraphs: list[str], line_end: str) -> None:
    def links_of(text: str) -> list[tuple[str, str, str | None]]:
        document = read_text(text)
        references = find_references(document)
        quotations = find_quotations(document, references)
        _, links, _ = find_links(document, quotations, references)
        return [
            (
                quotations[link.quotation].span.of(text).replace(line_end, "\n"),
                references[link.reference].text,
                link.locator.value if link.locator else None,
            )
            for link in links
        ]

    text = made("\n\n".join(paragraphs), [])[0].text.replace("\n\n1.", "\n\nReferences\n\n1.")
    assert links_of(text) == links_of(text.replace("\n", line_end))
