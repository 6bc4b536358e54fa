"""Findings, and the table of their codes.

Each room declares its rules as functions that build a `Finding` and whose docstrings are the
documentation that `citemgr rule CODE` prints; this table lists them all, so that a code is given
once. A letter says the subject: Q quotations, L links, R references, B bibliography file, S sources
and files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from citemgr.model.span import Span


class Severity(StrEnum):
    """How much a finding matters; sorted from worst to least by `SEVERITIES`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that would settle a finding."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic with its code, its place and, where there is one, its fix.

    `span` is in the text of the document concerned. A finding about a file that is no document (a
    library, an unreadable path) has `path` and, where known, `line` and `column` instead.
    """

    code: str
    message: str
    severity: Severity
    span: Span | None = None
    path: str | None = None
    line: int | None = None
    column: int | None = None
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A code of the table: its usual severity, a title, and `module:function`, where the function's
    docstring documents it."""

    code: str
    severity: Severity
    title: str
    where: str


def _table(*rules: Rule) -> Mapping[str, Rule]:
    table = {rule.code: rule for rule in rules}
    if len(table) != len(rules):
        raise ValueError("a code is given twice")
    return MappingProxyType(table)


RULES: Mapping[str, Rule] = _table(
    Rule("B101", Severity.ERROR, "broken entry", "citemgr.formats.bib_blocks:broken_entry"),
    Rule("B102", Severity.WARNING, "key given twice", "citemgr.formats.bib_blocks:duplicate_key"),
    Rule("B103", Severity.WARNING, "lost comma", "citemgr.formats.bib_blocks:swallowed_field"),
    Rule("B104", Severity.WARNING, "unknown macro", "citemgr.formats.bib_blocks:undefined_macro"),
    Rule("B105", Severity.WARNING, "wrong bracket", "citemgr.formats.bib_blocks:wrong_bracket"),
    Rule("B111", Severity.WARNING, "broken record", "citemgr.formats.problems:broken_record"),
    Rule("B112", Severity.NOTE, "field that is lost", "citemgr.formats.problems:lost_field"),
    Rule("B190", Severity.NOTE, "key taken", "citemgr.intake.rules:key_clash"),
    Rule(
        "L101",
        Severity.WARNING,
        "callout without a reference",
        "citemgr.links.rules:callouts_without_reference",
    ),
    Rule(
        "L102", Severity.NOTE, "reference never cited", "citemgr.links.rules:references_never_cited"
    ),
    Rule(
        "L103", Severity.WARNING, "number out of range", "citemgr.links.rules:numbers_out_of_range"
    ),
    Rule("L104", Severity.WARNING, "ambiguous callout", "citemgr.links.rules:ambiguous_callouts"),
    Rule(
        "L105",
        Severity.NOTE,
        "quotation whose callout names nothing",
        "citemgr.links.rules:quotations_with_empty_callout",
    ),
    Rule(
        "L106",
        Severity.WARNING,
        "number and name at odds",
        "citemgr.links.rules:numbers_and_names_at_odds",
    ),
    Rule(
        "Q101",
        Severity.WARNING,
        "closing mark lost",
        "citemgr.quotations.rules:unclosed_quotations",
    ),
    Rule(
        "Q102",
        Severity.WARNING,
        "opening mark lost",
        "citemgr.quotations.rules:unopened_quotations",
    ),
    Rule(
        "Q201",
        Severity.ERROR,
        "altered quotation",
        "citemgr.checking.rules:altered_quotation",
    ),
    Rule(
        "Q202",
        Severity.ERROR,
        "truncated context",
        "citemgr.checking.rules:truncated_context",
    ),
    Rule(
        "Q203",
        Severity.ERROR,
        "quotation from another source",
        "citemgr.checking.rules:quotation_from_elsewhere",
    ),
    Rule(
        "Q204",
        Severity.ERROR,
        "quotation not in its source",
        "citemgr.checking.rules:absent_quotation",
    ),
    Rule(
        "Q205",
        Severity.WARNING,
        "unchecked quotation",
        "citemgr.checking.rules:unchecked_quotation",
    ),
    Rule(
        "Q206",
        Severity.NOTE,
        "gap that hides a contrast",
        "citemgr.checking.rules:hidden_contrast",
    ),
    Rule(
        "Q207",
        Severity.WARNING,
        "passage on another page",
        "citemgr.checking.rules:wrong_page",
    ),
    Rule(
        "Q208",
        Severity.NOTE,
        "source text misread",
        "citemgr.checking.rules:misread_source",
    ),
    Rule(
        "Q209",
        Severity.NOTE,
        "sentence that goes on",
        "citemgr.checking.rules:cut_short",
    ),
    Rule(
        "Q210",
        Severity.NOTE,
        "clause that is turned or limited",
        "citemgr.checking.rules:clause_turned",
    ),
    Rule("R101", Severity.WARNING, "nothing recognised", "citemgr.references.rules:unreadable"),
    Rule("R102", Severity.NOTE, "doubtful entry", "citemgr.references.rules:doubtful"),
    Rule("R103", Severity.NOTE, "no title", "citemgr.references.rules:untitled"),
    Rule(
        "R104", Severity.WARNING, "wrong check digit", "citemgr.references.rules:wrong_check_digit"
    ),
    Rule("S190", Severity.ERROR, "unreadable document", "citemgr.intake.rules:unreadable"),
    Rule(
        "S201",
        Severity.ERROR,
        "unreadable source",
        "citemgr.sources.rules:unreadable_source",
    ),
    Rule(
        "S202",
        Severity.WARNING,
        "source that has changed",
        "citemgr.sources.rules:changed_source",
    ),
    Rule(
        "S203",
        Severity.NOTE,
        "text without an entry",
        "citemgr.sources.rules:text_without_entry",
    ),
)
