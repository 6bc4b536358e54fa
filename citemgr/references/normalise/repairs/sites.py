"""The name of a site goes on to its end: `Eurogamer.de`, though a stop stands in it, `Der
Tagesspiegel Online`."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Part, Parts, joined, stretch

_ONLINE = re.compile(r" (?:\(Online\)|Online)(?=[.,;)]|$)")
_ENDING = re.compile(r"[a-z]{2,4}(?:\.[a-z]{2})?")


def name_sites_in_full(text: str, parts: Parts) -> Parts:
    """The ending of a site's name, taken for an address, given back to the name."""
    for at in range(len(parts) - 1):
        name, ending = parts[at], parts[at + 1]
        glued = text[name.end : ending.start] == "."
        if ending.label == "url" and glued and _ENDING.fullmatch(ending.value):
            parts = (*parts[:at], joined(text, name, ending, name.label), *parts[at + 2 :])
            break
    return tuple([_online(text, part) if part.label == "container" else part for part in parts])


def _online(text: str, part: Part) -> Part:
    """The container with the "Online" that stands behind it."""
    match = _ONLINE.match(text, part.end)
    if match is None:
        return part
    return stretch(text, part.label, part.start, match.end(), part.sure)
