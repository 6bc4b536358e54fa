"""Which words of a quotation stand for which words of its source.

From one passage that is the same on both sides the alignment grows to the right and to the left,
always along the path with the fewest words left over, until the quotation is used up; how much of
the source that takes is open. Cost: words times differences. Source of the method: Myers, "An
O(ND) difference algorithm", Algorithmica 1 (1986), with a free end as in Zhang, Schwartz, Wagner
and Miller, "A greedy algorithm for aligning DNA sequences", J. Comput. Biol. 7 (2000).
"""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[int, int]

# Words left over beyond which the two texts no longer say the same; a hidden footnote has less.
MOST_DIFFERENCES = 120


def align(
    quote: Sequence[str], source: Sequence[str], anchor: Pair, most: int = MOST_DIFFERENCES
) -> list[Pair]:
    """Pairs of indices of equal words, in order, through `anchor` (a pair of equal words)."""
    i, j = anchor
    right = extend(quote[i:], source[j:], most)
    left = extend(quote[:i][::-1], source[:j][::-1], most)
    return [(i - 1 - x, j - 1 - y) for x, y in reversed(left)] + [(i + x, j + y) for x, y in right]


def extend(quote: Sequence[str], source: Sequence[str], most: int) -> list[Pair]:
    """Pairs of equal words from the start of both, until `quote` is used up or more than `most`
    words are left over; then as far as most of the words went."""
    n, m = len(quote), len(source)
    if not n or not m:
        return []
    reach = {1: 0}
    trace: list[dict[int, int]] = []
    best = (0, 0, 0)  # words paired, differences, diagonal
    for differences in range(min(most, n + m) + 1):
        row: dict[int, int] = {}
        for k in range(-min(differences, m), min(differences, n) + 1):
            if (k - differences) % 2:
                continue
            below, above = reach.get(k - 1, -1), reach.get(k + 1, -1)
            x = above if k == -differences or (k != differences and below < above) else below + 1
            y = x - k
            if x < 0 or x > n or y > m or y < 0:
                continue
            while x < n and y < m and quote[x] == source[y]:
                x += 1
                y += 1
            row[k] = x
            if x >= n:
                trace.append(row)
                return _walk_back(trace, differences, k, quote, source)
            if 2 * x - k - 2 * differences > best[0]:
                best = (2 * x - k - 2 * differences, differences, k)
        trace.append(row)
        reach = row
    return _walk_back(trace, best[1], best[2], quote, source)


def _walk_back(
    trace: list[dict[int, int]],
    differences: int,
    k: int,
    quote: Sequence[str],
    source: Sequence[str],
) -> list[Pair]:
    pairs: list[Pair] = []
    x = trace[differences].get(k, 0)
    while True:
        y = x - k
        if differences == 0:
            stop = 0
        else:
            row = trace[differences - 1]
            below, above = row.get(k - 1, -1), row.get(k + 1, -1)
            down = k == -differences or (k != differences and below < above)
            stop = above if down else below + 1
        while x > stop:
            x, y = x - 1, y - 1
            pairs.append((x, y))
        if differences == 0:
            return pairs[::-1]
        k, x = (k + 1, above) if down else (k - 1, below)
        differences -= 1
