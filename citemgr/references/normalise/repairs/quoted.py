"""A title in quotation marks begins with its opening mark and ends with the closing one; names in
front of it are its authors.
"""

from __future__ import annotations

import re

from citemgr.references.normalise.repairs.parts import Parts, joined, labels_of, stretch

# Opening mark -> closing mark. Single marks are apostrophes too often.
_MARKS = {"“": "”", "«": "»", "„": "“", '"': '"'}
# A mark that closes further behind belongs to something else.
LONGEST_TITLE = 400
# Names, a comma and an opening mark: "Jeff Paine, "Tech is key".
_WORD = r"[^\W\d_a-zß-öø-ÿ][\w.'’\-]*"
_NAMED = re.compile(
    rf"(?P<names>{_WORD}(?: (?:{_WORD}|and|et|und|y|e|de|von|van|del|der|la|di))+"
    rf"(?:, {_WORD}(?: {_WORD}){{0,3}})*), [“«„\"'‘]\s?(?=[^\W_])"
)
# What stands on one side of the mark that ends a title.
_ENDS = frozenset(".,?!")
# Marks that may stand beside the one that closes, and belong to no value.
_BEHIND = " ,.;:)’'"


def end_titles_with_their_marks(text: str, parts: Parts) -> Parts:
    """The first title cut to its opening mark, and cut or stretched to its closing mark."""
    parts = _begun(text, parts)
    at = next((at for at, part in enumerate(parts) if part.label == "title"), -1)
    if at < 0:
        return parts
    title = parts[at]
    start, end = title.start, title.end
    close = _closing(text, start)
    if close < 0 or (end <= close and not text[end:close].strip(_BEHIND)):
        return parts
    if close < end:
        return _cut(text, parts, at, close)
    held = [part for part in parts[at + 1 :] if part.start < close]
    whole = stretch(text, "title", start, close, title.sure)
    rest = [part for part in parts[at + 1 :] if part.start >= close]
    if held and held[-1].end > close:
        last = held[-1]
        behind = close + 1 - last.start
        behind += len(last.value[behind:]) - len(last.value[behind:].lstrip(_BEHIND))
        rest.insert(0, last.cut(last.label, behind))
    return (*parts[:at], whole, *rest)


def _begun(text: str, parts: Parts) -> Parts:
    """The names in front of the mark in a title made authors, or joined with those before."""
    at = next((at for at, part in enumerate(parts) if part.label == "title"), -1)
    match = _NAMED.match(parts[at].value) if at >= 0 else None
    if match is None:
        return parts
    title = parts[at]
    names = title.cut("author", *match.span("names"))
    rest = title.cut("title", match.end())
    before = parts[at - 1] if at > 0 else None
    if before is not None and before.label == "author":
        if text[before.end : names.start].strip() not in {",", "and", "&"}:
            return parts
        return (*parts[: at - 1], joined(text, before, names, "author"), rest, *parts[at + 1 :])
    if "author" in labels_of(parts):
        return parts
    return (*parts[:at], names, rest, *parts[at + 1 :])


def _cut(text: str, parts: Parts, at: int, close: int) -> Parts:
    """The title up to its mark; what stands behind it holds the work, if nothing else does."""
    title = parts[at]
    inside = close - title.start
    rest = title.value[inside + 1 :]
    ended = text[close - 1] in _ENDS or rest[:1] in _ENDS
    if not ended or not rest.lstrip(_BEHIND)[:1].isupper() or "container" in labels_of(parts):
        return parts
    skipped = len(rest) - len(rest.lstrip(_BEHIND))
    split = (title.cut("title", 0, inside), title.cut("container", inside + 1 + skipped))
    return (*parts[:at], *split, *parts[at + 1 :])


def _closing(text: str, start: int) -> int:
    """Where the mark in front of `start` is closed; -1 where none stands there, or it is not."""
    opening = text[start - 1 : start]
    closing = _MARKS.get(opening)
    if closing is None:
        return -1
    depth = 1
    for at in range(start, min(len(text), start + LONGEST_TITLE)):
        if text[at] == closing:
            depth -= 1
            if depth == 0:
                return at
        elif text[at] == opening:
            depth += 1
    return -1
