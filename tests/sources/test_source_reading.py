"""How a damaged text is read, and that what is found in it is a place of the text as it is."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.checking import check
from citemgr.model import Verdict
from citemgr.sources import Cache, Source
from citemgr.sources.reading import read_bytes
from citemgr.sources.source import Source as Held

WORDS = st.lists(
    st.sampled_from("l'eau café & naïve “so” bridge Größe <b> river 1921 end".split()),
    min_size=6,
    max_size=40,
)


def text_of(source: Held) -> str:
    """The text as it is meant, which stands behind the text as it is."""
    return bytes(source.data).decode("utf-8").rpartition("\f")[2]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("plain text & no more; a < b", "plain text & no more; a < b"),
        ("caf&eacute; &amp;amp; &nosuch; &#8217;", "café & &nosuch; ’"),
        ("a<br>b <i>c</i> <sup>12</sup>d", "a b c d"),
        ("if a <b and c> d", "if a <b and c> d"),
        ("Ã©tÃ© Ã  la plage dâ€™or", "été à la plage d’or"),
        ("ÃƒÂ©tÃƒÂ© fÃƒÂªte", "été fête"),
        ("« voilà » daß“ É» À « Ü“", "« voilà » daß“ É» À « Ü“"),
    ],
)
def test_mended(text: str, read: str) -> None:
    assert text_of(Source.of(text)) == read


@given(WORDS, st.data())
def test_places_in_a_mended_text_are_those_of_the_text(
    words: list[str], data: st.DataObject
) -> None:
    plain = " ".join(words).replace("<b>", "old")
    escaped = " ".join(html.escape(word.replace("<b>", "old")) for word in words)
    escaped = escaped.replace("é", "&eacute;").replace("ö", "&#246;")
    first = data.draw(st.integers(0, len(words) - 3))
    quote = " ".join(plain.split()[first : first + 3])
    checked = check(quote, escaped)
    if any(each.isalnum() for each in quote):
        assert checked.start is not None and checked.end is not None
        assert check(quote, html.unescape(escaped[checked.start : checked.end])).good


def test_columns_of_a_text_with_entities_keep_their_places() -> None:
    left = [f"line {n} of the l&eacute;ft column goes" for n in range(20)]
    right = [f"row {n} of the r&iuml;ght one runs" for n in range(20)]
    text = "\n".join(f"{one:<48}{other}" for one, other in zip(left, right, strict=True))
    checked = check("column goes line 7 of the léft column", text)
    assert checked.verdict is Verdict.TYPOGRAPHIC
    assert checked.start == text.index("column goes", text.index("line 6 "))
    assert checked.end == text.index("line 7 ") + len("line 7 of the l&eacute;ft column")


def test_mended_text_comes_whole_from_the_cache(tmp_path: object) -> None:
    from pathlib import Path

    assert isinstance(tmp_path, Path)
    cache = Cache(tmp_path)
    data = b"He sat in the caf&eacute; all day, and the caf&eacute; was cold."
    first = read_bytes(data, ".txt", "doe", "doe.txt", cache)
    again = read_bytes(data, ".txt", "doe", "doe.txt", cache)
    for source in (first, again):
        checked = check("in the café all day", source)
        assert (checked.start, checked.end) == (7, 33)


def test_markup_may_be_quoted_as_it_stands() -> None:
    text = "<h3>The first</h3>\n<p>In the beginning &amp; the end.</p>\n<p>And so on.</p>"
    assert check("beginning &amp; the end.</p>\n<p>And", text).verdict is Verdict.VERBATIM
    assert check("beginning & the end. And so on", text).verdict is Verdict.TYPOGRAPHIC
    assert check("And so on", text).other_spans == ()
