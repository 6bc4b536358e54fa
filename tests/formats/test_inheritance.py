"""What an entry has from others, by BibLaTeX's table; the library itself stays as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.formats import read_entries, write_entries
from citemgr.formats.inheritance import inherited
from citemgr.model import Entry

# Library -> the fields that the entry `it` has then, as BibLaTeX prints them.
CASES = {
    "a paper in proceedings": (
        """@inproceedings{it, author = {A, B}, title = {Paper}, crossref = {whole}, pages = {3--4}}
        @proceedings{whole, editor = {E, F}, title = {Whole}, subtitle = {A Meeting}, year = 2006,
          publisher = {P}, pages = {1--99}, keywords = {no}}""",
        "author = {A, B} | editor = {E, F} | title = {Paper} | booktitle = {Whole} | "
        "booksubtitle = {A Meeting} | pages = {3--4} | publisher = {P} | date = {2006}",
    ),
    "a chapter of one's own book": (
        "@inbook{it, title = {Ch}, crossref = {b}} @book{b, author = {A, B}, title = {Book}}",
        "author = {A, B} | title = {Ch} | booktitle = {Book} | bookauthor = {A, B}",
    ),
    "a volume of a work": (
        "@book{it, title = {V}, volume = 2, crossref = {m}} @mvbook{m, title = {M}, date = 1990}",
        "title = {V} | maintitle = {M} | volume = {2} | date = {1990}",
    ),
    "through two links": (
        """@incollection{it, title = {C}, crossref = {v}}
        @collection{v, title = {V}, volume = 1, crossref = {m}} @mvcollection{m, title = {M},
        editor = {E, F}}""",
        "editor = {E, F} | title = {C} | maintitle = {M} | booktitle = {V} | volume = {1}",
    ),
    "an article of an issue": (
        "@article{it, title = {T}, crossref = {p}} @periodical{p, title = {J}, volume = 3}",
        "title = {T} | journaltitle = {J} | volume = {3}",
    ),
    "what it has itself stays": (
        """@inproceedings{it, title = {T}, booktitle = {Mine}, year = 2001, crossref = {w}}
        @proceedings{w, title = {W}, date = {2002-03-04}}""",
        "title = {T} | booktitle = {Mine} | date = {2001}",
    ),
    "data of two xdata": (
        """@xdata{one, publisher = {P}} @xdata{two, location = {L}, publisher = {Q}}
        @book{it, title = {T}, xdata = {one, two}}""",
        "title = {T} | publisher = {P} | location = {L}",
    ),
    "a link that leads nowhere": (
        "@inbook{it, title = {T}, crossref = {none}}",
        "title = {T} | crossref = {none}",
    ),
    "a circle": (
        "@book{it, title = {T}, crossref = {b}} @book{b, author = {A, B}, crossref = {it}}",
        "author = {A, B} | title = {T}",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_fields_that_an_entry_has_from_others(name: str) -> None:
    text, expected = CASES[name]
    entries = {each.key: each for each in inherited(read_entries(text, "bibtex").entries)}
    lines = write_entries([entries["it"]], "biblatex").splitlines()[1:-1]
    assert " | ".join(line.strip(" ,") for line in lines) == expected
    assert all(entry.type != "xdata" for entry in entries.values())


def test_entries_stay_in_order_and_an_entry_that_links_to_itself_is_itself() -> None:
    text = "@book{a, title={A}} @inbook{b, title={B}, crossref={b}} @book{c, title={C}}"
    parsed = read_entries(text, "bibtex").entries
    assert list(inherited(parsed)) == list(parsed)


def test_a_title_without_a_place_in_the_part_is_inherited_as_title() -> None:
    text = "@article{it, crossref={b}} @book{b, title={B}, author={A, B}}"
    it, _ = inherited(read_entries(text, "bibtex").entries)
    assert it.text("title") == "B"


KEYS = st.sampled_from("abcdef")
LINKED = st.builds(
    lambda key, type, links: Entry(type, key, {"title": key, **links}),
    KEYS,
    st.sampled_from(["book", "inbook", "mvbook", "xdata"]),
    st.dictionaries(st.sampled_from(["crossref", "xdata"]), KEYS),
)


@given(st.lists(LINKED, max_size=8))
def test_any_graph_of_links_comes_to_an_end(entries: list[Entry]) -> None:
    found = list(inherited(entries))
    assert [each.key for each in found] == [e.key for e in entries if e.type != "xdata"]
    assert all(each.text("title") for each in found)
