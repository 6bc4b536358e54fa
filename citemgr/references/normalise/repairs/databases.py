"""The database or site from which a copy was read is not what the work was published in."""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of

# Whole values of a container or publisher that name a database.
_DATABASE = re.compile(
    r"""\W*(?:newspapers(?:\.com)? | newspaperarchive(?:\.com)? | lexis\s?nexis(?:\sacademic)?
    | nexis(?:\suni)? | factiva | proquest(?:\s[\w\s&]{3,60})? | jstor | ebsco(?:host)?
    | gale(?:\s[\w\s]{3,60})? | infotrac[\w\s]{0,40} | academic\sonefile | project\smuse
    | academic\ssearch[\w\s]{0,40} | business\ssource[\w\s]{0,40} | google\s(?:books|scholar)
    | genios | wiso(?:-net)? | cairn(?:\.info)? | pubmed(?:\scentral)? | westlaw
    | heinonline)\W*""",
    re.VERBOSE | re.IGNORECASE,
)
_HOLDERS = frozenset({"container", "publisher", "journal", "title", "location"})


def set_databases_apart(text: str, parts: Parts) -> Parts:
    """Parts that name only a database become notes, where something else holds the work."""
    others = [part for part in parts if not _is_database(part)]
    if len(others) == len(parts) or not labels_of(tuple(others)) & {"title", "container"}:
        return parts
    return tuple(part.under("note") if _is_database(part) else part for part in parts)


def _is_database(part: Part) -> bool:
    return part.label in _HOLDERS and _DATABASE.fullmatch(part.value) is not None
