"""What each two-way format can hold comes back as it went out: any entry of these fields, through
the format and back, is the same entry."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citemgr.formats import FORMATS, read_entries, write_entries
from citemgr.formats.losses import losses
from citemgr.model import Entry
from citemgr.values import Date, Name, Names, PageRange, Pages

BOTH_WAYS = [name for name, format in FORMATS.items() if format.reads and format.writes]

CORE = "author title date doi url".split()
# Format -> the fields that it holds beside these, by type of entry.
ARTICLE = "journaltitle volume number pages issn".split()
CHAPTER = "booktitle editor pages publisher location isbn".split()
BOOK = "publisher location edition isbn".split()
WIDE = "abstract note keywords".split()
HELD: Mapping[str, Mapping[str, list[str]]] = {
    "biblatex": {
        "article": [*ARTICLE, *WIDE, "subtitle", "urldate", "langid", "entrysubtype"],
        "incollection": [*CHAPTER, *WIDE, "booksubtitle", "series", "translator", "eprint"],
        "book": [*BOOK, *WIDE, "subtitle", "series", "volume", "pagetotal", "origdate"],
        "thesis": ["institution", "location", "type"],
        "online": ["organization", "urldate"],
    },
    "bibtex": {
        "article": [*ARTICLE, *WIDE, "urldate", "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator", "eprint"],
        "book": [*BOOK, *WIDE, "series", "volume", "pagetotal"],
    },
    "csl-json": {
        "article": [*ARTICLE, *WIDE, "urldate", "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator"],
        "book": [*BOOK, *WIDE, "series", "volume"],
        "thesis": ["institution", "location"],
        "report": ["institution", "location", "number"],
    },
    "ris": {
        "article": [*ARTICLE, *WIDE, "urldate", "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator"],
        "book": [*BOOK, *WIDE, "series", "volume"],
        "thesis": ["institution", "location"],
    },
    "refer": {
        "article": [*ARTICLE, *WIDE],
        "incollection": [*CHAPTER, *WIDE, "series"],
        "book": [*BOOK, *WIDE, "volume"],
    },
    "endnote-xml": {
        "article": [*ARTICLE, *WIDE, "urldate", "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator"],
        "book": [*BOOK, *WIDE, "volume"],
        "thesis": ["institution", "location"],
    },
    "mods": {
        "article": [*ARTICLE, *WIDE, "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator"],
        "book": [*BOOK, *WIDE, "series"],
        "thesis": ["institution", "location"],
    },
    "word-xml": {
        "article": ["journaltitle", "volume", "number", "pages"],
        "incollection": ["booktitle", "editor", "pages", "publisher", "location"],
        "book": ["publisher", "location", "edition", "volume", "translator"],
        "report": ["institution", "location"],
    },
    "cff": {
        "article": ["journaltitle", "volume", "number", "pages", "issn", "abstract", "keywords"],
        "book": ["publisher", "location", "edition", "isbn"],
    },
    "hayagriva": {
        "article": ["journaltitle", "volume", "number", "pages"],
        "incollection": ["booktitle", "editor", "pages", "publisher", "location"],
        "book": ["publisher", "location", "edition", "isbn", "volume"],
    },
    "zotero-json": {
        "article": [*ARTICLE, *WIDE, "urldate", "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator"],
        "book": [*BOOK, *WIDE, "series", "volume"],
        "thesis": ["institution", "location"],
    },
    "csv": {
        "article": [*ARTICLE, *WIDE, "urldate", "langid"],
        "incollection": [*CHAPTER, *WIDE, "series", "translator"],
        "book": [*BOOK, *WIDE, "series", "volume"],
    },
}
SAME = {"csl-yaml": "csl-json", "tsv": "csv"}

WORD = st.text(st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F), min_size=2, max_size=8)
# Words of texts: letters, and the signs that some syntax would read.
SIGN = st.sampled_from("& % # _ < > \" ' = + @ ; $ { } \\ ~ ^ | * [ ] ( ) / ? ! …".split())
TEXT = st.tuples(WORD, st.lists(WORD | SIGN, max_size=4)).map(lambda t: " ".join([t[0], *t[1]]))
PERSON = st.builds(
    Name, family=WORD.map(str.capitalize), given=WORD.map(str.capitalize), suffix=st.just("")
)
NAMES = st.lists(PERSON, min_size=1, max_size=3).map(lambda each: Names(tuple(each)))
NUMBER = st.integers(1, 999).map(str)
PAGES = st.tuples(st.integers(1, 400), st.integers(1, 99)).map(
    lambda pair: Pages((PageRange(str(pair[0]), str(pair[0] + pair[1])),))
)
DAY = st.builds(Date, st.integers(1600, 2100), st.integers(1, 12), st.integers(1, 28))
MONTH = st.builds(Date, st.integers(1600, 2100), st.integers(1, 12))
YEAR = st.builds(Date, st.integers(1600, 2100))
VALUES: Mapping[str, st.SearchStrategy[object]] = {
    "author": NAMES,
    "editor": NAMES,
    "translator": NAMES,
    "date": YEAR | MONTH | DAY,
    "urldate": DAY,
    "origdate": YEAR,
    "pages": PAGES,
    "volume": NUMBER,
    "number": NUMBER,
    "edition": st.integers(2, 20).map(str),
    "pagetotal": NUMBER,
    "doi": st.integers(1000, 99999).map(lambda number: f"10.1000/x{number}"),
    "url": st.integers(0, 999).map(lambda number: f"https://example.org/a_b?c={number}&d=%20"),
    "isbn": st.sampled_from(["9780143104810", "978-3-16-148410-0"]),
    "issn": st.sampled_from(["1540-8779", "0021-960X"]),
    "langid": st.sampled_from(["english", "german", "french", "spanish"]),
    "eprint": st.integers(1000, 9999).map(lambda number: f"2101.{number}"),
    "keywords": st.lists(WORD, min_size=1, max_size=3, unique=True).map(", ".join),
    "entrysubtype": st.sampled_from(["newspaper", "magazine"]),
    "type": WORD,
}


def entries(format: str, type: str) -> st.SearchStrategy[Entry]:
    """Entries of the fields that the format holds."""
    held = HELD[SAME.get(format, format)][type]
    needed = {name: VALUES.get(name, TEXT) for name in ("author", "title", "date")}
    optional = {name: VALUES.get(name, TEXT) for name in [*CORE, *held] if name not in needed}
    fields = st.fixed_dictionaries(needed, optional=optional)
    return st.builds(Entry, st.just(type), st.just("key2001word"), fields)


PAIRS = [(format, type) for format in BOTH_WAYS for type in HELD[SAME.get(format, format)]]


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
@pytest.mark.parametrize(("format", "type"), PAIRS, ids=map(" ".join, PAIRS))
def test_what_a_format_holds_comes_back(format: str, type: str, data: st.DataObject) -> None:
    entry = data.draw(entries(format, type))
    again = read_entries(write_entries([entry], format), format)
    assert again.findings == ()
    (found,) = again.entries
    assert (found.type, dict(found.fields)) == (entry.type, dict(entry.fields))
    assert list(losses([entry], format)) == []


def test_every_two_way_format_is_in_the_table() -> None:
    assert {SAME.get(format, format) for format in BOTH_WAYS} == set(HELD)


@pytest.mark.parametrize("format", ["ris", "mods", "zotero-json", "csl-json"])
def test_a_short_title_of_a_journal_stays_beside_the_whole_one(format: str) -> None:
    fields = {"title": "T", "journaltitle": "Journal of T", "shortjournal": "J. T."}
    (again,) = read_entries(write_entries([Entry("article", "k", fields)], format), format).entries
    assert {name: again.fields.get(name) for name in fields} == fields


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
@pytest.mark.parametrize("type", HELD["biblatex"])
def test_biblatex_through_csl_json_is_stable_after_one_pass(type: str, data: st.DataObject) -> None:
    def through(entry: Entry) -> Entry:
        (item,) = read_entries(write_entries([entry], "csl-json"), "csl-json").entries
        return read_entries(write_entries([item], "biblatex"), "biblatex").entries[0]

    once = through(data.draw(entries("biblatex", type)))
    assert through(once) == once


# A list for readers prints no second kind of names; few formats know "and others".
LOSSES = {
    "markdown": {"issn", "keywords", "abstract", "editor", "eventdate"},
    "html": {"keywords", "abstract", "editor", "eventdate"},
    "ris": {"author", "eventdate"},
    "mods": {"author", "eventdate"},
    "cff": {"author", "eventdate"},
    "biblatex": set(),
}


@pytest.mark.parametrize("format", LOSSES)
def test_a_loss_of_any_kind_is_said(format: str) -> None:
    entry = Entry(
        "article",
        "k",
        {
            "author": Names((Name("Ostrom", "Elinor"),), others=True),
            "editor": Names((Name("Hess", "Charlotte"),)),
            "title": "Ideas & <Artifacts>",
            "journaltitle": "Law and Problems",
            "date": Date(2003, 4),
            "eventdate": Date(1999, 5, 6),
            "pages": Pages((PageRange("111", "145"),)),
            "url": "https://example.org/ideas?a=b&c",
            "issn": "0023-9186",
            "keywords": "commons, wells",
            "abstract": "What is shared.",
        },
    )
    said = [finding.message for finding in losses([entry], format)]
    names = {message.split(" cannot hold ")[1].removesuffix(" as it is") for message in said}
    assert names == LOSSES[format]
