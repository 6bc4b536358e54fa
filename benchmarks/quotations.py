"""How fast quotations are found, and that the time grows as the text does (processor time).

    python benchmarks/quotations.py [--megabytes 1,4,16,64]

Prose with a quotation in every other paragraph, and the texts that are worst for a parse of marks:
a megabyte of opening marks, of apostrophes, a paragraph of ten megabytes. "spans" is the parse of
the marks alone, "all" also kinds, alterations and groups. Beside it, in the same run, the plain
regular expression that people write for this (one line, no nesting; left out of the worst cases,
where its time is quadratic), and textacy's `direct_quotations` on the first 200 kB where textacy
and spaCy are installed.
"""

from __future__ import annotations

import argparse
import re
import time
from collections.abc import Callable
from itertools import cycle, islice

from citemgr.documents import read_text
from citemgr.quotations import find_quotations
from citemgr.quotations.marks import conventions
from citemgr.quotations.parse import parse

MEGABYTE = 2**20
PARAGRAPHS = (
    "The harbour was closed in the first week of the year, and it stayed closed until the end of "
    "April. No ship came in, and the merchants wrote to the council, which did not answer them.",
    "The clerk noted that “the ice came down the river and lay there for months” (Lee 1999, p. 4), "
    "and he was not the only one. The so-called “black winter” is in all the diaries of the town.",
    "Nobody knows what became of the ships that were on their way, for the list of the harbour "
    "master is lost, and the letters of the merchants say nothing about it.",
    "“We shall not see the end of it,” the old pilot wrote, “before the storks are back.” [2] He "
    "died in the same year, and his diary ends in the middle of a word.",
)
NAIVE = re.compile(r"“[^”\n]*”")
WORST = {
    "1 MB of opening marks": "“" * MEGABYTE,
    "1 MB of apostrophes": "'" * MEGABYTE,
    "1 MB of possessives": "the dogs' bowl " * (MEGABYTE // 15),
    "one paragraph of 10 MB": " ".join(islice(cycle(PARAGRAPHS), 10 * MEGABYTE // 180)),
}
PEER_BYTES = 200_000


def prose(size: int) -> str:
    """`size` bytes of paragraphs."""
    return "\n\n".join(islice(cycle(PARAGRAPHS), size // 183))


def timed(label: str, size: int, work: Callable[[], object]) -> None:
    """Run `work` and print its time."""
    start = time.process_time()
    work()
    seconds = time.process_time() - start
    print(f"    {label:28} {seconds:8.2f} s {size / MEGABYTE / seconds:8.2f} MB/s", flush=True)


def measure(text: str) -> None:
    """Print the times of the steps on `text`."""
    size = len(text.encode())
    document = read_text(text)
    paragraphs = [block.span for block in document.blocks]
    timed("spans", size, lambda: parse(text, paragraphs, conventions(text), 100))
    timed("all", size, lambda: find_quotations(document))


def measure_textacy(text: str) -> None:
    """The same with textacy, where it is installed."""
    try:
        import spacy
        from textacy.extract import direct_quotations
    except ImportError:
        print("    textacy is not installed")
        return
    pipeline = spacy.blank("en")
    pipeline.add_pipe("sentencizer")
    timed("textacy", len(text.encode()), lambda: list(direct_quotations(pipeline(text))))


def main() -> None:
    """Measure each size, then the worst cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", default="1,4,16,64")
    for megabytes in map(float, parser.parse_args().megabytes.split(",")):
        print(f"  {megabytes:g} MB of prose")
        text = prose(int(megabytes * MEGABYTE))
        measure(text)
        timed("plain regular expression", len(text), lambda text=text: NAIVE.findall(text))
    for name, text in WORST.items():
        print(f"  {name}")
        measure(text)
    print(f"  {PEER_BYTES // 1000} kB of prose")
    measure_textacy(prose(PEER_BYTES))


if __name__ == "__main__":
    main()
