"""The index: every passage is found where it stands, whatever the text is made of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citemgr.sources import Source, find_exact, fold, fold_with_places

TEXTS = st.text(
    alphabet=st.sampled_from("abcde éßﬁÆ1²\u0301\u00ad-\n.Жд字🙂\u200b"), min_size=1, max_size=400
)


def reading_of(source: Source) -> str:
    """The text as it is read: what is doubled in it is read once."""
    return bytes(source.data).decode("utf-8", "surrogatepass")


@given(TEXTS)
def test_places_of_letters(text: str) -> None:
    letters, places = fold_with_places(text)
    assert "".join(map(chr, letters)) == fold(text)
    assert all(chr(letter) in fold(text[at]) for letter, at in zip(letters, places, strict=True))


@given(TEXTS, st.integers(0, 400), st.integers(1, 60))
def test_every_passage_is_found(text: str, start: int, length: int) -> None:
    source = Source.of(text * 3)
    folded = fold(reading_of(source))
    passage = folded[start : start + length]
    if passage:
        assert folded.find(passage) in find_exact(source.index, passage)


@given(TEXTS, st.integers(0, 2000), st.integers(0, 200))
def test_window_is_a_stretch_of_the_text(text: str, start: int, length: int) -> None:
    source = Source.of((text + " ") * 12)
    whole = reading_of(source)
    window = source.window(start, start + length)
    assert whole[window.start : window.start + len(window.text)] == window.text
    letters = fold(whole)
    assert letters[window.letter :].startswith(fold(window.text))
    assert fold(window.text)[start - window.letter :].startswith(letters[start : start + length])


@given(st.text(max_size=200))
def test_any_text_is_a_source(text: str) -> None:
    source = Source.of(text)
    reading = reading_of(source)
    assert len(source.index) == len(fold(reading))
    assert source.window(0, 50).text == reading[: len(source.window(0, 50).text)]


COLUMNS = """\
The first column says that the      and the second one, to its right,
harvest was good in the year of     goes on to tell how the barns were
the great war and that nobody       filled before the first snow came
went hungry in the whole of the     and how the old people danced with
valley, which was never seen        the young ones until the morning
before in that part of the land     and slept late on the day after.
"""


def test_columns_are_read_one_after_the_other() -> None:
    source = Source.of(COLUMNS)
    passage = fold("went hungry in the whole of the valley, which was never seen before")
    (at,) = find_exact(source.index, passage)
    window = source.window(at, at + len(passage))
    start = window.start + window.text.index("went")
    span = source.original(start, start + 67)
    assert COLUMNS[span.start :].startswith("went hungry")
    assert COLUMNS[: span.end].endswith("before")


@pytest.mark.parametrize("text", ["", " \n\n", "...", "\u0301", "a"])
def test_small_texts(text: str) -> None:
    assert find_exact(Source.of(text).index, "a") == ([0] if text == "a" else [])


@given(st.integers(0, 200), st.integers(1, 40))
def test_place_of_a_letter(start: int, length: int) -> None:
    text = "Größe muß ﬂießen, daß es süß iﬀ. " * 12
    source = Source.of(text)
    letters, places = fold_with_places(text)
    window = source.window(start, start + length)
    for letter in range(start, min(start + length, len(letters))):
        assert window.start + source.place(window, letter) == places[letter]
