"""Makes the five texts in every format that pandoc and LibreOffice write, from their Markdown.

    python tests/documents/cases/five/make.py

Needs pandoc (2.17 or later) and LibreOffice (7.4 or later; Debian's libreoffice-writer-nogui is
enough). `NAME.office.*` and the PDF files are LibreOffice's, from pandoc's OpenDocument. The
notebooks hold the Markdown itself; the Typst files are written by hand.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from pathlib import Path

FORMATS = {
    "html": "html",
    "docx": "docx",
    "odt": "odt",
    "rtf": "rtf",
    "latex": "tex",
    "epub": "epub",
    "jats": "jats",
    "tei": "tei",
    "mediawiki": "wiki",
    "org": "org",
    "asciidoctor": "adoc",
    "rst": "rst",
    "plain": "txt",
}


OFFICE = {"docx": "office.docx", "rtf": "office.rtf", "odt": "office.odt", "pdf": "pdf"}


def main() -> None:
    """Write `NAME.SUFFIX` beside each `NAME.md`."""
    sources = sorted(Path(__file__).parent.glob("*.md"))
    for source in sources:
        for writer, suffix in FORMATS.items():
            _pandoc(source, writer, suffix)
        _notebook(source)
    for suffix, name in OFFICE.items():
        _office([source.with_suffix(".odt") for source in sources], suffix, name)


def _pandoc(source: Path, writer: str, suffix: str) -> None:
    # Curly marks would come out straight in Org.
    reader = "markdown-smart" if suffix == "org" else "markdown"
    options = ["--from", reader, "--to", writer, "--metadata", f"pagetitle={source.stem}"]
    target = source.with_suffix(f".{suffix}")
    command = ["pandoc", "--standalone", *options, "--output", str(target), str(source)]
    subprocess.run(command, check=True)


def _notebook(source: Path) -> None:
    words = source.read_text(encoding="utf-8").split("---", 2)[2].lstrip()
    cell = {"cell_type": "markdown", "metadata": {}, "source": words}
    notebook = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}
    text = json.dumps(notebook, ensure_ascii=False, indent=1)
    source.with_suffix(".ipynb").write_text(text, encoding="utf-8")


def _office(sources: list[Path], suffix: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        # LibreOffice writes NAME.SUFFIX only, and no file over the one that it reads.
        command = ["soffice", "--headless", "--convert-to", suffix, "--outdir", folder]
        subprocess.run([*command, *map(str, sources)], check=True, stdout=subprocess.DEVNULL)
        for source in sources:
            shutil.move(Path(folder) / f"{source.stem}.{suffix}", source.with_suffix(f".{name}"))


if __name__ == "__main__":
    main()
