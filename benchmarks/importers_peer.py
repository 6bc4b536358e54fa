"""Runs inside the virtual environment of the peers: a peer's name on the command line, a JSON list
of paths on stdin, on stdout a JSON object of path -> CSL-JSON items, or BibTeX as one string."""

from __future__ import annotations

import json
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE_S = 20


def rispy(path: str) -> list[dict[str, Any]]:
    import rispy

    with Path(path).open(encoding="utf-8-sig", errors="replace") as file:
        return [_of_rispy(record) for record in rispy.load(file)]


def rispy_wok(path: str) -> list[dict[str, Any]]:
    import rispy

    with Path(path).open(encoding="utf-8-sig", errors="replace") as file:
        records = rispy.load(file, implementation=rispy.WokParser)
    return [
        {
            "title": record.get("document_title") or record.get("title", ""),
            "author": _people(record.get("authors") or ()),
            "issued": {"raw": record.get("year_published") or record.get("publication_year") or ""},
            "DOI": record.get("digital_object_identifier") or record.get("doi") or "",
            "volume": record.get("volume", ""),
            "page": record.get("beginning_page") or record.get("start_page") or "",
            "container-title": record.get("publication_name") or "",
        }
        for record in records
    ]


def _of_rispy(record: dict[str, Any]) -> dict[str, Any]:
    def first(*names: str) -> str:
        return next((str(record[name]) for name in names if record.get(name)), "")

    return {
        "title": first("title", "primary_title", "translated_title"),
        "author": _people(record.get("authors") or record.get("first_authors") or ()),
        "issued": {"raw": first("year", "publication_year", "date")},
        "DOI": first("doi"),
        "volume": first("volume"),
        "page": first("start_page"),
        "container-title": first(
            "journal_name", "secondary_title", "alternate_title3", "alternate_title2"
        ),
        "container-title-short": first("alternate_title1", "alternate_title2"),
    }


def _people(names: Any) -> list[dict[str, str]]:
    return [
        dict(zip(("family", "given"), map(str.strip, name.split(",", 1)), strict=False))
        for name in names
    ]


def nbib(path: str) -> list[dict[str, Any]]:
    import nbib

    return [
        {
            "title": record.get("title", ""),
            "author": _people(each.get("author", "") for each in record.get("authors", ())),
            "issued": {"raw": str(record.get("publication_date", ""))},
            "DOI": record.get("doi", ""),
            "volume": str(record.get("journal_volume", "")),
            "page": record.get("pages", ""),
            "container-title": record.get("journal", ""),
        }
        for record in nbib.read_file(path)
    ]


def _pybtex(path: str, format: str) -> str:
    from pybtex.database import parse_bytes, parse_file

    if format == "bibtex":
        return str(parse_bytes(Path(path).read_bytes(), "bibtex").to_string("bibtex"))
    return str(parse_file(path, format).to_string("bibtex"))


def bibtexparser(path: str) -> str:
    import bibtexparser

    text = Path(path).read_text("utf-8-sig", errors="replace")
    library = bibtexparser.parse_string(text)
    for block in list(library.failed_blocks):
        library.remove(block)
    return str(bibtexparser.write_string(library))


PEERS: dict[str, Callable[[str], Any]] = {
    "rispy": rispy,
    "rispy-wok": rispy_wok,
    "nbib": nbib,
    "pybtexris": lambda path: _pybtex(path, "ris"),
    "pybtexnbib": lambda path: _pybtex(path, "nbib"),
    "pybtex": lambda path: _pybtex(path, "bibtex"),
    "bibtexparser": bibtexparser,
}


def _give_up(*_: object) -> None:
    raise TimeoutError


def main() -> None:
    read = PEERS[sys.argv[1]]
    found: dict[str, Any] = {}
    signal.signal(signal.SIGALRM, _give_up)
    for path in json.load(sys.stdin):
        signal.alarm(PATIENCE_S)
        try:
            found[path] = read(path)
        except BaseException as error:  # Whatever a peer does is its result.
            reason = re.sub(r"\s+", " ", f"{type(error).__name__}: {error}")[:100]
            print(f"{sys.argv[1]}: {Path(path).name}: {reason}", file=sys.stderr)
            found[path] = []
        signal.alarm(0)
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
