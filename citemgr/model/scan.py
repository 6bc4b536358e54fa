"""What one document yields."""

from __future__ import annotations

from dataclasses import dataclass

from citemgr.model.document import Document
from citemgr.model.finding import Finding
from citemgr.model.link import Callout, Link
from citemgr.model.quotation import Quotation
from citemgr.model.reference import Reference


@dataclass(frozen=True, slots=True)
class Scan:
    """A document with its references, quotations, callouts, links and findings.

    All are in the order of the text; links and callouts point by index. The entries of the
    references have local keys or none: a scan knows no library.
    """

    document: Document
    references: tuple[Reference, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    callouts: tuple[Callout, ...] = ()
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()
