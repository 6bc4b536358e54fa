"""The text of one cited work, with the index over it.

The text is held as UTF-8, a byte for most letters, in memory or mapped from the cache; only the
stretch that a question is about is decoded.
"""

from __future__ import annotations

import mmap
import re
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import NamedTuple

from citemgr.model import Span
from citemgr.sources.columns import in_reading_order, may_have_columns
from citemgr.sources.folding import fold, letter_count
from citemgr.sources.index import BLOCK, Index, build_index, decoded_parts, in_parts
from citemgr.sources.layout import Reading, assembled, behind, through
from citemgr.sources.mending import may_need_mending, mended

# What makes a stretch of letters a part of a word: a letter beside it, or a hyphen at a line end.
_WORD_BEFORE = re.compile(r"(?:[^\W_]|\u00ad|[-\u2010\u00ac]\r?\n?)$")
_WORD_AFTER = re.compile(r"[^\W_]|\u00ad|[-\u2010\u00ac]")
# Bytes in which columns would show.
_HEAD = 1 << 18
# Markup and wrong decoding may lie in layers: "&amp;amp;".
_MOST_MENDINGS = 3
# Guesses at how many characters make so many letters, before they are counted.
_MOST_TRIES = 3
# Letters compared at the beginning of a window.
_PROBE = 4


class Window(NamedTuple):
    """A stretch of a source's reading: its text, the offset of its first character, and the number
    of the first folded letter in it."""

    text: str
    start: int
    letter: int


@dataclass(frozen=True, eq=False)
class Source:
    """A source text, ready to be searched.

    `name` is what `found_in` will say (an entry key or a file stem), `data` the reading in UTF-8,
    `layout` where its stretches come from (with an empty `text`: that is `data`), `pages` the
    offsets of the original from which a page label holds, `key` the hash under which it is cached.
    """

    name: str
    data: bytes | mmap.mmap | memoryview
    index: Index
    layout: Reading
    pages: tuple[tuple[int, str | None], ...] = ()
    key: str = ""

    @classmethod
    def of(
        cls,
        text: str,
        name: str = "",
        pages: tuple[tuple[int, str | None], ...] = (),
        key: str = "",
    ) -> Source:
        """The source that `text` is; builds the index."""
        reading = _read(text)
        return cls(
            name=name,
            data=reading.text.encode("utf-8", "surrogatepass"),
            index=build_index(in_parts(reading.text)),
            layout=replace(reading, text=""),
            pages=pages,
            key=key,
        )

    @classmethod
    def of_utf8(
        cls,
        data: bytes,
        name: str = "",
        pages: tuple[tuple[int, str | None], ...] = (),
        key: str = "",
    ) -> Source | None:
        """The source that these bytes are, without ever holding all of its text decoded; None where
        it begins with a byte order mark, may have columns or want mending, which take a look at the
        whole.
        Raises `UnicodeDecodeError` for what is no UTF-8."""
        head = data[:_HEAD].decode("utf-8", "ignore")
        if head.startswith("\ufeff") or may_have_columns(head) or may_need_mending(data):
            return None
        length = sum(map(len, decoded_parts(data)))
        index = build_index(decoded_parts(data))
        return cls(name, data, index, Reading("", length), pages, key)

    def window(self, start: int, end: int) -> Window:
        """The text around the folded letters `start` to `end`, a block more on each side."""
        index = self.index
        first = max(0, min(start // BLOCK, len(index.bytes_at)) - 1)
        last = end // BLOCK + 2
        whole = last >= len(index.bytes_at)
        low = int(index.bytes_at[first]) if first and len(index.bytes_at) else 0
        high = len(self.data) if whole else int(index.bytes_at[last])
        text = bytes(self.data[low:high]).decode("utf-8", "surrogatepass")
        if not first:
            return Window(text, 0, 0)
        letter = first * BLOCK
        if index.letters(letter, letter + _PROBE) != index.encode(
            fold(text[: 8 * _PROBE])[:_PROBE]
        ):
            letter -= 1  # the block begins inside a ligature
        return Window(text, int(index.points_at[first]), letter)

    def place(self, window: Window, letter: int) -> int:
        """The offset in `window` of the character from which folded letter `letter` comes."""
        text = window.text
        at, count = 0, window.letter
        block = letter // BLOCK
        if block * BLOCK > window.letter:
            noted = int(self.index.points_at[block]) - window.start
            if letter_count(text[noted]) == 1:  # else the block may begin inside a ligature
                at, count = noted, block * BLOCK
        wanted = letter - count + 1
        if wanted <= 0:
            return at
        characters = wanted
        for _ in range(_MOST_TRIES):  # some characters have two letters
            end = _after_letters(text, at, characters)
            surplus = len(fold(text[at:end])) - wanted
            if not surplus:
                return end - 1
            characters = max(1, characters - surplus)
        while at < len(text):
            count += letter_count(text[at])
            if count > letter:
                return at
            at += 1
        return len(text)

    def original(self, start: int, end: int) -> Span:
        """The stretch of the original from the first to the last character of a stretch of the
        reading."""
        return self.layout.original(start, end)

    def beginning(self, characters: int) -> str:
        """About the first `characters` of the text."""
        return bytes(self.data[:characters]).decode("utf-8", "ignore")

    def count(self, words: str, most: int = 1 << 30) -> int:
        """How often `words` stand in the text, letter for letter; reads it, so use it seldom."""
        needle = words.encode("utf-8", "surrogatepass")
        found, at = 0, -1
        data = self._searchable
        while found < most and (at := data.find(needle, at + 1)) >= 0:
            found += 1
        return found

    def count_word(self, word: str, most: int) -> int:
        """How often `word` stands in the text as a whole word, up to `most`."""
        needle = word.encode("utf-8", "surrogatepass")
        found, at = 0, -1
        data = self._searchable
        while found < most and needle and (at := data.find(needle, at + 1)) >= 0:
            before = bytes(data[max(0, at - 4) : at]).decode("utf-8", "ignore")
            after = bytes(data[at + len(needle) : at + len(needle) + 4]).decode("utf-8", "ignore")
            found += not (_WORD_BEFORE.search(before) or _WORD_AFTER.match(after))
        return found

    @cached_property
    def _searchable(self) -> bytes | mmap.mmap:
        return bytes(self.data) if isinstance(self.data, memoryview) else self.data


@lru_cache(maxsize=1)
def _runs_of_letters() -> tuple[tuple[int, re.Pattern[str]], ...]:
    """Patterns that end with the 64th, the 32nd, ... letter."""
    sizes = [1 << bit for bit in range(6, -1, -1)]
    return tuple((size, re.compile(rf"(?:[\W_]*[^\W_]){{{size}}}")) for size in sizes)


def _after_letters(text: str, at: int, count: int) -> int:
    """Where one stands behind the letters and digits of this number from `at` on, at most at the
    end of the text."""
    for size, pattern in _runs_of_letters():
        while count >= size:
            match = pattern.match(text, at)
            if match is None:
                break
            at, count = match.end(), count - size
    return at


def _read(text: str) -> Reading:
    """`text` as it is, and where it wants mending or has columns, behind it as it is meant."""
    reading = Reading(text, len(text))
    for _ in range(_MOST_MENDINGS):
        pieces = mended(reading.text)
        if pieces is None:
            break
        reading = through(assembled(pieces, len(reading.text)), reading)
    ordered = through(in_reading_order(reading.text), reading)
    return behind(text, ordered) if reading.starts else ordered
