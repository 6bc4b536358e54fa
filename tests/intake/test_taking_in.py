"""From scans to the library: what is new, what is known, and that a second scan changes nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from citemgr.bibliography import load
from citemgr.intake import Plan, plan_for, quotations_path, read_quotations, write
from citemgr.model import (
    CitedKey,
    Document,
    Entry,
    Kind,
    Link,
    Locator,
    MarkedCitation,
    Origin,
    Quotation,
    Reference,
    Scan,
    Span,
)
from citemgr.values import Date, Name, Names

MILL = Entry(
    "book",
    fields={
        "author": Names((Name("Mill", "John Stuart"),)),
        "title": "On Liberty",
        "date": Date(1859),
        "location": "London",
    },
)
WOOLF = Entry(
    "book",
    fields={
        "author": Names((Name("Woolf", "Virginia"),)),
        "title": "A Room of One's Own",
        "date": Date(1929),
    },
)
UNTITLED = Entry("misc", fields={"note": "Letter to an unknown person", "date": Date(1801)})
TEXT = "He calls it “the whole truth” and “nothing else” here.\n{}\n"


def scan_of(path: Path, *entries: Entry, text: str = TEXT) -> Scan:
    """A document with two quotations, of which the first is linked to the first of `entries`."""
    printed = [f"{entry.type}: {entry.text('title') or entry.text('note')}" for entry in entries]
    whole = text.format("\n".join(printed))
    references = tuple(
        Reference(Span(whole.index(line), whole.index(line) + len(line)), line, entry)
        for line, entry in zip(printed, entries, strict=True)
    )
    quotations = tuple(
        Quotation(Span(start, start + len(words)), Span(start - 1, start + len(words) + 1))
        for words in ("the whole truth", "nothing else")
        if (start := whole.index(words))
    )
    links = (Link(0, None, 0, "adjacent", 0.9, Locator("page", "7")),) if entries else ()
    return Scan(Document(whole, Origin(str(path))), references, quotations, links=links)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Where the library will be."""
    (tmp_path / "bib").mkdir()
    return tmp_path / "bib/library.bib"


@pytest.fixture
def take(library: Path) -> Callable[..., Plan]:
    """Take scans in, and write."""

    def taking(*scans: Scan) -> Plan:
        plan = plan_for(scans, library)
        write(plan)
        return plan

    return taking


def test_a_second_scan_changes_no_byte(library: Path, take: Callable[..., Plan]) -> None:
    scans = [
        scan_of(library.parent / "a.txt", MILL, UNTITLED),
        scan_of(library.parent / "b.txt", WOOLF),
    ]
    first = take(*scans)
    before = library.read_bytes(), quotations_path(library).read_bytes()
    second = take(*scans)
    assert (library.read_bytes(), quotations_path(library).read_bytes()) == before
    assert second.new == ()
    assert second.changes.added == second.changes.changed == second.changes.removed == ()
    assert [taken.ids for taken in first.documents] == [taken.ids for taken in second.documents]


def test_the_same_work_in_two_documents_is_one_entry(
    library: Path, take: Callable[..., Plan]
) -> None:
    shorter = replace(MILL, fields={**MILL.fields, "author": Names((Name("Mill", "J. S."),))})
    del shorter.fields["location"]  # type: ignore[attr-defined]
    plan = take(scan_of(library.parent / "a.txt", shorter), scan_of(library.parent / "b.txt", MILL))
    assert [entry.key for entry in plan.new] == ["mill1859liberty"]
    assert plan.new[0].text("location") == "London"
    assert [taken.keys for taken in plan.documents] == [("mill1859liberty",)] * 2
    assert [taken.new for taken in plan.documents] == [("mill1859liberty",), ()]


def test_two_works_that_want_one_key(library: Path, take: Callable[..., Plan]) -> None:
    other = replace(MILL, fields={**MILL.fields, "title": "Liberty and its Enemies"})
    plan = take(scan_of(library.parent / "a.txt", MILL, other))
    assert plan.documents[0].keys == ("mill1859liberty", "mill1859libertya")
    (finding,) = plan.documents[0].findings
    assert finding.code == "B190"


def test_an_entry_that_was_mended_by_hand_is_met_again(
    library: Path, take: Callable[..., Plan]
) -> None:
    misread = Entry("book", fields={"note": "x", "date": Date(1929), "publisher": "Room Press"})
    scan = scan_of(library.parent / "a.txt", misread)
    printed = "Woolf, Virginia. A Room of One's Own. Room Press, 1929."
    scan = replace(scan, references=(replace(scan.references[0], text=printed),))
    take(scan)
    mended = (
        "@book{woolf1929room,\n  author = {Woolf, Virginia},\n"
        "  title = {A Room of One's Own},\n  year = 1929\n}\n"
    )
    library.write_text(mended, encoding="utf-8")
    plan = take(scan)
    assert plan.new == ()
    assert plan.documents[0].keys == ("woolf1929room",)
    assert library.read_text(encoding="utf-8") == mended
    assert read_quotations(library)[0].key == "woolf1929room"


def test_the_users_own_text_and_keys_stay(library: Path, take: Callable[..., Plan]) -> None:
    own = (
        "% mine\n@string{lon = {London}}\n"
        "@Book{ liberty ,\n\ttitle={On {Liberty}}, author = {Mill, John Stuart}, year = 1859,\n"
        "  address = lon, mynote = {read}}\n"
    )
    library.write_text(own, encoding="utf-8")
    plan = take(scan_of(library.parent / "a.txt", MILL, WOOLF))
    assert plan.documents[0].keys == ("liberty", "woolf1929room")
    assert plan.met == {"liberty"}
    assert library.read_text(encoding="utf-8").startswith(own)


