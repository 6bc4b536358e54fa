"""The section of a newspaper is printed beside its name and is no part of it."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Part, Parts

# "Abschn. Politik", "sect. Sport", alone or in front of a value.
_MARK = r"(?:abschn|sect?|section|rubrik|ressort|sec|rubrique|sección)\b\.?"
_MARKED = re.compile(rf"\W*{_MARK}.{{0,40}}", re.IGNORECASE)
_BEHIND_MARK = re.compile(rf"[,;(.]\s*{_MARK}\s*$", re.IGNORECASE)
_NAMES = r"""(?P<section>technology|business(?:\sday)?|politics|world(?:\snews)?
    |opinion|sports?|culture|arts?(?:\s&\s\w+)?|national|nation|international|internacional|economy|travel|voyages|science|health|education|books
    |style|magazine|news|local|metro|money|finance|life|food|music|movies|television|region|obituaries
    |politik|wirtschaft|gesellschaft|kultur|sport|meinung|wissen|panorama|geschichte|feuilleton|reise
    |politique|économie|société|monde|idées|política|economía|sociedad|cultura|esportes?|deportes)"""
_ALONE = re.compile(_NAMES, re.VERBOSE | re.IGNORECASE)
_SECTION = re.compile(rf"{_NAMES}[,.]\s+(?=[A-ZÀ-Ý])", re.VERBOSE | re.IGNORECASE)


REACH = 16
_HOLDERS = frozenset({"container", "publisher", "location"})


def set_sections_apart(text: str, parts: Parts) -> Parts:
    """Sections in front of the newspaper's name, or marked as such behind it, become notes."""
    kept: list[Part] = []
    several = sum(part.label == "container" for part in parts) > 1
    for part in parts:
        alone = several and part.label == "container" and _ALONE.fullmatch(part.value)
        if alone and any(before.label == "container" for before in kept):
            kept.append(part.under("note"))
            continue
        match = _SECTION.match(part.value) if part.label == "container" else None
        if match is not None:
            kept += [part.cut("note", 0, match.end("section")), part.cut("container", match.end())]
        elif part.label in _HOLDERS and kept and _is_section(text, part):
            kept.append(part.under("note"))
        else:
            kept.append(part)
    return tuple(kept)


def _is_section(text: str, part: Part) -> bool:
    before = text[max(0, part.start - REACH) : part.start]
    return bool(_MARKED.fullmatch(part.value) or _BEHIND_MARK.search(before))
