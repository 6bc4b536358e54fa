"""What importers get right: citemgr and, in the same run, the peers that are installed here.

    python benchmarks/importers.py [--data FOLDER] [--show FORMAT]

For each fixture that has an expected `.bib` beside it: records found, and of the fields that the
expectation has, how many are the same after folding (case, accents, punctuation): title, authors'
family names, year, DOI, volume, first page, container. Records are matched in order where their
number agrees, else by title. The expectations are those of another importer's tests: where one
differs from ours, `--show` prints both, for either can be wrong.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from citemgr.formats import read_entries
from citemgr.formats.decoding import read_text
from citemgr.formats.fields import container, pages_of, people
from citemgr.model import CitemgrError, Entry
from citemgr.values import Date

DATA = Path(__file__).parents[2] / "shared" / "data" / "formats"
FIELDS = ("title", "family", "year", "doi", "volume", "page", "container")
# Folder of fixtures -> format.
FORMATS = {
    "ris": "ris",
    "nbib": "nbib",
    "nbib-plain": "nbib",
    "pubmed-xml": "pubmed-xml",
    "endnote-xml": "endnote-xml",
    "mods": "mods",
    "msbib": "word-xml",
    "citavi": "citavi",
}
# Format -> the program of bibutils that makes MODS of it.
BIBUTILS = {
    "ris": "ris2xml",
    "pubmed-xml": "med2xml",
    "endnote-xml": "endx2xml",
    "isi": "isi2xml",
    "mods": "modsclean",
    "word-xml": "wordbib2xml",
}


def facts(entry: Entry) -> dict[str, str]:
    """The facts that are compared, folded; without those that the entry lacks."""
    date = entry.fields.get("date")
    families = [name.family or name.literal for name in people(entry, "author")]
    pages = pages_of(entry).split("-")[0].split(",")[0]
    found = {
        "title": "|".join(fold(entry.text(part)) for part in ("title", "subtitle")).strip("|"),
        "family": " ".join(fold(family) for family in families),
        "year": str(date.year) if isinstance(date, Date) else fold(str(date or entry.text("year"))),
        "doi": entry.text("doi").lower().removeprefix("https://doi.org/"),
        "volume": fold(entry.text("volume")),
        "page": fold(pages),
        "container": fold(container(entry)),
    }
    return {name: value for name, value in found.items() if value}


def fold(text: str) -> str:
    """Letters and digits only, without case and accents."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in folded if each.isalnum())


def same(name: str, expected: str, found: str) -> bool:
    """Whether the folded facts agree. A body that the expectation has without braces is read as a
    person there: its end must agree. A title may lack the subtitle that the expectation lacks."""
    if name == "title":
        return expected == found.replace("|", "") or expected == found.partition("|")[0]
    if name != "family":
        return expected == found
    ours, theirs = found.split(), expected.split()
    return len(ours) == len(theirs) and all(map(str.endswith, ours, theirs))


def paired(
    expected: list[dict[str, str]], found: list[dict[str, str]]
) -> Iterable[tuple[dict[str, str], dict[str, str]]]:
    """Each expected record with the one found for it."""
    if len(expected) == len(found):
        return zip(expected, found, strict=True)
    by_title = {each.get("title", "").replace("|", ""): each for each in found}
    return [(each, by_title.get(each.get("title", "").replace("|", ""), {})) for each in expected]


def score(folder: Path, read: Callable[[Path], Iterable[Entry]], show: bool) -> Counter[str]:
    """Of each field, how many were expected and how many are right."""
    counts: Counter[str] = Counter()
    for path in sorted(folder.iterdir()):
        answer = path.with_suffix(".bib")
        if path == answer or not answer.exists():
            continue
        expected = [facts(entry) for entry in read_entries(read_text(answer), "bibtex").entries]
        try:
            found = [facts(entry) for entry in read(path)]
        except CitemgrError as error:
            found = []
            if show:
                print(f"{path.name}: {error}")
        counts["records expected"] += len(expected)
        counts["records"] += min(len(found), len(expected))
        for one, other in paired(expected, found):
            for name in FIELDS:
                if name not in one:
                    continue
                counts[f"{name} expected"] += 1
                right = same(name, one[name], other.get(name, ""))
                counts[name] += right
                if show and not right:
                    print(
                        f"{path.name}: {name}: {one[name][:70]!r} != {other.get(name, '')[:70]!r}"
                    )
    return counts


def citemgr(format: str) -> Callable[[Path], Iterable[Entry]]:
    return lambda path: read_entries(read_text(path), format, str(path)).entries


def pandoc(format: str) -> Callable[[Path], Iterable[Entry]] | None:
    reader = {"ris": "ris", "endnote-xml": "endnotexml"}.get(format)
    if reader is None or not shutil.which("pandoc"):
        return None
    if reader not in _output(["pandoc", "--list-input-formats"]).split():
        return None  # Older ones read neither.

    def read(path: Path) -> Iterable[Entry]:
        command = ["pandoc", "-f", reader, "-t", "csljson", str(path)]
        return read_entries(_output(command), "csl-json").entries

    return read


def bibutils(format: str) -> Callable[[Path], Iterable[Entry]] | None:
    program = shutil.which(BIBUTILS.get(format, "none of bibutils"))
    if program is None:
        return None

    def read(path: Path) -> Iterable[Entry]:
        with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
            file.write(_output([program, str(path)]))
            file.flush()
            return read_entries(_output(["xml2bib", "-nb", file.name]), "bibtex").entries

    return read


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8", errors="replace") or "[]"


def row(name: str, counts: Counter[str]) -> str:
    cells = [f"{counts['records']}/{counts['records expected']}"]
    cells += [f"{counts[field]}/{counts[f'{field} expected']}" for field in FIELDS]
    right = sum(counts[field] for field in FIELDS)
    expected = sum(counts[f"{field} expected"] for field in FIELDS)
    cells.append(f"{100 * right / max(1, expected):.1f}")
    return f"{name:24}" + "".join(f"{cell:>10}" for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--show", default="", metavar="FORMAT", help="print what differs")
    options = parser.parse_args()
    print(" " * 24 + "".join(f"{head:>10}" for head in ("records", *FIELDS, "% right")))
    for folder, format in FORMATS.items():
        if not (options.data / folder).is_dir() or options.show not in {"", folder}:
            continue
        for name, reader in (
            ("citemgr", citemgr(format)),
            ("bibutils", bibutils(format)),
            ("pandoc", pandoc(format)),
        ):
            if reader is not None:
                show = bool(options.show) and name == "citemgr"
                print(row(f"{folder} {name}", score(options.data / folder, reader, show)))


if __name__ == "__main__":
    main()
