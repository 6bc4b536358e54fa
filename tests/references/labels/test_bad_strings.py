"""Any string gives a labelling, its stretches stand in the string, and the same one each time."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citemgr.references.labels import LABELS, label

ODD = {
    "empty": "",
    "blank": " \t\n ",
    "digits": "1234567890 " * 40,
    "emoji": "🦊🦊🦊 👩‍👩‍👧 🇱🇹",
    "right to left": "כהן, דוד. ספר הדוגמה. ירושלים: מאגנס, 1999.",
    "arabic": "الجاحظ، كتاب الحيوان، القاهرة، ١٩٣٨",
    "control characters": "\x00\x01\x7f Smith, J. \x0b (2001)",
    "lone surrogate": "Smith\udc80, J. 2001. Title.",
    "marks": ",;:.()[]{}\"'“”«»" * 50,
    "open brackets": "(" * 5_000,
    "one word": "Hamlet",
    "a long line": "Smith, J. (2001). Title. " * 40_000,
    "one long word": "a" * 1_000_000,
}


def check(text: str) -> None:
    (found,) = label([text])
    assert len(found.fields) == len(found.field_confidence)
    assert 0.0 <= found.confidence <= 1.0
    assert all(0.0 <= sure <= 1.0 for sure in found.field_confidence)
    last = 0
    for part in found.fields:
        assert part.label in LABELS
        assert last <= part.start < part.end
        assert text[part.start : part.end] == part.value
        last = part.end


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_odd_strings(text: str) -> None:
    check(text)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_string(text: str) -> None:
    check(text)


def test_nothing_gives_nothing() -> None:
    assert label([]) == []
    assert label([""])[0].fields == ()
    assert label([""])[0].confidence == 0.0


def test_a_string_is_read_alike_alone_and_among_others() -> None:
    texts = [
        "Coase, R. H. (1937). The nature of the firm. Economica, 4(16), 386–405.",
        "Weber, Max: Wirtschaft und Gesellschaft. 5. Aufl. Tübingen: Mohr Siebeck, 1972.",
        "x",
        "Miranda v. Arizona, 384 U.S. 436 (1966).",
    ]
    alone = [label([text])[0].fields for text in texts]
    assert [found.fields for found in label(texts)] == alone
    assert [found.fields for found in label(texts[::-1])] == alone[::-1]
