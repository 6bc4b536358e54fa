"""Files with expected records, for the scoreboard of importers: who expects what, in which shape.

The folders of JabRef have the expected `.bib` beside each file; Better BibTeX expects Zotero items,
citation-js CSL-JSON in its test scripts (read through node). Web of Science, refer and rispy's
files come without expectations: those in `importers_expected.json` were read off the files by hand.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import importers_facts as facts

from citemgr.formats import read_entries
from citemgr.formats.decoding import read_text
from citemgr.model import Entry

# Folder of JabRef's -> format.
_JABREF = {
    "ris": "ris",
    "nbib": "nbib",
    "nbib-plain": "nbib",
    "pubmed-xml": "pubmed-xml",
    "endnote-xml": "endnote-xml",
    "mods": "mods",
    "msbib": "word-xml",
    "citavi": "citavi",
}
_BY_HAND = {"isi": "isi", "enw": "refer", "rispy": "ris"}
# Tests of a list of journals, which writes out what the file abbreviates.
_LIST_OF_JOURNALS = "Unabbreviate"
_NO_ITEMS = frozenset({"attachment", "note", "annotation"})


@dataclass(frozen=True, slots=True)
class Fixture:
    """A file in `format` with the facts of the records that it holds; `set` names where from."""

    set: str
    format: str
    path: Path
    expected: tuple[facts.Facts, ...]


def fixtures(data: Path, scratch: Path) -> Iterator[Fixture]:
    """All fixtures under `data`; what is no file of its own is written to `scratch`."""
    for folder, format in _JABREF.items():
        for path in sorted((data / folder).glob("*")):
            answer = path.with_suffix(".bib")
            if path != answer and answer.exists():
                entries = read_entries(read_text(answer), "bibtex").entries
                expected = tuple(_of_answer(entry) for entry in entries)
                yield Fixture(folder, format, path, expected)
    by_hand = json.loads(Path(__file__).with_name("importers_expected.json").read_text("utf-8"))
    for name, records in by_hand.items():
        folder = name.partition("/")[0]
        if (path := data / name).exists():
            expected = [facts.of_csl(record) for record in records]
            format = "isi" if name.endswith("example_wos.ris") else _BY_HAND[folder]
            yield Fixture(folder, format, path, tuple(expected))
    yield from _better_bibtex(data / "bbt-import")
    yield from _citation_js(data / "citationjs", scratch)


def _of_answer(entry: Entry) -> facts.Facts:
    """The facts of an expected entry; a series alone is no container."""
    found = facts.of_entry(entry)
    if not (entry.text("journaltitle") or entry.text("booktitle")):
        found.pop("container", None)
    return found


def _better_bibtex(folder: Path) -> Iterator[Fixture]:
    for path in sorted(folder.glob("*.bib")):
        answer = path.with_suffix(".json")
        if not answer.exists():
            continue
        items = json.loads(answer.read_text("utf-8")).get("items", [])
        works = [item for item in items if item.get("itemType") not in _NO_ITEMS]
        expected = [facts.of_zotero(item) for item in works]
        if _LIST_OF_JOURNALS in path.name:
            expected = [{k: v for k, v in each.items() if k != "container"} for each in expected]
        yield Fixture("bbt-import", "bibtex", path, tuple(expected))


def _citation_js(folder: Path, scratch: Path) -> Iterator[Fixture]:
    for kind in ("bibtex", "biblatex"):
        items = _json(folder / "plugin-bibtex" / "mapping" / f"{kind}-csl.json")
        path = folder / "plugin-bibtex" / "mapping" / f"{kind}-input.bib"
        if items:
            yield Fixture("citationjs-bib", kind, path, tuple(map(facts.of_csl, items)))
    cases = (_json(folder / "plugin-bibtex" / "input.json") or {}).get("@biblatex/text", {})
    for name, (text, items) in cases.items():
        path = folder / "plugin-bibtex" / "input" / f"{name[5:]}.bib"
        if text is not None:
            path = scratch / f"{len(name)}-{name}.bib".replace(" ", "-")
            path.write_text(text, encoding="utf-8")
        if path.exists():
            yield Fixture("citationjs-bib", "biblatex", path, tuple(map(facts.of_csl, items)))
    script = folder / "plugin-ris" / "input.js"
    cases = (_through_node(script) if script.exists() else {}).get("@ris/file", {})
    for at, (text, items) in enumerate(cases.values()):
        path = scratch / f"citationjs-{at}.ris"
        path.write_text(text, encoding="utf-8")
        yield Fixture("citationjs-ris", "ris", path, tuple(map(facts.of_csl, items)))


def _json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8")) if path.exists() else None


def _through_node(script: Path) -> Any:
    if shutil.which("node") is None:
        return {}
    code = "console.log(JSON.stringify(require(process.argv[1])))"
    done = subprocess.run(["node", "-e", code, str(script)], capture_output=True, timeout=60)
    return json.loads(done.stdout or b"{}")
