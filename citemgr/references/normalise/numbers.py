"""Volumes, issues, editions: the number, with the words that announce it taken off."""

from __future__ import annotations

import re

from citemgr.references.normalise.brackets import unbracketed

_ANNOUNCED = re.compile(
    r"""^\W*(?:volumes?|vols?|v|band|bd|bde|tomes?|tomo|t|jahrgang|jahrg|jg|issues?|numbers?|num|nos?
    |nr|n[°ºo]?|№|heft|h|т|том|вып|fascicle|fasc|第)\b\.?[\s:]*|^\W*[№#]\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_ORDINALS = {
    "first": "1",
    "second": "2",
    "third": "3",
    "fourth": "4",
    "fifth": "5",
    "sixth": "6",
    "seventh": "7",
    "eighth": "8",
    "ninth": "9",
    "tenth": "10",
    "zweite": "2",
    "dritte": "3",
    "deuxième": "2",
    "segunda": "2",
    "seconda": "2",
}
_EDITION_WORD = re.compile(
    r"[\s,(]*\b(?:ed|edn|eds|edition|editions|éd|édition|edición|edizione|edição|aufl|auflage|ausg"
    r"|ausgabe|изд|издание|版)\b[.,)\s]*",
    re.IGNORECASE,
)
_EDITION_NUMBER = re.compile(r"(?P<number>\d{1,3})(?:st|nd|rd|th|e|è|ª|º|a|-е|\.)?", re.IGNORECASE)
_SPLIT = re.compile(
    r"(?P<volume>\d+[a-z]?|[IVXLC]+)\s?(?:\(|[,.:/]\s?(?:no|nr|n|iss(?:ue)?|h)\.?\s?|\.)\s?(?P<issue>\d[\d\-–/]*)\)?"
)

# "2-12" as French journals count: volume and issue.
_JOINED = re.compile(r"(?P<volume>\d{1,3})[-‑–](?P<issue>\d{1,2})")


def read_number(text: str) -> str:
    """The bare number of a volume or issue; words where it has none ("Suppl 2")."""
    return _ANNOUNCED.sub("", " ".join(text.split()), count=1).strip(" .,;:()[]期卷")


def split_volume(text: str) -> tuple[str, str]:
    """Volume and issue where one field prints both: `12(3)`, `42.1`, `12, no. 3`."""
    bare = _ANNOUNCED.sub("", " ".join(text.split()), count=1).strip(" .,;:")
    match = _SPLIT.fullmatch(bare)
    if match is None:
        match = _JOINED.fullmatch(bare)
        if match is not None and int(match["issue"]) == int(match["volume"]) + 1:
            match = None  # 1-2 is a double volume
    return (match["volume"], match["issue"]) if match else (read_number(text), "")


def read_edition(text: str) -> str:
    """The edition: a number where it is one (`2nd ed.` is 2), else its name (`Eastern edition` is
    Eastern), as BibLaTeX's `edition` field has it."""
    words = unbracketed(text).strip(" .")
    named = re.search(r"\(", words) is not None
    bare = words if named else unbracketed(_EDITION_WORD.sub(" ", words)).strip(" .")
    if bare.lower() in _ORDINALS:
        return _ORDINALS[bare.lower()]
    match = _EDITION_NUMBER.fullmatch(bare)
    return match["number"] if match else bare or words
