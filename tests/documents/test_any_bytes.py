"""Readers get whatever bytes a file has: a document comes out, or the one documented error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from citemgr.documents import FORMATS, read_bytes
from citemgr.documents.table import format_of
from citemgr.model import CitemgrError, Document

NOISE = (
    b"\x00",
    b"\xff",
    b"<",
    b"</",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\\",
    b"&#x110000;",
    b'"',
    b"{{",
    b"\n\n",
)
Check = Callable[[Document], None]
Edit = tuple[float, int, bytes]
EDITS = st.lists(
    st.tuples(
        st.floats(0, 1),
        st.integers(0, 400),
        st.one_of(st.sampled_from(NOISE), st.binary(max_size=8)),
    ),
    max_size=8,
)


def mutated(data: bytes, edits: list[Edit]) -> bytes:
    """The data with stretches cut out and others put in."""
    for place, length, put in edits:
        at = int(place * len(data))
        data = data[:at] + put + data[at + length :]
    return data


def read_or_refuse(data: bytes, path: str, format: str, check: Check) -> None:
    try:
        document = read_bytes(data, path, format)
    except CitemgrError as error:
        assert error.message
    else:
        check(document)


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(edits=EDITS)
def test_damaged_files_are_read_or_refused(
    text_file: Path, check: Check, edits: list[Edit]
) -> None:
    data = text_file.read_bytes()
    name = text_file.name
    read_or_refuse(mutated(data, edits), name, format_of(name, data).name, check)


@pytest.mark.parametrize("format", sorted(FORMATS))
@settings(max_examples=25, deadline=None)
@given(data=st.binary(max_size=400))
@example(data=b"")
@example(data=b"\x00" * 50)
def test_no_bytes_break_a_reader(format: str, check: Check, data: bytes) -> None:
    read_or_refuse(data, "file", format, check)


@pytest.mark.parametrize("format", sorted(name for name in FORMATS if not FORMATS[name].binary))
@settings(max_examples=60, deadline=None)
@given(text=st.text(alphabet="ab \n\t<>/&;*_#=[](){}|\\\"'`~^.:-+@1", max_size=120))
def test_no_syntax_breaks_a_reader(format: str, check: Check, text: str) -> None:
    read_or_refuse(text.encode(), "file", format, check)
