"""Documents with their citations put in, and the words that explain a link."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from citemgr.cli import main
from citemgr.documents import read_text
from citemgr.links import find_links
from citemgr.links.annotate import annotate
from citemgr.links.explain import explain
from citemgr.model import CitemgrError, Entry, Quotation, Reference, Scan, Span
from citemgr.values import Date, Name, Names, Value

KEYS = ["alder1999", "brandt2001"]

MARKDOWN = """\
Alder (1999, p. 3) says: “snow is loud”. “It is not” (Brandt 2001: 4–5).
“It is” (Alder 1999; Brandt 2001).

Alder, P. (1999). Snow.

Brandt, K. (2001). Quiet.
"""
ANNOTATED = """\
@alder1999 [p. 3] says: “snow is loud”. “It is not” [@brandt2001, pp. 4-5].
“It is” [@alder1999; @brandt2001].

Alder, P. (1999). Snow.

Brandt, K. (2001). Quiet.
"""
TEXT = """\
He says: “snow is loud” [1, p. 3]. “It is not”[2].

1. Alder, P. (1999). Snow.

2. Brandt, K. (2001). Quiet.
"""
HTML = """\
<p>He says: “snow is <em>loud</em>” [1, p. 3].</p>
<ol><li>Alder, P. (1999). Snow.</li><li>Brandt, K. (2001). Quiet.</li></ol>
"""


def scan_of(source: str, form: str, *quoted: str) -> Scan:
    """The scan of `source` in which the stretches `quoted` are quotations."""
    document = read_text(source, "doc", form)
    text = document.text
    quotations = []
    for words in quoted:
        start = text.index(words)
        outer = Span(start, start + len(words))
        quotations.append(Quotation(Span(start + 1, outer.end - 1), outer, words[0], words[-1]))
    references = []
    for number, (name, initial, year, title) in enumerate(
        [("Alder", "P", 1999, "Snow"), ("Brandt", "K", 2001, "Quiet")]
    ):
        start = text.index(f"{name}, {initial}.")
        end = text.index(f"{title}.", start) + len(title) + 1
        fields: dict[str, Value] = {
            "author": Names((Name(name),)),
            "date": Date(year),
            "title": title,
        }
        references.append(
            Reference(Span(start, end), text[start:end], Entry("book", "", fields), str(number + 1))
        )
    callouts, links, findings = find_links(document, quotations, references)
    return Scan(document, tuple(references), tuple(quotations), callouts, links, findings)


def test_markdown_gets_keys_in_brackets() -> None:
    scan = scan_of(MARKDOWN, "markdown", "“snow is loud”", "“It is not”", "“It is”")
    assert annotate(scan, KEYS, MARKDOWN.encode()) == ANNOTATED


def test_plain_text_gets_keys_in_brackets() -> None:
    scan = scan_of(TEXT, "text", "“snow is loud”", "“It is not”")
    annotated = annotate(scan, KEYS, TEXT.encode())
    assert annotated.startswith(
        "He says: “snow is loud” [@alder1999, p. 3]. “It is not”[@brandt2001]."
    )
    assert annotated.endswith(TEXT[TEXT.index("\n\n1.") :])


NOTES = """\
He says: “snow is loud”.[^1]

[^1]: Alder, 3.

Alder, P. (1999). Snow.

Brandt, K. (2001). Quiet.
"""


def test_the_citation_goes_into_the_note() -> None:
    scan = scan_of(NOTES, "markdown", "“snow is loud”")
    wanted = NOTES.replace("Alder, 3.", "[@alder1999, p. 3]")
    assert annotate(scan, KEYS, NOTES.encode()) == wanted


def test_html_gets_links() -> None:
    scan = scan_of(HTML, "html", "“snow is loud”")
    wanted = '<a href="#alder1999" title="p. 3" role="doc-biblioref">[1, p. 3]</a>.</p>'
    assert wanted in annotate(scan, KEYS, HTML.encode())


FILES = Path(__file__).parent / "annotated"


@pytest.mark.parametrize("name", ["essay.md", "page.html", "paper.tex", "talk.txt"])
def test_a_whole_file_on_the_command_line(name: str) -> None:
    source = FILES / name
    result = CliRunner().invoke(main, ["annotate", str(source)])
    assert result.exit_code == 0
    wanted = source.with_name(f"{source.stem}.annotated{source.suffix}")
    assert result.stdout == wanted.read_text("utf-8")


def test_other_formats_are_refused() -> None:
    scan = scan_of(TEXT, "text", "“snow is loud”")
    scan = replace(scan, document=replace(scan.document, format="docx"))
    with pytest.raises(CitemgrError, match="docx"):
        annotate(scan, KEYS, TEXT.encode())


def test_a_link_is_explained_on_its_line() -> None:
    scan = scan_of(TEXT, "text", "“snow is loud”", "“It is not”")
    told = list(explain(scan, KEYS, 1))
    assert told[0].startswith("doc:1:11: snow is loud")
    assert "alder1999, page 3 by [1, p. 3] (adjacent" in told[1]
    assert list(explain(scan, KEYS, 2)) == []
