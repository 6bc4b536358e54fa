"""LaTeX with the files around it: an author's own commands, and what biber wrote."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from citemgr.documents import read, read_text
from citemgr.formats import write_entries


def test_definitions_that_double_each_other_end() -> None:
    names = "abefghkmnpqs"
    chain = "".join(
        rf"\newcommand{{\z{name}}}{{\z{following}\z{following}}}"
        for name, following in pairwise(names)
    )
    last = rf"\newcommand{{\zs}}{{{'ha ' * 1000}}}"
    body = r"\begin{document}A \za{} b.\end{document}"
    text = read_text(chain + last + body, "laughs.tex", "latex").text
    assert text.startswith("A ha ha")
    assert text.endswith(" b.")
    assert len(text) < 1_000_000


def test_an_arguments_words_keep_their_places_and_a_definitions_have_the_uses() -> None:
    source = (
        "\\newcommand{\\said}[2]{Thus spoke #2: ``#1''}\n"
        "\\begin{document}\n"
        "Then \\said{some words,\n  and more}{Ann}.\n"
        "\\end{document}"
    )
    document = read_text(source, "f.tex", "latex")
    assert document.text == "Then Thus spoke Ann: “some words, and more”."
    lines = source.split("\n")
    for word in ("Then", "some", "words", "and", "more", "Ann"):
        place = document.origin.place(document.text.index(word))
        assert lines[(place.line or 0) - 1][(place.column or 0) - 1 :].startswith(word)
    place = document.origin.place(document.text.index("Thus"))
    assert lines[(place.line or 0) - 1][(place.column or 0) - 1 :].startswith("\\said")


def test_the_bibliography_that_biber_wrote_is_read_as_entries(tmp_path: Path) -> None:
    (tmp_path / "essay.bbl").write_text(BBL, encoding="utf-8")
    file = tmp_path / "essay.tex"
    file.write_text(r"As \cite[3]{mill} says. \printbibliography", encoding="utf-8")
    document = read(file)
    assert document.text == "As [mill, 3] says."
    assert write_entries(document.entries, "biblatex").split("\n") == [
        "@book{mill,",
        "  author = {Mill, John Stuart and de la Tour, Jean and others},",
        "  title = {On Liberty},",
        "  pages = {30--45},",
        "  publisher = {Parker},",
        "  date = {1859-03/1860},",
        "  doi = {10.1000/x_y},",
        "}",
        "",
    ]


def test_commands_defined_in_a_file_of_the_folder_are_known(tmp_path: Path) -> None:
    (tmp_path / "own.sty").write_text(r"\newcommand{\said}[1]{``#1''}", encoding="utf-8")
    file = tmp_path / "essay.tex"
    file.write_text(
        r"\usepackage{own,babel}\begin{document}\said{So}.\end{document}", encoding="utf-8"
    )
    assert read(file).text == "“So”."


BBL = r"""
\refsection{0}
  \datalist[entry]{nty/global//global/global}
    \entry{mill}{book}{}
      \true{moreauthor}
      \name{author}{2}{}{%
        {{hash=1}{%
           family={Mill},
           familyi={M\bibinitperiod},
           given={John\bibnamedelima Stuart},
           giveni={J\bibinitperiod\bibinitdelim S\bibinitperiod}}}%
        {{hash=2}{%
           family={Tour},
           given={Jean},
           prefix={de\bibnamedelima la}}}%
      }
      \list{publisher}{1}{%
        {Parker}%
      }
      \field{sortinit}{M}
      \field{title}{On Liberty}
      \field{labeltitle}{On Liberty}
      \field{month}{3}
      \field{year}{1859}
      \field{endyear}{1860}
      \field{dateera}{ce}
      \field{pages}{30\bibrangedash 45}
      \verb{doi}
      \verb 10.1000/x_y
      \endverb
    \endentry
  \enddatalist
\endrefsection
"""
