"""The name of a site is one word with its ending: `Eurogamer.de`, though a stop stands in it."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, joined

_ENDING = re.compile(r"[a-z]{2,4}(?:\.[a-z]{2})?")


def name_sites_in_full(text: str, parts: Parts) -> Parts:
    """The ending of a site's name, taken for an address, given back to the name."""
    for at in range(len(parts) - 1):
        name, ending = parts[at], parts[at + 1]
        glued = text[name.end : ending.start] == "."
        if ending.label == "url" and glued and _ENDING.fullmatch(ending.value):
            return (*parts[:at], joined(text, name, ending, name.label), *parts[at + 2 :])
    return parts
