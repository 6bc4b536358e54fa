"""Findings that a person has looked at and does not want to see again, each with a reason.

In a document a comment does it, on the line of the quotation or the one before:
`<!-- citemgr: silence Q204 the edition is lost -->`. In `citemgr.toml`, `silence = ["L102: a list
of further reading"]` under `[check]` does it for a whole project. A baseline is a file of the
findings that were there when a project took up checking. Without a reason nothing is silenced.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from citemgr.checking.outcome import Item, Outcome, fingerprint
from citemgr.model import RULES, CitemgrError, Finding

_DIRECTIVE = re.compile(
    r"citemgr:\s*silence\s+(?P<codes>[A-Z]\d{3}(?:\s*,\s*[A-Z]\d{3})*)[\s:–—-]+(?P<reason>[^\n]*\w)"
)
_SETTING = re.compile(r"\s*([A-Z]\d{3})\s*[:=]\s*(\S.*)", re.DOTALL)
BASELINE = "known before"


def read_silenced(settings: Iterable[str]) -> dict[str, str]:
    """Code -> reason, from settings of the form "Q205: no texts here".

    Raises `CitemgrError` where a code is unknown or a reason is missing.
    """
    found: dict[str, str] = {}
    for setting in settings:
        match = _SETTING.fullmatch(setting)
        if match is None or match.group(1) not in RULES:
            raise CitemgrError(f"cannot silence {setting!r}: give a code and a reason, 'Q205: why'")
        found[match.group(1)] = match.group(2)
    return found


def directives(text: str) -> dict[tuple[int, str], str]:
    """(line, code) -> reason, from the comments in a document; a comment counts for its own line
    and the next one."""
    found: dict[tuple[int, str], str] = {}
    for match in _DIRECTIVE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        for code in re.findall(r"[A-Z]\d{3}", match["codes"]):
            reason = match["reason"].removesuffix("--").strip()
            found[line, code] = found[line + 1, code] = reason
    return found


def silence(
    outcome: Outcome,
    codes: Mapping[str, str],
    comments: Mapping[tuple[int, str], str],
    baseline: frozenset[str],
) -> Outcome:
    """`outcome` without the findings that are silenced; they are counted in `silenced`."""
    silenced: list[tuple[Finding, str]] = []

    def keep(finding: Finding, words: str) -> bool:
        reason = codes.get(finding.code) or comments.get((finding.line or 0, finding.code))
        if not reason and fingerprint(finding, words) in baseline:
            reason = BASELINE
        if reason:
            silenced.append((finding, reason))
        return not reason

    items = tuple(
        replace(item, findings=tuple(f for f in item.findings if keep(f, item.quote)))
        for item in outcome.items
    )
    findings = tuple(f for f in outcome.findings if keep(f, f.message))
    return replace(outcome, items=items, findings=findings, silenced=tuple(silenced))


def read_baseline(path: Path) -> frozenset[str]:
    """The fingerprints in a baseline file. Raises `CitemgrError` where it is none."""
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(each["fingerprint"]) for each in values["findings"])
    except OSError as error:
        raise CitemgrError(f"cannot be read: {error.strerror}", path=str(path)) from error
    except (ValueError, KeyError, TypeError) as error:
        raise CitemgrError("is no baseline of citemgr", path=str(path)) from error


def baseline_of(outcomes: Sequence[Outcome]) -> str:
    """The text of a baseline file with all findings of `outcomes`."""
    rows = [
        {"fingerprint": fingerprint(finding, words), "code": finding.code, "path": finding.path}
        for outcome in outcomes
        for finding, words in _with_words(outcome)
    ]
    rows.sort(key=lambda row: (str(row["path"]), str(row["code"]), str(row["fingerprint"])))
    return json.dumps({"findings": rows}, indent=1, ensure_ascii=False) + "\n"


def _with_words(outcome: Outcome) -> list[tuple[Finding, str]]:
    items: tuple[Item, ...] = outcome.items
    return [(f, item.quote) for item in items for f in item.findings] + [
        (f, f.message) for f in outcome.findings
    ]
