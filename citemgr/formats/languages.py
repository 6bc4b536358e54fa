"""Languages of works: babel's names, which BibLaTeX's `langid` takes, and the codes of ISO 639 that
all other formats use."""

from __future__ import annotations

from collections.abc import Mapping

# babel's name, ISO 639-1, ISO 639-2 (both forms), names as databases print them.
_TABLE = """
english en eng american british
german de ger deu ngerman deutsch
french fr fre fra français
spanish es spa español castilian
italian it ita italiano
portuguese pt por português
dutch nl dut nld nederlands
russian ru rus русский
ukrainian uk ukr
polish pl pol polski
swedish sv swe
danish da dan
norwegian no nor nob nb
finnish fi fin
czech cs cze ces
hungarian hu hun
romanian ro rum ron
turkish tr tur
greek el gre ell
latin la lat
lithuanian lt lit
latvian lv lav
estonian et est
catalan ca cat
chinese zh chi zho
japanese ja jpn
korean ko kor
arabic ar ara
hebrew he heb
"""
_LANGIDS: Mapping[str, str] = {
    word: line.split()[0] for line in _TABLE.strip().splitlines() for word in line.split()
}


def langid_of(text: str) -> str:
    """babel's name of the language that `text` names by code (with or without a region) or name;
    the text itself where it is not known."""
    word = text.strip().casefold()
    return _LANGIDS.get(word) or _LANGIDS.get(word.replace("_", "-").partition("-")[0], text)
