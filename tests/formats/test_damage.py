"""Files damaged at random, each read as what it was: entries and findings, or one error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citemgr.formats import read_entries, told_format, write_entries
from citemgr.formats.decoding import read_text, to_text
from citemgr.model import CitemgrError

CASES = Path(__file__).parent / "cases"
FILES = sorted(path for path in CASES.iterdir() if path.suffix != ".bib")
# What tells the parts of some format apart, and what a program would stumble over.
PIECES = st.sampled_from(
    [b"\n", b"\r", b"\x1d", b"\x1e", b"\x1f", b"\x1b", b"\0", b"<", b"</", b"&", b"]]>", b"{", b"}",
     b'"', b"'", b",", b":", b";", b"[", b"]", b"null", b"1e999", b"9" * 400, b"\xff", b"\xe8",
     b"\t", b"TY  - ", b"ER  - ", b"<record>", b"- ", b"%0 ", b"=", b"--", b"\xed\xa0\x80"]
)  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), PIECES), min_size=1, max_size=6)


def damaged(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """The bytes with some of them replaced; a place is a part of the length."""
    for place, length, piece in edits:
        at = int(place * len(data))
        data = data[:at] + piece + data[at + length :]
    return data


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=EDITS)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_damaged_file_gives_entries_or_one_error(
    path: Path, edits: list[tuple[float, int, bytes]]
) -> None:
    format = told_format(read_text(path), path.name).name
    try:
        parsed = read_entries(to_text(damaged(path.read_bytes(), edits)), format, path.name)
    except CitemgrError as error:
        assert str(error).startswith(path.name) or error.path is None
        return
    assert write_entries(parsed.entries, "biblatex") is not None
    assert all(finding.path == path.name for finding in parsed.findings)


DEEP = 100_000


@pytest.mark.parametrize(
    ("format", "text"),
    [
        ("marc-xml", "<record>" * DEEP),
        ("tei", "<biblStruct>" * DEEP),
        ("zotero-rdf", "<RDF>" + "<isPartOf>" * DEEP),
        ("web-page", "<html>" + "<div>" * DEEP),
        ("web-page", '<html><script type="application/ld+json">' + '{"@graph":[' * DEEP),
        ("csl-json", "[" * DEEP),
        ("openalex-json", '{"results":' * DEEP),
        ("datacite-json", '{"data":' * DEEP),
        ("marc", "00000nam a2200000 a 4500" + "\x1e" * DEEP),
        ("lexisnexis", "1 of 2 DOCUMENTS\n" + "Byline:\n" * DEEP),
        ("factiva", "5 words\n" * DEEP),
        ("labelled-text", "Publication info: a" + "; a" * DEEP),
        ("labelled-text", "Source: " + "a. " * DEEP),
        ("labelled-text", "Authors: " + "(a) " * DEEP),
        ("labelled-text", "Abstract: a\n" + "goes on\n" * DEEP),
        ("lexisnexis", "Byline: a\n" + "goes on\n" * DEEP),
        ("ris", "TY  - BOOK\nAB  - a\n" + "goes on\n" * DEEP),
        ("nbib", "PMID- 1\nAB  - a\n" + "goes on\n" * DEEP),
        ("csv", "title,author\n" + '"' + "goes on\n" * DEEP),
    ],
)
def test_depth_and_length_cost_neither_stack_nor_time(format: str, text: str) -> None:
    try:
        parsed = read_entries(text, format)
    except CitemgrError:
        return
    assert len(parsed.entries) <= DEEP
