"""BibTeX and BibLaTeX in the shapes that their styles take, and back without loss."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.formats import read_entries, to_csl, write_entries
from citemgr.formats.tex import escape, unescape
from citemgr.model import Entry
from citemgr.values import Date, Name, Names, PageRange, Pages

NEWSPAPER = Entry(
    "article",
    "spegele2025world",
    {
        "author": Names((Name("Spegele", "Brian"), Name("Yoon", "Dasl"))),
        "title": "World News: Kim & Putin",
        "subtitle": "Powerful optics",
        "journaltitle": "Wall Street Journal",
        "entrysubtype": "newspaper",
        "edition": "Eastern",
        "location": "New York, N.Y.",
        "date": Date(2025, 8, 29),
        "pages": Pages((PageRange("A7"),)),
    },
)
HARD = Entry(
    "book",
    "hard",
    {
        "author": Names(
            (
                Name("Beethoven", "Ludwig", "van"),
                Name("King", "Martin", "", "Jr."),
                Name(literal="Barnes and Noble"),
                Name("den Hertog", "Anna"),
            ),
            others=True,
        ),
        "title": r"50% of $5 & #1 {a_b} ~ ^ \ “ü”",
        "date": Date(1990, end=Date(1995)),
        "url": "https://example.org/a_b?c=%20&d#e",
        "x-own": "kept",
    },
)


def test_bibtex_has_one_title_and_a_bare_month() -> None:
    assert write_entries([NEWSPAPER], "bibtex") == (
        "@article{spegele2025world,\n"
        "  author = {Spegele, Brian and Yoon, Dasl},\n"
        "  title = {World News: Kim \\& Putin: Powerful optics},\n"
        "  journal = {Wall Street Journal},\n"
        "  edition = {Eastern},\n"
        "  pages = {A7},\n"
        "  address = {New York, N.Y.},\n"
        "  year = {2025},\n"
        "  month = aug,\n"
        "  day = {29},\n"
        "}\n"
    )


def test_biblatex_keeps_what_citemgr_knows() -> None:
    for entry in (NEWSPAPER, HARD):
        (again,) = read_entries(write_entries([entry], "biblatex"), "biblatex").entries
        assert again == Entry(entry.type, entry.key, entry.fields)


def test_bibtex_keeps_what_it_can_hold() -> None:
    (again,) = read_entries(write_entries([HARD], "bibtex"), "bibtex").entries
    assert again.fields == HARD.fields


def test_csl_item_of_a_newspaper_article() -> None:
    assert to_csl(NEWSPAPER) == {
        "id": "spegele2025world",
        "type": "article-newspaper",
        "author": [
            {"family": "Spegele", "given": "Brian"},
            {"family": "Yoon", "given": "Dasl"},
        ],
        "title": "World News: Kim & Putin: Powerful optics",
        "container-title": "Wall Street Journal",
        "edition": "Eastern",
        "publisher-place": "New York, N.Y.",
        "issued": {"date-parts": [[2025, 8, 29]]},
        "page": "A7",
    }


TEX = [
    (r"Stanis{\l}aw \'Swi\k{e}cicki", "Stanisław Święcicki"),
    (r"K{\"o}ln, \v{Z}i\v{z}ek, {\AA}ngstr{\"{o}}m", "Köln, Žižek, Ångström"),
    (r"a \& b, 5\%, \$5, x\_y", "a & b, 5%, $5, x_y"),
    (r"Fe$_2$O$_3$ and x$^2$", "Fe₂O₃ and x²"),
    (r"\emph{Homo sapiens} \unknown{here}", "Homo sapiens here"),
    (r"``so''~\enquote{said} -- 1--2", "“so” “said” – 1–2"),
    (r"In$_{x+\alpha}$Ga", r"In$_{x+\alpha}$Ga"),
]


@pytest.mark.parametrize(("tex", "text"), TEX)
def test_tex_is_read(tex: str, text: str) -> None:
    assert unescape(tex) == text


@given(st.text(alphabet=r"ab &%$#_{}^~\é-'ß" + '"', max_size=60))
def test_what_is_escaped_is_read_back(text: str) -> None:
    once = unescape(escape(" ".join(text.split())))
    assert unescape(escape(once)) == once or "$" in text  # may be mathematics


WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=8)
TEXTS = st.lists(WORDS | st.sampled_from("&%#_~^\\{}"), min_size=1, max_size=5).map(" ".join)
PEOPLE = st.builds(
    Name,
    family=WORDS.map(str.capitalize),
    given=WORDS.map(str.capitalize),
)
YEARS = st.integers(1000, 2100)


@settings(max_examples=60)
@given(
    st.builds(
        Entry,
        type=st.sampled_from(["article", "book", "online", "misc"]),
        key=st.just("k"),
        fields=st.fixed_dictionaries(
            {
                "author": st.lists(PEOPLE, min_size=1, max_size=3).map(
                    lambda names: Names(tuple(names))
                ),
                "title": TEXTS,
                "date": st.builds(Date, YEARS, st.integers(1, 12), st.integers(1, 28)),
                "publisher": TEXTS,
            }
        ),
    )
)
def test_any_entry_survives_biblatex(entry: Entry) -> None:
    (again,) = read_entries(write_entries([entry], "biblatex"), "biblatex").entries
    twice = write_entries([again], "biblatex")
    assert read_entries(twice, "biblatex").entries == (again,)
    assert again.fields["date"] == entry.fields["date"]
    assert again.text("title") == entry.text("title")


@pytest.mark.skipif(not shutil.which("bibtex"), reason="no bibtex here")
def test_bibtex_accepts_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(write_entries([NEWSPAPER, HARD], "bibtex"), encoding="utf-8")
    (tmp_path / "all.aux").write_text(
        "\\citation{*}\n\\bibstyle{plain}\n\\bibdata{all}\n", encoding="utf-8"
    )
    done = subprocess.run(["bibtex", "all"], cwd=tmp_path, capture_output=True, text=True)
    warnings = [line for line in done.stdout.splitlines() if line.startswith("Warning")]
    assert done.returncode == 0, done.stdout
    assert warnings == ["Warning--empty publisher in hard"]


@pytest.mark.skipif(not shutil.which("biber"), reason="no biber here")
def test_biber_accepts_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "all.bib"
    path.write_text(write_entries([NEWSPAPER, HARD], "biblatex"), encoding="utf-8")
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "--output-file=out.bib", "all.bib"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    complaints = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    # BibLaTeX has no edition of a newspaper; styles ignore the field, readers do not.
    assert [line for line in complaints if "nvalid" not in line] == []


@pytest.mark.skipif(not shutil.which("pdflatex"), reason="no pdflatex here")
def test_pdflatex_prints_what_is_written(tmp_path: Path) -> None:
    (tmp_path / "all.bib").write_text(write_entries([NEWSPAPER, HARD], "bibtex"), encoding="utf-8")
    (tmp_path / "paper.tex").write_text(
        "\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{textcomp}"
        "\\begin{document}\\nocite{*}\\bibliographystyle{plain}\\bibliography{all}\\end{document}",
        encoding="utf-8",
    )
    for command in (["pdflatex"], ["bibtex"], ["pdflatex"]):
        options = ["-interaction=nonstopmode", "-halt-on-error"] * (command[0] == "pdflatex")
        done = subprocess.run(
            [*command, *options, "paper"], cwd=tmp_path, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("given=Hans, family=Harman", [Name("Harman", "Hans")]),
        (
            "family={Simpson and Sons}, given=A and given=B, family=C, prefix=von, suffix=Jr.",
            [Name("Simpson and Sons", "A"), Name("C", "B", "von", "Jr.")],
        ),
        ("given=A, family=B, given=C, useprefix=false", [Name("B", "C")]),
        ("E = mc, A. and given=B, family=D", [Name("E = mc", "A."), Name("D", "B")]),
    ],
)
def test_names_with_labelled_parts(value: str, names: list[Name]) -> None:
    (entry,) = read_entries(f"@misc{{a, author = {{{value}}}}}", "bibtex").entries
    assert entry.fields["author"] == Names(tuple(names))


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"a\it b{\bf c}", "abc"),
        (r"a\begin{it}b\end{it}c", "abc"),
        (r"\href{https://example.org}{Example}", "Example"),
        (r"strain\vphantom{j} in 10\,\textmu{}m GaN\slash AlN", "strain in 10 μm GaN/AlN"),
        (r"CO\textsubscript{2}, 10\textsuperscript{-3}", "CO₂, 10⁻³"),
        (r"the $p$-adic $n=1$ at \$5", "the p-adic n=1 at $5"),
    ],
)
def test_commands_of_tex_are_read(tex: str, text: str) -> None:
    assert unescape(tex) == text
    assert unescape(escape(text)) == text


@pytest.mark.parametrize(
    ("type", "csl"),
    [("video", "motion_picture"), ("manual", "book"), ("mvreference", "book"),
     ("bookinbook", "chapter"), ("booklet", "pamphlet"), ("periodical", "periodical"),
     ("artwork", "graphic"), ("no such type", "document")],
)  # fmt: skip
def test_every_type_of_biblatex_is_one_of_csl(type: str, csl: str) -> None:
    assert to_csl(Entry(type, "k", {"title": "T"}))["type"] == csl
