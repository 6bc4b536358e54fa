"""The text of 20 PDF files beside what they were made from, and beside pdftotext.

    python benchmarks/pdf.py FOLDER [--seed N]

Needs pdflatex (texlive-latex-recommended, texlive-lang-german, texlive-lang-french, lmodern),
LibreOffice (libreoffice-writer-nogui, hyphen-de, hyphen-en-us, hyphen-fr) and pdftotext
(poppler-utils), all from Debian; the files are made in FOLDER when they do not lie there. Printed
a reader: the share of the true words in their true order (`order`, longest common subsequence),
of the words written that are true (`clean`), of true runs of five words (`runs`), of words parted
at a line end that are whole again (`hyphens`), of running heads that are gone (`heads`), of notes
told from the body with their anchor in its place (`notes`), of block quotations, paragraphs and
headings that are one block each, and pages a second of processor time. pdftotext has no notes and
blocks.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pdf_pages import SPECS, Truth, make, written

from citemgr.documents import read
from citemgr.model import BlockKind, Document

_NOTE_NUMBER = re.compile(r"(?<=[.,”“»])\d{1,2}(?=\s|$)")
SIGNS = str.maketrans({"’": "'", "\u00a0": " ", "\u202f": " ", "\u2011": "-", "‘": "'"})
RUN = 5


def words_of(text: str) -> list[str]:
    """Words without the marks and numbers around them, which readers set apart or not."""
    return [
        word
        for each in text.translate(SIGNS).split()
        if (word := each.strip("“”„«»\"'.,:;()[]0123456789¹²³⁴⁵⁶⁷⁸⁹⁰*•").lower())
    ]


@dataclass(frozen=True, slots=True)
class Found:
    """What one reader made of one file: all words, those of the notes, and the document."""

    body: list[str]
    notes: list[str]
    document: Document | None = None


def ours(path: Path) -> Found:
    """citemgr's reading."""
    document = read(path)
    kept, notes, at = [], [], 0
    for note in document.notes:
        kept.append(document.text[at : note.span.start])
        notes.append(note.span.of(document.text))
        at = note.span.end
    kept.append(document.text[at:])
    return Found(words_of(" ".join(kept)), words_of(" ".join(notes)), document)


def peer(*options: str) -> Callable[[Path], Found]:
    """The reading of pdftotext with `options`."""

    def read_with(path: Path) -> Found:
        command = ["pdftotext", *options, str(path), "-"]
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return Found(words_of(text), [])

    return read_with


READERS: dict[str, Callable[[Path], Found]] = {
    "citemgr": ours,
    "pdftotext": peer(),
    "pdftotext -layout": peer("-layout"),
}


