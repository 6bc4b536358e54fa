"""The document for which citemgr was made: a passage of fifteen paragraphs, a database line."""

from __future__ import annotations

from pathlib import Path

import pytest

import citemgr
from citemgr.bibliography import make_key
from citemgr.formats import write_entries
from citemgr.model import Kind, Scan, Status
from citemgr.values import Date, Names, Pages

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"


@pytest.fixture(scope="module")
def scan() -> Scan:
    """The scan of the document, which is kept outside the repository."""
    found = sorted(SEEDS.glob("000_*.txt"))
    if not found:
        pytest.skip(f"the founding document is not at {SEEDS}")
    return citemgr.scan(citemgr.read(found[0]))


def test_one_quotation_over_fifteen_paragraphs(scan: Scan) -> None:
    text = scan.document.text
    (quotation,) = [each for each in scan.quotations if each.kind is Kind.QUOTATION]
    assert quotation.status is Status.CARRIED
    exact = quotation.span.of(text)
    assert exact.startswith("BEIJING -- North Korean leader Kim Jong Un plans")
    assert exact.endswith("agreed to pursue denuclearization.")
    assert quotation.outer.of(text) == f"“{exact}”"
    assert len(exact.splitlines()) == 15


def test_a_term_in_marks_is_no_quotation(scan: Scan) -> None:
    others = [each for each in scan.quotations if each.kind is not Kind.QUOTATION]
    words = {each.span.of(scan.document.text).rstrip(",") for each in others}
    assert words <= {"Eastward Turn"}


def test_it_is_linked_by_the_callout_beside_it(scan: Scan) -> None:
    (link,) = scan.links
    assert scan.quotations[link.quotation].kind is Kind.QUOTATION
    assert link.callout is not None
    assert scan.callouts[link.callout].span.of(scan.document.text) == "[1]"
    assert link.reference == 0
    assert link.method == "adjacent"


def test_one_reference_that_ends_where_it_ends(scan: Scan) -> None:
    (reference,) = scan.references
    assert reference.text.startswith("World News: Kim, Putin")
    assert reference.text.endswith("A7.")
    assert reference.label == "1"


def test_every_field_of_the_entry(scan: Scan) -> None:
    entry = scan.references[0].entry
    authors = entry.fields["author"]
    assert isinstance(authors, Names)
    assert [(name.given, name.family) for name in authors.names] == [
        ("Brian", "Spegele"),
        ("Dasl", "Yoon"),
    ]
    assert entry.text("title") == "World News: Kim, Putin to Join Xi at Beijing Parade"
    assert entry.text("subtitle") == (
        "Powerful optics of nations seeking to upend the U.S.-led international order"
    )
    assert entry.text("journaltitle") == "Wall Street Journal"
    assert entry.text("edition") == "Eastern"
    assert entry.text("location") == "New York, N.Y."
    assert entry.fields["date"] == Date(2025, 8, 29)
    pages = entry.fields["pages"]
    assert isinstance(pages, Pages)
    assert [(each.first, each.last) for each in pages.ranges] == [("A7", None)]
    assert make_key(entry, ()) == "spegele2025world"


def test_one_title_in_bibtex(scan: Scan) -> None:
    entry = scan.references[0].entry
    text = write_entries([entry.with_key("spegele2025world")], "bibtex")
    folded = " ".join(text.split())
    assert (
        "World News: Kim, Putin to Join Xi at Beijing Parade: Powerful optics of nations "
        "seeking to upend the U.S.-led international order"
    ) in folded
    assert "@article{spegele2025world," in text
