"""Formulas as Unicode, where every sign has a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.formats import write_entries
from citemgr.formats.tex_math import plain_text
from citemgr.model import Entry

CASES = {
    "no mathematics": "no mathematics",
    r"$100\,\mu$J at $\pm 0.1\%$": "100 μJ at ± 0.1%",
    "H$_2$O and CO$_{2}$": "H₂O and CO₂",
    r"$10^{-3}$ m$^2$": "10⁻³ m²",
    r"GaN$(000\bar{1})$ by $\langle 111\rangle$": "GaN(0001\u0304) by ⟨111⟩",
    r"$4^{\textrm{ème}}$ \ensuremath{\slash} $a\vphantom{X}_1$": "4ème / a₁",
    r"$4^{\textrm{th}}$ and $\mathbb{R}^n$": "4ᵗʰ and ℝⁿ",
    r"$\alpha\to\Omega$": "α→Ω",
    # No character for all of it: as TeX has it.
    r"$\frac{1}{2}$ and $x^{\alpha}$": r"$\frac{1}{2}$ and $x^{\alpha}$",
    # Money is no mathematics.
    "from $5 to $6": "from $5 to $6",
    r"$\unknown$ $a{b$ $}$": r"$\unknown$ $a{b$ $}$",
}


@pytest.mark.parametrize("text", CASES)
def test_formulas(text: str) -> None:
    assert plain_text(text) == CASES[text]


def test_only_formats_that_know_no_tex_get_unicode() -> None:
    entry = Entry("book", "k", {"title": r"On $\mu$ and $\frac{1}{2}$"})
    assert r"{On $\mu$ and $\frac{1}{2}$}" in write_entries([entry], "bibtex")
    assert r"On μ and $\frac{1}{2}$" in write_entries([entry], "ris")


PIECES = st.sampled_from([*"$\\{}^_ab1 ,", "\\mu", "\\bar", "\\mathbb"])


@given(st.lists(PIECES).map("".join))
def test_any_text_comes_through(text: str) -> None:
    once = plain_text(text)
    assert plain_text(once) is not None
