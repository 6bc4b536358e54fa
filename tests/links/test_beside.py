"""Full citations beside quotations become references; callouts, remarks and names do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from citemgr.documents import read_text
from citemgr.links import find_links, with_sources_in_text
from citemgr.model import Form, Quotation, Span

CASES = [
    (
        "“The road is public.” Alder v. Town of Brook, 347 U.S. 483, 495 (1954).",
        "Alder v. Town of Brook",
        "495",
    ),
    ("“The field is not” (Lea Corvin, The Fields (Bern: Tal, 1980), p. 7).", "The Fields", "7"),
    ("“Nobody may close it” (Alder 1999, p. 3).", None, None),
    ("“Nobody may close it” (a remark that he made, as I recall, in 1999).", None, None),
    ("“Nobody may close it” (see the discussion, which was long, in Paris).", None, None),
    (
        "> Whoever has ears.\n>\n> — Paul Alder, *Ears and Voices* (New York: Stokes, 1914), p. 92",
        "Ears and Voices",
        "92",
    ),
    ("> Whoever has ears.\n\n— Paul Alder in *Ears and Voices*", "Ears and Voices", None),
    ("> Whoever has ears need not shout.\n>\n> — Paul Alder", None, None),
]


@pytest.mark.parametrize("text, title, page", CASES)
def test_what_stands_beside_a_quotation(text: str, title: str | None, page: str | None) -> None:
    document = read_text(text + "\n", str(Path("page.md")), "markdown")
    if text[0] == ">":
        end = text.index("\n")
        quotation = Quotation(Span(2, end), Span(0, end), form=Form.BLOCK)
    else:
        end = text.index("”")
        quotation = Quotation(Span(1, end), Span(0, end + 1), "“", "”")
    references = with_sources_in_text(document, [quotation], ())
    assert [reference.entry.text("title") for reference in references] == ([title] if title else [])
    links = find_links(document, [quotation], references)[1]
    places = [link.locator.value if link.locator else None for link in links]
    assert places == ([page] if title else [])
