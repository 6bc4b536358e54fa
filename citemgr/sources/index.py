"""An index over the folded text of a source: where do these letters stand?

Every eighth position of the folded text is entered under a hash of the twelve letters that follow
it, sorted by hash. A passage of nineteen letters or more holds at least one of these positions at
one of its own first eight, so that it is found by eight look-ups, however long the source is; a
passage with edits is found by all of its twelve-letter windows together. Three arrays are kept, all
of which can lie in a file and be mapped into memory: the folded letters, the sorted seeds, and for
every 64th letter where it comes from. Source of the idea: sampled q-gram indexes (Sutinen and
Tarhio, "On using q-gram locations in approximate string matching", ESA 1995).
"""

from __future__ import annotations

import codecs
import mmap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import mul

import numpy as np
import numpy.typing as npt

from citemgr.sources.folding import fold_with_places

Seeds = npt.NDArray[np.uint64]
Hits = npt.NDArray[np.int64]

WINDOW = 12  # letters of a seed: two or three words, seldom the same twice by chance
STEP = 8  # every eighth position: the seeds then take about as much memory as the letters
SHORTEST = WINDOW + STEP - 1  # a passage of so many letters holds a seed for certain
BLOCK = 64  # letters between two noted origins
_CHUNK = 1 << 19  # characters or seeds worked on at a time: bounds the memory that building takes
_FEW = 64  # windows that are hashed in one step
_MULTIPLIER = 0x9E3779B1  # an odd number near 2^32 over the golden ratio mixes well
_MASK = 0xFFFFFFFF
_INVERSE = pow(_MULTIPLIER, -1, 1 << 32)
_FACTOR = np.uint32(_MULTIPLIER)
# The type of letters that take so many bytes each.
WIDTHS: dict[int, type[np.unsignedinteger]] = {1: np.uint8, 2: np.uint16}
# Of a text with a smaller share of letters beyond Latin-1 a byte of each letter is kept.
_FOREIGN = 0.1
_POWER_LIST = [pow(_MULTIPLIER, k, 1 << 32) for k in range(WINDOW)]
_POWERS = np.array(_POWER_LIST, np.uint32)


@dataclass(frozen=True, slots=True)
class Index:
    """The searchable form of one text.

    `buffer[letters_at:letters_end]` are the folded letters, the lowest `width` bytes of each: what
    is found by them is compared once more. `seeds` are hash
    and position in one number, sorted; `bytes_at` and `points_at` say for every `BLOCK`th letter
    at which byte of the UTF-8 text and at which code point its character stands.
    """

    buffer: bytes | bytearray | mmap.mmap
    letters_at: int
    letters_end: int
    width: int
    seeds: Seeds
    bytes_at: npt.NDArray[np.uint32]
    points_at: npt.NDArray[np.uint32]

    def __len__(self) -> int:
        return (self.letters_end - self.letters_at) // self.width

    def encode(self, folded: str) -> bytes:
        """Folded letters as they stand in `buffer`."""
        if self.width == 1 and folded.isascii():
            return folded.encode("ascii")
        codes = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32)
        return codes.astype(WIDTHS[self.width]).tobytes()

    def letters(self, start: int, end: int) -> bytes:
        """The encoded letters from `start` to `end`."""
        at = self.letters_at
        stop = max(0, min(end * self.width + at, self.letters_end))
        return bytes(self.buffer[at + max(0, start) * self.width : stop])

    def scan(self, needle: bytes, start: int = 0, end: int | None = None) -> int:
        """The first letter at or after `start` where `needle` stands, or -1; reads the text."""
        low = self.letters_at + start * self.width
        high = self.letters_end if end is None else self.letters_at + end * self.width
        while (at := self.buffer.find(needle, low, high)) >= 0:
            if (at - self.letters_at) % self.width == 0:
                return (at - self.letters_at) // self.width
            low = at + 1
        return -1

    def scan_back(self, needle: bytes, start: int, end: int) -> int:
        """The last letter between `start` and `end` where `needle` stands, or -1."""
        low = self.letters_at + max(0, start) * self.width
        high = self.letters_at + end * self.width
        while (at := self.buffer.rfind(needle, low, high)) >= 0:
            if (at - self.letters_at) % self.width == 0:
                return (at - self.letters_at) // self.width
            high = at + len(needle) - 1
        return -1


def build_index(parts: Iterable[str]) -> Index:
    """The index over the text that `parts` make together; linear in its length but for the sorting
    of the seeds. Beside the index it holds one part at a time."""
    letters = bytearray()
    bytes_at: list[npt.NDArray[np.uint32]] = []
    points_at: list[npt.NDArray[np.uint32]] = []
    width = 0
    held = points = size = 0
    for part in parts:
        folded, places = fold_with_places(part)
        codes = np.frombuffer(part.encode("utf-32-le", "surrogatepass"), np.uint32)
        ends = _utf8_ends(codes)
        noted = places[-held % BLOCK :: BLOCK]
        bytes_at.append((size + np.where(noted, ends[noted - 1], 0)).astype(np.uint32))
        points_at.append((points + noted).astype(np.uint32))
        width = width or _width(folded)
        letters += folded.astype(WIDTHS[width or 1]).tobytes()
        held, points, size = held + len(folded), points + len(part), size + int(ends[-1])
    width = width or 1
    return Index(
        buffer=letters,
        letters_at=0,
        letters_end=len(letters),
        width=width,
        seeds=sorted_seeds(np.frombuffer(letters, WIDTHS[width])),
        bytes_at=np.concatenate([*bytes_at, _NOTHING]),
        points_at=np.concatenate([*points_at, _NOTHING]),
    )


