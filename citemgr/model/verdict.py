"""What checking says of a quotation: the verdict, the place, and every difference by its kind."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from citemgr.model.span import Span


class Verdict(StrEnum):
    """How a quotation stands to its source; `VERDICTS` sorts them from best to worst."""

    VERBATIM = "verbatim"
    TYPOGRAPHIC = "typographic"  # marks, spacing, hyphens, ligatures, accents as composed or not
    MARKED = "marked"  # only alterations that the writer shows
    TRUNCATED = "truncated-context"  # a gap hides a negation, or joins what stands far apart
    ALTERED = "altered"  # a difference in words that is not shown
    ELSEWHERE = "elsewhere"  # in another source than the one cited
    ABSENT = "absent"
    UNCHECKED = "unchecked"  # no text of the source at hand


VERDICTS = tuple(Verdict)

# What may be printed as it stands.
GOOD_VERDICTS = frozenset({Verdict.VERBATIM, Verdict.TYPOGRAPHIC, Verdict.MARKED})


class EditType(StrEnum):
    """What kind of difference lies between a quotation and its source."""

    # Shown by the writer.
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    SIC = "sic"
    EMPHASIS = "emphasis"
    # Damage of the source text, not the writer's doing.
    FURNITURE = "page furniture"
    NOTE_MARKER = "note marker"
    OCR = "ocr"
    # Not shown.
    ACCENT = "accent"
    INSERTION = "insertion"
    DELETION = "deletion"
    SUBSTITUTION = "substitution"
    ORDER = "order"


UNMARKED_EDITS = frozenset(
    {
        EditType.ACCENT,
        EditType.INSERTION,
        EditType.DELETION,
        EditType.SUBSTITUTION,
        EditType.ORDER,
    }
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference: where it stands in the quotation and in the source text (code points of
    each), the words on both sides, and whether it changes the meaning, with the reason."""

    type: EditType
    quote: Span
    source: Span
    quote_text: str
    source_text: str
    meaning_changing: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdict on one quotation.

    `start` and `end` are code points of the source's text, from the first to the last character of
    the passage; None where nothing was found. `found_in` names the source in which it stands.
    `spans` are the pieces of a passage with gaps, `other_spans` further places where the same words
    stand. `context` is the sentence around the passage, `notes` what a careful reader would
    want to know beside the verdict, as pairs of rule code and words.
    """

    verdict: Verdict
    start: int | None = None
    end: int | None = None
    found_in: str | None = None
    edits: tuple[Edit, ...] = ()
    context: str = ""
    spans: tuple[Span, ...] = ()
    other_spans: tuple[Span, ...] = ()
    page: str | None = None
    notes: tuple[tuple[str, str], ...] = field(default=())

    @property
    def meaning_changing(self) -> bool:
        """Whether any difference changes what the passage says."""
        return any(edit.meaning_changing for edit in self.edits)

    @property
    def good(self) -> bool:
        """Whether the passage may be printed as it stands."""
        return self.verdict in GOOD_VERDICTS