def test_quotations_of_other_documents_stay(library: Path, take: Callable[..., Plan]) -> None:
    take(scan_of(library.parent / "a.txt", MILL))
    take(scan_of(library.parent / "b.txt", MILL))
    assert [each.source for each in read_quotations(library)] == ["a.txt"] * 2 + ["b.txt"] * 2


def test_a_moved_quotation_keeps_its_id_and_key(library: Path, take: Callable[..., Plan]) -> None:
    first = take(scan_of(library.parent / "a.txt", MILL))
    moved = scan_of(library.parent / "a.txt", MILL, text="One more paragraph.\n\n" + TEXT)
    second = take(moved)
    assert second.documents[0].ids == first.documents[0].ids
    assert len(second.changes.changed) == 2
    assert {each.key for each in read_quotations(library)} == {"mill1859liberty", ""}


def test_a_quotation_that_is_gone_is_removed(library: Path, take: Callable[..., Plan]) -> None:
    scan = scan_of(library.parent / "a.txt", MILL)
    take(scan)
    plan = take(replace(scan, quotations=scan.quotations[:1]))
    assert len(plan.changes.removed) == 1
    assert [each.exact for each in read_quotations(library)] == ["the whole truth"]


def test_only_quotations_are_stored(library: Path, take: Callable[..., Plan]) -> None:
    scan = scan_of(library.parent / "a.txt", MILL)
    term = replace(scan.quotations[1], kind=Kind.TERM)
    take(replace(scan, quotations=(scan.quotations[0], term)))
    assert [each.exact for each in read_quotations(library)] == ["the whole truth"]


def test_what_is_stored(library: Path, take: Callable[..., Plan]) -> None:
    (library.parent.parent / "my texts").mkdir()
    take(scan_of(library.parent.parent / "my texts/a.txt", MILL))
    first = json.loads(quotations_path(library).read_text(encoding="utf-8").splitlines()[0])
    assert first["target"]["source"] == "../my%20texts/a.txt"
    assert first["body"]["source"] == "library.bib#mill1859liberty"
    assert first["body"]["selector"]["value"] == "page=7"
    quote, position = first["target"]["selector"]
    assert (quote["exact"], quote["prefix"], quote["suffix"]) == (
        "the whole truth",
        "He calls it “",
        "” and “nothing else” here.\nbook:",
    )
    assert (position["start"], position["end"]) == (13, 28)


def test_a_stream_is_not_stored(library: Path, take: Callable[..., Plan]) -> None:
    plan = take(scan_of(Path("-"), MILL))
    assert [entry.key for entry in load(library).entries] == ["mill1859liberty"]
    assert plan.quotations == ()
    assert not quotations_path(library).exists()


def test_without_a_library_everything_is_new() -> None:
    plan = plan_for([scan_of(Path("a.txt"), MILL)], None)
    assert plan.documents[0].keys == plan.documents[0].new == ("mill1859liberty",)


def citing(path: Path, key: str) -> Scan:
    """A document that cites a work by key and prints nothing of it."""
    text = f"He calls it “the whole truth” [@{key}, p. 7].\n"
    mark = Span(text.index("["), text.index("]") + 1)
    cited = MarkedCitation(mark, (CitedKey(key, Locator("page", "7")),))
    quotation = Quotation(Span(13, 28), Span(12, 29))
    document = Document(text, Origin(str(path)), "markdown", citations=(cited,))
    return Scan(document, quotations=(quotation,))


def test_a_work_cited_by_its_key_in_the_library(library: Path, take: Callable[..., Plan]) -> None:
    take(scan_of(library.parent / "a.txt", MILL))
    plan = take(citing(library.parent / "b.md", "mill1859liberty"))
    assert plan.new == ()
    assert plan.documents[0].keys == ("mill1859liberty",)
    assert read_quotations(library)[-1].key == "mill1859liberty"


def test_a_work_cited_by_the_key_that_it_gets_in_the_same_run(
    library: Path, take: Callable[..., Plan]
) -> None:
    scans = (
        citing(library.parent / "a.md", "mill1859liberty"),
        scan_of(library.parent / "b.txt", MILL),
    )
    plan = take(*scans)
    assert plan.documents[0].keys == plan.documents[1].new == ("mill1859liberty",)
    before = quotations_path(library).read_bytes()
    assert take(*scans).changes.changed == ()
    assert quotations_path(library).read_bytes() == before


def test_the_key_by_which_a_document_cites_is_kept(
    library: Path, take: Callable[..., Plan]
) -> None:
    scan = citing(library.parent / "a.tex", "freedom:1859")
    entry = MILL.with_key("freedom:1859")
    printed = Reference(Span(0, 2), "Mill, On Liberty", entry, label="freedom:1859")
    plan = take(replace(scan, references=(printed,)))
    assert [each.key for each in plan.new] == ["freedom:1859"]


def test_keys_that_differ_in_case_alone_are_one_key(
    library: Path, take: Callable[..., Plan]
) -> None:
    library.write_text("@book{Freedom:1859,\n  title = {Another Book}\n}\n", encoding="utf-8")
    scan = citing(library.parent / "a.tex", "freedom:1859")
    printed = Reference(Span(0, 2), "Mill, On Liberty", MILL.with_key("freedom:1859"))
    plan = take(replace(scan, references=(printed,)))
    assert [each.key for each in plan.new] == ["mill1859liberty"]
