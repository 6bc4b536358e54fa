"""Where a sentence ends, as far as linking must know: between a quotation and a callout.

A stop ends a sentence where white space and a capital, a bracket or an opening mark follow, unless
the stop belongs to an abbreviation or an initial. CJK stops need no white space.
"""

from __future__ import annotations

import re

_STOP = re.compile(
    r"(?P<wide>[。！？])|(?P<stop>[.!?…])(?:[\"”»“’'）)\]]|\^?[⁰¹²³⁴-⁹]+|\[\d+\]|\(\d+\))*(?P<gap>\s+)(?=[^\W\d_]|[“„«»\"‘(\[—–]|$)",
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[])(?:[^\W\d_]|pp?|al|cf|vgl|etc|ed|eds|hrsg|hg|vol|no|nr|bd|fig|ca|st|mr|mrs|ms|dr|prof|jr|sr|bzw|z\.\s?b|d\.\s?h|u\.\s?a|e\.\s?g|i\.\s?e|op|cit|ibid|ch|chap|sec|art|anm|fn|n|ss|sq|ff|см|др|стр|т|г|гг|им|ср|pág|págs|p\.\s?ej|ej|cap|núm|éd|resp)$",
    re.I,
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")


def ends_within(text: str) -> bool:
    """Whether a sentence ends inside `text` (a stop at its very end does not count)."""
    return last_end(text) > 0


def last_end(text: str) -> int:
    """Where the last sentence that ends inside `text` ends, white space included; 0 without one."""
    end = 0
    for match in _STOP.finditer(text):
        if match["wide"]:
            if match.end() < len(text):
                end = match.end()
        elif match.end() <= len(text) and _ends(text, match):
            end = match.end()
    return end


def _ends(text: str, match: re.Match[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    if not following or following.islower():
        return False
    if match["stop"] != ".":
        return match["stop"] != "…" or following.isupper()
    return _ABBREVIATION.search(text[max(0, match.start() - 12) : match.start()]) is None


def has_blank_line(text: str) -> bool:
    """Whether a paragraph ends inside `text`."""
    return _BLANK_LINE.search(text) is not None


_TERMINAL = re.compile(r"[.!?…。！？](?=[\"”»’'」』)\]\s]*$)")


def is_closed(text: str) -> bool:
    """Whether `text` ends with a stop that is no abbreviation's, closing marks aside."""
    found = _TERMINAL.search(text, max(0, len(text) - 12))
    if found is None:
        return False
    return (
        found[0] != "."
        or _ABBREVIATION.search(text[max(0, found.start() - 12) : found.start()]) is None
    )
