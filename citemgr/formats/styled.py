"""References as a citation style prints them, through pandoc's citation processor.

A pandoc on the search path is used, else that of the package `pypandoc_binary`, which the extra
`citemgr[styles]` installs.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable

from citemgr.formats.csl_json import to_csl
from citemgr.formats.style_files import find_style
from citemgr.model import CitemgrError, Entry

# Form of the output -> pandoc's name for it.
FORMS = {
    "text": "plain",
    # Plain Markdown: the printed reference, neither the citation again nor boxes around it.
    "markdown": "markdown-citations-native_divs-fenced_divs-raw_html-bracketed_spans-native_spans",
    "html": "html",
    "latex": "latex",
}
# A thousand entries take seconds; a style that never ends is stopped.
_PATIENCE_S = 300


def styled(entries: Iterable[Entry], style: str, form: str = "text") -> str:
    """The reference list of `entries` in the style of that name or file. Raises `CitemgrError`
    where there is no pandoc, no such style, or pandoc refuses it."""
    file = find_style(style)
    items = json.dumps([to_csl(entry) for entry in entries])
    command = [_pandoc(), "--citeproc", "-f", "csljson", "-t", FORMS[form], "--wrap=none"]
    if file is not None:
        command.append(f"--csl={file}")
    try:
        done = subprocess.run(
            command, input=items.encode(), capture_output=True, timeout=_PATIENCE_S
        )
    except subprocess.TimeoutExpired as error:
        raise CitemgrError("pandoc did not come to an end") from error
    if done.returncode:
        words = done.stderr.decode("utf-8", errors="replace").strip().splitlines() or ["no reason"]
        raise CitemgrError(f"pandoc refuses: {words[-1]}", path=str(file) if file else None)
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
