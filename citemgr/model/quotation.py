"""A passage that a document gives as somebody else's words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citemgr.model.span import Span


class Form(StrEnum):
    """How a quotation is set off."""

    INLINE = "inline"  # by quotation marks
    BLOCK = "block"  # by indentation or layout
    STRUCTURAL = "structural"  # by the format: <blockquote>, Markdown's `>`, \begin{quote}


class Status(StrEnum):
    """How the end of a quotation was found."""

    CLOSED = "closed"  # opened and closed in one paragraph
    REOPENED = "reopened"  # each paragraph opens anew, the last one closes
    CARRIED = "carried"  # runs over paragraphs without new opening marks
    UNCLOSED = "unclosed"  # the closing mark is missing
    UNOPENED = "unopened"  # the opening mark is missing
    STRUCTURAL = "structural"  # the format marks both ends


class Kind(StrEnum):
    """What stands between the marks."""

    QUOTATION = "quotation"
    TERM = "term"
    TITLE = "title"
    GLOSS = "gloss"


class AlterationKind(StrEnum):
    """How a quoting writer shows that the words were changed."""

    INSERTION = "insertion"
    ELLIPSIS = "ellipsis"
    SIC = "sic"
    EMPHASIS = "emphasis"
    CASE = "case"
    TRANSLATION = "translation"


@dataclass(frozen=True, slots=True)
class Alteration:
    """A shown alteration and its stretch of the document's text, brackets included."""

    kind: AlterationKind
    span: Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted passage.

    `span` is the passage without its outer marks, `outer` with them. `score` is the probability
    that it is of `kind`, `reasons` say why in words. `speech` marks dialogue of fiction. Pieces of
    one quotation that "he said" interrupts share a `group` (the index of the first piece).
    `level` is 0 for an outermost quotation, 1 for one inside another, and so on.
    """

    span: Span
    outer: Span
    open_mark: str = ""
    close_mark: str = ""
    form: Form = Form.INLINE
    status: Status = Status.CLOSED
    kind: Kind = Kind.QUOTATION
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    speech: bool = False
    group: int | None = None
    level: int = 0
    alterations: tuple[Alteration, ...] = ()
