"""Makes the five texts in every format that pandoc writes, from their Markdown.

    python tests/documents/cases/five/make.py

Needs pandoc (2.17 or later). The notebooks hold the Markdown itself; the Typst files are written by
hand.
"""

from __future__ import annotations

import json
import subprocess
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


def main() -> None:
    """Write `NAME.SUFFIX` beside each `NAME.md`."""
    for source in sorted(Path(__file__).parent.glob("*.md")):
        for writer, suffix in FORMATS.items():
            target = source.with_suffix(f".{suffix}")
            # Curly marks would come out straight in Org.
            reader = "markdown-smart" if suffix == "org" else "markdown"
            subprocess.run(
                [
                    "pandoc",
                    "--from",
                    reader,
                    "--standalone",
                    "--to",
                    writer,
                    "--metadata",
                    f"pagetitle={source.stem}",
                    "--output",
                    str(target),
                    str(source),
                ],
                check=True,
            )
        cell = {
            "cell_type": "markdown",
            "metadata": {},
            "source": source.read_text(encoding="utf-8").split("---", 2)[2].lstrip(),
        }
        notebook = {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}
        target = source.with_suffix(".ipynb")
        target.write_text(json.dumps(notebook, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
