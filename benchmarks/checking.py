"""How fast quotations are found and checked, beside rapidfuzz, krokai and a plain fold.

    python benchmarks/checking.py TEXTS [--quotes 1000] [--sources 1000] [--megabytes 200]

TEXTS is a folder of plain texts. Each source is a fresh order of the sentences of one of them, so
that a passage of neighbouring sentences stands in one source only. Of the quotations 40 % are
verbatim, 30 % differ in typography, 20 % have one word changed, 10 % are their words in another
order. Two tables are printed: all engines on these sources, and the time of one quotation beside
one source of 2 MB. Where the budget of an engine (seconds) ends first, its time is extrapolated.
Times are of the processor (`time.process_time`), so that a busy machine matters less; the memory is
the peak of the process. Peers that are not installed are left out.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from citemgr.checking import Row, check, check_row
from citemgr.model import Verdict
from citemgr.sources import Cache, Shelf, Source, find_paths, open_sources

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_TYPOGRAPHY = str.maketrans({"'": "’", '"': "”"})


@dataclass
class Case:
    """A quotation, its source, and whether it may be printed."""

    quote: str
    source: str
    good: bool


def build(
    texts: Path, count: int, number: int, megabytes: float
) -> tuple[dict[str, str], list[Case]]:
    """Sources by name, and quotations from them."""
    chance = random.Random(5)
    books = [
        sentences
        for path in sorted(texts.glob("*.txt"))
        if sum(map(len, sentences := _sentences(path))) > 60_000
    ]
    size = int(megabytes * 1e6 / number)
    sources: dict[str, str] = {}
    orders: dict[str, list[str]] = {}
    for at in range(number):
        own = random.Random(at)
        order: list[str] = []
        length = 0
        while length < size:
            order.append(own.choice(books[at % len(books)]))
            length += len(order[-1]) + 1
        name = f"s{at:05d}"
        sources[name], orders[name] = " ".join(order), order
    names = list(sources)
    cases = [
        _case(chance, name, orders[name]) for name in (chance.choice(names) for _ in range(count))
    ]
    return sources, cases


def _sentences(path: Path) -> list[str]:
    parts = _SENTENCE.split(path.read_text(encoding="utf-8"))
    return [flat for part in parts if 30 < len(flat := " ".join(part.split())) < 400]


def _case(chance: random.Random, name: str, order: list[str]) -> Case:
    at = chance.randrange(len(order) - 5)
    quote = " ".join(order[at : at + chance.choice((3, 3, 4))])
    words = quote.split(" ")
    kind = chance.random()
    if kind < 0.4:
        return Case(quote, name, True)
    if kind < 0.7:
        cut = chance.randrange(5, len(words) - 1)
        text = " ".join(words[:cut]) + "\n" + " ".join(words[cut:])
        return Case(text.translate(_TYPOGRAPHY).replace("fi", "ﬁ"), name, True)
    if kind < 0.9:
        words[chance.randrange(2, len(words) - 2)] = "gleichsam"
    else:
        chance.shuffle(words)
    return Case(" ".join(words), name, False)


def fold(text: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


class Peer(Protocol):
    """An engine that says whether a quotation is good beside its source."""

    def check(self, case: Case) -> bool: ...


class Fold:
    """The baseline: `str.find` on letters and digits."""

    def __init__(self, sources: dict[str, str]) -> None:
        self.folded = {name: fold(text) for name, text in sources.items()}

    def check(self, case: Case) -> bool:
        return fold(case.quote) in self.folded[case.source]

    def search(self, case: Case) -> bool:
        quote = fold(case.quote)
        return any(quote in text for text in self.folded.values())


class RapidFuzz:
    """`partial_ratio_alignment`, good from 97 on."""

    def __init__(self, sources: dict[str, str]) -> None:
        from rapidfuzz import fuzz

        self.align, self.sources = fuzz.partial_ratio_alignment, sources

    def check(self, case: Case) -> bool:
        return bool(self.align(case.quote, self.sources[case.source]).score >= 97)

    def search(self, case: Case) -> bool:
        best = 0.0
        for text in self.sources.values():
            found = self.align(case.quote, text, score_cutoff=max(best, 80))
            best = max(best, found.score if found else 0)
        return best >= 97


class Krokai:
    """`krokai.verify.check` over a folder with the one source."""

    def __init__(self, sources: dict[str, str]) -> None:
        from krokai import corpus, verdicts, verify

        self.verify, self.clean, self.corpora = verify, set(verdicts.CLEAN), {}
        for name, text in list(sources.items())[:20]:  # its preparation is slow: a sample
            folder = tempfile.mkdtemp()
            Path(folder, f"{name}.txt").write_text(text, encoding="utf-8")
            self.corpora[name] = corpus.Corpus([folder], quiet=True)

    def check(self, case: Case) -> bool:
        held = self.corpora.get(case.source) or next(iter(self.corpora.values()))
        return self.verify.check(case.quote, held)[0] in self.clean


class Citemgr:
    """This program, from a folder, with its cache."""

    def __init__(self, folder: Path, cache: Path) -> None:
        self.shelf, _ = open_sources(find_paths(folder), Cache(cache))
        self.shelf.find("warm the merged index of all sources")

    def check(self, case: Case) -> bool:
        return check(case.quote, self.shelf[case.source]).good

    def search(self, case: Case) -> bool:
        """Beside the cited source, then in all others."""
        verdict = check_row(Row("", case.source, case.quote, 0), self.shelf).verdict
        return verdict not in (Verdict.ABSENT, Verdict.ALTERED)


def timed(work: Callable[[Case], bool], cases: list[Case], budget: float) -> Iterator[float | int]:
    """Seconds a case, cases done, good ones refused, bad ones passed."""
    start = time.process_time()
    done = refused = passed = 0
    for case in cases:
        good = work(case)
        done += 1
        refused += case.good and not good
        passed += good and not case.good
        if time.process_time() - start > budget:
            break
    yield from ((time.process_time() - start) / done, done, refused, passed)


def all_engines(sources: dict[str, str], cases: list[Case], budget: float) -> None:
    size = sum(len(text.encode()) for text in sources.values())
    print(f"{len(cases)} quotations, {len(sources)} sources, {size / 1e6:.0f} MB")
    print("| engine | prepare, s | cited source, ms | refused | passed | all sources, N x M in s |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as place:
        folder, cache = Path(place, "sources"), Path(place, "cache")
        folder.mkdir()
        for name, text in sources.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        makers: dict[str, Callable[[], Peer]] = {
            "citemgr, cold": lambda: Citemgr(folder, cache),
            "citemgr, cached": lambda: Citemgr(folder, cache),
            "fold": lambda: Fold(sources),
            "rapidfuzz": lambda: RapidFuzz(sources),
            "krokai": lambda: Krokai(sources),
        }
        for name, make in makers.items():
            _row(name, make, cases, budget)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory of the process with all engines: {peak:.0f} MB")


def _row(name: str, make: Callable[[], Peer], cases: list[Case], budget: float) -> None:
    start = time.process_time()
    try:
        engine = make()
    except ImportError:
        return
    prepare = time.process_time() - start
    each, done, refused, passed = timed(engine.check, cases, budget)
    whole = "-"
    if hasattr(engine, "search"):
        every, searched, _, _ = timed(engine.search, cases, budget)
        note = "" if searched == len(cases) else f" (from {searched})"
        whole = f"{every * len(cases):.2f}{note}"
    note = "" if done == len(cases) else f" (of {done})"
    print(
        f"| {name} | {prepare:.2f} | {1000 * each:.3f}{note} | {refused} | {passed} | {whole} |",
        flush=True,
    )


def one_large_source(texts: Path, budget: float) -> None:
    sources, cases = build(texts, 400, 1, 2)
    kinds = {
        "exact": [case for case in cases if case.good and "\n" not in case.quote],
        "typographic": [case for case in cases if "\n" in case.quote],
        "one word changed": [case for case in cases if "gleichsam" in case.quote],
        "words in another order": [c for c in cases if not c.good and "gleichsam" not in c.quote],
    }
    start = time.process_time()
    shelf = Shelf(Source.of(text, name) for name, text in sources.items())
    built = time.process_time() - start
    megabytes = sum(len(text.encode()) for text in sources.values()) / 1e6
    print(f"\none source of {megabytes:.1f} MB; index {megabytes / built:.1f} MB/s; ms a quotation")
    print("| engine | " + " | ".join(kinds) + " |")
    print("|---|" + "---|" * len(kinds))
    peers: dict[str, Callable[[dict[str, str]], Peer]] = {
        "fold": Fold,
        "rapidfuzz": RapidFuzz,
        "krokai": Krokai,
    }
    _kinds("citemgr", lambda case: check(case.quote, shelf[case.source]).good, kinds, budget)
    for name, maker in peers.items():
        try:
            engine = maker(sources)
        except ImportError:
            continue
        _kinds(name, engine.check, kinds, budget / 4)


def _kinds(
    name: str, work: Callable[[Case], bool], kinds: dict[str, list[Case]], budget: float
) -> None:
    cells = [f"{1000 * next(timed(work, cases, budget)):.3f}" for cases in kinds.values()]
    print(f"| {name} | " + " | ".join(cells) + " |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("texts", type=Path)
    parser.add_argument("--quotes", type=int, default=1000)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--megabytes", type=float, default=200)
    parser.add_argument("--budget", type=float, default=40)
    given = parser.parse_args()
    one_large_source(given.texts, given.budget)
    all_engines(*build(given.texts, given.quotes, given.sources, given.megabytes), given.budget)


if __name__ == "__main__":
    main()
