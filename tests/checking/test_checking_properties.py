"""Whatever is quoted from whatever text: a verdict, and offsets that hold."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.checking import check
from citemgr.checking.fixing import restore
from citemgr.model import GOOD_VERDICTS, Verdict

WORDS = [
    "the",
    "bridge",
    "was",
    "not",
    "built",
    "in",
    "1921",
    "über",
    "Größe",
    "l'eau",
    "naïve",
    "B.",
]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=8, max_size=60).map(" ".join)
ANY = st.text(alphabet=st.sampled_from("ab é.…[]()\n-“”'1ﬁ\u00ad\ufffd"), max_size=120)


@given(ANY, ANY)
def test_any_text_gets_a_verdict(quote: str, source: str) -> None:
    checked = check(quote, source)
    if checked.start is not None and checked.end is not None:
        assert 0 <= checked.start <= checked.end <= len(source)
    for edit in checked.edits:
        assert 0 <= edit.quote.start <= edit.quote.end <= len(quote)


@given(TEXTS, st.data())
def test_what_stands_there_is_verbatim(text: str, data: st.DataObject) -> None:
    words = text.split()
    first = data.draw(st.integers(0, len(words) - 3))
    last = data.draw(st.integers(first + 2, len(words)))
    quote = " ".join(words[first:last])
    checked = check(quote, text)
    assert checked.verdict is Verdict.VERBATIM
    assert text[checked.start : checked.end] == quote


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_a_strange_word_never_passes(text: str, data: st.DataObject) -> None:
    words = text.split()
    at = data.draw(st.integers(1, len(words) - 2))
    changed = [*words[:at], "zebra", *words[at + data.draw(st.integers(0, 1)) :]]
    assert check(" ".join(changed), text).verdict not in GOOD_VERDICTS


@given(st.integers(1, 5))
def test_restoring_takes_an_edit_back(count: int) -> None:
    source = "The old bridge over the river was never finished by the town, said the mayor."
    quote = source.replace("never ", "").replace("old", "new")
    restored = restore(quote, check(quote, source))
    assert restored is not None and check(restored, source).good


@pytest.mark.parametrize(
    "quote", ["a", "I", ".", "...", "—", "", "   ", "[...]", "[sic]", "\u0301"]
)
def test_tiny_quotations(quote: str) -> None:
    assert check(quote, "I am a man of few words — said he.").verdict in Verdict


def test_fifty_thousand_words() -> None:
    text = " ".join(f"word{n} and so on" for n in range(12_500))
    assert check(text, text).verdict is Verdict.VERBATIM
    assert check(text.replace("word6000 ", "sword6000 "), text).verdict is Verdict.ALTERED


@pytest.mark.parametrize("source", ["", " ", "...", "\n\n\f"])
def test_source_without_words(source: str) -> None:
    assert check("anything at all", source).verdict is Verdict.ABSENT


def test_surroundings_choose_among_places() -> None:
    source = "First he said that it was so. Then she wrote that it was so, and left."
    second = check("that it was so", source, prefix="Then she wrote ", suffix=", and left.")
    assert second.start == source.rindex("that it was so")
    assert [span.start for span in second.other_spans] == [source.index("that it was so")]


def test_short_word_behind_many_that_hold_its_letters() -> None:
    source = "The ii in milliner is skinny; " * 40 + "then I said so."
    assert check("I", source).start == source.index("I said")


@given(
    st.lists(
        st.sampled_from(["not", "[the]", "…", "12", "ab", "l'", "é", "-\n", "x]"]), max_size=12
    )
)
def test_any_pieces_get_a_verdict(pieces: list[str]) -> None:
    source = "ab not 12 é l'ab x the ab not\n" * 3
    assert check(" ".join(pieces), source).verdict in Verdict
    assert check("".join(pieces), source).verdict in Verdict
