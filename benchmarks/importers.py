"""What importers get right: citemgr and, in the same run, the peers that are installed.

    python -m venv PEERS
    PEERS/bin/pip install pypandoc_binary rispy nbib pybtex pybtexris pybtexnbib bibtexparser
    npm install --prefix PEERS @citation-js/core @citation-js/plugin-bibtex @citation-js/plugin-ris
    python benchmarks/importers.py --peers PEERS [--data FOLDER] [--show SET] [--only SET]

and bibutils from the system. For each set of fixtures: records found, and of the facts that the
expectation has, how many are the same after folding (`importers_facts.py` says what is folded).
Records are matched in order, by key or by title. The expectations are those of
other programs' tests, which can be wrong: `--show` prints each fact of ours that differs. Those
that the format's own rules contradict stand in `importers_disputed.json`, each with the reason; `%
settled` leaves them out, for everyone.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import importers_facts as facts
from importers_fixtures import Fixture, fixtures

from citemgr.formats import read_entries
from citemgr.formats.decoding import read_text
from citemgr.formats.inheritance import inherited
from citemgr.formats.tex_math import plain
from citemgr.model import CitemgrError

DATA = Path(__file__).parents[2] / "shared" / "data" / "formats"
PATIENCE_S = 30
_DISPUTED = json.loads(Path(__file__).with_name("importers_disputed.json").read_text("utf-8"))
Records = list[facts.Facts]
Peer = Callable[[Sequence[Path], Path | None], "dict[Path, Records] | None"]


def ours(format: str) -> Peer:
    def read(paths: Sequence[Path], _: Path | None) -> dict[Path, Records]:
        return {path: _read(path, format) for path in paths}

    return read


def _read(path: Path, format: str) -> Records:
    try:
        parsed = read_entries(read_text(path), format, str(path))
    except CitemgrError as error:
        print(f"citemgr: {error}", file=sys.stderr)
        return []
    return [facts.of_entry(plain(entry)) for entry in inherited(parsed.entries)]


def bibutils(program: str) -> Peer:
    """Through MODS to BibTeX."""

    def read(paths: Sequence[Path], _: Path | None) -> dict[Path, Records] | None:
        if shutil.which(program) is None or shutil.which("xml2bib") is None:
            return None
        return {path: _of_bibtex(_through_mods(program, path)) for path in paths}

    return read


def _through_mods(program: str, path: Path) -> str:
    with tempfile.NamedTemporaryFile("w", suffix=".xml", encoding="utf-8") as file:
        file.write(_output([program, str(path)]))
        file.flush()
        return _output(["xml2bib", "-nb", str(path) if program == "xml2bib" else file.name])


def pandoc(reader: str) -> Peer:
    def read(paths: Sequence[Path], peers: Path | None) -> dict[Path, Records] | None:
        bundled = list(peers.glob("lib/*/site-packages/pypandoc/files/pandoc")) if peers else []
        program = str(bundled[0]) if bundled else shutil.which("pandoc")
        if program is None or reader not in _output([program, "--list-input-formats"]).split():
            return None  # Older ones read neither RIS nor EndNote's XML.
        command = [program, "-f", reader, "-t", "csljson"]
        return {path: _of_csl(_output([*command, str(path)])) for path in paths}

    return read


def python_peer(name: str) -> Peer:
    """A Python package in the virtual environment of the peers."""

    def read(paths: Sequence[Path], peers: Path | None) -> dict[Path, Records] | None:
        python = peers / "bin" / "python" if peers else Path("nowhere")
        if not python.exists():
            return None
        return _of_runner(
            [str(python), str(Path(__file__).with_name("importers_peer.py")), name], paths
        )

    return read


def citation_js(paths: Sequence[Path], peers: Path | None) -> dict[Path, Records] | None:
    folders = [peers, peers.parent / "node"] if peers else []
    found = [each for each in folders if (each / "node_modules" / "@citation-js").is_dir()]
    if not found or shutil.which("node") is None:
        return None
    script = Path(__file__).with_name("importers_peer.js")
    return _of_runner(["node", str(script), str(found[0].resolve())], paths)


def _of_runner(command: list[str], paths: Sequence[Path]) -> dict[Path, Records] | None:
    names = json.dumps([str(path) for path in paths]).encode()
    done = subprocess.run(command, input=names, capture_output=True, timeout=600)
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        print(done.stderr.decode(errors="replace")[-300:], file=sys.stderr)
        return None
    return {
        Path(path): _of_bibtex(records) if isinstance(records, str) else _csl_facts(records)
        for path, records in found.items()
    }


def _of_bibtex(text: str) -> Records:
    return [facts.of_entry(entry) for entry in read_entries(text, "bibtex").entries]


def _of_csl(text: str) -> Records:
    try:
        return _csl_facts(json.loads(text or "[]"))
    except ValueError:
        return []


def _csl_facts(items: Iterable[Any]) -> Records:
    return [facts.of_csl(item) for item in items if isinstance(item, dict)]


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE_S)
    except subprocess.TimeoutExpired:
        return ""
    return done.stdout.decode("utf-8", errors="replace")


_BIB = {
    "bibutils": bibutils("biblatex2xml"),
    "pandoc": pandoc("biblatex"),
    "citation-js": citation_js,
    "pybtex": python_peer("pybtex"),
    "bibtexparser": python_peer("bibtexparser"),
}
PEERS: dict[str, dict[str, Peer]] = {
    "ris": {
        "bibutils": bibutils("ris2xml"),
        "pandoc": pandoc("ris"),
        "rispy": python_peer("rispy"),
        "pybtexris": python_peer("pybtexris"),
        "citation-js": citation_js,
    },
    "nbib": {
        "bibutils": bibutils("nbib2xml"),
        "nbib": python_peer("nbib"),
        "pybtexnbib": python_peer("pybtexnbib"),
    },
    "isi": {"bibutils": bibutils("isi2xml"), "rispy": python_peer("rispy-wok")},
    "refer": {"bibutils": bibutils("end2xml")},
    "pubmed-xml": {"bibutils": bibutils("med2xml")},
    "endnote-xml": {"bibutils": bibutils("endx2xml"), "pandoc": pandoc("endnotexml")},
    "mods": {"bibutils": bibutils("xml2bib")},
    "word-xml": {"bibutils": bibutils("wordbib2xml")},
    "bibtex": _BIB,
    "biblatex": _BIB,
}


def score(chosen: Iterable[Fixture], found: dict[Path, Records], show: bool) -> Counter[str]:
    """Of each fact, how many were expected and how many are right."""
    counts: Counter[str] = Counter()
    for fixture in chosen:
        records = found.get(fixture.path, [])
        counts["records expected"] += len(fixture.expected)
        counts["records"] += len(records)
        for one, other in paired(fixture.expected, records):
            for name in facts.FIELDS:
                if name not in one:
                    continue
                counts[f"{name} expected"] += 1
                right = facts.same(name, one[name], other.get(name, ""))
                counts[name] += right
                if not _is_disputed(fixture, name, one, fixture.expected):
                    counts["settled expected"] += 1
                    counts["settled"] += right
                if show and not right:
                    print(f"{fixture.path.name}: {name}: {one[name][:70]!r} != "
                          f"{other.get(name, '')[:70]!r}")  # fmt: skip
    return counts


def _is_disputed(
    fixture: Fixture, name: str, one: facts.Facts, expected: Sequence[facts.Facts]
) -> bool:
    """Whether this fact of the file is disputed; of several records the last one is meant."""
    disputed: dict[str, list[str]] = _DISPUTED.get(fixture.path.name, {})
    return (
        name in disputed.get("facts", ()) and one is [each for each in expected if name in each][-1]
    )


def paired(
    expected: Sequence[facts.Facts], found: Records
) -> list[tuple[facts.Facts, facts.Facts]]:
    """Each expected record with the one found for it: in order where most titles agree so, else by
    key, then by title, then in order where as many are left on both sides."""
    if len(expected) == len(found):
        agree = sum(
            _title(one) == _title(other) for one, other in zip(expected, found, strict=True)
        )
        if agree * 2 >= len(expected):
            return list(zip(expected, found, strict=True))
    chosen: dict[int, int] = {}
    for mark in (_key, _title):
        taken = set(chosen.values())
        free: dict[str, deque[int]] = {}
        for at, each in enumerate(found):
            if at not in taken:
                free.setdefault(mark(each), deque()).append(at)
        for at, each in enumerate(expected):
            if at not in chosen and mark(each) and free.get(mark(each)):
                chosen[at] = free[mark(each)].popleft()
    taken = set(chosen.values())
    left = [at for at in range(len(found)) if at not in taken]
    missing = [at for at in range(len(expected)) if at not in chosen]
    if len(left) == len(missing):
        chosen |= dict(zip(missing, left, strict=True))
    return [(each, found[chosen[at]] if at in chosen else {}) for at, each in enumerate(expected)]


def _key(record: facts.Facts) -> str:
    return record.get("key", "")


def _title(record: facts.Facts) -> str:
    return record.get("title", "").replace("|", "")


def row(name: str, counts: Counter[str]) -> str:
    cells = [f"{counts['records']}/{counts['records expected']}"]
    cells += [f"{counts[field]}/{counts[f'{field} expected']}" for field in facts.FIELDS]
    right = sum(counts[field] for field in facts.FIELDS)
    expected = sum(counts[f"{field} expected"] for field in facts.FIELDS)
    cells.append(f"{100 * right / max(1, expected):.1f}")
    cells.append(f"{100 * counts['settled'] / max(1, counts['settled expected']):.1f}")
    return f"{name:28}" + "".join(f"{cell:>11}" for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--peers", type=Path, help="the virtual environment of the peers")
    parser.add_argument("--only", default="", metavar="SET")
    parser.add_argument("--show", default="", metavar="SET", help="print what differs")
    options = parser.parse_args()
    print(
        " " * 28
        + "".join(f"{head:>11}" for head in ("records", *facts.FIELDS, "% right", "% settled"))
    )
    with tempfile.TemporaryDirectory() as scratch:
        sets: dict[str, list[Fixture]] = {}
        for fixture in fixtures(options.data, Path(scratch)):
            sets.setdefault(fixture.set, []).append(fixture)
        for name, chosen in sets.items():
            if name in (options.only or name, options.show):
                _print_set(name, chosen, options.peers, options.show == name)


def _print_set(name: str, chosen: list[Fixture], peers: Path | None, show: bool) -> None:
    formats = dict.fromkeys(fixture.format for fixture in chosen)
    names = dict.fromkeys(peer for format in formats for peer in PEERS.get(format, {}))
    for peer in ("citemgr", *names):
        found: dict[Path, Records] | None = {}
        for format in formats:
            paths = [fixture.path for fixture in chosen if fixture.format == format]
            read = ours(format) if peer == "citemgr" else PEERS.get(format, {}).get(peer)
            some = read(paths, peers) if read else {}
            found = None if found is None or some is None else found | some
        if found is not None:
            print(row(f"{name} {peer}", score(chosen, found, show and peer == "citemgr")))


if __name__ == "__main__":
    main()
