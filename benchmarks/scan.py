"""Scanning is linear in the length of the document: MB/s at 1, 2, 4 and 8 MB.

    python benchmarks/scan.py [--megabytes 1,2,4,8]

Each document is made of the seeds, over and over, in two shapes: with one reference list at its
end, like a thesis, and with a list after every chapter, like a volume of essays. Prints the seconds
and the speed of each step of `citemgr.scan` and of the whole.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from citemgr.documents import read_text
from citemgr.links import find_links
from citemgr.quotations import Options, find_quotations
from citemgr.references import find_references

SEEDS = Path(__file__).parents[1] / "seeds"
HEADINGS = ("\nReferences\n", "\nBibliographie\n", "\nBibliografía\n", "\nWorks Cited\n")
MEGABYTE = 2**20

T = TypeVar("T")


def thesis(size: int) -> str:
    """`size` bytes of essays, then one reference list."""
    bodies, lists = [], []
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        heading = next((each for each in HEADINGS if each in text), None)
        body, _, references = text.partition(heading) if heading else (text, "", "")
        bodies.append(body)
        lists.append(references.strip())
    text = "\n\n".join(bodies)
    return text * _times(size, text) + "\nReferences\n\n" + "\n\n".join(filter(None, lists))


def volume(size: int) -> str:
    """`size` bytes of essays, each with its own references."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return text * _times(size, text)


def _times(size: int, text: str) -> int:
    return max(1, round(size / len(text.encode())))


def timed(label: str, size: int, work: Callable[[], T]) -> T:
    """The result of `work`, with its time printed."""
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(f"    {label:12} {seconds:8.2f} s {size / MEGABYTE / seconds:8.2f} MB/s", flush=True)
    return result


def measure(text: str) -> None:
    """Print a line a step."""
    size = len(text.encode())
    start = time.perf_counter()
    document = timed("document", size, lambda: read_text(text))
    references = timed("references", size, lambda: find_references(document))
    quotations = timed("quotations", size, lambda: find_quotations(document, references, Options()))
    timed("links", size, lambda: find_links(document, quotations, references))
    seconds = time.perf_counter() - start
    print(
        f"    {'all':12} {seconds:8.2f} s {size / MEGABYTE / seconds:8.2f} MB/s   "
        f"{len(quotations)} quotations, {len(references)} references"
    )


def main() -> None:
    """Measure both shapes at each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", default="1,2,4,8")
    sizes = [float(each) for each in parser.parse_args().megabytes.split(",")]
    for shape in (thesis, volume):
        print(f"{shape.__name__}")
        for megabytes in sizes:
            print(f"  {megabytes:g} MB")
            measure(shape(int(megabytes * MEGABYTE)))


if __name__ == "__main__":
    main()
