"""What a format can hold survives it; what it cannot is said; any text is read without a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citemgr.formats import FORMATS, read_entries, write_entries
from citemgr.formats.decoding import read_text, to_text
from citemgr.formats.losses import losses
from citemgr.model import CitemgrError, Entry
from citemgr.values import Date, Name, Names, PageRange, Pages

CASES = Path(__file__).parent / "cases"
BOTH_WAYS = [name for name, format in FORMATS.items() if format.reads and format.writes]
READ = [name for name, format in FORMATS.items() if format.reads]

ARTICLE = Entry(
    "article",
    "lovelace1843sketch",
    {
        "author": Names((Name("Lovelace", "Ada"), Name("Menabrea", "Luigi Federico"))),
        "title": "Sketch of the Analytical Engine",
        "journaltitle": "Scientific Memoirs",
        "date": Date(1843, 8),
        "volume": "3",
        "number": "12",
        "pages": Pages((PageRange("666", "731"),)),
        "doi": "10.1000/xyz123",
        "url": "https://example.org/sketch?a=1&b=2",
    },
)
CHAPTER = Entry(
    "incollection",
    "arendt1968truth",
    {
        "author": Names((Name("Arendt", "Hannah"), Name(literal="Study Group on Truth"))),
        "editor": Names((Name("Kohn", "Jerome"),)),
        "title": "Truth & <Politics>",
        "booktitle": "Between Past and Future",
        "date": Date(1968),
        "pages": Pages((PageRange("227", "264"),)),
        "publisher": "Viking Press",
        "location": "New York",
        "isbn": "9780143104810",
    },
)


@pytest.mark.parametrize("format", BOTH_WAYS)
@pytest.mark.parametrize("entry", [ARTICLE, CHAPTER], ids=["article", "chapter"])
def test_an_ordinary_entry_survives(format: str, entry: Entry) -> None:
    (again,) = read_entries(write_entries([entry], format), format).entries
    kept = {name: again.fields.get(name) for name in entry.fields}
    assert (again.type, kept) == (entry.type, entry.fields)
    assert list(losses([entry], format)) == []


WORDS = st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1, max_size=8)
TITLES = st.lists(WORDS | st.sampled_from(list("&%#_<>\"'=+-@;,")), min_size=1, max_size=6).map(
    " ".join
)
PEOPLE = st.builds(Name, family=WORDS.map(str.title), given=WORDS.map(str.title))
ENTRIES = st.builds(
    Entry,
    type=st.sampled_from(["article", "book", "thesis", "report", "online"]),
    key=st.from_regex(r"[a-z]{3,8}[0-9]{4}", fullmatch=True),
    fields=st.fixed_dictionaries(
        {
            "author": st.lists(PEOPLE, min_size=1, max_size=3).map(lambda n: Names(tuple(n))),
            "title": TITLES,
            "date": st.builds(Date, st.integers(1000, 2100)),
        },
        optional={
            "volume": st.integers(1, 999).map(str),
            "note": TITLES,
            "abstract": TITLES,
            "location": TITLES,
        },
    ),
)


@settings(max_examples=25, deadline=None)
@given(entry=ENTRIES)
@pytest.mark.parametrize("format", BOTH_WAYS)
def test_once_through_a_format_all_is_stable(format: str, entry: Entry) -> None:
    once = read_entries(write_entries([entry], format), format).entries
    assert len(once) == 1
    twice = read_entries(write_entries(once, format), format).entries
    assert twice == once
    assert once[0].fields["date"] == entry.fields["date"]


@settings(max_examples=40, deadline=None)
@given(entry=ENTRIES)
def test_biblatex_through_csl_json_is_stable(entry: Entry) -> None:
    def through(entry: Entry) -> Entry:
        (item,) = read_entries(write_entries([entry], "csl-json"), "csl-json").entries
        return read_entries(write_entries([item], "biblatex"), "biblatex").entries[0]

    once = through(entry)
    assert through(once) == once


def test_a_loss_is_said() -> None:
    held = Entry("book", "k", {"title": "T", "affiliation": "Here"})
    assert [finding.message for finding in losses([held], "mods")] == [
        "k: mods cannot hold affiliation as it is"
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
@pytest.mark.parametrize("format", READ)
def test_damaged_files_give_entries_or_one_error(format: str, data: st.DataObject) -> None:
    names = sorted(path.name for path in CASES.iterdir() if path.suffix != ".py")
    text = read_text(CASES / data.draw(st.sampled_from(names)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    damaged = text[:start] + data.draw(st.text(max_size=5)) + text[end:]
    for chosen in (format, None):
        try:
            parsed = read_entries(damaged, chosen)
        except CitemgrError:
            continue
        assert write_entries(parsed.entries, "biblatex") is not None


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_one_error(data: bytes) -> None:
    try:
        text = to_text(data)
        read_entries(text)
    except CitemgrError as error:
        assert str(error)


def test_a_spread_sheet_cannot_be_made_to_run() -> None:
    evil = Entry("book", "k", {"title": '=HYPERLINK("http://x")', "note": "@SUM(1)"})
    text = write_entries([evil], "csv")
    assert "'=HYPERLINK" in text and "'@SUM" in text
    assert read_entries(text, "csv").entries[0].text("title") == '=HYPERLINK("http://x")'


def test_html_lists_escape_what_they_show() -> None:
    evil = Entry(
        "online", '"><script>', {"title": "<script>alert(1)</script>", "url": "javascript:alert(1)"}
    )
    page = write_entries([evil], "html")
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert 'class="Z3988"' in write_entries([ARTICLE], "html")


def test_a_markdown_list_sets_the_container_apart() -> None:
    assert write_entries([ARTICLE], "markdown") == (
        "- Lovelace, Ada and Luigi Federico Menabrea (1843-08). Sketch of the Analytical Engine. "
        "*Scientific Memoirs*, 3(12), pp. 666–731. <https://doi.org/10.1000/xyz123>\n"
    )
