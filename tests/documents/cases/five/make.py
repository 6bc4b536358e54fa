"""Makes the five texts in every format that pandoc writes, from their Markdown.

    python tests/documents/cases/five/make.py

Needs pandoc (2.17 or later). The Typst files are written by hand.
"""

from __future__ import annotations

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
    "asciidoc": "adoc",
    "rst": "rst",
    "ipynb": "ipynb",
    "plain": "txt",
}


def main() -> None:
    """Write `NAME.SUFFIX` beside each `NAME.md`."""
    for source in sorted(Path(__file__).parent.glob("*.md")):
        for writer, suffix in FORMATS.items():
            target = source.with_suffix(f".{suffix}")
            subprocess.run(
                [
                    "pandoc",
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


if __name__ == "__main__":
    main()
