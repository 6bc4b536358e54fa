"""References as a citation style prints them, through pandoc's citation processor.

A pandoc on the search path is used, else that of the package `pypandoc_binary`, which the extra
`citemgr[styles]` installs. A style is a file in the Citation Style Language (.csl); without one
pandoc's own (Chicago, author-date) is used.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from citemgr.formats.csl_json import to_csl
from citemgr.model import CitemgrError, Entry

# Form of the output -> pandoc's name for it.
FORMS = {"text": "plain", "markdown": "markdown", "html": "html", "latex": "latex"}
# A thousand entries take seconds; a style that never ends is stopped.
_PATIENCE_S = 300


def styled(entries: Iterable[Entry], style: Path | None = None, form: str = "text") -> str:
    """The reference list of `entries` in `style`. Raises `CitemgrError` where there is no pandoc,
    no such style, or pandoc refuses it."""
    if style is not None and not style.is_file():
        raise CitemgrError("there is no such style file (.csl)", path=str(style))
    metadata = {"references": [to_csl(entry) for entry in entries], "nocite": "@*"}
    command = [_pandoc(), "--citeproc", "-f", "markdown", "-t", FORMS[form], "--wrap=none"]
    if style is not None:
        command.append(f"--csl={style}")
    document = f"---\n{json.dumps(metadata)}\n---\n"
    try:
        done = subprocess.run(
            command, input=document.encode(), capture_output=True, timeout=_PATIENCE_S
        )
    except subprocess.TimeoutExpired as error:
        raise CitemgrError("pandoc did not come to an end") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", errors="replace").strip().splitlines() or ["no reason"]
        raise CitemgrError(f"pandoc refuses: {words[-1]}", path=str(style) if style else None)
    return done.stdout.decode("utf-8")


def _pandoc() -> str:
    if found := shutil.which("pandoc"):
        return found
    try:
        import pypandoc  # type: ignore[import-not-found, unused-ignore]
    except ImportError as error:
        raise CitemgrError(
            "styles need pandoc: install it, or run pip install 'citemgr[styles]'"
        ) from error
    return str(pypandoc.get_pandoc_path())
