"""Quotation marks: which belong together, and which of them a document uses for what.

The same sign opens in one language and closes in another (`“` in English and German, `»` in French
and German, `”` on both sides in Swedish), so a document is asked first: its own counts decide. The
systems are those of The Chicago Manual of Style 13, Duden (D 11), the Imprimerie nationale's
Lexique, and the CLDR delimiters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

# Signs that can only open, only close, or do both, by family, where no convention says otherwise.
DOUBLE, SINGLE, GUILLEMET, ANGLE, CORNER, WHITE_CORNER, TEX = (
    "double",
    "single",
    "guillemet",
    "angle",
    "corner",
    "white corner",
    "tex",
)
Role = Literal["open", "close", "either"]


@dataclass(frozen=True, slots=True)
class Sign:
    """What a sign does: its family, and whether it opens, closes, or either by its neighbours."""

    family: str
    role: Role


_SIGNS: Mapping[str, Sign] = {
    "“": Sign(DOUBLE, "open"),
    "”": Sign(DOUBLE, "close"),
    "„": Sign(DOUBLE, "open"),
    "‟": Sign(DOUBLE, "open"),
    '"': Sign(DOUBLE, "either"),
    "＂": Sign(DOUBLE, "either"),
    "″": Sign(DOUBLE, "either"),
    "&ldquo;": Sign(DOUBLE, "open"),
    "&rdquo;": Sign(DOUBLE, "close"),
    "&quot;": Sign(DOUBLE, "either"),
    "«": Sign(GUILLEMET, "open"),
    "»": Sign(GUILLEMET, "close"),
    "‹": Sign(ANGLE, "open"),
    "›": Sign(ANGLE, "close"),
    "「": Sign(CORNER, "open"),
    "」": Sign(CORNER, "close"),
    "『": Sign(WHITE_CORNER, "open"),
    "』": Sign(WHITE_CORNER, "close"),
    "〝": Sign(DOUBLE, "open"),
    "〞": Sign(DOUBLE, "close"),
    "〟": Sign(DOUBLE, "close"),
    "``": Sign(TEX, "open"),
    "''": Sign(TEX, "close"),
    ",,": Sign(DOUBLE, "open"),
    "‘‘": Sign(DOUBLE, "open"),
    "’’": Sign(DOUBLE, "close"),
    "‚‚": Sign(DOUBLE, "open"),
}
_SINGLE_SIGNS: Mapping[str, Sign] = {
    "‘": Sign(SINGLE, "open"),
    "’": Sign(SINGLE, "close"),
    "‚": Sign(SINGLE, "open"),
    "‛": Sign(SINGLE, "open"),
    "'": Sign(SINGLE, "either"),
    "`": Sign(SINGLE, "open"),
    "&lsquo;": Sign(SINGLE, "open"),
    "&rsquo;": Sign(SINGLE, "close"),
}
# Words that begin with an apostrophe, without it.
ELISIONS = (
    r"(?i:tis|twas|twere|tain|em|im|er|cause|cos|til|till|bout|round|neath|mid|ere|fore|n|o|s|re"
    r"|ve|ll|d|\d0s|\d\d)\b"
)
# A mark, then what it does by its neighbours; the mark comes first so that the search is quick.
_OUTER = re.compile(
    rf"""
    [‘'`‚’“"„«”»「『」』]
    (?: (?P<single> (?<=[‘'`‚]) (?<![^\s(\[—–>].) (?!{ELISIONS}) (?=[^\W\d_]|[“"]|’[^\W_]) )
      | (?P<double> (?<=[“"„«]) (?<![^\s(\[—–>‘'].) (?=[\w\xa0\u202f \[…‘']) | (?<=[「『]) )
      | (?P<close_single> (?<=[.,;!?…—)”"]['’‘]) (?![^\W\d_])
          | (?<=[^\s(\[]['’‘]) (?=[.,;:!?)\]\d¹²³⁴-⁹] | \s*(?:[(\[]|$|\n\s*\n)) )
      | (?P<weak_single> (?<=[^\s(\[]['’‘]) (?![^\W\d_]) )
      | (?P<close_double> (?<=[^\s(\[][”"»]) | (?<=[」』]) )
    )
    """,
    re.VERBOSE,
)
_REVERSED = re.compile(r"(?:^|(?<=[\s(\[—–]))»(?=[^\W_])")
_FORWARD = re.compile(r"(?:^|(?<=[\s(\[—–’]))«(?=[\w\xa0\u202f ])")
_BOTH_CLOSE = re.compile(r"(?:^|(?<=[\s(\[—–]))”(?=[^\W_])")
_OPENS_BY_TWO = re.compile(r"(?:^|(?<=[\s(\[]))''(?=[^\W_])")
_CLOSES_BY_TWO = re.compile(r"(?<=[\w.,!?])''(?=[\s.,;:)]|$)")
# A document's marks are counted in this much of it.
LOOKED_AT = 400_000
# Single marks are the main ones where at least so many of them open a quotation, or one where a
# stop or a callout shows that it is closed and there are no others.
LEAST_SINGLES = 2
# A single mark between two words closes what is no longer than this; in code points.
LONGEST_TERM = 60
# A mark that stayed open longer was none; in code points.
LONGEST_OPEN = 30_000


@dataclass(frozen=True, slots=True)
class Conventions:
    """What a document's marks mean: the signs that set off quotations, and the pattern that finds
    them. `inner` are the single marks, which stand inside; `singles` says whether they are
    among the outer ones."""

    signs: Mapping[str, Sign]
    pattern: re.Pattern[str]
    inner: Mapping[str, Sign]
    singles: bool


def conventions(text: str, singles: Literal["auto", "on", "off"] = "auto") -> Conventions:
    """How `text` uses quotation marks."""
    sample = text[:LOOKED_AT]
    signs = dict(_SIGNS)
    counts = Counter(sample)
    if counts["„"]:
        low = counts["„"] + counts["‟"]
        english = _openings(sample, "“")
        # German, Czech and others close with the sign that opens in English.
        signs["“"] = Sign(DOUBLE, "close" if english <= low // 2 else "either")
    elif counts["”"] and counts["“"] * 4 < counts["”"] and _BOTH_CLOSE.search(sample):
        signs["”"] = Sign(DOUBLE, "either")
    if counts["»"] and len(_REVERSED.findall(sample)) > len(_FORWARD.findall(sample)):
        both = _SWEDISH_GUILLEMETS.search(sample) is not None and not counts["«"]
        signs["»"] = Sign(GUILLEMET, "either" if both else "open")
        signs["«"] = Sign(GUILLEMET, "close")
        if counts["›"]:
            signs["›"], signs["‹"] = Sign(ANGLE, "open"), Sign(ANGLE, "close")
    if "``" not in sample:
        del signs["``"]
        paired = _OPENS_BY_TWO.search(sample) and _CLOSES_BY_TWO.search(sample)
        if paired:
            signs["''"] = Sign(DOUBLE, "either")
        else:
            del signs["''"]
    main_singles = singles == "on" or (singles == "auto" and _singles_lead(sample))
    if main_singles:
        signs |= _single_signs(sample)
    return Conventions(signs, _pattern(signs), _single_signs(sample), main_singles)


_SWEDISH_GUILLEMETS = re.compile(r"(?<=[\w.,!?])»(?=[\s,.;:]|$)")


def inner_conventions(outer: Conventions) -> Conventions:
    """The same with single marks, for what stands inside a quotation."""
    signs = {**outer.signs, **outer.inner}
    return Conventions(signs, _pattern(signs), outer.inner, True)


def _single_signs(sample: str) -> Mapping[str, Sign]:
    """The single marks; `‘` closes what `‚` opens, as in German."""
    if _openings(sample, "‚") <= _openings(sample, "‘"):
        return _SINGLE_SIGNS
    return {**_SINGLE_SIGNS, "‘": Sign(SINGLE, "close")}


def _openings(sample: str, mark: str) -> int:
    return len(re.findall(rf"{mark}(?<![^\s(\[—–„“”«»].)(?=[^\W_])", sample))


def _singles_lead(sample: str) -> bool:
    """Whether single marks are the outer ones: they open at least as often as double ones do, marks
    inside the other family's left out of the count."""
    singles = doubles = closed = opened = 0
    inside = ""
    doubtful: int | None = None  # the double marks counted when a single one may have closed
    for match in _OUTER.finditer(sample):
        kind = match.lastgroup or ""
        if match.start() - opened > LONGEST_OPEN:
            inside = ""
        if kind == "weak_single":
            if inside == "single" and match.start() - opened <= LONGEST_TERM:
                inside, doubtful = "", doubles
        elif kind == "close_single":
            if not inside and doubtful is not None:
                inside, doubles = "single", doubtful
            closed += inside == "single"
            inside, doubtful = ("", None) if inside == "single" else (inside, doubtful)
        elif kind == "close_double":
            inside = "" if inside == "double" else inside
        elif not inside:
            inside, opened = kind, match.start()
            singles += kind == "single"
            doubles += kind == "double"
            doubtful = None if kind == "single" else doubtful
    several = singles >= LEAST_SINGLES or (closed > 0 and not doubles)
    return several and singles > 0 and singles >= doubles


def _pattern(signs: Mapping[str, Sign]) -> re.Pattern[str]:
    longest_first = sorted(signs, key=len, reverse=True)
    long = "|".join(re.escape(sign) for sign in longest_first if len(sign) > 1)
    short = "".join(re.escape(sign) for sign in longest_first if len(sign) == 1)
    return re.compile(f"{long}|[{short}]" if long else f"[{short}]")
