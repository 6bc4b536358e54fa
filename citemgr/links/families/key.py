"""Citation keys: what the format marks (`[@key]`, `\\cite{key}`, a field code), and bracketed keys
that the reference list prints as labels (`[Mill]`, `[Knuth 1974, p. 268]`)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citemgr.links.folding import label_key
from citemgr.links.locators import read_locator
from citemgr.links.reading import Pointer, Reading
from citemgr.links.works import by_author_and_year
from citemgr.model import CitedKey, Span, Style, Target

_BRACKETED = re.compile(r"\[([^\[\]\n]{1,80}(?:\n[^\[\]\n]{1,60})?)\]")
_LOCATOR_PART = re.compile(r"[,;:]\s*(?=[^,;:]*$)")


def find(reading: Reading) -> Iterator[Pointer]:
    """Yield the citations that the format marks and the bracketed keys of the list."""
    handles = _only_handles(reading)
    for citation in () if handles else reading.document.citations:
        targets = tuple(_target(reading, cited) for cited in citation.cited)
        missing = [
            c.key for c, t in zip(citation.cited, targets, strict=True) if t.reference is None
        ]
        yield Pointer(
            span=citation.span,
            style=Style.KEY,
            targets=targets,
            why="the document names the key " + ", ".join(c.key for c in citation.cited),
            missing=f"no reference has the key {', '.join(missing)}" if missing else "",
        )
    yield from _printed_keys(reading)


def _only_handles(reading: Reading) -> bool:
    """Whether all that looks like a citation is a bare `@name` that no entry has: somebody's name
    on the web."""
    citations = reading.document.citations
    return all(c.span.of(reading.text).startswith("@") for c in citations) and not any(
        _target(reading, cited).reference is not None for c in citations for cited in c.cited
    )


def _target(reading: Reading, cited: CitedKey) -> Target:
    found = reading.works.by_key.get(cited.key)
    if found is None:
        found = reading.works.labels.get(label_key(cited.key))
    if found is None:
        found = _by_its_letters(reading, cited.key)
    locator = cited.locator
    if locator is None and cited.suffix:
        read = read_locator(cited.suffix)
        locator = read[0] if read else None
    return Target(None if found is None else reading.works.canonical(found), locator)


_AUTHOR_YEAR_KEY = re.compile(
    r"(?P<name>[^\W\d_]{2,})[-_:.]?(?P<year>(?:1[4-9]|20)\d\d[a-z]?)(?!\d)"
)


def _by_its_letters(reading: Reading, key: str) -> int | None:
    """The one work that a key spells out, where the list prints no keys: `alder1999`."""
    spelled = _AUTHOR_YEAR_KEY.match(key)
    if spelled is None:
        return None
    found = by_author_and_year(reading.works, spelled["name"], spelled["year"])
    return found[0][0].reference if len(found) == 1 else None


def _printed_keys(reading: Reading) -> Iterator[Pointer]:
    if all(label.isdecimal() for label in reading.works.labels):
        return
    for match in _BRACKETED.finditer(reading.text):
        span = Span(*match.span())
        if reading.closed.overlap(span):
            continue
        inner = match[1]
        parts = [inner, *(inner[: cut.start()] for cut in _LOCATOR_PART.finditer(inner))]
        for part in parts:
            label = label_key(" ".join(part.split()))
            if label in reading.works.labels and not label.isdecimal():
                read = read_locator(inner, len(part)) if len(part) < len(inner) else None
                reference = reading.works.canonical(reading.works.labels[label])
                yield Pointer(
                    span,
                    Style.KEY,
                    (Target(reference, read[0] if read else None),),
                    why=f"the reference list has the label {part.strip()}",
                )
                break
