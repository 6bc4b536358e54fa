"""The files beside a LaTeX document that belong to it: parts, bibliographies, its printed list.

Only what lies in the document's own folder, or below, is read: no other path, no link out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from citemgr.documents.decoding import decode
from citemgr.formats import read_entries
from citemgr.model import CitemgrError, Entry, MarkedCitation

# A document of more parts, or larger ones, is not followed further.
MOST_FILES = 200
LARGEST_FILE = 64 * 1024 * 1024
_BIBLIOGRAPHY = re.compile(
    r"(?<!%)\\(?:bibliography|addbibresource|addglobalbib)\s*(?:\[[^\]]*\])?\s*\{(?P<names>[^{}]*)\}"
)
_TAKEN_IN = re.compile(
    r"(?<!%)\\(?P<how>input|include|usepackage)\s*(?:\[[^\]]*\])?\s*\{(?P<names>[^{}]{1,400})\}"
)
_LANGUAGE = re.compile(
    r"\\(?:usepackage|documentclass)\s*\[(?P<options>[^\]]*)\]\s*\{(?P<package>[^{}]*)\}"
    r"|\\set(?:main|default)language\s*(?:\[[^\]]*\])?\s*\{(?P<main>[^{}]*)\}"
)
_LANGUAGES = {
    "english": "en", "american": "en", "british": "en", "ukenglish": "en", "usenglish": "en",
    "german": "de", "ngerman": "de", "austrian": "de", "naustrian": "de", "french": "fr",
    "francais": "fr", "spanish": "es", "italian": "it", "russian": "ru", "portuguese": "pt",
    "brazilian": "pt", "brazil": "pt", "dutch": "nl", "polish": "pl", "czech": "cs",
    "swedish": "sv", "danish": "da", "norsk": "no", "finnish": "fi", "latin": "la",
    "greek": "el", "turkish": "tr", "ukrainian": "uk", "hungarian": "hu", "romanian": "ro",
    "catalan": "ca", "lithuanian": "lt", "latvian": "lv", "estonian": "et",
}  # fmt: skip


class Project:
    """The folder of a document, and what has been read from it."""

    def __init__(self, path: str) -> None:
        file = Path(path)
        self.stem = file.stem
        self._folder = file.parent.resolve() if file.is_file() else None
        self._open: set[Path] = set()

    def open(self, name: str, suffix: str) -> tuple[str, str] | None:
        """Path and text of the file `name`; None where it is missing, outside, or read already."""
        file = self._inside(name, suffix)
        if file is None or file in self._open or len(self._open) >= MOST_FILES:
            return None
        self._open.add(file)
        try:
            return str(file), decode(file.read_bytes(), str(file))
        except (OSError, CitemgrError):
            return None

    def preambles(self, preamble: str) -> Iterator[str]:
        """The files of the folder that the preamble takes in, which may define commands."""
        for match in _TAKEN_IN.finditer(preamble):
            for name in match["names"].split(","):
                suffix = ".sty" if match["how"] == "usepackage" else ".tex"
                found = self.open(name.strip(), suffix)
                if found is not None:
                    yield found[1]

    def entries(self, text: str, citations: Sequence[MarkedCitation]) -> Iterator[Entry]:
        """The works that `citations` name, from the bibliography files that the document names."""
        cited = {each.key for citation in citations for each in citation.cited}
        names = [
            name.strip()
            for match in _BIBLIOGRAPHY.finditer(text)
            for name in match["names"].split(",")
        ]
        for name in names if cited else ():
            found = self.open(name, ".bib")
            if found is None:
                continue
            try:
                parsed = read_entries(found[1], "biblatex")
            except CitemgrError:
                continue
            yield from (entry for entry in parsed.entries if entry.key in cited)

    def language(self, preamble: str) -> str | None:
        """The main language that babel or polyglossia is told, as ISO 639-1."""
        for match in _LANGUAGE.finditer(preamble):
            if match["main"]:
                return _LANGUAGES.get(match["main"].strip().lower())
            options = [each.strip().lower() for each in match["options"].split(",")]
            mains = [each.partition("=")[2] for each in options if each.startswith("main=")]
            known = [_LANGUAGES[each] for each in mains or options if each in _LANGUAGES]
            if known:
                return known[-1]
        return None

    def _inside(self, name: str, suffix: str) -> Path | None:
        """The file in the folder, `suffix` added where it has none; links are followed first."""
        if self._folder is None or not name or "\0" in name or len(name) > 300:
            return None
        wanted = [name] if name.endswith(suffix) else [name + suffix, name]
        for each in wanted:
            try:
                file = (self._folder / each).resolve()
                if file.is_relative_to(self._folder) and file.is_file():
                    return file if file.stat().st_size <= LARGEST_FILE else None
            except (OSError, RuntimeError, ValueError):
                return None
        return None
