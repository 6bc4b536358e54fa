"""Numbers whose sign or place says what they are: "vol. 1", "1983;30", "Phys. Rev. 109, 1492"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.model import LabelledField
from citemgr.references.normalise.repairs.parts import Part, Parts, labels_of

_VOLUME = re.compile(r"(?i)\b(?:vol|volume|bd|band|tome|tomo|т)\b\.?\s*$")
_ISSUE = re.compile(r"(?i)\b(?:no|nr|issue|heft|núm|n)\b\.?\s*°?\s*$")
_BEHIND_YEAR = re.compile(r"(?:1[5-9]|20)\d\d[a-z]?\s?;\s*$")
_BARE = re.compile(r"\W*\d{1,4}[A-Z]?\W*")
_VOLUME_ISSUE = re.compile(r"\W*(?P<volume>\d{1,3})\s?[-–/]\s?(?P<issue>\d{1,2})\W*")
# "(9):2964–2996" behind an issue that ends before its bracket.
_PAGES = re.compile(
    r"\)?\s?[:,]\s?(?:pp?\.\s?)?(?P<pages>[A-Za-z]?\d+(?:\s?[–‑-]\s?[A-Za-z]?\d+)?)(?=[.,;\s]|$)"
)
GUESSED = 0.5
# Between a volume and the pages stands a date at most.
MOST_BETWEEN = 2
REACH = 10


def name_numbers_by_their_signs(text: str, parts: Parts) -> Parts:
    """Volumes, issues and pages under the label that what stands before them asks for."""
    labels = labels_of(parts)
    named = tuple(_named(text, part, labels) for part in parts)
    return tuple(_with_pages(text, _first_of_two(named)))


def _named(text: str, part: Part, labels: frozenset[str]) -> Part:
    before = text[max(0, part.field.start - REACH) : part.field.start]
    if part.label in {"issue", "pages"} and "volume" not in labels and _VOLUME.search(before):
        return part.under("volume")
    if part.label in {"volume", "pages"} and "issue" not in labels and _ISSUE.search(before):
        return part.under("issue")
    bare = part.label == "pages" and _BARE.fullmatch(part.value)
    if bare and "volume" not in labels and _BEHIND_YEAR.search(before):
        return part.under("volume")
    return part


def _first_of_two(parts: Parts) -> Parts:
    """The first of two page numbers behind a container is the volume, or volume and issue."""
    pages = [at for at, part in enumerate(parts) if part.label == "pages"]
    if len(pages) != 2 or labels_of(parts) & {"volume", "issue"}:
        return parts
    at = pages[0]
    first, last = parts[at], parts[pages[1]]
    if first.value == last.value or pages[1] - at > MOST_BETWEEN:
        return parts
    if not any(part.label == "container" for part in parts[:at]):
        return parts
    both = _VOLUME_ISSUE.fullmatch(first.value)
    if both is not None and "-" in last.value.replace("–", "-").replace("‑", "-"):
        split = (first.cut("volume", *both.span("volume")), first.cut("issue", *both.span("issue")))
        return (*parts[:at], *split, *parts[at + 1 :])
    if _BARE.fullmatch(first.value):
        return (*parts[:at], first.under("volume"), *parts[at + 1 :])
    return parts


def _with_pages(text: str, parts: Parts) -> Iterator[Part]:
    """The pages behind an issue, where no label took them."""
    labels = labels_of(parts)
    for at, part in enumerate(parts):
        yield part
        if part.label != "issue" or "pages" in labels:
            continue
        end = parts[at + 1].field.start if at + 1 < len(parts) else len(text)
        match = _PAGES.match(text, part.field.end, end)
        if match is not None:
            start, stop = match.span("pages")
            yield Part(LabelledField("pages", text[start:stop], start, stop), GUESSED)
