"""What holds of the quotations of any text."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.documents import read_text
from citemgr.model import Status
from citemgr.quotations import Options, find_quotations

WORDS = st.sampled_from(
    "the harbour was closed in winter said she and he “ ” ‘ ’ \" ' « » „ . , : ; ? [1] (Lee 2001) "
    "don’t dogs’ 6'2\" … [sic] 書 「 」 \n \n\n".split(" ")
)
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)
SENTENCES = st.sampled_from(
    [
        "The harbour was closed for the winter.",
        "She said, “The harbour will stay closed until the spring.”",
        "“It is closed,” he said, “and it will stay so.”",
        "“Nobody was there in the first week.\n\nNobody came in the second.” [1]",
        "He spoke of a “closed shop” and went away.",
    ]
)


@given(TEXTS)
@settings(deadline=None)
def test_spans_lie_inside_their_marks_and_the_text(text: str) -> None:
    for quotation in find_quotations(read_text(text), options=Options(include_nested=True)):
        span, outer = quotation.span, quotation.outer
        assert 0 <= outer.start <= span.start < span.end <= outer.end <= len(text)
        assert text[outer.start :].startswith(quotation.open_mark)
        assert text[: outer.end].endswith(quotation.close_mark)
        assert span.of(text).strip()
        for alteration in quotation.alterations:
            assert span.contains(alteration.span)


@given(TEXTS)
@settings(deadline=None)
def test_outermost_quotations_do_not_overlap(text: str) -> None:
    found = find_quotations(read_text(text))
    for first, second in pairwise(found):
        assert first.outer.end <= second.outer.start


@given(TEXTS, st.sampled_from(["\r\n", "\r"]))
@settings(deadline=None)
def test_line_ends_do_not_matter(text: str, line_end: str) -> None:
    def passages(written: str) -> list[tuple[str, str]]:
        found = find_quotations(read_text(written))
        return [(" ".join(each.span.of(written).split()), each.status) for each in found]

    assert passages(text) == passages(text.replace("\n", line_end))


# The same sentences in the marks of other habits; one habit a document.
HABITS = [
    "“” ‘’",
    "„“ ‚‘",
    "«» “”",
    "»« ›‹",
    "‘’ “”",
    "\"\" ''",
    "”” ’’",
]


def in_marks(text: str, habit: str) -> str:
    """`text`, which is in English marks, in those of `habit`."""
    return text.translate({ord(a): b for a, b in zip("“”‘’", habit.replace(" ", ""), strict=True)})


@given(
    st.sampled_from(HABITS),
    st.lists(SENTENCES, min_size=2, max_size=6),
    st.lists(SENTENCES, max_size=4),
)
@settings(deadline=None)
def test_text_behind_changes_nothing_before(
    habit: str, before: list[str], behind: list[str]
) -> None:
    # A document shows its habit before it is asked whether it keeps it.
    shown = "She said, “The harbour is closed,” and he said, “It is not.” They said, “Well, well.”"
    text = in_marks("\n\n".join([shown, *before]), habit)
    longer = in_marks("\n\n".join([shown, *before, *behind]), habit)
    found = find_quotations(read_text(text))
    again = find_quotations(read_text(longer))
    assert [each.span for each in found] == [each.span for each in again[: len(found)]]


@pytest.mark.parametrize(
    "text",
    ["“" * 20_000, "'" * 20_000, '" ' * 10_000, "“a ”b " * 5_000, "“ab cd. " * 2_000, "« " * 9_000],
)
def test_nothing_but_marks_is_survived(text: str) -> None:
    found = find_quotations(read_text(text))
    assert all(each.span.end <= len(text) for each in found)


def test_a_passage_longer_than_asked_for_is_unclosed() -> None:
    text = "\n\n".join(["“The first.", *["And more."] * 5, "The last.” [1]"])
    [quotation] = find_quotations(read_text(text), options=Options(max_carry=3))[:1]
    assert quotation.status is Status.UNCLOSED
    [whole] = find_quotations(read_text(text))
    assert whole.status is Status.CARRIED
    assert re.sub(r"\s+", " ", whole.span.of(text)).endswith("The last.")