_NOTHING = np.zeros(0, np.uint32)


def sorted_seeds(letters: npt.NDArray[np.unsignedinteger]) -> Seeds:
    """Hash (upper half) and position (lower half) of every `STEP`th window, sorted."""
    count = max(0, (len(letters) - WINDOW) // STEP + 1)
    seeds = np.arange(0, count * STEP, STEP, dtype=np.uint64)
    for at in range(0, count, _CHUNK):
        stretch = letters[at * STEP : (at + _CHUNK) * STEP + WINDOW - STEP]
        hashes = window_hashes(stretch, STEP)
        seeds[at : at + _CHUNK] |= hashes.astype(np.uint64) << np.uint64(32)
    seeds.sort()
    return seeds


def window_hashes(
    letters: npt.NDArray[np.unsignedinteger], step: int = 1
) -> npt.NDArray[np.uint32]:
    """A 32-bit hash of the window at every `step`th position, of the lowest bytes of its letters,
    so that it is the same for every width."""
    letters = letters.astype(np.uint8, copy=False)
    count = max(0, (len(letters) - WINDOW) // step + 1)
    if count <= _FEW:
        columns = np.arange(WINDOW) + step * np.arange(count)[:, None]
        return _mixed((letters[columns].astype(np.uint32) * _POWERS).sum(1, dtype=np.uint32))
    hashes = np.zeros(count, np.uint32)
    for offset in range(WINDOW):
        hashes += letters[offset::step][:count] * _POWERS[offset]
    return _mixed(hashes)


def first_hashes(letters: bytes, width: int) -> list[int]:
    """The hashes of the first `STEP` windows of a passage of `SHORTEST` letters or more, encoded in
    `width` bytes each: the same as those of `window_hashes`, which costs more for so few."""
    codes = letters[: SHORTEST * width : width]
    hash_ = sum(map(mul, codes, _POWER_LIST)) & _MASK
    found: list[int] = []
    for at in range(STEP):
        mixed = hash_ ^ (hash_ >> 15)
        mixed = (mixed * _MULTIPLIER) & _MASK
        found.append(mixed ^ (mixed >> 13))
        if at + 1 < STEP:
            hash_ = ((hash_ - codes[at]) * _INVERSE + codes[at + WINDOW] * _POWER_LIST[-1]) & _MASK
    return found


def _mixed(hashes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint32]:
    """The hashes with every bit spread over all others."""
    hashes ^= hashes >> np.uint32(15)
    hashes *= _FACTOR
    hashes ^= hashes >> np.uint32(13)
    return hashes


def seed_hits(hashes: npt.NDArray[np.uint32], seeds: Seeds, most: int) -> tuple[Hits, Hits]:
    """Which query windows stand at which sampled positions, as two arrays; windows that stand at
    more than `most` positions say little and are left out."""
    keys = hashes.astype(np.uint64) << np.uint64(32)
    low = seeds.searchsorted(keys)
    high = seeds.searchsorted(keys + np.uint64(1 << 32))
    counts = high - low
    counts[counts > most] = 0
    windows = np.flatnonzero(counts)
    if not len(windows):
        return _NO_HITS, _NO_HITS
    counts = counts[windows]
    within = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    positions = seeds[np.repeat(low[windows], counts) + within] & np.uint64(0xFFFFFFFF)
    return np.repeat(windows, counts).astype(np.int64), positions.astype(np.int64)


_NO_HITS = np.zeros(0, np.int64)


def in_parts(text: str) -> Iterator[str]:
    """A text in parts of bounded size."""
    for at in range(0, len(text), _CHUNK):
        yield text[at : at + _CHUNK]


def decoded_parts(data: bytes) -> Iterator[str]:
    """UTF-8 as text, in parts of bounded size; raises `UnicodeDecodeError` for what is none."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    for at in range(0, len(data), _CHUNK):
        if part := decoder.decode(data[at : at + _CHUNK], final=at + _CHUNK >= len(data)):
            yield part


def _width(letters: npt.NDArray[np.uint32]) -> int:
    """Bytes in which the letters of a text, of which these are the first, are kept."""
    if not len(letters):
        return 0
    return 1 if np.count_nonzero(letters > 0xFF) < _FOREIGN * len(letters) else 2


def _utf8_ends(codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """The byte at which each code point ends in UTF-8."""
    sizes = np.ones(len(codes), np.uint8)
    if codes.max(initial=0) >= 0x80:
        for border in (0x80, 0x800, 0x10000):
            sizes += codes >= border
    return np.cumsum(sizes, dtype=np.int64)