def common(first: Sequence[str], second: Sequence[str]) -> int:
    """The length of the longest common subsequence, a bit a word (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for at, word in enumerate(first):
        places[word] = places.get(word, 0) | 1 << at
    full = (1 << len(first)) - 1
    row = full
    for word in second:
        same = row & places.get(word, 0)
        row = ((row + same) | (row - same)) & full
    return len(first) - row.bit_count()


def runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of five words."""
    return Counter(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def scores(path: Path, truth: Truth, found: Found) -> Iterator[tuple[str, int, int]]:
    """The name of each figure, what was reached, and what there is."""
    body = [word for part in truth.parts if part.kind != "caption" for word in _words(part.words)]
    captions = [_words(part.words) for part in truth.parts if part.kind == "caption"]
    notes = [_words(note.split()) for note in truth.notes]
    aside = [word for each in (*captions, *notes) for word in each]
    meant = body + aside
    # A figure floats: its caption, and in a peer's text the notes, may stand anywhere.
    reached = common(body, found.body)
    everything = found.body + found.notes
    yield "order", reached, len(body)
    right = (Counter(everything) & Counter(meant)).total()
    yield "clean", right, max(len(everything), len(meant))
    five = sum(map(runs, (body, *captions, *notes)), Counter())
    there = runs(found.body) + runs(found.notes)
    yield "runs", (five & there).total(), five.total()
    yield "hyphens", *_hyphens(path, meant, everything)
    printed = raw(path).count(truth.head)
    head = tuple(_words(truth.head.split()))
    still = sum(tuple(everything[at : at + len(head)]) == head for at in range(len(everything)))
    yield "heads", max(0, printed - still), printed
    if found.document is not None:
        yield "notes", _notes(truth, found.document), len(notes)
        for name, kind in (("quotations", BlockKind.QUOTATION), ("paragraphs", BlockKind.PARAGRAPH),
                           ("headings", BlockKind.HEADING)):  # fmt: skip
            yield name, *_blocks(truth, found.document, name.removesuffix("s"), kind)


def _words(words: Sequence[str]) -> list[str]:
    return words_of(" ".join(words))


def raw(path: Path) -> str:
    """The lines as they are printed, hyphens at their ends."""
    command = ["pdftotext", "-raw", str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _hyphens(path: Path, meant: list[str], everything: list[str]) -> tuple[int, int]:
    """Words parted at a line's end: how many are whole again, how many there are."""
    true, found = Counter(meant), Counter(everything)
    parted: Counter[str] = Counter()
    for first, last in re.findall(r"(\S+)[-\u00ad]\n(\w\S*)", raw(path)):
        halves = f"{first}-{last}"
        for word in (first + last, halves):
            whole = (words_of(word) or [""])[0]
            if whole in true:
                parted[whole] += 1
                break
    missing = sum(min(count, max(0, true[word] - found[word])) for word, count in parted.items())
    return parted.total() - missing, parted.total()


def _notes(truth: Truth, document: Document) -> int:
    """The notes with their words, anchored behind the word that they are anchored behind."""
    meant = [
        (_words(part.sentences[at].split())[-2:], _words(note.split()))
        for part in truth.parts
        for at, note in part.notes.items()
    ]
    found = []
    for note in document.notes:
        before = document.text[: note.anchors[0].start][-200:] if note.anchors else ""
        found.append((words_of(before)[-2:], words_of(note.span.of(document.text))))
    return sum(each in found for each in meant)


def _blocks(truth: Truth, document: Document, part_kind: str, kind: BlockKind) -> tuple[int, int]:
    """The parts of a kind that are one block of that kind, word by word."""
    kinds = {"heading": {"heading", "title"}}.get(part_kind, {part_kind})
    meant = Counter(tuple(_words(part.words)) for part in truth.parts if part.kind in kinds)
    found = Counter(
        tuple(words_of(block.span.of(document.text)))
        for block in document.blocks
        if block.kind is kind
    )
    return (meant & found).total(), meant.total()


def pages_of(path: Path) -> int:
    """How many pages a file has, by pdfinfo."""
    out = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    return int(re.findall(r"Pages:\s+(\d+)", out)[0])


def processor_seconds() -> float:
    """The time that this process and its children have computed."""
    return sum(os.times()[:4])


def main() -> None:
    """Make the files, read them with each reader, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0, help="other words and other layouts")
    options = parser.parse_args()
    folder = options.folder / str(options.seed)
    folder.mkdir(parents=True, exist_ok=True)
    specs = [replace(spec, seed=spec.seed + 100 * options.seed) for spec in SPECS]
    files = [(make(spec, folder), written(spec)) for spec in specs]
    pages = sum(pages_of(path) for path, _ in files)
    print(f"{len(files)} files, {pages} pages")
    ours(files[0][0])  # the first call imports
    for name, reader in READERS.items():
        sums: dict[str, list[int]] = {}
        seconds = 0.0
        for path, truth in files:
            start = processor_seconds()
            found = reader(path)
            seconds += processor_seconds() - start
            line = []
            for figure, reached, there in scores(path, truth, found):
                both = sums.setdefault(figure, [0, 0])
                both[0] += reached
                both[1] += there
                line.append(f"{figure} {100 * reached / max(1, there):5.1f}")
            if name == "citemgr":
                print(f"    {path.stem:20}", *line)
        shown = [f"{figure} {100 * a / max(1, b):5.1f}" for figure, (a, b) in sums.items()]
        print(f"{name:20}", *shown, f"pages/s {pages / seconds:.0f}")


if __name__ == "__main__":
    main()
