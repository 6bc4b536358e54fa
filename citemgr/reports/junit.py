"""Checked quotations as JUnit XML, which build servers count: a test case a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree import ElementTree

from citemgr.checking import Item, Outcome
from citemgr.model import Finding, Severity

# What XML 1.0 cannot hold (section 2.2).
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LONGEST_NAME = 80


def junit_report(outcomes: Sequence[Outcome], failures: Sequence[Finding] = ()) -> str:
    """One test suite a file; an error-level finding fails its test case, an unchecked quotation is
    skipped, a file that could not be read is an error."""
    root = ElementTree.Element("testsuites", name="citemgr")
    for outcome in outcomes:
        suite = ElementTree.SubElement(root, "testsuite", name=_text(outcome.path))
        cases = [_case(suite, outcome, item) for item in outcome.items]
        cases += [_other(suite, outcome, finding) for finding in outcome.findings]
        for name, tag in (("failures", "failure"), ("skipped", "skipped")):
            suite.set(name, str(sum(case.find(tag) is not None for case in cases)))
        suite.set("errors", "0")
        suite.set("tests", str(len(cases)))
    for failure in failures:
        suite = ElementTree.SubElement(
            root, "testsuite", name=_text(failure.path or "citemgr"), tests="1", errors="1"
        )
        case = ElementTree.SubElement(suite, "testcase", name=failure.code, classname="read")
        ElementTree.SubElement(case, "error", type=failure.code, message=_text(failure.message))
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _case(suite: ElementTree.Element, outcome: Outcome, item: Item) -> ElementTree.Element:
    words = " ".join(item.quote.split())
    case = ElementTree.SubElement(
        suite,
        "testcase",
        name=_text(words if len(words) <= _LONGEST_NAME else words[: _LONGEST_NAME - 1] + "…"),
        classname=_text(item.cited or "no source"),
        file=_text(outcome.path),
    )
    if item.line is not None:
        case.set("line", str(item.line))
    _add(case, item.findings)
    return case


def _other(suite: ElementTree.Element, outcome: Outcome, finding: Finding) -> ElementTree.Element:
    case = ElementTree.SubElement(
        suite, "testcase", name=finding.code, classname="links", file=_text(outcome.path)
    )
    if finding.line is not None:
        case.set("line", str(finding.line))
    _add(case, [finding])
    return case


def _add(case: ElementTree.Element, findings: Sequence[Finding]) -> None:
    for finding in findings:
        tag = {Severity.ERROR: "failure", Severity.WARNING: "skipped"}.get(finding.severity)
        if tag is not None and case.find(tag) is None:
            element = ElementTree.SubElement(case, tag, message=_text(finding.message))
            if tag == "failure":
                element.set("type", finding.code)
    if rest := [f"{each.code} {each.message}" for each in findings]:
        ElementTree.SubElement(case, "system-out").text = _text("\n".join(rest))


def _text(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
