"""Findings as SARIF 2.1.0 (OASIS standard, 2020), which code hosts and editors show in place."""

from __future__ import annotations

import inspect
import json
from collections.abc import Sequence
from importlib import import_module
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from citemgr import __version__
from citemgr.checking import Outcome, fingerprint
from citemgr.model import RULES, Finding, Rule, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif_report(outcomes: Sequence[Outcome], failures: Sequence[Finding] = ()) -> str:
    """One SARIF log with a result for every finding; silenced ones are marked as suppressed."""
    results: list[dict[str, Any]] = []
    for outcome in outcomes:
        results += [_result(each, "") for each in outcome.findings]
        results += [_result(each, item.quote) for item in outcome.items for each in item.findings]
        results += [
            _result(each, "") | {"suppressions": [{"kind": "external", "justification": reason}]}
            for each, reason in outcome.silenced
        ]
    results += [_result(each, "") for each in failures]
    used = sorted({str(result["ruleId"]) for result in results})
    driver = {
        "name": "citemgr",
        "version": __version__,
        "rules": [_rule(RULES[code]) for code in used if code in RULES],
    }
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=1)


def _rule(rule: Rule) -> dict[str, Any]:
    module, _, function = rule.where.partition(":")
    text = inspect.getdoc(getattr(import_module(module), function)) or rule.title
    return {
        "id": rule.code,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, words: str) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "partialFingerprints": {"citemgr/v1": fingerprint(finding, words or finding.message)},
    }
    if finding.path is not None:
        place: dict[str, Any] = {"artifactLocation": {"uri": _uri(finding.path)}}
        if finding.line is not None:
            place["region"] = {"startLine": finding.line, "startColumn": finding.column or 1}
        result["locations"] = [{"physicalLocation": place}]
    return result


def _uri(path: str) -> str:
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
