"""Findings as workflow commands of GitHub Actions, which mark the lines of a pull request.

Source: "Workflow commands for GitHub Actions", section on error, warning and notice messages.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from citemgr.checking import Outcome
from citemgr.model import RULES, Finding, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def github_report(outcomes: Iterable[Outcome], failures: Sequence[Finding] = ()) -> str:
    """One line a finding."""
    findings = [each for outcome in outcomes for each in outcome.all_findings()]
    return "\n".join(_line(finding) for finding in (*findings, *failures))


def _line(finding: Finding) -> str:
    rule = RULES.get(finding.code)
    title = f"{finding.code} {rule.title}" if rule else finding.code
    members = {
        "file": finding.path,
        "line": finding.line,
        "col": finding.column,
        "title": title,
    }
    shown = ",".join(f"{k}={_value(str(v))}" for k, v in members.items() if v is not None)
    return f"::{_COMMANDS[finding.severity]} {shown}::{_message(finding.message)}"


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
