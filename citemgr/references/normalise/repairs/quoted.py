"""A title in quotation marks ends with its closing mark, neither before nor behind it."""

from __future__ import annotations

from citemgr.references.normalise.repairs.parts import Parts, labels_of, stretch

# Opening mark -> closing mark. Single marks are apostrophes too often.
_MARKS = {"“": "”", "«": "»", "„": "“", '"': '"'}
# A mark that closes further behind belongs to something else.
LONGEST_TITLE = 400
# What stands on one side of the mark that ends a title.
_ENDS = frozenset(".,?!")
# Marks that may stand beside the one that closes, and belong to no value.
_BEHIND = " ,.;:)’'"


def end_titles_with_their_marks(text: str, parts: Parts) -> Parts:
    """The first title cut or stretched to its closing mark."""
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
