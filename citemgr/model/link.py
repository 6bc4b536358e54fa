"""The way from a quotation to its entry: the callout in the text and what it names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from citemgr.model.locator import Locator
from citemgr.model.span import Span


class Style(StrEnum):
    """The family of a callout."""

    NUMERIC = "numeric"
    SUPERSCRIPT = "superscript"
    NOTE = "note"
    AUTHOR_YEAR = "author-year"
    AUTHOR_PAGE = "author-page"
    SHORT_TITLE = "short title"
    IBID = "ibid"
    KEY = "key"
    URL = "url"
    FULL = "full"  # the whole reference, in brackets in the running text


@dataclass(frozen=True, slots=True)
class Target:
    """One work that a callout names: the index of its reference in `Scan.references` (None where
    no printed reference was found), and the place in that work."""

    reference: int | None = None
    locator: Locator | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """A pointer in the text to one or more references; `span` covers it with its brackets."""

    span: Span
    style: Style
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """From a quotation to a reference (indices into `Scan`), by a callout or without one.

    `method` names the rule that made the link, `why` says it in words for a person,
    `confidence` is the probability that the link is right.
    """

    quotation: int
    callout: int | None
    reference: int
    method: str
    confidence: float
    locator: Locator | None = None
    why: str = ""
