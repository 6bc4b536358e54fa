"""The nouns of citemgr: frozen data without I/O; offsets are code points of `Document.text`."""

from citemgr.model.document import (
    Block,
    BlockKind,
    CitedKey,
    Document,
    Hyperlink,
    MarkedCitation,
    Note,
)
from citemgr.model.entry import Entry
from citemgr.model.error import CitemgrError
from citemgr.model.finding import RULES, SEVERITIES, Finding, Fix, Rule, Severity
from citemgr.model.link import Callout, Link, Style, Target
from citemgr.model.locator import Locator
from citemgr.model.origin import Origin, Place
from citemgr.model.quotation import Alteration, AlterationKind, Form, Kind, Quotation, Status
from citemgr.model.reference import LabelledField, Reference, Role
from citemgr.model.scan import Scan
from citemgr.model.span import Span
from citemgr.model.verdict import (
    GOOD_VERDICTS,
    UNMARKED_EDITS,
    VERDICTS,
    Checked,
    Edit,
    EditType,
    Verdict,
)

__all__ = [
    "GOOD_VERDICTS",
    "RULES",
    "SEVERITIES",
    "UNMARKED_EDITS",
    "VERDICTS",
    "Alteration",
    "AlterationKind",
    "Block",
    "BlockKind",
    "Callout",
    "Checked",
    "CitedKey",
    "CitemgrError",
    "Document",
    "Edit",
    "EditType",
    "Entry",
    "Finding",
    "Fix",
    "Form",
    "Hyperlink",
    "Kind",
    "LabelledField",
    "Link",
    "Locator",
    "MarkedCitation",
    "Note",
    "Origin",
    "Place",
    "Quotation",
    "Reference",
    "Role",
    "Rule",
    "Scan",
    "Severity",
    "Span",
    "Status",
    "Style",
    "Target",
    "Verdict",
]
